import random
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plplanner.problems import Problem
from plplanner.rotation.adult_hours import is_open
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.exact_plan import planned_lesson
from plplanner.rotation.fill_rounds import seats_suffice
from plplanner.rotation.order_checks import out_of_order
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import OUT_OF_ORDER, TOO_FEW_DEVICES, DeviceCount, StationToVisit
from plplanner.rotation.turns_ahead import after_lesson, rounds_met
from plplanner.terms import StationKind
from tests.rotation.lessons import (
    KINDS,
    TEACHER,
    a_lesson,
    a_random_lesson,
    some_stations,
    with_pull_out,
)


def teacher_rounds(plan):
    """Group id → the round it meets the teacher."""
    return {v.group_id: v.round_number for v in plan.visits if v.station_id == TEACHER}


def best_plan(lesson):
    """The plan alone, without its reasons."""
    return planned_lesson(lesson, clock_rounds(lesson))


def taught_days(needs, *, days, rounds=3, seed=0, plan=best_plan):
    """Plans for school days in a row, each told who met the teacher before."""
    lesson = a_lesson(needs, rounds=rounds, minutes=90, seed=seed, day=date(2026, 9, 7))
    for _ in range(days):
        made = plan(lesson)
        yield teacher_rounds(made), made
        met = rounds_met(lesson, made.visits)
        lesson = after_lesson(lesson, clock_rounds(lesson), met)


def longest_wait(met_each_day, group):
    waits, wait = [0], 0
    for met in met_each_day:
        wait = 0 if group in met else wait + 1
        waits.append(wait)
    return max(waits)


def test_an_hour_with_four_groups_is_a_rotation_without_a_clash():
    proposal = build_rotation(a_lesson())
    assert len(proposal.visits) == 4 * 3
    assert proposal.checks == ()
    assert len(teacher_rounds(proposal)) == 3


@pytest.mark.parametrize("lessons", [20, pytest.param(200, marks=pytest.mark.long)])
def test_no_proposal_has_a_hard_clash(lessons):
    made = refused = 0
    for seed in range(lessons):
        try:
            proposal = build_rotation(a_random_lesson(seed))
        except Problem:
            refused += 1
            continue
        made += 1
        assert not [clash for clash in proposal.checks if clash.hard]
    assert made > lessons * 3 // 4
    assert refused > 0


@pytest.mark.long
def test_no_group_is_at_a_station_twice_where_that_can_be_avoided():
    for groups in range(1, 11):
        for extra in (0, 1):
            rounds = min(groups, 6)
            stations = some_stations(groups + extra)
            proposal = build_rotation(
                a_lesson([n % 3 for n in range(groups)], stations, rounds=rounds, minutes=100)
            )
            seen = {(visit.group_id, visit.station_id) for visit in proposal.visits}
            assert len(seen) == groups * rounds


def test_more_rounds_than_stations_still_make_a_plan():
    proposal = build_rotation(a_lesson((0, 1, 2), rounds=5, minutes=90))
    assert len(proposal.visits) == 15
    assert {clash.kind for clash in proposal.checks} == {"same_station_twice"}
    at_teacher = [visit.group_id for visit in proposal.visits if visit.station_id == TEACHER]
    assert at_teacher.count(3) == 2


@pytest.mark.parametrize("lessons", [3, pytest.param(40, marks=pytest.mark.long)])
def test_input_order_and_ids_do_not_change_the_plan(lessons):
    for seed in range(lessons):
        lesson = a_random_lesson(seed)
        try:
            expected = named(lesson, build_rotation(lesson))
        except Problem:
            continue
        changed = renumbered(lesson, seed)
        assert named(changed, build_rotation(changed)) == expected


def named(lesson, proposal):
    groups = {group.group_id: group.name for group in lesson.groups}
    stations = {station.station_id: station.name for station in lesson.stations}
    visits = [(groups[v.group_id], v.round_number, stations[v.station_id]) for v in proposal.visits]
    checks = [
        replace(one, cells=tuple(sorted((groups[group], number) for group, number in one.cells)))
        for one in proposal.checks
    ]
    return visits, [groups[g] for g in proposal.no_teacher], proposal.reasons, checks


