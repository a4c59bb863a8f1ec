import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.terms import PlanState
from plplanner.ui.screens.rotation.panels.why import WhyPanel, open_why, reasons_of
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel)]


def test_who_does_not_meet_the_teacher_is_named_with_why_and_when(model, parent, qtbot):
    lesson = model.lesson
    met = groups_with_teacher(lesson.plan)
    left = [line.identity.word for line in lesson.plan.groups if line.group_id not in met]
    assert left
    open_why(lesson, parent, parent)
    panel = parent.findChild(WhyPanel)
    for word in left:
        assert any(words.startswith(f"{word} does not meet the teacher") for words in said(panel))
    qtbot.keyClick(panel.done, Qt.Key.Key_Return)
    assert not panel.isVisible()


def test_a_kept_plan_is_explained_as_its_draft_was(model):
    drafted = reasons_of(model.lesson)
    model.mark(PlanState.READY)
    assert model.lesson.draft is None
    assert reasons_of(model.lesson) == drafted


def test_where_nothing_was_in_the_way_that_is_said(parent):
    assert "Everyone meets you, and nothing was in the way." in said(WhyPanel((), parent=parent))
