import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from plplanner.terms import GroupingStrategy


@pytest.fixture
def screen(screen_on, sample_planner):
    return screen_on(sample_planner)


def opened():
    return QApplication.activePopupWidget()


def is_inside(popover, screen):
    window = screen.window()
    corner = window.mapFromGlobal(popover.pos())
    return window.rect().contains(corner) and window.height() >= corner.y() + popover.height()


@pytest.mark.long
def test_where_to_move_says_what_each_group_would_mean(screen):
    student = screen.model.shown.piles[0].students[0]
    screen.popovers.ask_where(student.student_id)
    popover = opened()
    assert is_inside(popover, screen)
    (words,) = [popover.list.item(row).text() for row in range(popover.list.count())]
    other = screen.model.shown.piles[1]
    assert words.startswith(f"{other.identity.word}  {len(other.students)}\n")
    popover.close()


@pytest.mark.long
def test_a_new_rule_has_the_chosen_student_ticked(screen, qtbot):
    screen.board.take_focus()
    screen.popovers.ask_for_rule()
    popover = opened()
    assert is_inside(popover, screen)
    assert popover.ticks.ticked() == (screen.board.chosen_id,)
    words = [popover.group.itemText(row) for row in range(popover.group.count())]
    assert words == [pile.identity.word for pile in screen.model.shown.piles]
    popover.close()


@pytest.mark.long
def test_topics_and_wishes_are_asked_for_where_they_are_missing(screen, qtbot, settle):
    screen.asking.choose_strategy(GroupingStrategy.INTEREST)
    settle(screen.model)
    screen.popovers.ask_for_topics()
    qtbot.keyClicks(opened().field, "Storms, Volcanoes")
    qtbot.keyClick(opened().field, Qt.Key.Key_Return)
    settle(screen.model)
    qtbot.mouseClick(screen.banner.buttons["Enter wishes"], Qt.MouseButton.LeftButton)
    popover = opened()
    for first, *_ in popover.boxes.values():
        first.setCurrentText("Storms")
    qtbot.mouseClick(popover.go, Qt.MouseButton.LeftButton)
    settle(screen.model)
    assert len(screen.model.shown.piles) == 2


@pytest.mark.long
def test_whom_to_add_and_the_dates_of_a_rule_open_inside_the_window(screen):
    screen.choose_layers(True)
    screen.popovers.ask_whom_to_add()
    assert is_inside(opened(), screen)
    opened().close()
    rule = screen.model.facts.rules[0]
    screen.popovers.ask_for_dates(rule, screen.rules_row.mapToGlobal(QPoint(60, 0)))
    assert is_inside(opened(), screen)
    opened().close()
