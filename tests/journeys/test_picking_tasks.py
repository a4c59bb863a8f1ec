"""A task for a cell picked from Resources by keys alone: narrowed, widened, taken, taken back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from plplanner.grouping.saved.queries import newest_groups
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.drafting.queries import day_to_draft
from plplanner.rotation.fresh_draft import fresh_draft
from plplanner.rotation.queries import plan_on
from tests.builders import MONDAY
from tests.journeys.test_other_days import (  # noqa: F401 - a fixture is found by its name
    be_active,
    screen_of,
    teacher,
    undo,
)
from tests.journeys.test_stations_by_hand import type_here, walk_to

pytestmark = pytest.mark.long
CELL = 0, 1


def task_in_cell(planner):
    line, place = CELL
    return planner.ask(plan_on, class_id=1, day=MONDAY).groups[line].visits[place].task


def open_picker(teacher, qtbot):  # noqa: F811
    be_active(teacher)
    screen = screen_of(teacher)
    line, place = CELL
    screen.grid.setFocus()
    screen.grid.setCurrentIndex(screen.grid.table.index(line, place + 1))
    teacher.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def listed(picker):
    return [picker.list.item(row).text() for row in range(picker.list.count())]


def more_of(picker):
    """The button under the list."""
    buttons = picker.findChildren(QPushButton)
    return next(one for one in buttons if one.text().endswith("more without these filters"))


def teach_last_friday(planner):
    friday = MONDAY - timedelta(days=3)
    groups = planner.ask(newest_groups, class_id=1)
    asked = planner.ask(day_to_draft, class_id=1, day=friday, groups=groups)
    planner.do(keep_draft, class_id=1, draft=fresh_draft(asked).draft)


def test_a_task_that_takes_too_long_is_found_without_the_filters_by_keys_alone(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    digest, before = planned.digest(), task_in_cell(planned)
    picker = open_picker(teacher, qtbot)
    assert picker.list.currentItem().text() != before
    short = listed(picker)
    button = more_of(picker)
    count = int(button.text().split()[0])
    for chip in picker.findChildren(QToolButton):
        if chip.isChecked():
            walk_to(qtbot, chip)
            qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert len(listed(picker)) == len(short) + count
    assert not button.isVisible()
    found = next(task for task in listed(picker) if task not in short)
    walk_to(qtbot, picker.field)
    type_here(qtbot, found)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert task_in_cell(planned) == found != before
    undo(teacher)
    assert planned.digest() == digest


def test_what_the_class_had_last_is_told_and_more_is_shown_by_one_key(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    teach_last_friday(planned)
    screen_of(teacher).model.refresh()
    picker = open_picker(teacher, qtbot)
    spoken = [
        picker.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(picker.list.count())
    ]
    assert [words for words in spoken if words and words.endswith("used Fri 20 Nov")]
    short = len(listed(picker))
    button = more_of(picker)
    walk_to(qtbot, button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(listed(picker)) > short
    assert QApplication.focusWidget() is picker.field
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
