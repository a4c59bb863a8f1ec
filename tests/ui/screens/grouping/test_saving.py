import pytest

from plplanner.grouping.draft import Draft
from plplanner.ui.screens.grouping.saving import what_to_save
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import another_pile, ids_by_name


@pytest.mark.long
def test_a_draft_is_saved_with_what_it_rests_on_and_who_was_moved(model_on, sample_planner):
    model = model_on(sample_planner)
    ben = ids_by_name(model)["Ben"]
    ShapingActs(model).move_student(ben, another_pile(model, ben).identity.key)
    saved = what_to_save(model, model.draft)
    assert (saved["class_id"], saved["moved"]) == (1, (ben,))
    assert saved["assessment_id"] == model.asked.basis.assessment_id
    other = Draft(model.draft.problem, model.draft.formed)
    assert what_to_save(model, other)["moved"] == ()
