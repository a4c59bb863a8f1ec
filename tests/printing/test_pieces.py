from dataclasses import replace
from datetime import time, timedelta

import pypdfium2
import pytest

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.printing.pieces import (
    ChangedPaper,
    as_reprinted,
    changed_pdf,
    changed_since,
    changed_words,
    pieces_printed,
)
from plplanner.roster.rows import StudentRow
from plplanner.rotation.rows import (
    ForSubstitute,
    LessonToPrint,
    PlanGroupRow,
    PlanRow,
    PrintedPieces,
    RoundRow,
    SubstituteWords,
    VisitRow,
)
from plplanner.terms import Paper, PlanState, StationKind, group_identity
from tests.builders import MONDAY

EVERYONE = PaperWishes(Paper.LETTER)
SHEETS = tuple(Sheet)


def a_student(number, name):
    return StudentRow(number, name, "Last", name, "", "", number, "en", {})


def a_lesson(*, task="Build it", students=("Ann", "Bo", "Cy"), **fields):
    visit = VisitRow(1, "Together", StationKind.COLLABORATIVE, "Table 3", task)
    other = VisitRow(1, "On my own", StationKind.INDEPENDENT, "My desk", "Page 3")
    ids = tuple(range(1, len(students) + 1))
    plan = PlanRow(
        id=1, class_id=1, class_name="Math", subject="Math", day=MONDAY, state=PlanState.DRAFT,
        starts_at=time(9), minutes=60, rounds=(RoundRow(1, time(9, 10), 13),),
        groups=(
            PlanGroupRow(10, group_identity("river"), ids[:2], (visit,)),
            PlanGroupRow(11, group_identity("comet"), ids[2:], (other,)),
        ),
        when_done="Read.",
    )  # fmt: skip
    people = tuple(a_student(number, name) for number, name in zip(ids, students, strict=True))
    return LessonToPrint(plan, people, (), {}, **fields)


@pytest.fixture
def printed():
    return pieces_printed(a_lesson(), EVERYONE, SHEETS)


def test_nothing_has_changed_right_after_printing_nor_when_only_the_state_of_the_plan_does(printed):
    assert not changed_since(a_lesson(), printed).is_any
    lesson = a_lesson()
    ready = replace(lesson, plan=replace(lesson.plan, id=7, state=PlanState.READY))
    assert not changed_since(ready, printed).is_any


def test_an_absence_changes_one_slip_and_nothing_else(printed):
    lesson = a_lesson(absent=frozenset({2}))
    changed = changed_since(lesson, printed)
    assert changed == ChangedPaper(slips=frozenset({2}))
    assert changed_words(lesson, changed) == "The slip of Bo"


def test_another_task_changes_the_board_and_the_slips_of_its_group(printed):
    lesson = a_lesson(task="Match game")
    changed = changed_since(lesson, printed)
    assert changed == ChangedPaper(board=True, slips=frozenset({1, 2}))
    assert changed_words(lesson, changed) == "The board and the slips of Ann and Bo"


def test_many_pieces_are_counted():
    lesson = a_lesson()
    many = ChangedPaper(slips=frozenset({1, 2, 3}), cards=frozenset({1, 2, 3}))
    assert changed_words(lesson, many) == "3 slips and 3 cards"


def test_who_joined_since_gets_slip_and_card_where_everyone_had_them(printed):
    lesson = a_lesson(students=("Ann", "Bo", "Cy", "Di"))
    assert changed_since(lesson, printed) == ChangedPaper(
        slips=frozenset({4}), cards=frozenset({4})
    )


def test_what_was_never_printed_has_not_changed():
    only_ann = PaperWishes(Paper.LETTER, student_ids=frozenset({1}))
    printed = pieces_printed(a_lesson(), only_ann, (Sheet.SLIPS,))
    lesson = a_lesson(task="Match game", absent=frozenset({3}))
    assert changed_since(lesson, printed) == ChangedPaper(slips=frozenset({1}))


def test_what_was_reprinted_is_up_to_date_and_the_rest_is_remembered(printed):
    lesson = a_lesson(absent=frozenset({2}))
    again = as_reprinted(lesson, printed, changed_since(lesson, printed))
    assert list(again.pieces) == ["slips 2"]
    both = PrintedPieces({**printed.pieces, **again.pieces})
    assert not changed_since(lesson, both).is_any
    assert changed_since(a_lesson(), both) == ChangedPaper(slips=frozenset({2}))


def test_fingerprints_tell_nobody_s_name(printed):
    assert "Ann" not in repr(printed)


@pytest.mark.parametrize(
    ("lesson", "pages"),
    [
        (a_lesson(absent=frozenset({2})), 1),
        (a_lesson(task="Match game"), 2),
        (replace(a_lesson(), plan=replace(a_lesson().plan, day=MONDAY + timedelta(1))), 3),
    ],
)
def test_only_changed_pieces_are_on_the_pages(printed, lesson, pages):
    changed = changed_since(lesson, printed)
    pdf = pypdfium2.PdfDocument(changed_pdf(lesson, printed, changed, paper=Paper.A4))
    words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert len(pdf) == pages
    assert ("While you were away" in words) is bool(lesson.absent)
    assert ("Cy" in words) is (pages == 3)


def test_the_pages_of_a_substitute_are_told_apart_from_the_board():
    handed = a_lesson()
    handed = replace(handed, plan=replace(handed.plan, has_substitute=True))
    printed = pieces_printed(handed, EVERYONE, SHEETS)
    assert not changed_since(handed, printed).is_any
    told = ForSubstitute(SubstituteWords(where_things="Blue cart."))
    now = replace(handed, for_substitute=told)
    changed = changed_since(now, printed)
    assert changed == ChangedPaper(substitute=True)
    assert changed_words(now, changed) == "The substitute’s pages"
    pdf = pypdfium2.PdfDocument(changed_pdf(now, printed, changed, paper=Paper.LETTER))
    assert len(pdf) == 3
    pdf.close()
    assert list(as_reprinted(now, printed, changed).pieces) == ["substitute"]
