"""The Groups screen and its view model on a class of twelve, with their thinking done."""

import pytest
from PySide6.QtCore import QCoreApplication

from plplanner.grouping.rows import Pile, StudentOnPile
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from plplanner.ui.screens.grouping.view import GroupsScreen
from plplanner.ui.screens.grouping.viewmodel import GroupsModel
from tests.builders import a_planner
from tests.ui.screens.grouping.small_class import twelve, twelve_planned, twelve_with_history


def let_thinking_end(models):
    """Answers on their way are delivered while there is still someone to hear them."""
    for model in models:
        model.stage.jobs.cancel_all()
        model.stage.jobs.wait()
        QCoreApplication.processEvents()


@pytest.fixture
def sample_planner(tmp_path):
    """Twelve students with scores and rules; no groups yet."""
    with a_planner(tmp_path, "twelve.plplanner", holding=twelve()) as planner:
        yield planner


@pytest.fixture
def planned(tmp_path):
    """The same with the groups of today."""
    with a_planner(tmp_path, "planned.plplanner", holding=twelve_planned()) as planner:
        yield planner


@pytest.fixture
def with_history(tmp_path):
    """The same with groups of three earlier days."""
    with a_planner(tmp_path, "history.plplanner", holding=twelve_with_history()) as planner:
        yield planner


@pytest.fixture
def settle(qtbot):
    """`settle(model)`: wait until groups are formed."""

    def wait(model):
        qtbot.waitUntil(lambda: not model.is_thinking)

    return wait


@pytest.fixture
def model_on(stage_on, settle):
    """`model_on(planner)`: a shown view model."""

    made = []

    def build(planner):
        model = GroupsModel(stage_on(planner))
        made.append(model)
        model.be_shown(True)
        settle(model)
        return model

    yield build
    let_thinking_end(made)


@pytest.fixture
def screen_on(stage_on, settle, qtbot):
    """`screen_on(planner)`: the screen, shown, with the keyboard on the piles."""

    made = []

    def build(planner, size=(1206, 660)):
        screen = GroupsScreen(stage_on(planner))
        made.append(screen.model)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.come_up()
        screen.first_focus().setFocus()
        settle(screen.model)
        return screen

    yield build
    let_thinking_end(made)


@pytest.fixture
def a_pile():
    """`a_pile(place, "Ana", "Ben")`: a pile of students who are nearly there."""

    def build(place, *names, first_id=0, **marks):
        students = tuple(
            StudentOnPile(n, name, MasteryLevel.NEARLY, "3/5", "same need", "Why", **marks)
            for n, name in enumerate(names, start=first_id)
        )
        return Pile(GROUP_IDENTITIES[place], MasteryLevel.NEARLY, "Practice", students)

    return build
