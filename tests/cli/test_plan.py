import json
from datetime import UTC, datetime, timedelta

import pytest

from plplanner.roster.queries import class_named
from plplanner.rotation.queries import plan_on
from plplanner.store.planner_file import open_planner
from tests.builders import MONDAY, NOW
from tests.cli.command_line import done, in_class, refused


def saved(path, day=MONDAY):
    planner = open_planner(path, now=NOW)
    try:
        class_id = planner.ask(class_named, name="Math 3").id
        return planner.ask(plan_on, class_id=class_id, day=day)
    finally:
        planner.close()


def proposed(planner, *more, now=NOW):
    return json.loads(done("plan", *in_class(planner), "--json", *more, now=now))


@pytest.mark.long
def test_the_next_school_day_is_planned_unless_a_day_is_named(planned):
    assert proposed(planned)["date"] == "2026-11-23"
    assert proposed(planned, "--date", "2026-11-25")["date"] == "2026-11-25"
    thursday = datetime(2026, 12, 31, 20, tzinfo=UTC)
    assert proposed(planned, now=thursday)["date"] == "2027-01-01"


def test_no_two_groups_share_a_station_and_every_round_has_its_length(planned):
    got = proposed(planned, "--date", "2026-11-24")
    assert [(one["starts_at"], one["minutes"]) for one in got["rounds"]] == [
        ("09:10", 13),
        ("09:25", 13),
        ("09:40", 13),
    ]
    for column in zip(*(group["stations"] for group in got["groups"]), strict=True):
        assert len(set(column)) == len(column)


def test_people_read_rounds_groups_and_what_is_worth_a_look(planned):
    out = done("plan", *in_class(planned))
    assert out.startswith("Monday, November 23, 60 minutes\nRound 1: 9:10, 13 minutes\n")
    assert out.count(" → ") == 10


def test_a_plan_is_kept_only_when_asked(planned):
    tuesday = MONDAY.replace(day=24)
    done("plan", *in_class(planned), "--date", tuesday)
    assert saved(planned, tuesday) is None
    got = proposed(planned, "--date", tuesday, "--save")
    kept = saved(planned, tuesday)
    assert [group["name"] for group in got["groups"]] == [
        line.identity.word for line in kept.groups
    ]
    assert [[visit.station_name for visit in line.visits if visit] for line in kept.groups] == [
        group["stations"] for group in got["groups"]
    ]


def test_the_teacher_s_turns_follow_what_was_planned_before(planned):
    left_out = proposed(planned, "--date", "2026-11-23")["no_teacher"]
    assert len(left_out) == 2
    next_day = proposed(planned, "--date", "2026-11-24")
    assert not set(left_out) & set(next_day["no_teacher"])


@pytest.mark.parametrize(
    ("more", "saying"),
    [
        (("--date", "2026-11-22"), "There is no school on Sunday, 2026-11-22"),
        (("--minutes", "5"), "No round fits in 5 minutes"),
        (("--minutes", "0"), "No round fits in 0 minutes"),
        (("--minutes", "100000"), "past midnight"),
    ],
)
def test_a_day_that_cannot_be_planned_is_refused(planned, more, saying):
    assert saying in refused("plan", *in_class(planned), "--save", *more)


def test_the_ends_of_the_calendar_are_no_bug(planned):
    assert proposed(planned, "--date", "0001-01-01")["date"] == "0001-01-01"
    last = refused("plan", *in_class(planned), "--date", "9999-12-31")
    assert "no school day in the year after December 31, 9999" in last


def test_a_class_without_groups_is_told_to_make_them(sample):
    assert "This class has no groups yet." in refused("plan", *in_class(sample))


def test_student_by_student_each_has_a_way_and_it_can_be_kept(planned):
    got = proposed(planned, "--date", "2026-11-24", "--student-by-student", "--save")
    assert len(got["groups"]) == 28
    assert len(got["no_teacher"]) == 10
    plan = saved(planned, MONDAY + timedelta(days=1))
    assert plan.is_own_ways
    assert [line.identity.word for line in plan.groups] == [one["name"] for one in got["groups"]]
