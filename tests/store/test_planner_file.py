import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from plplanner.models.roster import SchoolClass, Student
from plplanner.problems import Problem, WhoMends
from plplanner.roster import commands as roster
from plplanner.roster import queries as roster_queries
from plplanner.store import planner_file
from plplanner.store.opening import open_locked
from plplanner.store.planner_file import create_planner, look_into, open_planner
from tests.builders import NOW, a_class, a_planner


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def names(planner):
    return [row.name for row in planner.ask(roster_queries.classes)]


def test_a_step_is_saved_when_it_returns(planner):
    planner.do(roster.add_class, name="Math P2")
    planner.close()
    reopened = open_planner(planner.path, now=NOW)
    assert names(reopened) == ["Math P2"]
    reopened.close()


def test_a_step_that_raises_leaves_no_trace(planner):
    before = planner.digest()
    with pytest.raises(RuntimeError), planner.change("Half a step") as session:
        session.add(SchoolClass(name="Half"))
        session.flush()
        raise RuntimeError
    assert planner.digest() == before
    assert planner.undo_label is None


def test_a_broken_constraint_is_our_fault_and_leaves_no_trace(planner):
    before = planner.digest()
    with pytest.raises(IntegrityError), planner.change("Nameless student") as session:
        session.add(Student(last="", first=""))
    assert planner.digest() == before


def test_undo_takes_a_step_back_exactly_and_redo_does_it_again(planner):
    empty = planner.digest()
    a_class(planner, students=2)
    full = planner.digest()
    assert planner.undo().label == "Undo Add students"
    assert planner.undo().label == "Undo Add class “Math P2”"
    assert planner.digest() == empty
    assert planner.undo() is None
    assert planner.redo().label == "Redo Add class “Math P2”"
    assert planner.redo_label == "Add students"
    planner.redo()
    assert planner.digest() == full
    assert planner.redo() is None


def test_a_new_step_forgets_what_could_be_redone(planner):
    a_class(planner, students=0)
    planner.undo()
    a_class(planner, students=0, name="Science")
    assert planner.redo_label is None


def test_whoever_watches_hears_the_label_and_the_rows(planner):
    heard = []
    planner.watch(heard.append)
    class_id = planner.do(roster.add_class, name="Math P2")
    planner.undo()
    assert [changes.label for changes in heard] == [
        "Add class “Math P2”",
        "Undo Add class “Math P2”",
    ]
    assert heard[0].rows == {("school_class", class_id)}
    assert heard[1].tables == {"school_class"}
    assert [changes.sequence for changes in heard] == [1, 2]


def test_a_step_that_changes_nothing_is_no_step(planner):
    class_id = planner.do(roster.add_class, name="Math P2")
    planner.do(roster.rename_class, class_id=class_id, name="Math P2")
    assert planner.undo_label == "Add class “Math P2”"


@pytest.mark.long
def test_only_a_hundred_steps_are_kept(planner):
    for number in range(103):
        planner.do(roster.add_class, name=f"Class {number}")
    undone = 0
    while planner.undo():
        undone += 1
    assert undone == 100
    assert names(planner) == ["Class 0", "Class 1", "Class 2"]


def test_a_deleted_file_stops_the_step_in_words_and_can_be_saved_elsewhere(planner, tmp_path):
    a_class(planner)
    planner.path.unlink()
    with pytest.raises(Problem, match="moved, replaced or deleted"):
        a_class(planner, name="Lost")
    with pytest.raises(Problem, match="not saved"):
        planner.undo()
    planner.save_copy(tmp_path / "rescued.plplanner")
    rescued = open_planner(tmp_path / "rescued.plplanner", now=NOW)
    assert names(rescued) == ["Math P2"]
    rescued.close()


def test_a_replaced_file_stops_the_step(planner, tmp_path):
    other = tmp_path / "other"
    other.write_bytes(planner.path.read_bytes())
    other.replace(planner.path)
    with pytest.raises(Problem, match="replaced"):
        a_class(planner)


def test_a_second_program_reads_a_snapshot_and_changes_nothing(planner):
    a_class(planner)
    second = open_planner(planner.path, now=NOW)
    bytes_before = planner.path.read_bytes()
    assert names(second) == ["Math P2"]
    with pytest.raises(Problem, match=r"already open on .* since 2026-11-20 19:42"):
        a_class(second, name="Other")
    second.close(now=NOW)
    assert planner.path.read_bytes() == bytes_before
    a_class(planner, name="Still ours")


