from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from plplanner.problems import Problem
from plplanner.roster import commands as roster
from plplanner.store.opening import LeftOpen
from plplanner.store.planner_file import open_planner
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.screens.rotation.panels.must_see import MustSeePanel
from plplanner.ui.screens.rotation.panels.stations import StationsPanel
from plplanner.ui.shell.find_anything import findings
from tests.builders import NOW

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def banner_of(window):
    item = window._banners.itemAt(0)
    return item.widget().label.text() if item else None


def lit(window):
    return [key for key, button in window.rail.buttons.items() if button.isChecked()]


@pytest.mark.long
def test_it_opens_on_the_room_remembered_with_the_class_on_the_rail(window_on, sample_planner):
    window = window_on(sample_planner, room="resources")
    assert window.room == "resources"
    assert window.top_bar.title.text() == "Resources"
    assert window.rail.class_button.name.text() == "Math 3"


@pytest.mark.long
def test_without_a_class_it_welcomes_and_gives_way_when_there_is_one(
    window_on, empty_planner, qtbot
):
    window = window_on(empty_planner, room="print")
    assert window.top_bar.title.text() == "Welcome"
    window.stage.desk.do(roster.add_class, name="Art")
    qtbot.waitUntil(lambda: window.top_bar.title.text() == "Print")
    assert lit(window) == ["print"]
    window.stage.desk.undo()
    qtbot.waitUntil(lambda: window.top_bar.title.text() == "Welcome")
    assert lit(window) == ["tomorrow"]
    window.stage.desk.redo()
    qtbot.waitUntil(lambda: lit(window) == ["print"])


def test_after_a_crash_one_line_says_what_is_saved_and_goes_with_the_next_step(
    window_on, empty_planner
):
    empty_planner.left_open = LeftOpen(NOW - timedelta(minutes=9))
    window = window_on(empty_planner, room="resources")
    assert banner_of(window) == (
        "plplanner did not close properly last time. Everything up to 19:33 is saved."
    )
    window.stage.desk.do(roster.add_class, name="Art")
    assert banner_of(window) is None


def test_keys_open_rooms_and_undo(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    window.stage.desk.do(roster.add_class, name="Art")
    for key, room in ((Qt.Key.Key_5, "resources"), (Qt.Key.Key_7, "students")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.room == room
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.stage.desk.undo_label is None


def test_the_rail_lights_the_room_one_is_in_also_when_another_has_nothing_to_show(
    window_on, empty_planner, qtbot
):
    window = window_on(empty_planner, room="print")
    assert (window.top_bar.title.text(), lit(window)) == ("Welcome", ["tomorrow"])
    qtbot.mouseClick(window.rail.buttons["groups"], Qt.MouseButton.LeftButton)
    assert lit(window) == ["tomorrow"]


@pytest.mark.long
def test_a_problem_is_a_banner_that_goes_with_the_next_step(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.stage.desk.problem.emit(Problem("River has no task.", "Pick one."))
    assert banner_of(window) == "River has no task. Pick one."
    window.stage.desk.do(roster.add_class, name="Art")
    assert banner_of(window) is None


@pytest.mark.long
def test_light_and_dark_switch_live(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.carry_out("dark")
    assert window.stage.theme.mode is Mode.DARK
    assert window.remembered().mode == "dark"
    window.carry_out("dark")
    assert window.stage.theme.mode is Mode.LIGHT


@pytest.mark.long
def test_a_file_dropped_anywhere_is_shown(window_on, sample_planner, monkeypatch):
    window = window_on(sample_planner, room="settings")
    taken = []
    drawer = window.screen_of("import")
    monkeypatch.setattr(type(drawer), "take_files", lambda _, paths: taken.extend(paths))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/grades.csv")])
    copied = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), *copied))
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *copied))
    assert taken == [Path("/tmp/grades.csv")]


@pytest.mark.long
def test_a_planner_open_elsewhere_says_so_at_once(window_on, sample_planner):
    second = open_planner(sample_planner.path, now=NOW)
    window = window_on(second, room="students")
    assert "already open" in banner_of(window)
    second.close()


@pytest.mark.long
def test_what_is_remembered_holds_no_name_of_a_person(window_on, sample_planner):
    remembered = window_on(sample_planner, room="students").remembered()
    assert remembered.room == "students"
    assert (remembered.width, remembered.height) == (1366, 740)
    assert "Garc" not in repr(remembered)


