"""A teacher's evening, through the whole window, with posted events only, and counted."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from plplanner.assets import asset
from tests.journeys.teacher import Teacher

CONTROL = Qt.KeyboardModifier.ControlModifier
GRADEBOOK = asset("sample", "gradebook.csv")


@pytest.fixture
def teacher_at(window_on, qtbot, monkeypatch):
    return lambda planner, room="tomorrow": Teacher(
        window_on(planner, room=room), qtbot, monkeypatch
    )


def words_of(path):
    pdf = pypdfium2.PdfDocument(path)
    return len(pdf), "".join(pdf[page].get_textpage().get_text_range() for page in range(len(pdf)))


def undo_everything(teacher):
    desk = teacher.window.stage.desk
    for _ in range(30):
        if desk.undo_label is None:
            return
        teacher.press(Qt.Key.Key_Z, CONTROL)
    raise AssertionError("Undo never came to an end")


@pytest.mark.long
def test_j2_from_an_empty_window_to_printed_cards_and_back_by_undo(
    teacher_at, empty_planner, tmp_path
):
    before = empty_planner.digest()
    teacher = teacher_at(empty_planner)
    teacher.sees("Welcome")
    teacher.drop(GRADEBOOK)
    teacher.sees("Import scores")
    teacher.click_primary()
    teacher.sees("Groups")
    teacher.click_primary()
    teacher.press(Qt.Key.Key_1, CONTROL)
    teacher.sees("Tomorrow")
    teacher.click_primary()
    teacher.sees("Print")
    teacher.will_choose(tmp_path / "tomorrow.pdf")
    teacher.click_primary()
    teacher.qtbot.waitUntil((tmp_path / "tomorrow.pdf").exists, timeout=20_000)
    assert teacher.actions <= 10
    pages, words = words_of(tmp_path / "tomorrow.pdf")
    assert pages == 12
    assert all(name in words for name in ("Siobhán", "Wanjiru", "Ana Ga.", "Ana Gó."))
    assert empty_planner.findings() == []
    undo_everything(teacher)
    teacher.sees("Welcome")
    assert empty_planner.digest() == before


def test_j1_tomorrow_is_drafted_and_ready_in_a_few_actions_without_typing(
    teacher_at, planned, tmp_path
):
    teacher = teacher_at(planned)
    teacher.sees("Tomorrow")
    teacher.click("Mark as ready")
    teacher.click_primary()
    teacher.will_choose(tmp_path / "monday.pdf")
    teacher.click_primary()
    teacher.qtbot.waitUntil((tmp_path / "monday.pdf").exists, timeout=20_000)
    assert teacher.actions <= 12
    assert planned.undo_label == "Mark the plan as ready"


@pytest.mark.long
def test_j6_only_the_cards_in_five_actions(teacher_at, planned, tmp_path):
    teacher = teacher_at(planned, room="students")
    teacher.press(Qt.Key.Key_P, CONTROL)
    teacher.sees("Print")
    teacher.click("Print class board")
    teacher.click("Print student slips")
    teacher.will_choose(tmp_path / "cards.pdf")
    teacher.click_primary()
    teacher.qtbot.waitUntil((tmp_path / "cards.pdf").exists, timeout=20_000)
    assert teacher.actions <= 5
    pages, words = words_of(tmp_path / "cards.pdf")
    assert pages == 7
    assert words.count("Show what you know") == 28


@pytest.mark.long
def test_the_whole_way_by_keyboard_alone(teacher_at, empty_planner, tmp_path):
    teacher = teacher_at(empty_planner)
    teacher.will_choose(GRADEBOOK)
    teacher.press(Qt.Key.Key_I, CONTROL)
    teacher.sees("Import scores")
    teacher.button("Import 1")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    teacher.tab_to("Use these groups")
    teacher.press(Qt.Key.Key_1, CONTROL)
    teacher.sees("Tomorrow")
    teacher.press(Qt.Key.Key_P, CONTROL)
    teacher.sees("Print")
    teacher.will_choose(tmp_path / "tomorrow.pdf")
    teacher.tab_to("Save ")
    teacher.qtbot.waitUntil((tmp_path / "tomorrow.pdf").exists, timeout=20_000)
    assert words_of(tmp_path / "tomorrow.pdf")[0] == 12
