from plplanner.rotation.queries import plan_on
from plplanner.ui.screens.rotation.substitute_day import turn_substitute
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


def test_a_draft_is_kept_and_handed_over_in_one_step_and_its_pages_are_next(grouped, stage_on):
    model = TomorrowModel(stage_on(grouped))
    model.be_shown(True)
    gone = []
    model.stage.wishes.go_to.connect(gone.append)
    turn_substitute(model)
    assert gone == ["print"]
    assert grouped.ask(plan_on, class_id=1, day=MONDAY).has_substitute
    assert grouped.undo_label == "Hand the day to a substitute"
    assert "A substitute teaches: no group meets you" in model.lesson.checks.quiet
    turn_substitute(model)
    assert gone == ["print"]
    assert not model.lesson.plan.has_substitute
    model.be_shown(False)
