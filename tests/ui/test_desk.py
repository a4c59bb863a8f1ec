from plplanner.problems import Problem
from plplanner.roster import commands as roster
from plplanner.roster.queries import classes
from plplanner.ui.desk import Desk


def test_a_command_is_done_and_everyone_hears(empty_planner, qtbot):
    desk = Desk(empty_planner)
    with qtbot.waitSignal(desk.saved), qtbot.waitSignal(desk.changed) as heard:
        class_id = desk.do(roster.add_class, name="Math P2")
    assert heard.args[0].tables == {"school_class"}
    assert [row.id for row in desk.ask(classes)] == [class_id]
    assert desk.undo_label == "Add class “Math P2”"


def test_a_problem_is_told_and_nothing_is_saved(empty_planner, qtbot):
    desk = Desk(empty_planner)
    desk.do(roster.add_class, name="Math P2")
    with qtbot.waitSignal(desk.problem) as told:
        assert desk.do(roster.add_class, name="math p2") is None
    assert "already a class" in told.args[0].what
    assert len(desk.ask(classes)) == 1


def test_a_step_of_several_commands_is_saved_whole_or_not_at_all(empty_planner, qtbot):
    desk = Desk(empty_planner)
    with qtbot.waitSignal(desk.problem), desk.change("Two classes") as session:
        roster.add_class(session, name="First")
        roster.add_class(session, name="First")
    assert desk.ask(classes) == []
    with desk.change("Two classes") as session:
        roster.add_class(session, name="First")
        roster.add_class(session, name="Second")
    assert desk.undo_label == "Two classes"
    desk.undo()
    assert desk.ask(classes) == []
    assert desk.redo_label == "Two classes"
    desk.redo()
    assert len(desk.ask(classes)) == 2


def test_a_moved_file_is_told_on_undo(empty_planner, qtbot):
    desk = Desk(empty_planner)
    desk.do(roster.add_class, name="Math P2")
    empty_planner.path.unlink()
    with qtbot.waitSignal(desk.problem) as told:
        desk.undo()
    assert isinstance(told.args[0], Problem)
