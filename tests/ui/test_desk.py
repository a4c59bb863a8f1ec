from plplanner.problems import Problem
from plplanner.roster import commands as roster
from plplanner.roster.queries import classes
from plplanner.store.planner_file import open_planner
from plplanner.ui.desk import Desk
from plplanner.ui.timeline import Sketched
from tests.builders import NOW


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


def test_what_happened_outside_is_no_step_and_a_planner_to_read_keeps_nothing(empty_planner, qtbot):
    desk = Desk(empty_planner)
    desk.note(roster.add_class, name="Math P2")
    assert (len(desk.ask(classes)), desk.undo_label, desk.did_step) == (1, None, False)
    with qtbot.waitSignal(desk.problem):
        desk.note(roster.add_class, name="math p2")
    empty_planner.why_read_only = Problem("It may only be read.", "Look.")
    desk.note(roster.add_class, name="Third")
    assert len(desk.ask(classes)) == 1


def test_a_step_of_several_commands_is_saved_whole_or_not_at_all(empty_planner, qtbot):
    desk = Desk(empty_planner)

    def add(*names):
        return lambda session: [roster.add_class(session, name=name) for name in names]

    with qtbot.waitSignal(desk.problem):
        assert desk.do_together("Two classes", add("First", "First")) is None
    assert desk.ask(classes) == []
    assert len(desk.do_together("Two classes", add("First", "Second"))) == 2
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


def test_a_planner_that_may_only_be_read_says_so_instead_of_failing(empty_planner, qtbot):
    second = open_planner(empty_planner.path, now=NOW)
    desk = Desk(second)
    with qtbot.waitSignal(desk.problem):
        assert desk.do_together("Add", lambda session: 1) is None
    with qtbot.waitSignal(desk.problem):
        assert desk.do(roster.add_class, name="Art") is None
    second.close()


def test_only_an_act_that_was_a_step_can_be_taken_back_by_name(empty_planner):
    desk = Desk(empty_planner)
    desk.do(roster.add_class, name="Math P2")
    assert desk.did_step
    desk.do(roster.add_class, name="math p2")
    assert not desk.did_step, "it was refused; Undo would take back the class before"
    desk.do_together("Nothing", lambda session: 1)
    assert not desk.did_step
    desk.do(roster.add_class, name="Art")
    desk.undo()
    assert not desk.did_step
    desk.redo()
    assert not desk.did_step


def test_what_is_not_saved_is_undone_in_its_turn(empty_planner, qtbot):
    desk, seen = Desk(empty_planner), []
    desk.do(roster.add_class, name="Math P2")
    desk.sketch(Sketched("Move Ann", lambda: seen.append("back"), lambda: seen.append("again")))
    desk.do(roster.add_class, name="Science P3")
    named = []
    for _ in range(3):
        named.append(desk.undo_label)
        with qtbot.waitSignal(desk.taken_back) as told:
            desk.undo()
        assert told.args == [named[-1]]
    assert named == ["Add class “Science P3”", "Move Ann", "Add class “Math P2”"]
    assert (desk.ask(classes), desk.undo_label) == ([], None)
    for label in reversed(named):
        assert desk.redo_label == label
        desk.redo()
    assert (seen, len(desk.ask(classes)), desk.redo_label) == (["back", "again"], 2, None)


def test_after_a_step_on_a_draft_nothing_older_is_done_again(empty_planner):
    desk = Desk(empty_planner)
    desk.do(roster.add_class, name="Math P2")
    desk.undo()
    desk.sketch(Sketched("Move Ann", lambda: None, lambda: None))
    assert desk.redo_label is None
    desk.redo()
    assert desk.ask(classes) == []
    desk.forget_sketches(None)
    assert desk.undo_label is None


def test_nothing_to_undo_is_not_told_as_taken_back(empty_planner):
    desk, told = Desk(empty_planner), []
    desk.taken_back.connect(told.append)
    desk.undo()
    assert told == []
