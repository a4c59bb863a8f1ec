import pytest

from plplanner.rotation.plan_checks import EmptyCell, PlanCheck
from plplanner.ui.screens.rotation.shown_checks import shown_check, shown_remarks
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_an_empty_cell_opens_its_tasks_and_a_plain_check_says_what_to_do(model):
    group = model.lesson.plan.groups[1].group_id
    picked = []
    shown = shown_check(
        model,
        PlanCheck("Comet, round 2 has no task.", "Pick a task.", EmptyCell(group, 2)),
        lambda *cell: picked.append(cell),
    )
    shown.mend()
    assert (shown.button, picked) == ("Pick a task", [(1, 1, "")])
    plain = shown_check(model, PlanCheck("Rounds are short.", "Use fewer."), picked.append)
    assert (plain.button, plain.mend, plain.next_step) == ("", None, "Use fewer.")


def test_what_is_missing_comes_after_what_changed(model):
    changed = ShownCheck("The slip changed", "", "Reprint 1 page")
    remarks = shown_remarks(model.stage, model.lesson, None, changed)
    assert remarks[0] is changed
    assert [one.text.endswith("playlist") for one in remarks[1:]] == (
        [True] if model.lesson.gap else []
    )
