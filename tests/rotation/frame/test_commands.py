from plplanner.rotation.frame.commands import set_lesson_frame
from plplanner.rotation.frame.queries import lesson_frame
from plplanner.rotation.rows import LessonFrame
from tests.builders import a_class, a_planner, is_one_step, refuses


def test_what_lessons_take_is_one_step_and_never_less_than_nothing(tmp_path):
    with a_planner(tmp_path) as planner:
        class_id = a_class(planner, students=0)
        called, frame = "Set launch, close and moves", LessonFrame(10, 4, 1, 3)
        is_one_step(planner, set_lesson_frame, called=called, class_id=class_id, frame=frame)
        assert planner.ask(lesson_frame, class_id=class_id) == frame
        planner.do(set_lesson_frame, class_id=class_id, frame=LessonFrame(8))
        assert planner.ask(lesson_frame, class_id=class_id) == LessonFrame(8)
        for wrong in (LessonFrame(-1), LessonFrame(set_up=-1)):
            refuses(
                planner, set_lesson_frame, saying="fewer than 0", class_id=class_id, frame=wrong
            )