def test_a_full_disk_is_said_in_words(planner):
    class DiskFullError(Exception):
        sqlite_errorcode = 13

    with pytest.raises(Problem, match="disk is full") as caught, planner.change("Too big"):
        from sqlalchemy.exc import OperationalError

        raise OperationalError("", {}, DiskFullError())
    assert caught.value.who_mends is WhoMends.MACHINE


def test_a_new_planner_never_replaces_what_stands_there(tmp_path):
    there = tmp_path / "Math.plplanner"
    there.write_bytes(b"not a planner, but hers")
    with pytest.raises(Problem, match="already a file"):
        create_planner(there, now=NOW)
    assert there.read_bytes() == b"not a planner, but hers"


def test_a_closed_planner_is_one_file_and_private(planner):
    planner.do(roster.add_class, name="Math P2")
    planner.close()
    visible = [path.name for path in planner.path.parent.iterdir() if path.name[0] != "."]
    assert visible == ["Math.plplanner"]
    assert planner.path.stat().st_mode & 0o777 == 0o600


def test_closing_after_a_change_leaves_a_backup_and_without_one_none(planner):
    planner.close(now=NOW)
    folder = planner.path.with_name("Math backups")
    assert not folder.exists()
    again = open_planner(planner.path, now=NOW)
    a_class(again)
    again.close(now=NOW)
    assert [path.name for path in folder.iterdir()] == ["Math 2026-11-20 19.42.07.plplanner"]


def test_what_happened_outside_is_kept_and_told_but_undo_goes_on_from_where_it_was(planner):
    a_class(planner, students=0)
    planner.do(roster.add_class, name="Second")
    planner.undo()
    heard = []
    planner.watch(heard.append)
    planner.note(roster.rename_class, class_id=1, name="Noted")
    assert [row.name for row in planner.ask(roster_queries.classes)] == ["Noted"]
    assert (planner.undo_label, planner.redo_label) == (
        "Add class “Math P2”", "Add class “Second”",
    )  # fmt: skip
    assert heard[0].tables == {"school_class"}
    planner.redo()
    assert [row.name for row in planner.ask(roster_queries.classes)] == ["Noted", "Second"]


def test_a_question_sees_committed_rows_only_through_frozen_values(planner):
    a_class(planner)
    assert planner.ask(lambda session: session.scalars(select(Student.first)).all()) == [
        "Ada01",
        "Ada02",
        "Ada03",
    ]


@pytest.mark.long
def test_a_planner_goes_back_to_a_backup_and_what_was_there_is_backed_up(planner):
    a_class(planner, name="First")
    backup = planner.back_up(now=NOW)
    then = planner.digest()
    a_class(planner, name="Second")
    now, steps = planner.digest(), planner.sequence
    kept = planner.go_back_to(backup, now=NOW.replace(hour=21))
    assert planner.digest() == then
    assert planner.undo_label is None
    assert planner.sequence > steps
    a_class(planner, name="Third")
    planner.undo()
    planner.go_back_to(kept, now=NOW.replace(hour=22))
    assert planner.digest() == now


@pytest.mark.long
def test_a_planner_that_cannot_go_back_stays_as_it_is(planner, tmp_path, monkeypatch):
    a_class(planner, name="First")
    no_backup = tmp_path / "essay.plplanner"
    no_backup.write_text("Dear diary")
    now = planner.digest()
    with pytest.raises(Problem):
        planner.go_back_to(no_backup, now=NOW)
    backup = planner.back_up(now=NOW)
    a_class(planner, name="Second")
    now, opened = planner.digest(), []

    def open_the_second_time(path, lock, *, now):
        opened.append(path)
        if len(opened) == 1:
            raise Problem("It does not open.", "Try another.")
        return open_locked(path, lock, now=now)

    monkeypatch.setattr(planner_file, "open_locked", open_the_second_time)
    with pytest.raises(Problem, match="does not open"):
        planner.go_back_to(backup, now=NOW)
    assert planner.digest() == now
    a_class(planner, name="Third")
    assert planner.undo_label


def test_a_backup_can_be_looked_into_and_not_changed(planner):
    a_class(planner, name="First")
    backup = planner.back_up(now=NOW)
    before = backup.read_bytes()
    shown = look_into(backup)
    assert shown.digest() == planner.digest()
    with pytest.raises(Problem, match="open to look at"):
        a_class(shown, name="Second")
    with pytest.raises(Problem, match="open to look at"):
        shown.go_back_to(backup, now=NOW)
    shown.close()
    assert backup.read_bytes() == before
