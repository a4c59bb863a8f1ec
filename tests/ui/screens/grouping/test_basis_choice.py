from plplanner.gradebook.mastery import DEFAULT_SCALE
from plplanner.grouping.queries import grouping_bases
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.saved.queries import newest_groups
from plplanner.ui.screens.grouping.basis_choice import basis_of_saved, evidence_on


def bases_of(planner, class_id):
    return planner.ask(grouping_bases, class_id=class_id)


def test_saved_groups_rest_on_what_they_were_made_from(stage_on, planned):
    saved = planned.ask(newest_groups, class_id=1)
    bases = bases_of(planned, 1)
    assert basis_of_saved(stage_on(planned), bases, saved).assessment_id == saved.assessment_id
    gone = basis_of_saved(stage_on(planned), [], saved)
    assert (gone.words, gone.assessment_id) == (saved.basis, saved.assessment_id)


def test_everyone_is_there_with_today_s_evidence(stage_on, planned):
    basis = GroupingBasis("scores", codes=("3.NF.A.1",))
    found = evidence_on(stage_on(planned), basis, DEFAULT_SCALE, class_id=1)
    assert len(found) == 12
    assert {one.evidence.count for one in found} == {0, 1}
