import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.terms import StationKind, VoiceLevel
from plplanner.ui.screens.rotation.station_line import StationLine, station_heads

DIGITAL = StationToVisit(4, "<b>Digital", StationKind.DIGITAL, "Cart", 6, "Read", "Ms. R")


@pytest.fixture
def line_of(qtbot, theme):
    parent, heard = QWidget(), []
    qtbot.addWidget(parent)

    def make(station=DIGITAL, *, is_added=False):
        return StationLine(
            station, is_added=is_added, theme=theme, parent=parent,
            on_enter=lambda: heard.append("enter"), on_remove=heard.append,
        ), heard  # fmt: skip

    return make


def test_a_line_holds_a_station_as_it_is(line_of):
    line, _ = line_of()
    assert line.typed() == DIGITAL
    line.name.setText("  Screens ")
    line.voice.setCurrentIndex(1)
    line.seats.setText("")
    now = line.typed()
    assert (now.name, now.voice, now.seats) == ("Screens", VoiceLevel.SILENT, None)
    assert line.adult.accessibleName() == "Who helps at Screens"


@pytest.mark.parametrize("typed", ["some", "0", "-2", "²"])
def test_seats_are_a_number(line_of, typed):
    line, _ = line_of()
    line.seats.setText(typed)
    assert line.typed() is None


def test_only_a_station_just_added_has_its_kind_chosen(line_of):
    line, _ = line_of()
    assert line.kind.isHidden()
    added, _ = line_of(StationToVisit(-1, "", StationKind.MAKE_UP, ""), is_added=True)
    assert not added.kind.isHidden()
    added.kind.setCurrentIndex(added.kind.findData("assessment"))
    assert added.typed().kind is StationKind.ASSESSMENT
    assert added.remove.accessibleName() == "Remove the new station"


def test_one_that_shall_go_is_struck_out_until_it_is_kept_after_all(line_of):
    line, heard = line_of()
    line.remove.click()
    assert heard == [line]
    line.let_go(is_gone=True)
    assert (line.name.isEnabled(), line.name.font().strikeOut()) == (False, True)
    assert line.remove.accessibleName() == "Keep <b>Digital"
    line.let_go(is_gone=False)
    assert (line.name.isEnabled(), line.remove.accessibleName()) == (True, "Remove <b>Digital")


def test_the_wheel_never_chooses(line_of):
    line, _ = line_of()
    down = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(line.voice, down)
    assert line.voice.currentIndex() == 0


def test_heads_stand_over_the_columns(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    assert station_heads(parent).layout().count() == 8
