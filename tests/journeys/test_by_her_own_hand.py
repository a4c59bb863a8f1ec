"""What the teacher fixes by hand and a week planned at once, through the whole window by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.rotation.queries import plans_between
from tests.builders import MONDAY
from tests.journeys.test_other_days import (  # noqa: F401 - a fixture is found by its name
    CONTROL,
    be_active,
    open_from,
    press_in,
    screen_of,
    teacher,
    undo,
)
from tests.journeys.test_today import be_active as on_grid

pytestmark = pytest.mark.long
FRIDAY = MONDAY + timedelta(days=4)


def cells(teacher):  # noqa: F811
    return [
        [(cell.station, cell.task) for cell in line]
        for line in screen_of(teacher).model.grid().cells
    ]


def test_a_cell_is_locked_with_space_and_survives_another_draft(teacher, planned, qtbot):  # noqa: F811
    digest = planned.digest()
    on_grid(teacher)
    grid = screen_of(teacher).grid
    grid.setFocus()
    grid.setCurrentIndex(grid.table.index(1, 2))
    teacher.press(Qt.Key.Key_Space)
    assert planned.undo_label.startswith("Lock round 2 of ")
    before = cells(teacher)[1][1]
    said = []
    teacher.window.stage.wishes.say.connect(said.append)
    screen_of(teacher).model.draft_again(2)
    qtbot.waitUntil(lambda: bool(said))
    assert cells(teacher)[1][1] == before
    assert screen_of(teacher).model.grid().cells[1][1].is_locked
    undo(teacher)
    undo(teacher)
    assert planned.digest() == digest


def test_a_round_is_made_longer_in_the_panel_by_keys(teacher, planned, qtbot):  # noqa: F811
    digest, before = planned.digest(), cells(teacher)
    panel = open_from(teacher, screen_of(teacher).bar.rounds, "Set the length")
    for _ in range(2):
        press_in(teacher, panel.lengths[0], Qt.Key.Key_Up)
        press_in(teacher, panel.lengths[2], Qt.Key.Key_Down)
    press_in(teacher, panel.lengths[0], Qt.Key.Key_Return)
    assert [row.minutes for row in screen_of(teacher).model.lesson.plan.rounds] == [15, 13, 11]
    assert cells(teacher) == before
    undo(teacher)
    assert planned.digest() == digest


def test_the_days_of_a_week_without_a_plan_are_planned_in_three_keys(teacher, planned, qtbot):  # noqa: F811
    digest = planned.digest()
    be_active(teacher)
    teacher.actions = 0
    teacher.press(Qt.Key.Key_2, CONTROL)
    teacher.sees("Week")
    teacher.tab_to("Plan the whole week")
    week = teacher.window.screen_of("week")
    qtbot.waitUntil(week.offer.keep.hasFocus)
    assert planned.digest() == digest
    teacher.press(Qt.Key.Key_Return)
    found = planned.ask(plans_between, class_id=1, first=MONDAY, last=FRIDAY)
    assert [plan.day for plan in found] == [MONDAY + timedelta(days=ahead) for ahead in range(5)]
    assert all(any(cell.meets for cell in line.cells) for line in week.model.lines)
    assert teacher.actions <= 4
    assert QApplication.focusWidget() is week.view
    undo(teacher)
    assert planned.digest() == digest
