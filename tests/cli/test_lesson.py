from functools import partial

import pytest

from plplanner.calendar.commands import mark_special_day, set_meeting_days
from plplanner.calendar.rows import MeetingDays
from plplanner.cli import lesson
from plplanner.grouping.commands import add_rule
from plplanner.grouping.queries import basis_on_assessment
from plplanner.grouping.saved.queries import newest_groups
from plplanner.library.commands import add_standard
from plplanner.playlists.commands import add_playlist
from plplanner.playlists.queries import playlists_of_groups
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.rotation.printed.queries import printed_pieces
from plplanner.rotation.queries import plan_on
from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.rows import DayShape
from plplanner.terms import Paper, PlaylistUse, RuleKind, Weekday
from tests.builders import MONDAY, NOW, TODAY, a_class, a_planner, an_assessment, saved_groups
from tests.cli.command_line import surroundings
from tests.importing.districts import a_district
from tests.importing.reader_here import ReaderHere


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def to_group(planner, class_id, **more):
    basis = planner.ask(basis_on_assessment, class_id=class_id, title="Exit ticket")
    problem = lesson.grouping_problem(planner, class_id=class_id, basis=basis, on=TODAY, **more)
    return basis, problem


def sizes(proposal):
    return sorted(len(group.student_ids) for group in proposal.groups)


