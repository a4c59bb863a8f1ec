import pytest

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.printing.pieces import pieces_printed
from plplanner.roster.commands import mark_absent
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print, printed_pieces
from plplanner.terms import Paper
from plplanner.ui.screens.rotation.changed_pages import ChangedPages, ReprintOffer
from tests.builders import MONDAY


@pytest.fixture
def paper(planned, stage_on):
    made = ChangedPages(stage_on(planned))
    made._calm.setInterval(0)
    made.be_shown(True)
    yield made
    made.be_shown(False)


def print_all(planner):
    lesson = planner.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), tuple(Sheet))
    planner.note(note_printed, class_id=1, day=MONDAY, printed=printed)
    return lesson.students[0]


def test_nothing_is_offered_before_anything_was_printed(paper, planned):
    assert (paper.offer, paper.remark(), paper.pages) == (None, None, 0)
    assert not paper._calm.isActive()


def test_an_absence_offers_one_page_and_coming_back_offers_none(paper, planned, qtbot):
    student = print_all(planned)
    planned.do(mark_absent, student_id=student.id, day=MONDAY, name=student.name)
    expected = ReprintOffer(f"The slip of {student.name}", 1)
    qtbot.waitUntil(lambda: paper.offer == expected, timeout=10_000)
    remark = paper.remark()
    assert remark.text == f"The slip of {student.name} changed since you printed."
    assert (remark.button, paper.pages) == ("Reprint 1 page", 1)
    order = [paper.chosen, paper.stage.wishes.reprint]
    with qtbot.waitSignals(order, order="strict"):
        remark.mend()
    planned.undo()
    qtbot.waitUntil(lambda: paper.offer is None, timeout=10_000)


def test_on_a_day_without_a_plan_nothing_is_compared(paper, planned, qtbot):
    print_all(planned)
    tuesday = MONDAY.replace(day=24)
    printed = planned.ask(printed_pieces, class_id=1, day=MONDAY)
    planned.note(note_printed, class_id=1, day=tuesday, printed=printed)
    paper.stage.choice.choose_day(tuesday)
    qtbot.waitUntil(lambda: not paper._calm.isActive(), timeout=5_000)
    assert paper.offer is None
