import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.rows import LessonGoals
from plplanner.ui.screens.rotation.panels.goals import GoalsPanel, keep_goals, open_goals
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel

KNOWN = LessonGoals("I can share.", "", "Part 2")


@pytest.fixture
def panel(qtbot):
    parent, kept = QWidget(), []
    qtbot.addWidget(parent)
    made = GoalsPanel(KNOWN, titles=["Fraction video", "Game"], on_set=kept.append, parent=parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, kept
    made.close()


def test_enter_keeps_all_three_and_a_click_beside_too(panel, qtbot):
    made, kept = panel
    qtbot.keyClicks(made.language, "I can say why")
    qtbot.keyClick(made.language, Qt.Key.Key_Return)
    assert kept == [LessonGoals("I can share.", "I can say why", "Part 2")]
    assert not made.isVisible()


def test_escape_keeps_nothing_and_a_click_beside_what_was_typed(panel, qtbot):
    made, kept = panel
    made.content.setText("I can halve.")
    qtbot.keyClick(made.content, Qt.Key.Key_Escape)
    assert kept == []
    made._is_settled = False
    made.show()
    made.close()
    assert kept == [LessonGoals("I can halve.", "", "Part 2")]


def test_resources_are_offered_by_any_part_of_their_title(panel):
    made, _ = panel
    made.watch_next.completer().setCompletionPrefix("VIDEO")
    assert made.watch_next.completer().currentCompletion() == "Fraction video"


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_goals_are_kept_with_the_plan_in_one_step(model, qtbot):
    said, desk = [], model.stage.desk
    model.stage.wishes.say.connect(said.append)
    digest = desk.planner.digest()
    keep_goals(model, KNOWN)
    assert model.lesson.plan.goals == KNOWN
    assert (len(said), desk.undo_label) == (1, "Set the goals of the lesson")
    keep_goals(model, KNOWN)
    assert len(said) == 1
    parent = QWidget()
    qtbot.addWidget(parent)
    open_goals(model, model.lesson, parent, parent)
    panel = parent.findChild(GoalsPanel)
    assert panel.content.text() == "I can share."
    panel.leave()
    desk.undo()
    assert desk.planner.digest() == digest
