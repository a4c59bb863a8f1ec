from plplanner.importing.corrections import Corrections
from plplanner.ui.desk import Desk
from plplanner.ui.screens.importing.answer_steps import AnswerSteps
from plplanner.ui.screens.importing.files_in import Told


def test_an_answer_is_put_taken_back_and_put_again(empty_planner):
    desk, put = Desk(empty_planner), []
    steps = AnswerSteps(desk, lambda place, told: put.append((place, told)))
    before, after = Told(), Told(corrections=Corrections(extra_credit=True))
    steps.take(1, before, after)
    desk.undo()
    desk.redo()
    assert put == [(1, after), (1, before), (1, after)]


def test_the_same_again_is_no_step_and_a_file_that_is_left_leaves_none(empty_planner):
    desk = Desk(empty_planner)
    steps = AnswerSteps(desk, lambda _place, _told: None)
    steps.take(0, Told(), Told())
    assert desk.undo_label is None
    steps.take(0, Told(), Told(class_name="Art"))
    assert desk.undo_label == "Correct the import"
    steps.forget()
    assert desk.undo_label is None
