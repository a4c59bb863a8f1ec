import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.station_adults import (
    StationAdults,
    ask_for_adults,
    keep_adults,
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
    made = StationAdults(STATIONS, on_set=kept.append, parent=parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, kept
    made.close()


def test_each_station_has_its_field_and_enter_keeps_all(panel, qtbot):
    made, kept = panel
    assert [field.text() for field in made.fields.values()] == ["Ms. R", ""]
    field = made.fields["<b>Digital"]
    assert field.accessibleName() == "Adult at <b>Digital"
    qtbot.keyClicks(field, "Mr. B")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert kept == [{"Together": "Ms. R", "<b>Digital": "Mr. B"}]
    assert not made.isVisible()


def test_escape_keeps_nothing(panel, qtbot):
    made, kept = panel
    qtbot.keyClick(made.fields["Together"], Qt.Key.Key_Escape)
    assert (kept, made.isVisible()) == ([], False)


def adults(desk):
    return {row.name: row.adult for row in desk.ask(stations_of_class, class_id=1) if row.adult}


@pytest.mark.long
def test_who_helps_where_is_one_step_even_of_a_draft_and_nothing_new_is_none(grouped, stage_on):
    stage = stage_on(grouped)
    desk, before = stage.desk, grouped.digest()
    lesson = lesson_on(desk, stage.choice.school_class, MONDAY, zone=None)
    assert lesson.draft is not None
    keep_adults(stage, lesson, {"Together": "  ", "Digital": ""})
    assert grouped.digest() == before
    keep_adults(stage, lesson, {"Together": " Ms.  R ", "Digital": "Ms. R"})
    assert adults(desk) == {"Together": "Ms. R", "Digital": "Ms. R"}
    assert desk.undo_label == "Say who helps where"
    desk.undo()
    assert grouped.digest() == before


def test_the_panel_of_a_lesson_knows_its_stations(planned, stage_on, qtbot):
    stage = stage_on(planned)
    lesson = lesson_on(stage.desk, stage.choice.school_class, MONDAY, zone=None)
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_for_adults(stage, lesson, parent, parent)
    panel = parent.findChild(StationAdults)
    assert "Teacher table" in panel.fields
    panel.fields["Together"].setText("Ms. R")
    panel.set.click()
    assert adults(stage.desk) == {"Together": "Ms. R"}
