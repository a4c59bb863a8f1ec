from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.queries import plan_on
from plplanner.rotation.spread_days import SpreadChoice
from plplanner.ui.screens.rotation.panels.spread import SpreadPanel, open_spread
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY

DAYS = [MONDAY + timedelta(days=ahead) for ahead in range(5)]
TWO, FOUR = SpreadChoice(2, 2, 20), SpreadChoice(4, 1, 43)


@pytest.fixture
def panel(qtbot):
    parent, told = QWidget(), []
    qtbot.addWidget(parent)
    made = SpreadPanel(
        (TWO, FOUR), days=DAYS, planned=DAYS[1:2], parent=parent,
        on_spread=lambda *how: told.append(how),
    )  # fmt: skip
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, told
    made.close()


def test_the_days_are_named_with_the_plans_they_take_the_place_of(panel):
    made, told = panel
    assert [box.text() for box, _ in made.ways] == [
        "2 days: 2 rounds a day of 20 minutes", "4 days: 1 round a day of 43 minutes",
    ]  # fmt: skip
    made.catch_up.setChecked(True)
    assert made.says.text() == (
        "Mon 23 Nov and Tue 24 Nov, to catch up Wed 25 Nov. In place of the plan of Tue 24 Nov."
    )
    made.spread.click()
    assert (told, made.isVisible()) == ([(TWO, True)], False)


def test_enter_spreads_as_the_button_does(panel, qtbot):
    made, told = panel
    qtbot.keyClick(made.ways[0][0], Qt.Key.Key_Return)
    assert (told, made.isVisible()) == ([(TWO, False)], False)


def test_without_a_way_it_says_why(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SpreadPanel((), days=DAYS, planned=(), on_spread=print, parent=parent)
    assert not made.spread.isEnabled()
    assert "No round of ten minutes" in made.says.text()


@pytest.fixture
def model(grouped, stage_on, application):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_the_panel_of_a_lesson_offers_what_fits_from_its_day_on(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    model.write_task(0, 0, "Fact game")
    assert model.stage.desk.ask(plan_on, class_id=1, day=MONDAY) is not None
    open_spread(model, model.lesson, parent, parent)
    panel = parent.findChild(SpreadPanel)
    assert [choice.days for _, choice in panel.ways] == [2, 4]
    assert panel.says.text().endswith("In place of the plan of Mon 23 Nov.")
