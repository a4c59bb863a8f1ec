"""After the exit ticket: groups for tomorrow, by mouse and by keyboard alone, and counted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from plplanner.grouping.saved.queries import newest_groups
from tests.journeys.teacher import Teacher

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
J3_ACTIONS = 6
"""What the regrouping may take, once the scores are in."""


@pytest.fixture
def teacher(window_on, planned, qtbot, monkeypatch):
    return Teacher(window_on(planned, room="scores"), qtbot, monkeypatch)


def groups_on(teacher):
    """The Groups screen, once nothing is being formed."""
    screen = teacher.window.screen_of("groups")
    teacher.qtbot.waitUntil(lambda: not screen.model.is_thinking, timeout=20_000)
    return screen


def seats(screen):
    piles = screen.model.shown.piles
    return {one.name: pile.identity.word for pile in piles for one in pile.students}


def undo_everything(teacher):
    desk = teacher.window.stage.desk
    for _ in range(30):
        if desk.undo_label is None:
            return
        teacher.press(Qt.Key.Key_Z, CONTROL)
    raise AssertionError("Undo never came to an end")


@pytest.mark.long
def test_j3_by_mouse_from_proposal_to_groups_for_tomorrow_and_back(teacher, planned):
    before, saved = planned.digest(), planned.ask(newest_groups, class_id=1)
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    teacher.click("Propose new groups")
    groups_on(teacher)
    slider = screen.controls.calm.slider
    teacher.qtbot.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 9, slider.height() // 2))
    teacher.actions += 1
    groups_on(teacher)
    moves = screen.model.changes.moves
    teacher.qtbot.waitUntil(lambda: len(screen.side.changes.rows) == len(moves))
    tick = next(row.tick for row in screen.side.changes.rows if row.tick.isEnabled())
    name = moves[0].name
    teacher.qtbot.mouseClick(tick, LEFT, pos=QPoint(8, tick.height() // 2))
    teacher.actions += 1
    assert seats(screen)[name] == moves[0].before.word
    teacher.click("Use ")
    assert teacher.actions <= J3_ACTIONS
    now = planned.ask(newest_groups, class_id=1)
    assert now.id != saved.id
    assert planned.undo_label == "Save groups"
    undo_everything(teacher)
    assert planned.digest() == before


@pytest.mark.long
def test_j3_by_keyboard_alone(teacher, planned):
    before = planned.digest()
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    teacher.tab_to("Propose new groups")
    groups_on(teacher)
    walk_to(teacher, screen.controls.calm.slider)
    teacher.press(Qt.Key.Key_End)
    groups_on(teacher)
    changes = screen.side.changes
    teacher.qtbot.waitUntil(lambda: len(changes.rows) == len(screen.model.changes.moves))
    count = screen.model.changes.count
    walk_to(teacher, changes.rows[0].tick)
    teacher.press(Qt.Key.Key_Space)
    assert screen.model.changes.count == count - 1
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    teacher.tab_to(f"Use {count - 1} move")
    assert planned.undo_label == "Save groups"
    undo_everything(teacher)
    assert planned.digest() == before


@pytest.mark.long
def test_absent_in_one_key_and_here_again_in_one_more(teacher, planned):
    before = planned.digest()
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    there = seats(screen)
    teacher.qtbot.waitUntil(lambda: screen.board.chosen_id is not None)
    chosen = screen.board.chosen_id
    teacher.press(Qt.Key.Key_A)
    assert screen.model.shown.student(chosen).is_absent
    assert seats(screen) == there
    teacher.press(Qt.Key.Key_A)
    assert not screen.model.shown.student(chosen).is_absent
    assert teacher.actions == 3
    undo_everything(teacher)
    assert planned.digest() == before


@pytest.mark.long
def test_last_weeks_groups_are_looked_at_and_used_again_by_keyboard(teacher, planned):
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    there = seats(screen)
    teacher.tab_to("Propose new groups")
    groups_on(teacher)
    row = screen.history_row
    walk_to(teacher, row.chips[0])
    teacher.press(Qt.Key.Key_Right)
    assert seats(screen) == there
    teacher.tab_to("Use these again")
    assert planned.undo_label == "Use those groups again"
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert planned.undo_label is None


def walk_to(teacher, goal):
    """Go to a control by Tab alone: one action, however far."""
    for _ in range(80):
        if QApplication.focusWidget() is goal:
            teacher.actions += 1
            return
        teacher.press(Qt.Key.Key_Tab)
        teacher.actions -= 1
    raise AssertionError(f"Tab never reaches {goal.accessibleName()}")


@pytest.mark.long
def test_mixed_groups_for_weeks_and_a_list_for_the_table_by_keyboard_alone(teacher, planned):
    before = planned.digest()
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    walk_to(teacher, screen.foot.layers.buttons["together"])
    teacher.press(Qt.Key.Key_Right)
    teacher.press(Qt.Key.Key_Space)
    assert screen.side.title.text().startswith("Teacher table")
    called = screen.table.names
    teacher.tab_to(f"Take {called[0]} off the list")
    assert screen.table.names == called[1:]
    teacher.tab_to("Keep this list")
    assert planned.undo_label == "Keep the teacher table list"
    teacher.tab_to("Mixed groups of 5–8 for the stations")
    groups_on(teacher)
    teacher.tab_to("Weeks ahead")
    teacher.qtbot.waitUntil(lambda: screen.weeks.plan is not None, timeout=60_000)
    teacher.tab_to("Keep 4 weeks")
    assert planned.undo_label == "Keep 4 weeks of groups"
    assert screen.table.names == called[1:]
    undo_everything(teacher)
    assert planned.digest() == before


@pytest.mark.long
def test_the_dates_of_a_rule_are_changed_where_it_stands_by_keyboard(teacher, planned):
    teacher.press(Qt.Key.Key_3, CONTROL)
    teacher.sees("Groups")
    screen = groups_on(teacher)
    rule = screen.model.facts.rules[0]
    teacher.tab_to(f"Dates of “{rule.name}”")
    teacher.press(Qt.Key.Key_Tab)
    teacher.press(Qt.Key.Key_Space)
    teacher.press(Qt.Key.Key_Return)
    assert planned.undo_label == "Change the dates of a rule"
    assert screen.model.facts.rules[0].ends_on is not None
