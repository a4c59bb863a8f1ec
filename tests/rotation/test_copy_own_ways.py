from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.copy_own_ways import copy_own_ways
from plplanner.rotation.own_ways import plan_own_ways
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.rows import SUBSTITUTE, DeviceCount, PlanGroupRow, PlanRow, VisitRow
from plplanner.terms import MasteryLevel, PlanState, StationKind, own_identity
from tests.rotation.own_ways_lessons import a_student, own_lesson, own_stations

CLASS = [a_student(number) for number in range(1, 9)]


def a_class_lesson(students=CLASS, **fields):
    return own_lesson(students, **{"stations": own_stations((3, None, None, 4)), **fields})


def earlier_plan(problem, **changes):
    """The plan of a lesson a week before, as it was saved: each cell with a task of its own."""
    made = plan_own_ways(problem)
    stations = {one.station_id: one for one in problem.stations}
    at = {(one.group_id, one.round_number): stations[one.station_id] for one in made.visits}
    lines = tuple(
        PlanGroupRow(
            500 - one.group_id, own_identity(one.name), (-one.group_id,),
            tuple(
                VisitRow(row.number, station.name, station.kind, station.place,
                         f"{one.name} {row.number}")
                for row in made.rounds for station in [at[one.group_id, row.number]]
            ),
            is_own_way=True,
        )
        for one in problem.groups
    )  # fmt: skip
    plan = PlanRow(
        1, 1, "Math", "Math", problem.day - timedelta(days=7), PlanState.TAUGHT, problem.starts_at,
        problem.minutes, made.rounds, lines, "Read.", 1, problem.launch, problem.close,
        problem.move,
    )  # fmt: skip
    return replace(plan, **changes)


def copied(earlier, problem):
    levels = {-one.group_id: MasteryLevel.NEARLY for one in problem.groups}
    return copy_own_ways(earlier, problem, group_set_id=2, playlists={}, levels=levels)


def words_at(draft):
    stations = {one.station_id: one.name for one in draft.problem.stations}
    return {
        (one.group_id, one.round_number): (
            stations[one.station_id], draft.tasks[one.group_id, one.round_number],
        )
        for one in draft.proposal.visits
    }  # fmt: skip


def words_then(plan):
    return {
        (-line.student_ids[0], visit.round_number): (visit.station_name, visit.task)
        for line in plan.groups
        for visit in line.visits
    }


def checks_of(draft):
    found = find_clashes(draft.problem, draft.proposal.rounds, draft.proposal.visits)
    return {one.kind: one for one in found}


def changed_line(plan, student, change):
    """The plan with the visits of one student changed."""
    return replace(
        plan,
        groups=tuple(
            replace(line, visits=tuple(change(visit) for visit in line.visits))
            if line.student_ids == (student,)
            else line
            for line in plan.groups
        ),
    )


def test_each_student_does_the_same_at_the_same_times():
    lesson = a_class_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, lesson)
    draft = made.draft
    assert made.notes == ()
    assert draft.proposal.rounds == earlier.rounds
    assert words_at(draft) == words_then(earlier)
    assert (draft.group_set_id, draft.when_done, draft.problem.day) == (2, "Read.", lesson.day)
    assert set(draft.levels) == set(range(1, 9))
    assert not any(one.hard for one in checks_of(draft).values())
    assert draft.proposal.no_teacher == plan_own_ways(lesson).no_teacher


def test_what_only_stood_in_that_day_is_not_what_was_planned():
    lesson = a_class_lesson()

    def stands_in(visit):
        return replace(visit, task="Alone", stand_in=SUBSTITUTE, planned_task=visit.task)

    earlier = earlier_plan(lesson)
    made = copied(changed_line(earlier, 3, stands_in), lesson)
    assert words_at(made.draft) == words_then(earlier)


def test_who_left_is_left_out():
    lesson = a_class_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, a_class_lesson(CLASS[1:]))
    assert made.notes == ()
    then = words_then(earlier)
    assert words_at(made.draft) == {cell: then[cell] for cell in then if cell[0] != -1}


