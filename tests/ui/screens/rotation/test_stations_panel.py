from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.stations_panel import (
    SetUp,
    StationsPanel,
    ask_for_stations,
    keep_stations,
    set_up_of,
)
from tests.builders import MONDAY

STATIONS = [
    StationToVisit(1, "Together", StationKind.COLLABORATIVE, "Table 3", adult="Ms. R"),
    StationToVisit(2, "<b>Digital", StationKind.DIGITAL, "Chromebooks"),
]


@pytest.fixture
def panel(qtbot):
    parent, kept = QWidget(), []
    qtbot.addWidget(parent)
    made = StationsPanel(STATIONS, on_set=kept.append, parent=parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, kept
    made.close()


def test_each_station_has_its_line_and_enter_keeps_all(panel, qtbot):
    made, kept = panel
    assert [line.adult.text() for line in made.lines.values()] == ["Ms. R", ""]
    line = made.lines["<b>Digital"]
    assert line.adult.accessibleName() == "Who helps at <b>Digital"
    qtbot.keyClicks(line.adult, "Mr.  B")
    qtbot.keyClicks(line.seats, "4")
    qtbot.keyClick(line.adult, Qt.Key.Key_Return)
    together, digital = SetUp("Table 3", "", "", "Ms. R"), SetUp("Chromebooks", "4", "", "Mr. B")
    assert kept == [{"Together": together, "<b>Digital": digital}]
    assert not made.isVisible()


@pytest.mark.parametrize("typed", ["some", "0", "-2"])
def test_seats_are_a_number_or_the_panel_says_so(panel, typed):
    made, kept = panel
    made.lines["Together"].seats.setText(typed)
    made.set.click()
    assert (kept, made.isVisible()) == ([], True)
    assert made.error.text() == "Seats at Together: type a number, or leave it blank."


def test_escape_keeps_nothing(panel, qtbot):
    made, kept = panel
    qtbot.keyClick(made.lines["Together"].place, Qt.Key.Key_Escape)
    assert (kept, made.isVisible()) == ([], False)


def stations(desk):
    return {row.name: row for row in desk.ask(stations_of_class, class_id=1)}


@pytest.mark.long
def test_stations_are_set_up_in_one_step_even_of_a_draft_and_nothing_new_is_none(grouped, stage_on):
    stage = stage_on(grouped)
    desk, before = stage.desk, grouped.digest()
    lesson = lesson_on(desk, stage.choice.school_class, MONDAY, zone=None)
    assert lesson.draft is not None
    known = {row.name: set_up_of(row) for row in lesson.problem.stations}
    keep_stations(stage, lesson, known)
    assert grouped.digest() == before
    digital = replace(known["Digital"], seats="5", adult="Ms. R")
    keep_stations(stage, lesson, {**known, "Digital": digital})
    assert (stations(desk)["Digital"].seats, stations(desk)["Digital"].adult) == (5, "Ms. R")
    assert desk.undo_label == "Set up stations"
    desk.undo()
    assert grouped.digest() == before


def test_the_panel_of_a_lesson_knows_its_stations(planned, stage_on, qtbot):
    stage = stage_on(planned)
    lesson = lesson_on(stage.desk, stage.choice.school_class, MONDAY, zone=None)
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_for_stations(stage, lesson, parent, parent)
    panel = parent.findChild(StationsPanel)
    assert "Teacher table" in panel.lines
    panel.lines["Together"].place.setText("Table 9")
    panel.set.click()
    assert stations(stage.desk)["Together"].place == "Table 9"