def renumbered(lesson, seed):
    draw = random.Random(seed)
    groups = [replace(group, group_id=900 - group.group_id) for group in lesson.groups]
    stations = [replace(row, station_id=700 - row.station_id) for row in lesson.stations]
    draw.shuffle(groups)
    draw.shuffle(stations)
    return replace(lesson, groups=tuple(groups), stations=tuple(stations))


@pytest.mark.parametrize(
    ("needs", "rounds"),
    [
        pytest.param((2, 1, 1, 0), 3, marks=pytest.mark.long),
        ((2, 1, 0, 0), 2),
        pytest.param((2, 2, 1, 1, 0), 3, marks=pytest.mark.long),
        pytest.param((0, 0, 0, 2), 1, marks=pytest.mark.long),
        pytest.param((0, 1, 2, 0, 1, 2, 0, 1, 2, 0), 2, marks=pytest.mark.long),
    ],
)
def test_need_buys_visits_and_nobody_waits_more_than_four_lessons(needs, rounds):
    days = [met for met, _ in taught_days(needs, days=30, rounds=rounds)]
    visits = [sum(group in met for met in days) for group in range(1, len(needs) + 1)]
    for need, count in zip(needs, visits, strict=True):
        fewer = [other for less, other in zip(needs, visits, strict=True) if less < need]
        assert all(count >= other for other in fewer)
    assert max(longest_wait(days, group) for group in range(1, len(needs) + 1)) <= 4


@pytest.mark.long
def test_the_neediest_group_meets_the_teacher_nearly_every_lesson():
    days = [met for met, _ in taught_days((2, 1, 1, 0), days=30)]
    assert sum(1 in met for met in days) >= 28
    assert 9 <= sum(4 in met for met in days) <= 15


@pytest.mark.long
def test_equal_groups_meet_the_teacher_equally_often():
    days = [met for met, _ in taught_days((1, 1, 1, 1), days=30)]
    visits = [sum(group in met for met in days) for group in range(1, 5)]
    assert max(visits) - min(visits) <= 4


@pytest.mark.long
def test_the_place_in_the_day_says_nothing_about_need():
    places = defaultdict(list)
    needs = (2, 1, 1, 0)
    for seed in range(4):
        for met, _ in taught_days(needs, days=40, seed=seed):
            for group, round_number in met.items():
                places[group].append(round_number)
    average = {group: sum(rounds) / len(rounds) for group, rounds in places.items()}
    assert all(abs(mean - 2) < 0.2 for mean in average.values())
    assert all(set(rounds) == {1, 2, 3} for rounds in places.values())


def test_the_place_in_the_day_moves_from_day_to_day():
    days = [met for met, _ in taught_days((2, 1, 0), days=5)]
    for before, after in pairwise(days):
        assert all(before[group] != after[group] for group in before)


@pytest.mark.long
def test_what_is_said_about_the_next_lesson_comes_true():
    days = list(taught_days((2, 1, 1, 0), days=30, plan=build_rotation))
    names = dict(enumerate(("River", "Comet", "Maple", "Kite"), start=1))
    said = 0
    for (_, today), (tomorrow, _) in pairwise(days):
        for group in today.no_teacher:
            first = f"{names[group]} does not meet the teacher today: 3 rounds, 4 groups. It is"
            if any(reason.startswith(first) for reason in today.reasons):
                said += 1
                assert group in tomorrow
    assert said > 5


@pytest.mark.parametrize("lessons", [3, pytest.param(30, marks=pytest.mark.long)])
def test_a_pull_out_moves_the_group_to_another_round(lessons):
    for seed in range(lessons):
        lesson = a_lesson(seed=seed)
        usual = teacher_rounds(build_rotation(lesson))
        start = {1: time(9, 10), 2: time(9, 25), 3: time(9, 40)}[usual[1]]
        moved = with_pull_out(lesson, 1, start, start.replace(minute=start.minute + 13))
        proposal = build_rotation(moved)
        assert teacher_rounds(proposal)[1] != usual[1]
        assert proposal.checks == ()
        assert any("around pull-outs: Maya" in reason for reason in proposal.reasons)


