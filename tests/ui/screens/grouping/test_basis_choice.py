from plplanner.gradebook.mastery import DEFAULT_SCALE
from plplanner.grouping.queries import grouping_bases, newest_groups
from plplanner.grouping.rows import GroupingBasis
from plplanner.ui.screens.grouping.basis_choice import basis_of_saved, evidence_on, usual_basis
from tests.builders import a_class, an_assessment


def bases_of(planner, class_id):
    return planner.ask(grouping_bases, class_id=class_id)


def test_the_newest_check_most_have_taken_is_chosen(stage_on, empty_planner):
    class_id = a_class(empty_planner, students=4)
    an_assessment(empty_planner, class_id, title="Most", points=[1, 2, 3])
    an_assessment(empty_planner, class_id, title="Few", points=[1])
    bases = bases_of(empty_planner, class_id)
    usual = usual_basis(stage_on(empty_planner), bases, class_id=class_id, students=4)
    assert usual.words.startswith("“Most”")


def test_without_such_a_check_the_newest_scores_will_do(stage_on, empty_planner):
    class_id = a_class(empty_planner, students=4)
    stage = stage_on(empty_planner)
    assert usual_basis(stage, [], class_id=class_id, students=4) is None
    an_assessment(empty_planner, class_id, title="Few", points=[1])
    bases = bases_of(empty_planner, class_id)
    assert usual_basis(stage, bases, class_id=class_id, students=4) == bases[0]


def test_saved_groups_rest_on_what_they_were_made_from(stage_on, planned):
    saved = planned.ask(newest_groups, class_id=1)
    bases = bases_of(planned, 1)
    assert basis_of_saved(stage_on(planned), bases, saved).assessment_id == saved.assessment_id
    gone = basis_of_saved(stage_on(planned), [], saved)
    assert (gone.words, gone.assessment_id) == (saved.basis, saved.assessment_id)


def test_everyone_is_there_with_today_s_evidence(stage_on, planned):
    basis = GroupingBasis("scores", codes=("3.NF.A.1",))
    found = evidence_on(stage_on(planned), basis, DEFAULT_SCALE, class_id=1)
    assert len(found) == 28
    assert {one.evidence.count for one in found} == {1, 2}
