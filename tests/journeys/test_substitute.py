"""J8: the day is handed to a substitute, with posted events only, and counted."""

import pypdfium2
import pytest

from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import SubstituteWords
from plplanner.rotation.substitute.commands import write_for_substitute
from plplanner.terms import StationKind
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher


@pytest.fixture
def teacher_at(window_on, qtbot, monkeypatch):
    return lambda planner, room="tomorrow": Teacher(
        window_on(planner, room=room), qtbot, monkeypatch
    )


def pages_of(path):
    pdf = pypdfium2.PdfDocument(path)
    return [pdf[place].get_textpage().get_text_range() for place in range(len(pdf))]


@pytest.mark.long
def test_j8_from_the_print_room_in_four_actions(teacher_at, planned, tmp_path):
    before = planned.ask(plan_on, class_id=1, day=MONDAY)
    teacher = teacher_at(planned, room="print")
    teacher.click("Hand to a substitute")
    teacher.button("Teach it myself")
    teacher.will_choose(tmp_path / "sub.pdf")
    teacher.click("Save ")
    teacher.qtbot.waitUntil((tmp_path / "sub.pdf").exists, timeout=20_000)
    assert teacher.actions <= 4
    pages = pages_of(tmp_path / "sub.pdf")
    assert [sum(word in page for page in pages) for word in ("FOR THE SUBSTITUTE",
            "BACK TO THE TEACHER", "Class board", "Slips, stack")] == [2, 1, 1, 4]  # fmt: skip
    now = planned.ask(plan_on, class_id=1, day=MONDAY)
    assert not any(
        visit.station_kind is StationKind.TEACHER_LED
        for line in now.groups
        for visit in line.visits
    )
    assert planned.undo_label == "Hand the day to a substitute"
    planned.undo()
    assert planned.ask(plan_on, class_id=1, day=MONDAY) == before


@pytest.mark.long
def test_j8_without_a_plan_the_day_written_beforehand_is_printed(teacher_at, planned, tmp_path):
    words = SubstituteWords(spare_day="Read a book.\nWrite about it.")
    planned.do(write_for_substitute, class_id=1, words=words)
    teacher = teacher_at(planned, room="print")
    teacher.window.stage.choice.choose_day(MONDAY.replace(day=25))
    teacher.click("Print your spare day")
    teacher.will_choose(tmp_path / "spare.pdf")
    teacher.click("Save ")
    teacher.qtbot.waitUntil((tmp_path / "spare.pdf").exists, timeout=20_000)
    assert teacher.actions <= 4
    pages = pages_of(tmp_path / "spare.pdf")
    assert len(pages) == 2
    assert "Read a book." in pages[0]


@pytest.mark.long
def test_j8_without_plan_and_words_there_is_a_next_step(teacher_at, planned):
    teacher = teacher_at(planned, room="print")
    teacher.window.stage.choice.choose_day(MONDAY.replace(day=25))
    teacher.button("Write a day for a substitute")
    teacher.button("Look at the draft")
