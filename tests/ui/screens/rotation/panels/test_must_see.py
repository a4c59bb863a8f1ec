import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.pick_tasks import MAY_DO
from plplanner.ui.screens.rotation.panels.must_see import (
    MustSeePanel,
    draft_with_must_see,
    open_must_see,
)
from plplanner.ui.screens.rotation.redrafting import to_draft
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import listed
from tests.rotation.lessons import some_groups


@pytest.fixture
def panel(qtbot):
    parent, told = QWidget(), []
    qtbot.addWidget(parent)
    made = MustSeePanel(
        some_groups((2, 1, 0), since=(0, 3, None)),
        room=(2, 2),
        on_draft=lambda *how: told.append(how),
        on_students=lambda: told.append("students"),
        parent=parent,
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.open_below(parent)
    yield made, told
    made.close()


def test_each_group_says_when_it_was_met_and_the_room_is_counted(panel, qtbot):
    made, told = panel
    assert [made.names.item(row).text() for row in range(3)] == [
        "River · met last lesson", "Comet · not met for 3 lessons", "Maple · not met yet",
    ]  # fmt: skip
    assert not made.draft.isEnabled()
    high = made.height()
    qtbot.keyClick(made.names, Qt.Key.Key_Down)
    qtbot.keyClick(made.names, Qt.Key.Key_Space)
    assert made.height() == high, "Draft stays where the pointer goes"
    assert made.says.text() == (
        "2 rounds: room for 2 groups. 1 turn goes by need and by who waited."
    )
    made.draft.click()
    assert (told, made.isVisible()) == ([((2,), True)], False)


def test_more_than_there_is_room_for_cannot_be_drafted(panel):
    made, _ = panel
    for row in range(3):
        made.names.item(row).setCheckState(Qt.CheckState.Checked)
    assert not made.draft.isEnabled()
    assert made.says.text().endswith("Take 1 group out, or use more rounds.")


def test_single_students_are_named_elsewhere(panel):
    made, told = panel
    made.students.click()
    assert told == ["students"]


@pytest.fixture
def model(grouped, stage_on, application):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.mark.long
def test_who_must_be_seen_is_at_the_table_and_one_undo_takes_it_back(model, qtbot):
    stage = model.stage
    shown = model.lesson
    (left_out,) = (one.group_id for one in shown.plan.groups if one.group_id in shown.next_turns)
    word = next(one.identity.word for one in shown.plan.groups if one.group_id == left_out)
    asked = to_draft(stage.desk, shown, stage.choice.school_class, rounds=3)
    with qtbot.waitSignal(stage.wishes.say, timeout=5_000) as said:
        draft_with_must_see(model, asked, (left_out,), True)
    lesson = model.lesson
    met = groups_with_teacher(lesson.plan) - {left_out}
    others = listed([one.identity.word for one in lesson.plan.groups if one.group_id in met])
    assert said.args == [f"You see {word}, and {others} in the free turns."]
    tasks = {visit.task for line in lesson.plan.groups for visit in line.visits}
    visits = [visit for line in lesson.plan.groups if line.group_id == left_out
              for visit in line.visits]  # fmt: skip
    assert "teacher_led" in {visit.station_kind for visit in visits}
    assert MAY_DO in tasks
    assert MAY_DO not in {visit.task for visit in visits}
    assert stage.desk.undo_label == f"See {word}"
    stage.desk.undo()
    assert model.lesson.draft is not None


def test_the_panel_of_a_lesson_knows_its_groups_and_its_room(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    open_must_see(model, model.lesson, parent, parent)
    panel = parent.findChild(MustSeePanel)
    assert panel.names.count() == 4
    assert panel.says.text() == "3 rounds: room for 3 groups."


def test_a_group_that_was_asked_for_is_ticked_and_enter_drafts(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    group = model.lesson.plan.groups[2].group_id
    open_must_see(model, model.lesson, parent, parent, ticked=group)
    panel = parent.findChild(MustSeePanel)
    assert panel.names.chosen == (group,)
    assert panel.focusWidget() is panel.draft
