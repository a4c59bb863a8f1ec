from dataclasses import replace

import pytest

from plplanner.library.rows import StandardRow
from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.printing.lesson_paper import (
    PaperWishes,
    Sheet,
    names_without_group,
    names_without_playlist,
    paper_pdf,
    sheets_of,
    students_on_paper,
    there_on_cards,
    undrawable,
)
from plplanner.roster.rows import StudentRow
from plplanner.rotation.rows import LessonToPrint, PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.terms import ItemRole, Paper, PlanState, PlaylistUse, StationKind, group_identity
from tests.printing.reading_pdf import all_text, pages_of
from tests.printing.sample_sheets import FRIDAY, MONDAY, TIMES

LETTER = PaperWishes(Paper.LETTER)


def a_student(number, name, language="en"):
    return StudentRow(number, name, name, "", "", "", number, language, {})


def a_lesson(*names, playlists=True, left_out=()):
    students = [a_student(i, name, "es" if i == 1 else "en") for i, name in enumerate(names, 1)]
    extra = [a_student(100 + i, name) for i, name in enumerate(left_out)]
    visit = VisitRow(1, "Digital", StationKind.DIGITAL, "Chromebooks", "Strips")
    group = PlanGroupRow(7, group_identity("river"), tuple(row.id for row in students), (visit,))
    plan = PlanRow(1, 1, "Math 3", "Math", MONDAY, PlanState.DRAFT, TIMES[0], 60,
                   (RoundRow(1, TIMES[0], 13),), (group,), "may do")  # fmt: skip
    standard = StandardRow(1, "3.NF.1", "", "I can name it.", {"es": "Puedo nombrarlo."})
    playlist = PlaylistRow(1, "Strips", PlaylistUse.PRACTISE, standard, ())
    assigned = {7: (playlist, MONDAY, FRIDAY)} if playlists else {}
    return LessonToPrint(plan, (*students, *extra), (), assigned)


@pytest.mark.parametrize("sheet", Sheet)
def test_each_sheet_comes_alone_when_asked_for(sheet):
    text = all_text(paper_pdf(a_lesson("Ana", "Leo"), LETTER, sheets=[sheet]))
    foot = {"board": "Class board", "slips": "Slips, stack", "cards": "Playlist cards, stack"}
    assert [word in text for word in foot.values()] == [key == sheet for key in foot]


def test_only_students_asked_for_get_a_card():
    lesson, only_leo = a_lesson("Ana", "Leo"), replace(LETTER, student_ids=frozenset({2}))
    text = all_text(paper_pdf(lesson, only_leo, sheets=[Sheet.CARDS]))
    assert "Leo" in text
    assert "Ana" not in text


def test_the_goal_at_home_can_be_left_out():
    lesson = a_lesson("Ana")
    both = all_text(paper_pdf(lesson, LETTER, sheets=[Sheet.CARDS]))
    one = all_text(paper_pdf(lesson, replace(LETTER, second_language=False), sheets=[Sheet.CARDS]))
    assert "Puedo nombrarlo." in both
    assert "Puedo" not in one
    assert there_on_cards(lesson, LETTER).second_language == 1


def test_cards_with_a_link_are_counted_for_who_gets_one():
    lesson = a_lesson("Ana", "Leo")
    playlist, *days = lesson.playlists[7]
    game = PlaylistItemRow(
        1, ItemRole.MUST, "Strips", None, "", None, None, True, "https://a.example/b", None
    )
    with_link = replace(lesson, playlists={7: (replace(playlist, items=(game,)), *days)})
    assert there_on_cards(lesson, LETTER).links == 0
    assert there_on_cards(with_link, LETTER).links == 2
    assert there_on_cards(with_link, replace(LETTER, student_ids=frozenset({2}))).links == 1
    offline = replace(with_link, plan=replace(lesson.plan, has_internet=False))
    assert there_on_cards(offline, LETTER).links == 0


def test_the_whole_pile_is_one_pdf_in_the_usual_order():
    pages = pages_of(paper_pdf(a_lesson("Ana"), LETTER, sheets=list(Sheet)))
    assert ["Class board" in pages[0], "Slips" in pages[1], "Playlist cards" in pages[2]] == [
        True
    ] * 3


def test_who_has_no_playlist_is_known_beforehand():
    assert names_without_playlist(a_lesson("Ana", "Leo"), LETTER) == ()
    lesson = a_lesson("Ana", "Leo", playlists=False)
    assert names_without_playlist(lesson, LETTER) == ("Ana", "Leo")
    assert names_without_playlist(lesson, replace(LETTER, student_ids=frozenset({2}))) == ("Leo",)


def test_who_is_in_no_group_gets_nothing_and_is_named():
    lesson = a_lesson("Ana", left_out=("Zoe",))
    assert names_without_group(lesson) == ("Zoe",)
    assert [row.name for row in students_on_paper(lesson, LETTER)] == ["Ana"]


def test_names_no_font_can_draw_are_found():
    assert undrawable(["Ana", "Nguyễn Ánh", "𒀀𒀁"]) == ("𒀀𒀁",)


def test_a_lesson_has_the_pages_of_a_substitute_on_her_day_alone():
    lesson = a_lesson("Ana")
    assert sheets_of(lesson) == (Sheet.BOARD, Sheet.SLIPS, Sheet.CARDS)
    handed = replace(lesson, plan=replace(lesson.plan, has_substitute=True))
    assert sheets_of(handed) == tuple(Sheet)
    spare = replace(handed, plan=replace(handed.plan, groups=(), rounds=()))
    assert sheets_of(spare) == (Sheet.SUBSTITUTE,)
