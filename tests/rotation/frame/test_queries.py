from plplanner.rotation.commands import save_plan
from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.frame.commands import set_lesson_frame
from plplanner.rotation.frame.queries import lesson_frame
from plplanner.rotation.rows import LessonFrame
from tests.builders import a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of, problem_on


def test_drafts_take_what_was_said_of_the_class_and_plans_keep_what_they_had(tmp_path):
    with a_planner(tmp_path) as planner:
        groups = saved_groups(planner)
        asked = {"class_id": groups.class_id}
        assert planner.ask(lesson_frame, **asked) == LessonFrame(8, 5, 2, 0)
        planner.do(save_plan, **a_plan(planner, groups))
        planner.do(set_lesson_frame, frame=LessonFrame(10, 4, 3, 2), **asked)
        problem = problem_on(planner, groups)
        taken = (problem.launch, problem.close, problem.move, problem.set_up)
        assert taken == (10, 4, 3, 2)
        kept = planner.ask(lesson_of_plan, plan=plan_of(planner, groups))
        assert (kept.launch, kept.close, kept.move, kept.set_up) == (8, 5, 2, 2)
