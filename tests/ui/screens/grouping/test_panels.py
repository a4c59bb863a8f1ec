from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from plplanner.grouping.draft import SizeChoice
from plplanner.terms import GroupingStrategy
from tests.builders import a_planner
from tests.ui.screens.grouping.items_missed import take_in_items

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def drafted(screen_on, with_history, settle):
    """The screen with a draft over three weeks of groups, as fresh as can be."""
    screen = screen_on(with_history)
    three = SizeChoice("3 groups", groups=3)
    screen.model.asked = replace(screen.model.asked, calm=0, size=three)
    screen.asking.propose_anew()
    settle(screen.model)
    return screen


def primary_on(screen):
    return [
        one.text()
        for one in screen.findChildren(QAbstractButton)
        if one.property("kind") == "primary" and one.isVisible()
    ]


@pytest.mark.long
def test_who_would_move_is_in_the_drawer_and_unticking_is_counted_everywhere(drafted, qtbot):
    count = drafted.model.changes.count
    assert drafted.side.title.text() == f"{count} of 12 would move"
    assert len(drafted.side.changes.rows) == count
    assert not drafted.banner.isVisible()
    assert primary_on(drafted) == [f"Use {count} moves"]
    qtbot.keyClick(drafted.side.changes.rows[0].tick, Qt.Key.Key_Space)
    assert drafted.side.title.text() == f"{count - 1} of 12 would move"
    assert drafted.side.changes.buttons[0].text() == f"Use {count - 1} moves"


@pytest.mark.long
def test_one_button_is_primary_whatever_the_panel_shows(drafted, qtbot):
    drafted.board.take_focus()
    qtbot.keyClick(drafted.window().focusWidget(), Qt.Key.Key_W)
    assert drafted.side.back.isVisible()
    assert drafted.banner.isVisible()
    assert len(primary_on(drafted)) == 1
    qtbot.mouseClick(drafted.side.back, LEFT)
    assert drafted.side.title.text().endswith("would move")
    qtbot.mouseClick(drafted.side.close_button, LEFT)
    count = drafted.model.changes.count
    assert list(drafted.banner.buttons) == ["Keep old", f"Use {count} moves"]
    qtbot.mouseClick(drafted.banner.buttons["Keep old"], LEFT)
    assert not drafted.model.is_draft
    assert "Plan tomorrow" in drafted.banner.buttons


@pytest.mark.long
def test_an_earlier_day_is_compared_and_offers_one_thing(drafted, qtbot):
    oldest = drafted.model.facts.history[-1]
    qtbot.mouseClick(drafted.history_row.chips[oldest.id], LEFT)
    assert drafted.side.title.text() == "Nobody sits elsewhere now"
    assert primary_on(drafted) == ["Use these again"]
    assert not drafted.rules_row.isVisible()
    assert not drafted.waiting.isVisible()
    qtbot.mouseClick(drafted.side.changes.buttons[1], LEFT)
    assert drafted.model.past is None


@pytest.mark.long
def test_a_way_to_group_that_lacks_something_leads_there(drafted, qtbot, settle):
    drafted.asking.choose_strategy(GroupingStrategy.LANGUAGE_PAIRS)
    settle(drafted.model)
    wishes = []
    drafted.stage.wishes.go_to.connect(wishes.append)
    qtbot.mouseClick(drafted.banner.buttons["Go to Students"], LEFT)
    assert wishes == ["students"]
    drafted.asking.choose_strategy(GroupingStrategy.JIGSAW)
    settle(drafted.model)
    assert list(drafted.banner.buttons) == ["Name topics", "Group by need"]


@pytest.mark.long
def test_a_class_at_one_level_is_told_first(drafted, qtbot, settle):
    drafted.asking.move_cuts(nearly=1, secure=1)
    settle(drafted.model)
    assert drafted.banner.label.text().startswith("Everyone is secure.")
    assert list(drafted.banner.buttons) == ["Group anyway", "Keep old", "Try mixed groups"]
    qtbot.mouseClick(drafted.banner.buttons["Group anyway"], LEFT)
    settle(drafted.model)
    assert drafted.side.title.text().endswith("would move")


@pytest.mark.long
def test_what_is_newer_and_what_is_old_are_told_each_with_a_way_on(
    screen_on, with_history, qtbot, settle
):
    screen = screen_on(with_history)
    assert "See who would move" in screen.banner.buttons
    assert "the same for 3 weeks" in screen.side.notice.label.text()
    qtbot.mouseClick(screen.side.notice.act, LEFT)
    settle(screen.model)
    assert screen.model.is_draft
    assert not screen.side.notice.isVisible()
    assert screen.side.title.text().endswith("would move")


@pytest.mark.long
def test_where_one_item_was_missed_groups_by_need_are_the_main_way_on(screen_on, tmp_path):
    with a_planner(tmp_path) as planner:
        take_in_items(planner, "Ann,1,0,1", "Bo,1,0,1", "Cy,1,0,0", "Di,0,0,1", "Ed,1,1,1")
        screen = screen_on(planner)
        assert screen.banner.label.text() == (
            "Item 2 was missed by 4 of 5: reteach it to everyone first? Was the question clear?"
        )
        assert primary_on(screen) == ["Group anyway"]
