from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.panels.stations import StationsPanel, WantedStations

TABLE = StationToVisit(1, "Teacher table", StationKind.TEACHER_LED, "Back table", adult="Ms. R")
DIGITAL = StationToVisit(2, "<b>Digital", StationKind.DIGITAL, "Chromebooks")
PAIRS = StationToVisit(3, "Pairs", StationKind.COLLABORATIVE, "Rug")


@pytest.fixture
def panel(qtbot, theme):
    parent, kept = QWidget(), []
    qtbot.addWidget(parent)
    made = StationsPanel(
        [TABLE, DIGITAL, PAIRS],
        groups=2,
        theme=theme,
        on_set=kept.append,
        on_lost=kept.append,
        parent=parent,
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, kept
    made.close()


def test_each_station_has_its_line_and_enter_keeps_all(panel, qtbot):
    made, kept = panel
    assert [line.adult.text() for line in made.lines] == ["Ms. R", "", ""]
    line = made.lines[1]
    qtbot.keyClicks(line.adult, "Mr.  B")
    qtbot.keyClicks(line.seats, "4")
    qtbot.keyClick(line.adult, Qt.Key.Key_Return)
    assert kept == [WantedStations((TABLE, replace(DIGITAL, seats=4, adult="Mr. B"), PAIRS), ())]
    assert not made.isVisible()


def test_seats_are_a_number_or_the_panel_says_so(panel):
    made, kept = panel
    made.lines[2].seats.setText("some")
    made.set.click()
    assert (kept, made.isVisible()) == ([], True)
    assert made.error.text() == "Seats at Pairs: type a number, or leave it blank."


def test_a_click_beside_the_panel_keeps_what_was_typed(panel):
    made, kept = panel
    made.lines[1].name.setText("Screens")
    made.close()  # as Qt does at a click beside a popup
    assert [one.name for one in kept[0].stations] == ["Teacher table", "Screens", "Pairs"]


def test_what_cannot_be_kept_then_is_told(panel):
    made, kept = panel
    made.lines[1].name.setText("pairs")
    made.close()
    assert kept == [
        "The stations stay as they were. Two stations are called “Pairs”. Give one of them "
        "another name."
    ]


def test_escape_keeps_nothing(panel, qtbot):
    made, kept = panel
    made.lines[0].place.setText("Hall")
    qtbot.keyClick(made.lines[0].place, Qt.Key.Key_Escape)
    assert (kept, made.isVisible()) == ([], False)


def test_a_station_is_added_by_keys_alone(panel, qtbot):
    made, kept = panel
    high = made.height()
    qtbot.keyClick(made.add, Qt.Key.Key_Return)
    line = made.lines[-1]
    assert QApplication.focusWidget() is line.name
    assert made.height() > high
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    assert made.error.text() == "This station has no name. Type one."
    qtbot.keyClicks(line.name, "pairs")
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    assert made.error.text() == "Two stations are called “pairs”. Give one of them another name."
    assert QApplication.focusWidget() is line.name
    qtbot.keyClicks(line.name, " 2")
    qtbot.keyClick(line.name, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line.kind
    qtbot.keyClick(line.kind, Qt.Key.Key_H)
    qtbot.keyClick(line.name, Qt.Key.Key_Return)
    added = kept[0].stations[-1]
    assert (added.name, added.kind, added.station_id) == ("pairs 2", StationKind.HANDS_ON, -1)
    assert added.when_done


def test_one_just_added_is_forgotten_at_once(panel):
    made, kept = panel
    made.add_line()
    made.lines[-1].remove.click()
    assert len(made.lines) == 3
    made.set.click()
    assert kept == [WantedStations((TABLE, DIGITAL, PAIRS), ())]


def test_a_station_goes_with_all_else_and_can_be_kept_until_then(panel, qtbot):
    made, kept = panel
    assert made.note.isHidden()
    qtbot.keyClick(made.lines[2].remove, Qt.Key.Key_Return)
    words = "“Pairs” goes with “Set”. Plans you have keep it; the next draft is without it."
    assert (made.note.text(), made.note.isHidden()) == (words, False)
    made.lines[2].remove.click()
    assert made.note.isHidden()
    made.lines[2].remove.click()
    made.set.click()
    assert kept == [WantedStations((TABLE, DIGITAL), (PAIRS,))]


def test_what_the_class_cannot_be_without_stays_and_the_panel_says_why(panel):
    made, kept = panel
    made.lines[0].remove.click()
    made.set.click()
    assert "is the only station led by a teacher. Keep it" in made.error.text()
    assert QApplication.focusWidget() is made.lines[0].remove
    made.lines[0].remove.click()
    assert made.error.isHidden()
    for line in made.lines[1:]:
        line.remove.click()
    made.set.click()
    assert made.error.text().startswith("2 groups need 2 stations, and 1 is left")
    assert kept == []


def test_a_second_station_led_by_a_teacher_needs_to_know_by_whom(panel):
    made, kept = panel
    made.lines[0].adult.clear()
    made.add_line()
    made.lines[-1].name.setText("Carpet")
    made.lines[-1].kind.setCurrentIndex(0)
    made.set.click()
    assert made.error.text().startswith("You lead “Teacher table” and cannot be at “Carpet” too.")
    assert QApplication.focusWidget() is made.lines[-1].adult
    made.lines[-1].adult.setText("Ms. R")
    made.set.click()
    assert kept[0].stations[-1].adult == "Ms. R"


def test_many_stations_scroll(panel):
    made, _ = panel
    for _ in range(12):
        made.add_line()
    assert made.height() < 600


def test_the_only_station_that_is_led_keeps_its_kind(panel):
    made, kept = panel
    kind = made.lines[0].kind
    kind.setCurrentIndex(kind.findData("digital"))
    made.set.click()
    assert kept == []
    assert made.error.text().endswith("Leave its kind, or add another that is teacher-led.")
    assert QApplication.focusWidget() is kind


def before_of(line):
    return [line.after.itemText(place) for place in range(line.after.count())]


def test_one_station_comes_after_another_by_its_name_of_now(panel, qtbot):
    made, kept = panel
    assert before_of(made.lines[1]) == ["Anything", "Teacher table", "Pairs"]
    qtbot.keyClick(made.lines[1].after, Qt.Key.Key_Down)
    assert made.lines[1].after.currentText() == "Teacher table"
    made.lines[0].name.setText("Front table")
    made.lines[0].name.editingFinished.emit()
    assert made.lines[1].after.currentText() == "Front table"
    made.set.click()
    assert [one.after for one in kept[0].stations] == ["", "Front table", ""]


def test_what_is_removed_comes_before_nothing(panel):
    made, kept = panel
    made.lines[0].after.setCurrentIndex(2)
    made.lines[2].remove.click()
    assert before_of(made.lines[0]) == ["Anything", "<b>Digital"]
    made.set.click()
    assert [one.after for one in kept[0].stations] == ["", ""]


def test_two_stations_that_wait_for_each_other_are_told(panel):
    made, kept = panel
    made.lines[1].after.setCurrentIndex(2)
    made.lines[2].after.setCurrentIndex(2)
    made.set.click()
    assert kept == []
    assert made.error.text().startswith("“<b>Digital” would have to come after itself.")
