import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from plplanner.terms import RuleKind
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.screens.grouping.new_rule import NewRule
from tests.builders import a_class

LEFT = Qt.MouseButton.LeftButton


def press(qtbot, screen, *keys):
    for key in keys:
        qtbot.keyClick(screen.window().focusWidget(), key)


def current(screen):
    return screen.model.shown.student(screen.board.chosen_id)


@pytest.mark.long
def test_one_click_uses_the_proposal_and_the_next_plans(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    wishes = []
    screen.stage.wishes.go_to.connect(wishes.append)
    screen.banner.buttons["Use these groups"].setFocus()
    qtbot.mouseClick(screen.banner.buttons["Use these groups"], LEFT)
    assert sample_planner.undo_label == "Save groups"
    assert screen.banner.buttons["Plan tomorrow"].hasFocus()
    shown = [one.text() for one in screen.banner.findChildren(QPushButton) if one.isVisible()]
    assert shown == ["Propose new groups", "Plan tomorrow"]
    qtbot.mouseClick(screen.banner.buttons["Plan tomorrow"], LEFT)
    assert wishes == ["tomorrow"]


def test_a_student_is_moved_by_keyboard_alone(screen_on, planned, qtbot):
    screen = screen_on(planned)
    press(qtbot, screen, Qt.Key.Key_Down, Qt.Key.Key_M)
    popover = QApplication.activePopupWidget()
    there = screen.model.shown.piles[2].identity
    qtbot.keyClicks(popover.field, there.word[:3].lower())
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    name = current(screen).name
    assert planned.undo_label == f"Move {name} to {there.word}"
    assert screen.board.frames[2].list.hasFocus()
    assert screen.board.frames[2].list.current_student().name == name


@pytest.mark.long
def test_the_keyboard_locks(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    press(qtbot, screen, Qt.Key.Key_Down, Qt.Key.Key_L)
    assert current(screen).is_locked


@pytest.mark.long
def test_a_drop_moves_the_student(screen_on, sample_planner):
    screen = screen_on(sample_planner)
    student = screen.model.shown.piles[0].students[0]
    screen.board.frames[1].list.dropped.emit(student.student_id)
    assert screen.model.shown.piles[1].students.count(screen.model.shown.student(
        student.student_id)) == 1  # fmt: skip


@pytest.mark.long
def test_the_chosen_student_s_reason_is_beside_the_piles(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    press(qtbot, screen, Qt.Key.Key_Down)
    assert screen.side.title.text() == current(screen).name


@pytest.mark.long
def test_on_a_small_window_reasons_open_on_demand(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner, size=(900, 540))
    assert not screen.side.isVisible()
    qtbot.mouseClick(screen.rules_row.reasons, LEFT)
    assert screen.side.isVisible()
    qtbot.mouseClick(screen.side.close_button, LEFT)
    assert not screen.side.isVisible()


@pytest.mark.long
def test_a_rule_is_added_for_the_chosen_student(screen_on, sample_planner, qtbot, settle):
    screen = screen_on(sample_planner)
    press(qtbot, screen, Qt.Key.Key_Down)
    name = current(screen).name
    qtbot.mouseClick(screen.rules_row.add, LEFT)
    popover = QApplication.activePopupWidget()
    qtbot.keyClicks(popover.ticks.field, "wanj")
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Return)
    qtbot.keyClick(popover.ticks.field, Qt.Key.Key_Return)
    settle(screen.model)
    named = screen.model.facts.rules[-1].name.removesuffix(" apart").split(" and ")
    assert set(named) == {name, "Wanjiru"}


@pytest.mark.long
def test_a_cut_moved_by_keyboard_forms_groups_anew(screen_on, sample_planner, qtbot, settle):
    screen = screen_on(sample_planner)
    qtbot.keyClick(screen.controls.strip, Qt.Key.Key_Left)
    settle(screen.model)
    assert screen.model.shown.strip.secure == 3


@pytest.mark.long
def test_rules_that_cannot_hold_are_a_banner_with_ways_out(
    screen_on, sample_planner, qtbot, settle
):
    screen = screen_on(sample_planner)
    by_name = {row.name: row.id for row in screen.model.facts.roster}
    screen.rules.add_rule(NewRule(RuleKind.APART, (by_name["Mateo"], by_name["Luz"])))
    settle(screen.model)
    assert screen.banner.property("tone") == "warn"
    qtbot.mouseClick(next(iter(screen.banner.buttons.values())), LEFT)
    settle(screen.model)
    assert "Use these groups" in screen.banner.buttons


@pytest.mark.parametrize(("students", "title"), [(0, "No students yet"), (3, "No scores yet")])
def test_an_empty_class_is_offered_the_next_step(screen_on, empty_planner, qtbot, students, title):
    a_class(empty_planner, students=students)
    screen = screen_on(empty_planner)
    empty = screen.findChild(EmptyState)
    assert title in [label.text() for label in empty.findChildren(type(screen.forming))]
    choose = next(b for b in empty.findChildren(QPushButton) if b.text().startswith("Import"))
    with qtbot.waitSignal(screen.stage.wishes.choose_file):
        qtbot.mouseClick(choose, LEFT)


@pytest.mark.long
def test_the_day_is_beside_the_title(screen_on, sample_planner):
    assert screen_on(sample_planner).subtitle == "for Mon 23 Nov"


@pytest.mark.long
def test_a_class_of_names_alone_is_grouped_by_lot_and_the_groups_are_used(
    screen_on, empty_planner, qtbot, settle
):
    a_class(empty_planner, students=6)
    screen = screen_on(empty_planner)
    lots = next(one for one in screen.findChild(EmptyState).buttons if one.text().startswith("Ra"))
    lots.setFocus()
    qtbot.keyClick(lots, Qt.Key.Key_Return)
    settle(screen.model)
    assert sum(len(pile.students) for pile in screen.model.shown.piles) == 6
    assert screen.board.frames[0].list.hasFocus()
    assert not screen.waiting.isVisible(), "nobody waits for a check before the first score"
    qtbot.mouseClick(screen.banner.buttons["Use these groups"], LEFT)
    assert screen.model.standing.endswith("from the class list.")