def test_a_student_out_all_lesson_is_named_and_the_others_still_meet_the_teacher():
    proposal = build_rotation(with_pull_out(a_lesson(), 1, time(9), time(10)))
    assert 1 in teacher_rounds(proposal)
    (clash,) = proposal.checks
    assert clash.text.startswith("Maya is out 9:00–10:00, when River is at Station 01")
    assert not clash.hard


def test_a_group_too_large_for_the_teacher_table_goes_elsewhere():
    lesson = a_lesson(stations=some_stations(4, seats=[5, None, None, None]))
    groups = (replace(lesson.groups[0], size=6), *(replace(g, size=5) for g in lesson.groups[1:]))
    proposal = build_rotation(replace(lesson, groups=groups))
    assert proposal.no_teacher == (1,)
    assert [clash.kind for clash in proposal.checks] == ["no_seats_at_teacher_table"]


def test_missing_stations_are_counted():
    with pytest.raises(Problem, match=r"need 4 stations, and there are 2\. Add 2 stations"):
        build_rotation(a_lesson(stations=some_stations(2)))


def test_groups_without_seats_are_named():
    lesson = a_lesson((0, 0), some_stations(2, seats=[4, 8]))
    with pytest.raises(Problem, match="Comet and River have 6 students or more, and 1 of the"):
        build_rotation(lesson)


def test_no_groups_is_a_problem():
    with pytest.raises(Problem, match="no groups"):
        build_rotation(a_lesson((), some_stations(3)))


def test_without_a_teacher_table_nobody_meets_the_teacher():
    proposal = build_rotation(a_lesson(stations=some_stations(4, teachers=0)))
    assert proposal.no_teacher == (2, 4, 3, 1)
    assert proposal.reasons == ("No station is led by the teacher today.",)


def lab(**hours):
    """A fifth station that needs its adult."""
    return StationToVisit(
        9, "Lab", StationKind.HANDS_ON, "", None, "Read.", "Ms. R", needs_adult=True, **hours
    )


def test_no_group_is_where_its_adult_is_not_there_yet():
    lesson = a_lesson(stations=(*a_lesson().stations[:3], lab(adult_from=time(9, 15)),
                                a_lesson().stations[3]))  # fmt: skip
    proposal = build_rotation(lesson)
    early = {row.number for row in proposal.rounds if row.starts_at < time(9, 15)}
    assert early
    assert not [one for one in proposal.visits if one.station_id == 9 and one.round_number in early]
    assert "adult_not_there" not in [clash.kind for clash in proposal.checks]
    assert "Ms. R is at Lab from 9:15: not in round 1." in proposal.reasons


def test_a_table_led_by_somebody_else_is_met_only_while_she_is_there():
    helped = replace(a_lesson().stations[0], adult="Ms. R", adult_until=time(9, 30))
    lesson = a_lesson(stations=(helped, *some_stations(5)[1:]), rounds=3)
    proposal = build_rotation(lesson)
    rows = {row.number: row for row in proposal.rounds}
    met = [rows[one.round_number] for one in proposal.visits if one.station_id == TEACHER]
    assert met
    assert all(row.starts_at.minute + row.minutes <= 30 for row in met)
    assert not [reason for reason in proposal.reasons if " is free in round" in reason]


def test_where_too_few_stations_would_be_open_the_plan_is_made_and_says_so():
    stations = (*a_lesson().stations[:3], lab(adult_from=time(9, 30)))
    proposal = build_rotation(a_lesson(stations=stations))
    assert len(proposal.visits) == 4 * len(proposal.rounds)
    assert "adult_not_there" in [clash.kind for clash in proposal.checks]