def test_a_file_is_previewed_and_then_taken_in(planner, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Last,First,Exit ticket\nLi,Ann,4\n")
    classes = lesson.preview_import(planner, path, "Homeroom", reader=ReaderHere())
    assert not planner.has_rows()
    class_id = lesson.take_in(planner, path, classes, surroundings())
    assert [row.first for row in planner.ask(students_of_class, class_id=class_id)] == ["Ann"]


def test_naming_a_class_of_a_district_reads_that_class_alone(planner, tmp_path, monkeypatch):
    path, reader = a_district(tmp_path, monkeypatch), ReaderHere()
    preview = partial(lesson.preview_import, planner, path, reader=reader, again=ReaderHere)
    (part,) = preview("Math P1")
    assert (part.name, len(part.students)) == ("Math P1", 20)
    with pytest.raises(Problem, match="3 classes and 60 students"):
        preview("Homeroom")


@pytest.mark.parametrize(("students", "groups"), [(4, 1), (8, 2), (15, 3)])
def test_without_a_wish_groups_are_of_about_seven(planner, students, groups):
    class_id = a_class(planner, students=students)
    an_assessment(planner, class_id, points=[5, 1] * students)
    _, problem = to_group(planner, class_id)
    assert len(lesson.proposed_groups(problem).groups) == groups


def test_many_groups_may_be_small(planner):
    class_id = a_class(planner, students=8)
    an_assessment(planner, class_id, points=[5, 1] * 4)
    _, problem = to_group(planner, class_id, groups=4)
    assert sizes(lesson.proposed_groups(problem)) == [2, 2, 2, 2]


def test_a_class_without_students_cannot_be_grouped(planner):
    class_id = a_class(planner, students=0)
    an_assessment(planner, class_id)
    with pytest.raises(Problem, match="no students yet"):
        to_group(planner, class_id)


def test_rules_that_conflict_are_named(planner):
    class_id = a_class(planner, students=4)
    an_assessment(planner, class_id, points=[5, 1, 5, 1])
    pair = [row.id for row in planner.ask(students_of_class, class_id=class_id)[:2]]
    for kind in (RuleKind.APART, RuleKind.TOGETHER):
        planner.do(add_rule, class_id=class_id, kind=kind, student_ids=pair)
    _, problem = to_group(planner, class_id, size=(2, 2))
    with pytest.raises(Problem, match=r"Ada01 and Ada02 apart.*Ada01 and Ada02 together"):
        lesson.proposed_groups(problem)


def test_accepted_groups_are_those_of_today(planner):
    class_id = a_class(planner, students=4)
    an_assessment(planner, class_id, points=[5, 1, 5, 1])
    basis, problem = to_group(planner, class_id)
    proposal = lesson.proposed_groups(problem)
    with pytest.raises(Problem, match="This class has no groups yet"):
        lesson.groups_now(planner, class_id)
    lesson.save_proposed_groups(
        planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal, today=TODAY
    )
    groups = lesson.groups_now(planner, class_id)
    assert groups == planner.ask(newest_groups, class_id=class_id)
    assert (groups.created_on, groups.basis) == (TODAY, "“Exit ticket”, Fri 20 Nov")


def test_the_next_school_day_skips_days_off(planner):
    class_id = a_class(planner)
    assert lesson.lesson_day_after(planner, class_id, TODAY) == MONDAY
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    assert lesson.lesson_day_after(planner, class_id, TODAY) == MONDAY.replace(day=24)
    midweek = MeetingDays(frozenset({Weekday.WEDNESDAY}))
    planner.do(set_meeting_days, class_id=class_id, meeting=midweek)
    assert lesson.lesson_day_after(planner, class_id, TODAY) == MONDAY.replace(day=25)


def plan_monday(planner, groups):
    draft = lesson.proposed_plan(planner, class_id=groups.class_id, day=MONDAY, groups=groups)
    lesson.save_proposed_plan(planner, class_id=groups.class_id, draft=draft)


def test_a_plan_has_the_shape_of_its_weekday(planner):
    groups = saved_groups(planner)
    shape = DayShape(minutes=60, rounds=1, stations=())
    planner.do(
        save_template, class_id=groups.class_id, name="Mondays", shape=shape,
        weekday=Weekday.MONDAY,
    )  # fmt: skip
    plan_monday(planner, groups)
    plan = planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    assert len(plan.rounds) == 1


def test_a_day_off_cannot_be_planned(planner):
    groups = saved_groups(planner)
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    with pytest.raises(Problem, match="There is no school on Monday, 2026-11-23"):
        plan_monday(planner, groups)


def test_a_plan_and_its_playlists_are_one_step(planner):
    class_id = a_class(planner, students=4)
    standard_id = planner.do(add_standard, code="3.NF.A.1")
    for use in PlaylistUse:
        planner.do(add_playlist, title=use.value, standard_id=standard_id, use=use)
    an_assessment(planner, class_id, points=[5] * 4, standard_ids=(standard_id,))
    basis, problem = to_group(planner, class_id)
    proposal = lesson.proposed_groups(problem)
    lesson.save_proposed_groups(
        planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal, today=TODAY
    )
    before = planner.digest()
    groups = lesson.groups_now(planner, class_id)
    plan_monday(planner, groups)
    ids = [group.id for group in groups.groups]
    for day, works in ((MONDAY, True), (MONDAY.replace(day=27), True), (TODAY, False)):
        found = planner.ask(playlists_of_groups, group_ids=ids, day=day)
        assert {row.use for row, _, _ in found.values()} == (
            {PlaylistUse.EXTEND} if works else set()
        )
    assert planner.undo_label == "Plan Monday"
    planner.undo()
    assert planner.digest() == before
    assert planner.ask(plan_on, class_id=class_id, day=MONDAY) is None


def test_what_was_saved_is_remembered_unless_the_planner_may_only_be_read(planner):
    class_id = a_class(planner, students=4)
    asked = {"class_id": class_id, "day": MONDAY}
    lesson.remember_sheets(planner, names=("board",), **asked)
    assert planner.ask(printed_pieces, **asked) is None
    an_assessment(planner, class_id, points=[5] * 4)
    basis, problem = to_group(planner, class_id)
    proposal = lesson.proposed_groups(problem)
    lesson.save_proposed_groups(
        planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal, today=TODAY
    )
    plan_monday(planner, lesson.groups_now(planner, class_id))
    planner.why_read_only = Problem("It may only be read.", "Look.")
    lesson.remember_sheets(planner, names=("board",), **asked)
    assert planner.ask(printed_pieces, **asked) is None
    planner.why_read_only = None
    lesson.remember_sheets(planner, names=("board",), **asked)
    assert set(planner.ask(printed_pieces, **asked).pieces) == {"board", "whole board"}
    assert planner.undo_label == "Plan Monday"


def test_only_a_saved_plan_has_sheets(planner):
    groups = saved_groups(planner)
    asked = {"class_id": groups.class_id, "day": MONDAY, "paper": Paper.LETTER}
    with pytest.raises(Problem, match="There is no plan for Monday, 2026-11-23"):
        lesson.sheets(planner, names=("board",), **asked)
    plan_monday(planner, groups)
    assert lesson.sheets(planner, names=("board",), **asked).startswith(b"%PDF")
    assert planner.ask(plan_on, class_id=groups.class_id, day=MONDAY).day > NOW.date()
