import pytest
from PySide6.QtCore import Qt

from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.view import TomorrowScreen

MAYA = 4
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(grouped, stage_on, qtbot):
    made = TomorrowScreen(stage_on(grouped))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    yield made
    made.step_back()


def hold_over(screen, qtbot, line, place, other):
    screen.grid.setCurrentIndex(screen.grid.table.index(line, place + 1))
    qtbot.keyClick(screen.grid, Qt.Key.Key_X, CTRL)
    step = Qt.Key.Key_Right if other > place else Qt.Key.Key_Left
    for _ in range(abs(other - place)):
        qtbot.keyClick(screen.grid, step)


def maya_s_line(plan):
    """The line of the group of Maya, who is out for a while, and where it meets the teacher."""
    for line, group in enumerate(plan.groups):
        led = [visit.station_kind is StationKind.TEACHER_LED for visit in group.visits]
        if MAYA in group.student_ids:
            return line, led.index(True)
    raise AssertionError("Maya is in no group")


def test_a_round_that_is_held_over_another_is_judged_and_let_go_of_again(screen, qtbot):
    before = screen.banner.accessibleName()
    hold_over(screen, qtbot, 0, 1, 2)
    assert screen.banner.accessibleName().startswith("Then: ")
    assert "would swap rounds 2 and 3." in screen.banner.words.text()
    assert screen.grid._paint.warned is None
    qtbot.keyClick(screen.grid, Qt.Key.Key_Escape)
    assert screen.banner.accessibleName() == before


def test_a_round_in_which_somebody_would_be_out_is_warned_of_before_the_drop(screen, qtbot):
    line, place = maya_s_line(screen.model.lesson.plan)
    assert place > 0, "Maya is out in round 1, and the draft knows"
    hold_over(screen, qtbot, line, place, 0)
    assert screen.banner.words.text().startswith("Maya is out 9:05–9:25")
    assert screen.grid._paint.warned == (line, 1)
    qtbot.keyClick(screen.grid, Qt.Key.Key_V, CTRL)
    assert screen.grid._paint.warned is None
    assert any("Maya is out" in one.text for one in screen.model.lesson.checks.to_look_at)
    assert not screen.banner.accessibleName().startswith("Then: ")