def test_who_is_new_goes_around_the_others_at_free_seats_and_a_note_says_so():
    earlier = earlier_plan(a_class_lesson())
    made = copied(earlier, a_class_lesson([*CLASS, a_student(9), a_student(10)]))
    assert made.notes == ("S09 and S10 are new, with a way at free seats.",)
    now = words_at(made.draft)
    assert words_then(earlier).items() <= now.items()
    assert [len({now[-one, number][0] for number in (1, 2, 3, 4)}) for one in (9, 10)] == [4, 4]
    assert all(now[-9, number][1] for number in (1, 2, 3, 4)), "each with a task"
    assert not any(one.hard for one in checks_of(made.draft).values())
    one = copied(earlier, a_class_lesson([*CLASS, a_student(9)]))
    assert one.notes == ("S09 is new, with a way at free seats.",)


def test_for_whom_no_seat_is_free_is_left_out_and_the_note_says_so():
    full = own_stations((2, 2, 2, 2))
    earlier = earlier_plan(a_class_lesson(stations=full))
    made = copied(earlier, a_class_lesson([*CLASS, a_student(9)], stations=full))
    assert made.notes == ("S09 is left out: in some round no seat is free.",)
    assert words_at(made.draft) == words_then(earlier)
    assert -9 not in {one.group_id for one in made.draft.problem.groups}
    assert 9 not in made.draft.levels
    assert not any(one.hard for one in checks_of(made.draft).values())


def test_a_seat_of_her_own_is_no_way_and_does_not_come_back_as_a_station():
    lesson = a_class_lesson()
    earlier = changed_line(
        earlier_plan(lesson), 4, lambda visit: replace(visit, station_name=OWN_SEAT)
    )
    made = copied(earlier, lesson)
    assert made.notes == ("S04 had an own seat then; now with a way at free seats.",)
    assert OWN_SEAT not in {one.name for one in made.draft.problem.stations}
    assert {cell[0] for cell in words_at(made.draft)} == {one.group_id for one in lesson.groups}


def test_what_the_new_day_does_not_allow_is_said_by_the_checks():
    lesson = a_class_lesson()
    earlier = earlier_plan(lesson)
    first = next(line for line in earlier.groups
                 if line.visits[0].station_kind is StationKind.TEACHER_LED)  # fmt: skip
    out = a_student(first.student_ids[0], out=(time(9), time(9, 30)))
    students = [out if one.group_id == out.group_id else one for one in CLASS]
    helped = replace(own_stations()[2], adult="Ms. R", needs_adult=True, adult_from=time(9, 40))
    stations = (*own_stations((1, None)), helped, own_stations()[3])
    today = a_class_lesson(students, stations=stations, devices=DeviceCount(working=1))
    checks = checks_of(copied(earlier, today).draft)
    assert {
        "too_few_seats_for_students", "pull_out_at_teacher_table", "too_few_devices",
        "adult_not_there",
    } <= set(checks)  # fmt: skip


def test_a_station_that_is_gone_comes_back_in_its_words():
    lesson = a_class_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, replace(lesson, stations=lesson.stations[:3]))
    name = lesson.stations[3].name
    assert made.notes == (f"“{name}” is no longer among your stations; it comes back.",)
    assert words_at(made.draft) == words_then(earlier)


@pytest.mark.parametrize(
    ("starts_at", "minutes", "rounds", "note"),
    [
        (time(13), 75, 4, "The times are those of this lesson."),
        (time(9), 60, 3, "Only 3 of 4 rounds fit."),
    ],
)
def test_another_lesson_time_keeps_as_many_rounds_as_fit(starts_at, minutes, rounds, note):
    lesson = a_class_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, replace(lesson, starts_at=starts_at, minutes=minutes))
    assert (len(made.draft.proposal.rounds), made.notes) == (rounds, (note,))
    then = words_then(earlier)
    assert words_at(made.draft) == {cell: then[cell] for cell in then if cell[1] <= rounds}


def test_a_class_without_students_and_a_lesson_without_time_are_refused():
    earlier = earlier_plan(a_class_lesson())
    with pytest.raises(Problem, match="nobody to plan for"):
        copied(earlier, a_class_lesson([]))
    with pytest.raises(Problem, match="No round fits"):
        copied(earlier, a_class_lesson(minutes=15))
