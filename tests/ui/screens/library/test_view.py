from functools import partial
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton

from plplanner.models.library import LearningResource
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.screens.library.view import ResourcesScreen

MINUTES = 3


@pytest.fixture
def screen_on(list_screen_on):
    return partial(list_screen_on, ResourcesScreen)


def buttons(screen):
    return {one.text(): one for one in screen.findChildren(QPushButton) if one.isVisible()}


@pytest.mark.long
def test_typing_filters_and_the_panel_shows_the_first(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    assert (screen.subtitle, screen.pane.count.text()) == ("20", "20 resources")
    qtbot.keyClick(screen.pane.view, "f")
    qtbot.keyClicks(screen.pane.filter, "l3")
    assert screen.pane.count.text() == "1 of 20 resources"
    assert screen.side.title.field.text() == "Fraction Lab: strips"


@pytest.mark.long
def test_minutes_are_typed_over_in_place_and_a_wrong_length_is_refused(
    screen_on, sample_planner, qtbot
):
    screen = screen_on(sample_planner)
    view = screen.pane.view
    view.choose(view.current_id(), MINUTES)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "ten")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert view.note.label.text() == "Type whole minutes from 1 to 600, or nothing."
    editor.selectAll()
    qtbot.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.model.chosen.minutes == 9
    assert screen.side.minutes.field.text() == "9"


@pytest.mark.long
def test_the_panel_corrects_and_removes(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    for field, text in ((screen.side.title, "6 questions"), (screen.side.place, "floor")):
        field.field.selectAll()
        qtbot.keyClicks(field.field, text)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert (screen.model.chosen.title, screen.model.chosen.place) == ("6 questions", "floor")
    qtbot.mouseClick(screen.side.remove, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Delete)
    assert screen.subtitle == "18"


@pytest.mark.long
def test_a_found_resource_is_tagged_in_three_acts(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    qtbot.mouseClick(buttons(screen)["Add a resource"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.new.title, "Pizza shares")
    qtbot.keyClick(screen.new.title, Qt.Key.Key_Return)
    assert screen.model.chosen.title == "Pizza shares"
    assert screen.model.chosen.standards == ("3.NF.A.3",), "the standard used last"
    screen.new.minutes.setText("ten")
    told = []
    screen.stage.wishes.warn.connect(told.append)
    qtbot.keyClicks(screen.new.title, "Two pizzas")
    qtbot.keyClick(screen.new.title, Qt.Key.Key_Return)
    assert told[0].what == "“ten” is no length for “Two pizzas”."
    assert (screen.model.count, screen.new.title.text()) == (21, "Two pizzas")


@pytest.mark.long
def test_each_cell_leads_to_where_it_is_changed(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    view, side = screen.pane.view, screen.side
    headings = [column.heading for column in screen.pane.table.columns]
    for heading, field in (
        ("Standards", side.standards.field), ("Code", side.code.field), ("Kind", side.kind.field),
        ("Needs", side.device),
    ):  # fmt: skip
        view.setFocus()
        view.choose(view.current_id(), headings.index(heading))
        qtbot.keyClick(view, Qt.Key.Key_F2)
        qtbot.waitUntil(lambda field=field: field.hasFocus() or side.kind.field.view().isVisible())
        side.kind.field.hidePopup()
        assert view.viewport().findChildren(QLineEdit) == []


@pytest.mark.long
def test_a_change_beside_the_list_is_one_step_each(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    side, desk = screen.side, screen.stage.desk
    side.standards.begin()
    qtbot.keyClicks(side.standards.field, "3.nf.2")
    qtbot.keyClick(side.standards.field, Qt.Key.Key_Return)
    steps = [desk.undo_label]
    qtbot.keyClick(side.mode.field, Qt.Key.Key_Down)
    steps.append(desk.undo_label)
    side.device.click()
    steps.append(desk.undo_label)
    chosen = screen.model.chosen
    assert (chosen.standards, chosen.group_mode, chosen.needs_device) == (
        ("3.NF.A.2",), GroupMode.PAIR, True,
    )  # fmt: skip
    assert side.standards.field.text() == "3.NF.A.2", "as the library spells it"
    assert steps == [
        "Change standards of “5 questions”", "Change who works on “5 questions”",
        "Change what “5 questions” needs",
    ]  # fmt: skip
    for _ in steps:
        desk.undo()
    assert side.standards.field.text() == "3.NF.A.1, 3.NF.A.2, 3.NF.A.3"


@pytest.mark.long
def test_a_resource_is_added_with_title_and_kind(screen_on, sample_planner, qtbot):
    screen = screen_on(sample_planner)
    qtbot.mouseClick(buttons(screen)["Add a resource"], Qt.MouseButton.LeftButton)
    screen.new.kind.setCurrentText("Game")
    qtbot.keyClicks(screen.new.title, "Pizza shares")
    qtbot.keyClick(screen.new.title, Qt.Key.Key_Return)
    assert screen.model.chosen.title == "Pizza shares"
    assert screen.model.chosen.kind is ResourceKind.GAME
    qtbot.keyClick(screen.new.title, Qt.Key.Key_Return)
    assert screen.model.count == 21, "a resource without a title is refused"


def test_no_address_is_ever_opened_by_itself(screen_on, sample_planner, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    screen = screen_on(sample_planner)
    screen.pane.filter.setText("fl3")
    address = screen.side.address.field
    qtbot.mouseClick(address, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(screen.pane.view.viewport(), Qt.MouseButton.LeftButton)
    assert opened == []


def test_an_empty_library_offers_ways_on(screen_on, empty_planner, qtbot):
    screen = screen_on(empty_planner)
    assert list(buttons(screen)) == ["Add a resource", "Try the sample class"]
    qtbot.mouseClick(buttons(screen)["Add a resource"], Qt.MouseButton.LeftButton)
    assert screen.adding.isVisible()


@pytest.mark.long
def test_five_thousand_resources_scroll_and_filter_without_waiting(screen_on, empty_planner):
    with empty_planner.change("Fill the shelf") as session:
        session.add_all(LearningResource(title=f"Strips {n}", kind="game") for n in range(5000))
    screen = screen_on(empty_planner)
    bar = screen.pane.view.verticalScrollBar()
    begun = perf_counter()
    for jump in range(50):
        bar.setValue(bar.maximum() * (jump * 37 % 50) // 50)
        screen.pane.view.viewport().repaint()
    assert perf_counter() - begun < 5, "fifty jumps; a fifth of that is usual"
    screen.pane.filter.setText("499")
    assert screen.pane.count.text() == "15 of 5000 resources"
