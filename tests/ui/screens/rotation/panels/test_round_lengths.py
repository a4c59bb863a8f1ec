import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.rotation.day_acts import LENGTHS, open_panel
from plplanner.ui.screens.rotation.day_bar import DayBar
from plplanner.ui.screens.rotation.panels.round_lengths import RoundLengthsPanel, keep_lengths
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def panel(model, qtbot):
    parent, bar = QWidget(), DayBar(model.stage.theme)
    qtbot.addWidget(parent)
    qtbot.addWidget(bar)
    assert open_panel(LENGTHS, model, parent, bar)
    made = parent.findChild(RoundLengthsPanel)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    yield made
    made.leave()


def told(model):
    found = []
    model.stage.wishes.say.connect(found.append)
    model.stage.wishes.tell.connect(found.append)
    return found


def minutes(model):
    return [row.minutes for row in model.lesson.plan.rounds]


def test_enter_sets_the_lengths_as_one_step_and_the_grid_shows_them(model, panel, qtbot):
    said, before = told(model), model.stage.desk.planner.digest()
    where = [[cell.station for cell in line] for line in model.grid().cells]
    assert [field.value() for field in panel.lengths] == [13, 13, 13]
    assert panel.says.text() == "The lesson is full."
    panel.lengths[0].setValue(17)
    assert panel.says.text() == "4 minutes too many for this lesson."
    assert not panel.set.isEnabled()
    qtbot.keyClick(panel.lengths[1], Qt.Key.Key_Return)
    assert panel.isVisible()
    panel.lengths[1].setValue(11)
    panel.lengths[2].setValue(10)
    assert panel.says.text() == "1 minute left over. Rounds of 10 minutes are short."
    qtbot.keyClick(panel.lengths[1], Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert minutes(model) == [17, 11, 10]
    assert said == ["The rounds last 17, 11 and 10 minutes."]
    assert model.grid().rounds[0].time.endswith("17 min")
    assert [[cell.station for cell in line] for line in model.grid().cells] == where
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == before


def test_all_alike_shares_what_there_is_and_a_click_beside_keeps_it(model, panel):
    panel.lengths[0].setValue(30)
    panel.alike.click()
    assert [field.value() for field in panel.lengths] == [13, 13, 13]
    panel.lengths[0].setValue(11)
    panel.lengths[2].setValue(15)
    panel.close()
    assert minutes(model) == [11, 13, 15]


def test_lengths_that_do_not_fit_are_not_kept_by_a_click_beside_and_that_is_told(model, panel):
    said = told(model)
    panel.lengths[0].setValue(40)
    panel.close()
    assert minutes(model) == [13, 13, 13]
    assert "do not fit" in said[0]


def test_a_new_draft_keeps_the_lengths_and_so_many_rounds_of_the_menu_are_alike(model, qtbot):
    said = told(model)
    keep_lengths(model, (17, 11, 11))
    keep_lengths(model, (17, 11, 11))
    assert len(said) == 1
    model.draft_again()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert minutes(model) == [17, 11, 11]
    model.draft_again(3)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert minutes(model) == [13, 13, 13]
