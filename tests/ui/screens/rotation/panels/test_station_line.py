from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.terms import StationKind, VoiceLevel
from plplanner.ui.screens.rotation.panels.station_line import StationLine, station_heads

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


def test_its_kind_is_chosen(line_of):
    line, _ = line_of()
    line.kind.setCurrentIndex(line.kind.findData("hands_on"))
    assert line.typed().kind is StationKind.HANDS_ON
    added, _ = line_of(StationToVisit(-1, "", StationKind.MAKE_UP, ""), is_added=True)
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
    assert station_heads(parent).layout().count() == 10


def test_who_helps_is_typed_with_hours_and_may_be_needed(line_of):
    line, _ = line_of()
    line.adult.setText("Mr. B 9:10-9:40")
    line.needed.click()
    now = line.typed()
    assert (now.adult, now.adult_from, now.adult_until) == ("Mr. B", time(9, 10), time(9, 40))
    assert now.needs_adult
    again, _ = line_of(now)
    assert (again.adult.text(), again.needed.isChecked()) == ("Mr. B 9:10–9:40", True)
    assert again.typed() == now
    assert again.needed.accessibleName() == "<b>Digital runs only with an adult"


def test_hours_that_cannot_be_read_are_said_where_they_stand(line_of):
    line, _ = line_of()
    line.adult.setText("Mr. B 9:10")
    words, field = line.trouble()
    assert words == "“Mr. B 9:10” is no name with hours. Write it like Ms. R Mon, Wed 9:10–9:40."
    assert (field, line.typed()) == (line.adult, None)


def test_where_somebody_leads_she_is_needed_and_there_is_nothing_to_choose(line_of):
    led, _ = line_of(replace(DIGITAL, kind=StationKind.TEACHER_LED), is_added=True)
    led.needed.setChecked(True)
    assert led.needed.isHidden()
    assert not led.typed().needs_adult
    led.kind.setCurrentIndex(led.kind.findData("assessment"))
    assert not led.needed.isHidden()
    assert led.typed().needs_adult


def test_what_is_cut_in_a_field_is_read_beside_it(line_of):
    line, _ = line_of()
    line.when_done.setText("Choose one <b>of these</b>")
    assert "&lt;b&gt;" in line.when_done.toolTip()


def test_the_mouse_and_the_keys_say_that_an_adult_is_needed(line_of, qtbot):
    line, _ = line_of()
    line.show()
    qtbot.mouseClick(
        line.needed, Qt.MouseButton.LeftButton, pos=QPoint(8, line.needed.height() // 2)
    )
    assert line.typed().needs_adult
    qtbot.keyClick(line.needed, Qt.Key.Key_Space)
    assert not line.typed().needs_adult
