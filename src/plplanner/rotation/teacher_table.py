"""When each group meets the teacher: pull-outs decide first, then a turn that moves every day.

The order in the day is drawn anew every week and moves on by one place every weekday. It knows
nothing of need, so the wall never shows a rank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from plplanner.cheapest_match import cheapest_match
from plplanner.rotation.rows import GroupToRotate, RoundRow
from plplanner.rotation.teacher_turns import (
    claim_ties,
    groups_due,
    groups_met,
    order_of_the_day,
    teacher_claim,
)

_IMPOSSIBLE = 10**15
_DUE = 10**10
_PULL_OUT = 10**6
_CLAIM = 10**3


@dataclass(frozen=True)
class TeacherPlace:
    """One place at a teacher table: a round (from 0), a table (from 0), and its seats."""

    round_index: int
    table: int
    seats: int | None


def teacher_places(
    rounds: Sequence[RoundRow], table_seats: Sequence[int | None]
) -> tuple[TeacherPlace, ...]:
    """All places at the teacher tables of one lesson, table by table."""
    return tuple(
        TeacherPlace(round_index=index, table=table, seats=seats)
        for table, seats in enumerate(table_seats)
        for index in range(len(rounds))
    )


def seat_at_teacher_tables(
    groups: Sequence[GroupToRotate],
    rounds: Sequence[RoundRow],
    places: Sequence[TeacherPlace],
    *,
    day: date,
    seed: int,
) -> dict[TeacherPlace, GroupToRotate]:
    """Who sits at which teacher table in which round; each group at most once.

    A pull-out moves a group to another round, or lets another group go first unless this one
    must be met today. A pull-out that no round avoids does not keep the others of the group
    from the teacher.
    """
    chosen = _choose_groups(groups, rounds, places, day=day, seed=seed)
    keys = [group.key for group in groups]
    turn = order_of_the_day(keys, purpose="place", day=day, seed=seed)
    chosen.sort(key=lambda group: turn[group.key])
    costs = [
        [
            _seat_cost(group, place)
            + _PULL_OUT * _avoidable(group, rounds)[place.round_index]
            + 10 * (place.round_index - rank % len(rounds)) ** 2
            + abs(place.table - rank // len(rounds))
            for place in places
        ]
        for rank, group in enumerate(chosen)
    ]
    return _seated(chosen, places, costs)


def pulled_out(group: GroupToRotate, round_row: RoundRow) -> int:
    """How many students of the group are out for some of the round."""
    start = _minute(round_row.starts_at)
    return sum(
        _minute(window.start) < start + round_row.minutes and start < _minute(window.end)
        for window in group.pull_outs
    )


def _choose_groups(
    groups: Sequence[GroupToRotate],
    rounds: Sequence[RoundRow],
    places: Sequence[TeacherPlace],
    *,
    day: date,
    seed: int,
) -> list[GroupToRotate]:
    ties = claim_ties(groups, day=day, seed=seed)
    due = groups_due(groups, places=len(places), ties=ties)
    in_line = groups_met(groups, places=len(groups), ties=ties)
    costs = [
        [
            _seat_cost(group, place)
            + _PULL_OUT * _avoidable(group, rounds)[place.round_index]
            - (_DUE if group in due else 0)
            - _CLAIM * teacher_claim(group)
            + in_line.index(group)
            for place in places
        ]
        for group in groups
    ]
    return list(_seated(groups, places, costs).values())


def _seated(
    groups: Sequence[GroupToRotate],
    places: Sequence[TeacherPlace],
    costs: Sequence[Sequence[int]],
) -> dict[TeacherPlace, GroupToRotate]:
    """The cheapest seating; as many as fit, and never one that a table cannot seat."""
    if len(groups) <= len(places):
        pairs = list(enumerate(cheapest_match(costs)))
    else:
        turned = [[row[column] for row in costs] for column in range(len(places))]
        pairs = [(group, place) for place, group in enumerate(cheapest_match(turned))]
    return {
        places[place]: groups[group]
        for group, place in pairs
        if costs[group][place] < _IMPOSSIBLE // 2
    }


def _seat_cost(group: GroupToRotate, place: TeacherPlace) -> int:
    return _IMPOSSIBLE if place.seats is not None and group.size > place.seats else 0


def _avoidable(group: GroupToRotate, rounds: Sequence[RoundRow]) -> list[int]:
    """Per round, the students out of the room beyond those out in the group's best round."""
    out = [pulled_out(group, round_row) for round_row in rounds]
    return [count - min(out) for count in out]


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
