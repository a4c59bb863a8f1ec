import pytest
from PySide6.QtCore import QTime
from PySide6.QtTest import QTest

from plplanner.ui.kit.clock_field import ClockField


@pytest.mark.parametrize("typed", ["10:30", "8:05", "23:59", "9:15"])
def test_a_time_typed_over_the_whole_field_is_the_one_that_was_typed(qtbot, typed):
    field = ClockField("Lesson starts")
    qtbot.addWidget(field)
    field.show()
    assert (field.text(), field.accessibleName()) == ("9:00", "Lesson starts")
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.time() == QTime.fromString(typed, "H:mm")
