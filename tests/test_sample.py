from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from plplanner.calendar.commands import mark_special_day
from plplanner.calendar.queries import lesson_time
from plplanner.gradebook.queries import assessments_of_class, newest_check
from plplanner.grouping.queries import rules_of_class
from plplanner.grouping.saved.queries import newest_groups
from plplanner.library.queries import resources, standards
from plplanner.models.gradebook import Score
from plplanner.playlists.queries import playlists
from plplanner.problems import Problem
from plplanner.roster.commands import remove_class
from plplanner.roster.queries import class_named, pull_outs_on, students_of_class
from plplanner.rotation.queries import plan_on
from plplanner.sample import add_sample_class, add_sample_lesson, is_sample_class
from plplanner.terms import PlaylistUse
from tests.builders import MONDAY, NOW, a_planner, is_one_step
from tests.prepared import the_sample


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture(scope="module")
def sampled(tmp_path_factory):
    """The sample class, for tests that only look."""
    with a_planner(tmp_path_factory.mktemp("sample"), holding=the_sample()) as planner:
        yield planner


def test_the_sample_class_is_one_step_that_undo_takes_away_whole(planner):
    is_one_step(planner, add_sample_class, called="Add the sample class", now=NOW)
    assert planner.findings() == []
    planner.undo()
    assert not planner.has_rows()


def test_the_sample_class_has_all_that_a_lesson_needs(sampled):
    class_id = sampled.ask(class_named, name="Math 3").id
    students = sampled.ask(students_of_class, class_id=class_id)
    assert (len(students), len({student.name for student in students})) == (28, 28)
    assert len(sampled.ask(standards)) == 3
    assert all(row.i_can and row.translations["es"] for row in sampled.ask(standards))
    assert len(sampled.ask(resources)) == 20
    rows = sampled.ask(playlists)
    assert {(row.standard.code, row.use) for row in rows} == {
        (row.code, use) for row in sampled.ask(standards) for use in PlaylistUse
    }
    assert len(rows) == 9
    rules = sampled.ask(rules_of_class, class_id=class_id, students=students)
    assert len(rules) == 2
    assert len(sampled.ask(pull_outs_on, class_id=class_id, day=MONDAY)) == 1
    assert sampled.ask(lesson_time, class_id=class_id, day=MONDAY).minutes == 60


def test_no_title_a_child_reads_speaks_of_a_level(sampled):
    words = [row.title for row in sampled.ask(resources)]
    words += [item.title for row in sampled.ask(playlists) for item in row.items]
    levels = ("secure", "nearly", "not yet", "reteach", "below", "low", "remedial")
    assert [word for word in words if any(level in word.lower() for level in levels)] == []


@pytest.mark.parametrize(
    "day", [date(2026, 11, 22), pytest.param(date(2027, 1, 1), marks=pytest.mark.long)]
)
def test_scores_reach_back_two_weeks_of_school_days_from_any_date(planner, day):
    now = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    class_id = planner.do(add_sample_class, now=now)
    rows = planner.ask(assessments_of_class, class_id=class_id)
    assert [row.taken_on.weekday() < 5 for row in rows] == [True] * 6
    assert 9 < (day - rows[0].taken_on).days <= 16
    assert 0 < (day - rows[-1].taken_on).days <= 5
    assert planner.ask(newest_check, class_id=class_id, students=28) == rows[-1]


def test_some_scores_are_missing_excused_or_zero_as_in_any_class(sampled):
    scores = sampled.ask(lambda session: session.scalars(select(Score)).all())
    assert len({score.status for score in scores}) > 1
    assert 0 in [score.points for score in scores]
    assert len(scores) < 28 * 6


def test_a_second_sample_class_is_refused_and_changes_nothing(sampled):
    before = sampled.digest()
    with pytest.raises(Problem, match="already a class called “Math 3”"):
        sampled.do(add_sample_class, now=NOW)
    assert sampled.digest() == before


def test_the_sample_class_is_known_again_and_no_other_is(sampled):
    class_id = sampled.ask(class_named, name="Math 3").id
    students = sampled.ask(students_of_class, class_id=class_id)
    assert is_sample_class(students)
    assert not is_sample_class(())
    assert not is_sample_class([*students, replace(students[0], first="Somebody")])


@pytest.mark.long
def test_to_look_around_there_are_groups_and_a_plan_in_one_step(planner):
    called = "Add the sample class"
    is_one_step(planner, add_sample_lesson, called=called, now=NOW, day=MONDAY)
    class_id = planner.ask(class_named, name="Math 3").id
    groups = planner.ask(newest_groups, class_id=class_id)
    plan = planner.ask(plan_on, class_id=class_id, day=MONDAY)
    assert sum(len(group.members) for group in groups.groups) == 28
    assert (plan.group_set_id, len(plan.groups)) == (groups.id, len(groups.groups))
    planner.do(remove_class, class_id=class_id)
    assert planner.findings() == []
    planner.undo()
    planner.undo()
    assert not planner.has_rows()


@pytest.mark.long
def test_on_a_day_without_school_there_are_groups_and_no_plan(planner):
    planner.do(mark_special_day, day=MONDAY, label="Snow", minutes=0)
    class_id = planner.do(add_sample_lesson, now=NOW, day=MONDAY)
    assert planner.ask(newest_groups, class_id=class_id) is not None
    assert planner.ask(plan_on, class_id=class_id, day=MONDAY) is None
