import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.rows import DeviceCount, DevicesOfClass
from plplanner.ui.kit.tab_order import reading_order
from plplanner.ui.screens.rotation.panels.devices import (
    DevicesPanel,
    keep_devices,
    open_devices,
    share_devices,
)
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel

KNOWN = DevicesOfClass(DeviceCount(24), DeviceCount(6, 2))


@pytest.fixture
def open_on(qtbot):
    """Opens the panel on what is known; gives it and what it kept or told."""
    parent, made, kept = QWidget(), [], []
    qtbot.addWidget(parent)

    def opened(known):
        panel = DevicesPanel(
            known, day="Mon 23 Nov", on_set=kept.append, on_lost=kept.append, parent=parent
        )
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        panel.open_below(parent)
        made.append(panel)
        return panel, kept

    yield opened
    for panel in made:
        panel.close()


def test_what_is_known_is_shown_and_kept_as_it_is(open_on):
    panel, kept = open_on(KNOWN)
    assert (panel.of_day.number.text(), panel.of_day.shared.isChecked()) == ("6", True)
    assert (panel.usual.number.text(), panel.usual.shared.isChecked()) == ("24", False)
    panel.set.click()
    assert kept == [KNOWN]
    assert not panel.isVisible()


def test_a_number_for_the_day_is_typed_and_enter_keeps_it(open_on, qtbot):
    panel, kept = open_on(DevicesOfClass())
    assert panel.of_day.number.placeholderText() == "enough"
    qtbot.keyClicks(panel.of_day.number, "6")
    qtbot.keyClick(panel.of_day.number, Qt.Key.Key_Return)
    assert kept == [DevicesOfClass(DeviceCount(), DeviceCount(6))]


def test_a_blank_day_is_as_every_day_and_shares_as_it_does(open_on, qtbot):
    panel, kept = open_on(DevicesOfClass())
    qtbot.keyClicks(panel.usual.number, "12")
    assert panel.of_day.number.placeholderText() == "12"
    panel.usual.shared.click()
    assert panel.of_day.shared.isChecked()
    panel.set.click()
    assert kept == [DevicesOfClass(DeviceCount(12, 2))]


def test_two_may_share_one_on_the_day_alone(open_on):
    panel, kept = open_on(DevicesOfClass(DeviceCount(12)))
    panel.of_day.shared.click()
    panel.set.click()
    assert kept == [DevicesOfClass(DeviceCount(12), DeviceCount(12, 2))]


def test_the_day_loses_its_own_number_when_it_is_blank_again(open_on):
    panel, kept = open_on(KNOWN)
    panel.of_day.number.clear()
    panel.of_day.shared.click()
    panel.set.click()
    assert kept == [DevicesOfClass(DeviceCount(24))]


def test_words_are_no_number_and_the_panel_says_so(open_on):
    panel, kept = open_on(KNOWN)
    panel.usual.number.setText("many")
    panel.set.click()
    assert (kept, panel.isVisible()) == ([], True)
    words = "Every day: type how many devices work, or leave it blank."
    assert panel.error.text() == words
    panel.close()  # as Qt does at a click beside a popup
    assert kept == [f"The devices stay as they were. {words}"]


def test_a_click_beside_keeps_what_was_typed_and_escape_does_not(open_on, qtbot):
    panel, kept = open_on(KNOWN)
    panel.of_day.number.setText("4")
    panel.close()
    assert kept == [DevicesOfClass(DeviceCount(24), DeviceCount(4, 2))]
    panel, _ = open_on(KNOWN)
    panel.of_day.number.setText("5")
    qtbot.keyClick(panel.of_day.number, Qt.Key.Key_Escape)
    assert len(kept) == 1


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_it_is_one_step_the_draft_keeps_to_it_and_what_counts_is_said(model):
    said, desk = [], model.stage.desk
    model.stage.wishes.say.connect(said.append)
    digest = desk.planner.digest()
    wanted = DevicesOfClass(DeviceCount(24), DeviceCount(1))
    keep_devices(model.stage, model.lesson, wanted)
    assert said == ["Mon 23 Nov: 1 device works."]
    assert model.lesson.problem.devices == DeviceCount(1)
    keep_devices(model.stage, model.lesson, wanted)
    share_devices(model.stage, model.lesson)
    assert said[1:] == ["Mon 23 Nov: 1 device works, two students share one."]
    assert desk.undo_label == "Set the devices"
    desk.undo()
    desk.undo()
    assert desk.planner.digest() == digest
    assert model.lesson.problem.devices == DeviceCount()


def test_it_opens_on_the_devices_of_the_day(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    keep_devices(model.stage, model.lesson, KNOWN)
    open_devices(model.stage, model.lesson, parent, parent)
    panel = parent.findChild(DevicesPanel)
    assert panel.of_day.number.text() == "6"
    panel.leave()


def test_tab_goes_line_by_line_and_ends_on_the_button(open_on):
    panel, _ = open_on(KNOWN)
    assert reading_order(panel) == [
        panel.of_day.number, panel.of_day.shared, panel.usual.number, panel.usual.shared, panel.set,
    ]  # fmt: skip
    passed = [panel.of_day.number]
    while passed[-1] is not panel.set:
        passed.append(passed[-1].nextInFocusChain())
    assert [one for one in passed if one in reading_order(panel)] == reading_order(panel)
