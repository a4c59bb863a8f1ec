"""Gradebook files of many systems through the whole window, by posted events, and counted."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox

from plplanner.gradebook.queries import assessments_of_class
from plplanner.importing.queries import import_history
from plplanner.roster.commands import add_class
from tests.importing.districts import a_district
from tests.importing.reader_here import ReaderHere
from tests.journeys.teacher import Teacher

FILES = Path(__file__).parents[1] / "gradebook_files"
CONTROL = Qt.KeyboardModifier.ControlModifier
AFTER_THE_FIRST_TIME = 6
MIXED = [
    FILES / "google" / "Math 6 P2 grades.csv",
    FILES / "google" / "Exit ticket 9-4.csv",
    FILES / "google" / "Ratios Exit Ticket (Responses) - Form Responses 1.csv",
]
NO_IDS = FILES / "generic" / "Rivera Q1 gradebook.xlsx"
EACH_ALONE = [
    FILES / "canvas" / "2026-10-14T0915_Grades-MATH6-P2.csv",
    FILES / "blackboard" / "gc_MATH6_fullgc_2026-10-12-08-41-07.xls",
    FILES / "brightspace" / "MATH6_GradesExport_2026-10-12-21-56.csv",
    FILES / "nwea" / "CDF_Fall2026",
    FILES / "oneroster" / "oneroster11_bulk.zip",
    FILES / "star" / "SR_v2.csv",
    FILES / "kahoot" / "Ratios warm-up.xlsx",
]


@pytest.fixture
def teacher(window_on, empty_planner, qtbot, monkeypatch):
    empty_planner.do(add_class, name="Math 6")
    teacher = Teacher(window_on(empty_planner, room="scores"), qtbot, monkeypatch)
    # A process for each of so many files would take a minute; one journey below has a real one.
    teacher.window.screen_of("import").drawer.reading.new_reader = ReaderHere
    return teacher


def scores_in(planner):
    return sum(row.counts.scores_new for row in planner.ask(import_history))


# Every sample file of every system; the name of the sheet of answers says which are files.
EVERY_FILE = sorted(
    answers.with_name(answers.name.removesuffix(".expected.json"))
    for answers in FILES.glob("*/*.expected.json")
    if answers.parent.name != "resources"
)


def goes_in(teacher, planner, path):
    """Drop it, look, Enter; returns how many actions that took."""
    before = teacher.actions
    teacher.drop(path)
    teacher.sees("Import scores")
    teacher.button("Import ")
    teacher.press(Qt.Key.Key_Return)
    teacher.qtbot.waitUntil(lambda: bool(planner.ask(import_history)))
    assert planner.findings() == []
    return teacher.actions - before


@pytest.mark.parametrize(
    "path",
    [pytest.param(one, marks=[] if one == NO_IDS else pytest.mark.long) for one in EVERY_FILE],
    ids=lambda path: f"{path.parent.name}-{path.name}",
)
def test_every_sample_file_goes_in_through_the_window(teacher, empty_planner, path):
    assert goes_in(teacher, empty_planner, path) <= AFTER_THE_FIRST_TIME
    (row,) = empty_planner.ask(import_history)
    assert row.counts.students_new > 0


@pytest.mark.long
def test_each_file_goes_in_with_a_drop_and_enter_and_again_says_that_nothing_is_new(
    teacher, empty_planner
):
    for number, path in enumerate(EACH_ALONE, start=1):
        before = teacher.actions
        teacher.drop(path)
        teacher.sees("Import scores")
        teacher.button("Import ")
        teacher.press(Qt.Key.Key_Return)
        teacher.sees("Groups")
        assert len(empty_planner.ask(import_history)) == number, path.name
        assert teacher.actions - before <= AFTER_THE_FIRST_TIME
    teacher.drop(EACH_ALONE[0])
    teacher.click("Go to Groups")
    teacher.sees("Groups")
    assert len(empty_planner.ask(import_history)) == len(EACH_ALONE)
    assert empty_planner.findings() == []


@pytest.mark.long
def test_several_files_are_taken_in_by_enter_alone(teacher, empty_planner):
    teacher.drop(*MIXED)
    teacher.sees("Import scores")
    drawer = teacher.window.screen_of("import").drawer
    for place in range(len(MIXED)):
        teacher.qtbot.waitUntil(lambda place=place: drawer.place == place and drawer.can_import)
        teacher.button("Import ")
        teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    assert teacher.actions == 1 + len(MIXED)
    assert len(empty_planner.ask(import_history)) == len(MIXED)


@pytest.mark.long
def test_next_week_s_file_of_the_same_shape_brings_only_what_is_new(
    teacher, empty_planner, tmp_path
):
    first = EACH_ALONE[0]
    teacher.drop(first)
    teacher.button("Import ")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    had = scores_in(empty_planner)
    later = tmp_path / "2026-10-21T0915_Grades-MATH6-P2.csv"
    shutil.copy(first, later)
    later.write_text(later.read_text(encoding="utf-8-sig").replace(",4.00,", ",4.50,"), "utf-8")
    before = teacher.actions
    teacher.drop(later)
    teacher.button("Import ")
    screen = teacher.window.screen_of("import")
    teacher.qtbot.waitUntil(lambda: 0 < screen.table.model().rowCount() < 30)
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    assert teacher.actions - before <= AFTER_THE_FIRST_TIME
    assert scores_in(empty_planner) == had


@pytest.mark.long
def test_an_import_is_removed_days_later_and_undone_by_keyboard(teacher, empty_planner):
    teacher.drop(NO_IDS)
    teacher.button("Import ")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    held = empty_planner.digest()
    teacher.press(Qt.Key.Key_6, CONTROL)
    teacher.sees("Scores")
    teacher.tab_to("Imports")
    teacher.sees("Imports")
    teacher.press(Qt.Key.Key_Delete)
    assert empty_planner.undo_label == "Remove the import of “Rivera Q1 gradebook.xlsx”"
    assert empty_planner.digest() != held
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert empty_planner.digest() == held


def walk_to(teacher, widget):
    """Tab to a widget; walking is one action, however far."""
    for _ in range(60):
        if widget.hasFocus():
            break
        teacher.press(Qt.Key.Key_Tab)
        teacher.actions -= 1
    assert widget.hasFocus()
    teacher.actions += 1


def open_questions(screen):
    """How many students the report asks about before anything can come in."""
    asked = screen.report.findChildren(QComboBox)
    return sum(one.accessibleName().startswith("Row ") for one in asked)


def click_at(teacher, widget, place):
    """Click at a place of a widget, as on a line of an open list."""
    teacher.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    teacher.actions += 1


def window_is_active_again(teacher):
    """A list closed: without a desktop, nobody else gives the window the keyboard back."""
    teacher.window.activateWindow()
    teacher.qtbot.waitUntil(teacher.window.isActiveWindow)


@pytest.mark.long
def test_two_students_of_one_name_are_told_apart_before_anything_comes_in(
    teacher, empty_planner, tmp_path
):
    teacher.drop(NO_IDS)
    teacher.button("Import ")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    teacher.drop(FILES / "zipgrade" / "quiz-Unit1-standard20180510.csv")
    screen = teacher.window.screen_of("import")
    teacher.qtbot.waitUntil(lambda: len(screen.drawer.to_settle) == 2)
    assert not screen.report.import_button.isEnabled()
    for place in range(2):
        teacher.qtbot.waitUntil(lambda: bool(screen.report.findChildren(QComboBox)))
        who = screen.report.findChildren(QComboBox)[0]
        assert who.accessibleName().startswith("Row ")
        walk_to(teacher, who)
        for _ in range(2 + place):
            teacher.press(Qt.Key.Key_Down)
        teacher.qtbot.waitUntil(lambda: not screen.drawer.is_thinking)
        teacher.qtbot.waitUntil(lambda left=1 - place: open_questions(screen) == left)
    teacher.tab_to("Import ")
    teacher.sees("Groups")
    assert len(empty_planner.ask(import_history)) == 2


@pytest.mark.long
def test_a_table_pasted_in_scores_comes_in(teacher, empty_planner):
    QGuiApplication.clipboard().setText("Name\tExit 6.RP.A.1 /5\nAnn Li\t3\nBo Ek\t4\n")
    teacher.press(Qt.Key.Key_V, CONTROL)
    teacher.sees("Import scores")
    teacher.button("Import 2")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    assert teacher.actions == 2
    (row,) = empty_planner.ask(
        assessments_of_class, class_id=teacher.window.stage.choice.class_id or 0
    )
    assert row.standards == ("6.RP.A.1",)


@pytest.mark.long
def test_one_class_of_a_district_comes_in_by_keyboard(
    teacher, empty_planner, tmp_path, monkeypatch
):
    district = a_district(tmp_path, monkeypatch, classes=5)
    crowd = teacher.window.screen_of("import").crowd
    teacher.drop(district)
    teacher.qtbot.waitUntil(crowd.field.hasFocus)
    teacher.press(Qt.Key.Key_4)
    teacher.press(Qt.Key.Key_Return)
    window_is_active_again(teacher)
    teacher.button("Import 12 scores")
    teacher.press(Qt.Key.Key_Return)
    teacher.sees("Groups")
    assert teacher.actions == 4
    teacher.drop(district)  # next week the class is known, so nothing is asked
    teacher.click("Go to Groups")
    teacher.sees("Groups")
    assert [row.classes for row in empty_planner.ask(import_history)] == [("Math P4",)]


@pytest.mark.long
def test_one_class_of_a_district_comes_in_by_mouse(teacher, empty_planner, tmp_path, monkeypatch):
    crowd = teacher.window.screen_of("import").crowd
    teacher.drop(a_district(tmp_path, monkeypatch, classes=5))
    teacher.qtbot.waitUntil(crowd.field.isVisible)
    click_at(teacher, crowd.field, crowd.field.rect().center())
    offered = crowd.completer.popup()
    teacher.qtbot.waitUntil(offered.isVisible)
    click_at(teacher, offered.viewport(), offered.visualRect(offered.model().index(2, 0)).center())
    window_is_active_again(teacher)
    teacher.click("Import 12 scores")
    teacher.sees("Groups")
    assert teacher.actions == 4
    assert [row.classes for row in empty_planner.ask(import_history)] == [("Math P2",)]


@pytest.mark.long
def test_j2_with_a_near_miss_by_keyboard_alone(teacher, empty_planner, tmp_path):
    roster, game = tmp_path / "roster.csv", tmp_path / "game.csv"
    roster.write_text("Name\nMaria Garcia\nMaria Gonzales\n", "utf-8")
    game.write_text("Name,Warm-up /5\nMaria G,4\n", "utf-8")
    for path in (roster, game):
        teacher.will_choose(path)
        teacher.press(Qt.Key.Key_I, CONTROL)
        teacher.sees("Import scores")
        teacher.button("Import ")
        if path is roster:
            teacher.press(Qt.Key.Key_Return)
            teacher.sees("Students")
    report = teacher.window.screen_of("import").report
    found = []
    teacher.qtbot.waitUntil(lambda: bool(found.extend(report.findChildren(QComboBox)) or found))
    who = found[0]
    walk_to(teacher, who)
    teacher.press(Qt.Key.Key_Down)
    drawer = teacher.window.screen_of("import").drawer
    teacher.qtbot.waitUntil(lambda: not drawer.is_thinking)
    assert drawer.preview.counts.students_matched == 1
    assert teacher.window.focusWidget().accessibleName().startswith("Maria G: is this")
    teacher.tab_to("Import 1")
    teacher.sees("Groups")
    assert len(empty_planner.ask(import_history)) == 2