@pytest.mark.long
def test_find_anything_leads_to_rooms_and_acts(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window._go_to_found("room:playlists")
    assert window.room == "playlists"
    window._go_to_found("act:lock")
    assert window._cover.isVisible()


def test_news_stays_in_the_room_it_was_told_in_and_a_warning_goes_along(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    for tone, left in (("news", 0), ("warn", 1), ("error", 1)):
        window.show_banner((tone, "7 pages are saved.", None))
        window.rail.buttons["settings"].click()
        assert window._banners.count() == left


def test_tomorrow_chosen_again_leads_back_from_a_day_that_was_leafed_to(window_on, sample_planner):
    window = window_on(sample_planner, room="tomorrow")
    first = window.stage.choice.day
    window.stage.choice.choose_day(first + timedelta(days=9))
    window.rail.buttons["groups"].click()
    window.rail.buttons["tomorrow"].click()
    assert window.stage.choice.day == first + timedelta(days=9)
    window.rail.buttons["tomorrow"].click()
    assert window.stage.choice.day == first


def test_news_of_one_day_is_not_told_on_another(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    for tone, left in (("news", 0), ("error", 0), ("warn", 1)):
        window.show_banner((tone, "This plan keeps its times.", None))
        window.stage.choice.choose_day(window.stage.choice.day + timedelta(days=1))
        assert window._banners.count() == left


def test_print_opens_and_there_already_prints(window_on, sample_planner, monkeypatch):
    window, printed = window_on(sample_planner, room="settings"), []
    monkeypatch.setattr(window, "open_room", printed.append)
    window.carry_out("print")
    monkeypatch.setattr(
        window._screens.shown, "print_now", lambda: printed.append("paper"), raising=False
    )
    window.carry_out("print")
    assert printed == ["print", "paper"]


@pytest.mark.long
def test_the_undo_of_a_toast_never_takes_back_another_step(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    desk, toast = window.stage.desk, window._toast
    desk.do(roster.add_class, name="Art")
    window.stage.wishes.say.emit("Added “Art”.")
    assert toast.undo.isVisible()
    desk.do(roster.add_class, name="Music")
    assert toast.isVisible()
    assert not toast.undo.isVisible(), "Undo would take back “Music” now"
    desk.undo()
    assert toast.label.text() == "Taken back: Add class “Music”."
    assert not toast.undo.isVisible()
    desk.do(roster.add_class, name="art")
    window.stage.wishes.say.emit("Said after something that was no step.")
    assert not toast.undo.isVisible()


@pytest.mark.long
def test_what_is_found_is_stood_on(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    target = next(one for one in findings(window.stage) if one.says == "Siobhán").target
    window._go_to_found(target)
    screen = window.screen_of("students")
    assert window.room == "students"
    assert screen.pane.view.current_id() == int(target.rpartition(":")[2])


@pytest.mark.long
def test_an_act_of_the_day_that_is_found_is_done_on_tomorrow(window_on, planned, qtbot):
    window = window_on(planned, room="settings")
    window._go_to_found("day:stations")
    assert window.room == "tomorrow"
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), StationsPanel))
    QApplication.activePopupWidget().leave()
    told = []
    window.stage.wishes.tell.connect(told.append)
    window._go_to_found("day:nonsense")
    assert told == ["This day has no plan for that yet."]


@pytest.mark.long
def test_who_comes_to_the_table_is_chosen_in_groups(window_on, planned):
    window = window_on(planned)
    window.stage.wishes.choose_who_comes.emit()
    assert window.room == "groups"
    assert window.screen_of("groups").table.is_wanted


@pytest.mark.long
def test_redo_has_the_keys_of_both_worlds(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    window.stage.desk.do(roster.add_class, name="Music")
    for key, held in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        window.stage.desk.undo()
        assert window.stage.desk.undo_label is None
        qtbot.keyClick(window, key, held)
        assert window.stage.desk.undo_label == "Add class “Music”"


@pytest.mark.long
def test_a_window_is_remembered_where_its_frame_stands(window_on, sample_planner, monkeypatch):
    window = window_on(sample_planner, room="settings")
    monkeypatch.setattr(window, "pos", lambda: QPoint(30, 40))
    monkeypatch.setattr(window, "geometry", lambda: QRect(31, 62, 1366, 740))
    remembered = window.remembered()
    assert (remembered.x, remembered.y, remembered.width) == (30, 40, window.width())


@pytest.mark.long
def test_before_and_in_a_lesson_the_day_itself_is_shown(window_on, planned):
    monday = datetime(2026, 11, 23, 8, 55).astimezone()
    window = window_on(planned, room="print", clock=lambda: monday)
    assert (window.room, window.rail.buttons["tomorrow"].says) == ("tomorrow", "Today")


def test_undo_on_the_toast_takes_back_what_it_names(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    window.stage.desk.do(roster.add_class, name="Art")
    window.stage.wishes.say.emit("Added “Art”.")
    qtbot.mouseClick(window._toast.undo, Qt.MouseButton.LeftButton)
    assert window.stage.desk.undo_label is None
    assert window._toast.label.text() == "Taken back: Add class “Art”."
    assert not window._toast.undo.isVisibleTo(window)
    window.carry_out("redo")
    assert window._toast.label.text() == "Done again: Add class “Art”."
    window.stage.desk.do(roster.add_class, name="Music")
    assert not window._toast.isVisible()


@pytest.mark.long
def test_the_table_one_sees_is_exported_by_key(window_on, planned, qtbot, monkeypatch):
    window, asked = window_on(planned, room="week"), []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: (asked.append(words[1]), ("", ""))[1]
    )
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_E, keys)
    assert asked == ["Export this table of the week"]
    window.open_room("settings")
    qtbot.keyClick(window, Qt.Key.Key_E, keys)
    assert window._toast.label.text() == "There is no table on this screen to export."


@pytest.mark.long
def test_a_new_class_is_begun_from_anywhere_and_found_again(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.stage.wishes.new_class.emit()
    names = window.screen_of("students").names
    assert (window.room, names.is_pasting, names.into) == ("students", True, None)
    names.add_names("Science")
    assert window.stage.choice.school_class.name == "Science"
    window._go_to_found("class:1")
    assert window.stage.choice.school_class.name == "Math 3"


def test_a_window_closed_over_an_open_panel_takes_it_along(window_on, planned):
    window = window_on(planned)
    window.screen_of("tomorrow").do_act("must_see")
    assert isinstance(QApplication.activePopupWidget(), MustSeePanel)
    window.close()
    assert QApplication.activePopupWidget() is None, "Qt would delete it twice, and crash"
