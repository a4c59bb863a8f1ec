import pytest

from plplanner.problems import Problem
from plplanner.sharing.queries import class_to_share
from plplanner.terms import ScoreStatus
from tests.builders import a_class, a_planner, an_assessment


def test_a_class_is_gathered_with_people_assessments_and_scores(tmp_path):
    with a_planner(tmp_path) as planner:
        class_id = a_class(planner, students=3)
        other = a_class(planner, students=1, name="Art")
        an_assessment(planner, class_id, points=[1, 2, 3])
        an_assessment(planner, other, points=[5])
        shared = planner.ask(class_to_share, class_id=class_id)
        with pytest.raises(Problem, match="no longer in the planner"):
            planner.ask(class_to_share, class_id=999)
    assert (shared.school_class.name, len(shared.students), len(shared.assessments)) == (
        "Math P2",
        3,
        1,
    )
    assert sorted(score.points for score in shared.scores) == [1, 2, 3]
    assert {score.status for score in shared.scores} == {ScoreStatus.SCORED}
