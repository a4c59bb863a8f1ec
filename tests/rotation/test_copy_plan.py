from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.copy_plan import copy_plan
from plplanner.rotation.rows import PlanGroupRow, PlanRow, VisitRow
from plplanner.terms import GROUP_IDENTITIES, PlanState
from tests.builders import MONDAY
from tests.rotation.lessons import a_lesson, some_groups, some_stations

NEXT = MONDAY + timedelta(days=7)


def earlier_plan(problem, **changes):
    """The plan of a lesson a week ago, as it was saved: each cell with a task of its own."""
    proposal = build_rotation(problem)
    stations = {one.station_id: one for one in problem.stations}
    at = {(one.group_id, one.round_number): stations[one.station_id] for one in proposal.visits}
    words = {identity.key: identity for identity in GROUP_IDENTITIES}
    groups = tuple(
        PlanGroupRow(
            100 + group.group_id, words[group.key], (group.group_id,),
            tuple(
                VisitRow(row.number, station.name, station.kind, station.place,
                         f"{group.name} {row.number}")
                for row in proposal.rounds for station in [at[group.group_id, row.number]]
            ),
        )
        for group in problem.groups
    )  # fmt: skip
    plan = PlanRow(
        1, 1, "Math", "Math", problem.day, PlanState.TAUGHT, problem.starts_at, problem.minutes,
        proposal.rounds, groups, "Read.", 1, problem.launch, problem.close, problem.move,
    )  # fmt: skip
    return replace(plan, **changes)


def copied(earlier, problem):
    return copy_plan(earlier, problem, group_set_id=2, playlist_ids={1: 7})


def words_at(draft):
    stations = {one.station_id: one.name for one in draft.problem.stations}
    return {
        (one.group_id, one.round_number): (
            stations[one.station_id], draft.tasks.get((one.group_id, one.round_number), ""),
        )
        for one in draft.proposal.visits
    }  # fmt: skip


def test_the_same_groups_do_the_same_at_the_same_times():
    lesson = a_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, replace(lesson, day=NEXT))
    draft = made.draft
    assert made.notes == ()
    assert draft.proposal.rounds == earlier.rounds
    assert (draft.problem.day, draft.when_done, draft.playlist_ids) == (NEXT, "Read.", {1: 7})
    assert words_at(draft) == {
        (line.group_id - 100, visit.round_number): (visit.station_name, visit.task)
        for line in earlier.groups
        for visit in line.visits
    }
    hard = [one for one in find_clashes(draft.problem, earlier.rounds, draft.proposal.visits)
            if one.hard]  # fmt: skip
    assert hard == []


def test_groups_are_known_by_their_identity_whatever_their_order():
    lesson = a_lesson()
    earlier = earlier_plan(lesson)
    turned = replace(lesson, groups=lesson.groups[::-1])
    assert words_at(copied(earlier, turned).draft) == words_at(copied(earlier, lesson).draft)


def test_a_new_group_has_the_place_of_one_that_is_gone():
    lesson = a_lesson()
    earlier = earlier_plan(lesson)
    other = replace(lesson.groups[0], key="quilt", name="Quilt")
    made = copied(earlier, replace(lesson, groups=(other, *lesson.groups[1:])))
    assert made.notes == ("Quilt has the place of River.",)
    assert words_at(made.draft)[1, 1][1] == "River 1"


def test_one_group_more_goes_where_nobody_is_and_its_tasks_are_to_be_picked():
    lesson = a_lesson((2, 1, 0), some_stations(4))
    earlier = earlier_plan(lesson)
    more = a_lesson((2, 1, 0, 1), some_stations(4))
    made = copied(earlier, more)
    assert made.notes == ("Kite is new: pick its tasks.",)
    draft = made.draft
    cells = words_at(draft)
    assert [cells[4, number][1] for number in (1, 2, 3)] == ["", "", ""]
    clashes = find_clashes(draft.problem, draft.proposal.rounds, draft.proposal.visits)
    assert [one for one in clashes if one.hard] == []
    with pytest.raises(Problem, match="more groups now than stations"):
        copied(earlier, a_lesson((2, 1, 0, 1, 1), some_stations(4)))


def test_one_group_less_leaves_its_place_empty():
    lesson = a_lesson()
    fewer = replace(lesson, groups=some_groups((2, 1, 1)))
    made = copied(earlier_plan(lesson), fewer)
    assert (made.notes, len(made.draft.proposal.visits)) == ((), 9)


def test_a_station_that_is_gone_comes_back_in_its_words():
    lesson = a_lesson()
    earlier = earlier_plan(lesson)
    made = copied(earlier, replace(lesson, stations=lesson.stations[1:]))
    assert "Station 01" in {one.name for one in made.draft.problem.stations}
    assert min(one.station_id for one in made.draft.problem.stations) < 0
    assert made.notes == ("“Station 01” is no longer among your stations; it comes back.",)
    assert words_at(made.draft) == words_at(copied(earlier, lesson).draft)


@pytest.mark.parametrize(
    ("starts_at", "minutes", "rounds", "note"),
    [
        (time(13), 60, 3, "The times are those of this lesson."),
        (time(9), 45, 2, "Only 2 of 3 rounds fit."),
        (time(9), 24, 1, "Only 1 of 3 rounds fit."),
    ],
)
def test_another_lesson_time_keeps_as_many_rounds_as_fit(starts_at, minutes, rounds, note):
    lesson = a_lesson()
    today = replace(lesson, starts_at=starts_at, minutes=minutes)
    made = copied(earlier_plan(lesson), today)
    assert (len(made.draft.proposal.rounds), made.notes) == (rounds, (note,))
    assert made.draft.proposal.rounds[0].starts_at == starts_at.replace(minute=10)


def test_a_lesson_in_which_no_round_fits_is_refused():
    lesson = a_lesson()
    with pytest.raises(Problem, match="No round fits"):
        copied(earlier_plan(lesson), replace(lesson, minutes=15))


def test_who_does_not_meet_the_teacher_is_named():
    lesson = a_lesson()
    earlier = earlier_plan(lesson)
    draft = copied(earlier, lesson).draft
    assert list(draft.proposal.no_teacher) == list(build_rotation(lesson).no_teacher)