@pytest.mark.long
@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(1, 60))
@example(5, 0, 1)  # the search for a plan with all hours ends without one
def test_hours_of_adults_never_keep_a_plan_from_being_made(seed, start, length):
    lesson = a_random_lesson(seed)
    come, go = (time(9 + n // 60, n % 60) for n in (start, start + length))
    chance = random.Random(seed)
    helped = tuple(
        replace(one, adult=f"Adult {one.station_id}", needs_adult=True, adult_from=come,
                adult_until=go) if chance.random() < 0.4 else one
        for one in lesson.stations
    )  # fmt: skip
    try:
        build_rotation(lesson)
    except Problem:
        return
    lesson = replace(lesson, stations=helped)
    made, sizes = best_plan(lesson), [group.size for group in lesson.groups]
    for row in clock_rounds(lesson):
        there = {one.station_id: one.seats for one in helped if is_open(one, row)}
        visited = {one.station_id for one in made.visits if one.round_number == row.number}
        if visited - set(there) and seats_suffice(sizes, list(there.values())):
            # Only where keeping all hours leaves no plan of the whole lesson.
            assert not made.lesson.is_closed_at_times


def on_devices(proposal, lesson):
    """Students at digital stations, by round."""
    size = {group.group_id: group.size for group in lesson.groups}
    digital = {one.station_id for one in lesson.stations if one.kind is StationKind.DIGITAL}
    there = Counter()
    for visit in proposal.visits:
        there[visit.round_number] += size[visit.group_id] * (visit.station_id in digital)
    return there


def two_digital(**fields):
    """Four groups of six, five stations: the teacher table, two digital, two without devices."""
    stations = some_stations(5)
    kinds = {1: StationKind.DIGITAL, 2: StationKind.DIGITAL}
    stations = tuple(
        replace(one, kind=kinds.get(place, KINDS[2] if place else one.kind))
        for place, one in enumerate(stations)
    )
    return a_lesson((1, 1, 1, 1), stations, **fields)


def test_devices_are_enough_for_all_digital_stations_of_a_round_together():
    lesson = two_digital(rounds=2)
    few = replace(lesson, devices=DeviceCount(6))
    proposal = build_rotation(few)
    assert set(on_devices(proposal, few).values()) <= {0, 6}
    assert proposal.checks == ()
    pairs = replace(lesson, devices=DeviceCount(3, 2))
    assert set(on_devices(build_rotation(pairs), pairs).values()) <= {0, 6}
    none = replace(
        lesson, stations=lesson.stations[:1] + lesson.stations[2:], devices=DeviceCount(0)
    )
    assert build_rotation(none).checks[0].kind == TOO_FEW_DEVICES


def test_where_devices_leave_no_plan_there_is_one_all_the_same_and_it_is_told():
    lesson = two_digital(devices=DeviceCount(5))
    proposal = build_rotation(lesson)
    assert len(proposal.visits) == len(lesson.groups) * len(proposal.rounds)
    assert [clash.kind for clash in proposal.checks if not clash.hard] == [TOO_FEW_DEVICES]


def test_an_order_of_stations_is_kept_where_it_can_be():
    stations = some_stations(5)
    after = replace(stations[3], after=stations[1].name)
    lesson = a_lesson((1, 1), (*stations[:3], after, stations[4]), rounds=3)
    assert list(out_of_order(lesson, build_rotation(lesson).visits)) == []


def test_where_groups_begin_anywhere_an_order_gives_way_and_it_is_told():
    stations = some_stations(4)
    after = replace(stations[3], after=stations[0].name)
    lesson = a_lesson(stations=(*stations[:3], after))
    proposal = build_rotation(lesson)
    assert len(proposal.visits) == len(lesson.groups) * len(proposal.rounds)
    assert OUT_OF_ORDER in {clash.kind for clash in proposal.checks}


@pytest.mark.parametrize("away", [1, 2, 3, 4])
def test_a_group_of_which_nobody_is_here_leaves_its_turn_to_the_others(away):
    lesson = a_lesson((2, 1, 1, 0), rounds=2)
    groups = tuple(
        replace(group, size=0) if group.group_id == away else group for group in lesson.groups
    )
    made = build_rotation(replace(lesson, groups=groups))
    assert away in made.no_teacher
    assert len(made.no_teacher) == 2
