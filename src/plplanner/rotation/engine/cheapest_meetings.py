"""The cheapest meetings of all groups together, whatever the stations without a teacher allow."""

from collections.abc import Sequence

import numpy as np

from plplanner.grouping.engine.work import Work
from plplanner.records import record
from plplanner.rotation.engine.bound import MeetingBound
from plplanner.rotation.engine.layout import At, Layout
from plplanner.rotation.engine.meetings import GroupWays, Ints
from plplanner.rotation.engine.program import ones, solved
from plplanner.rotation.engine.rules import RuledProgram, Scope, ruled

MOST_COLUMNS = 4_000
_FIRST_WAYS = 200
_AGAIN = 1_500_000


@record(frozen=True)
class Case:
    """A lesson with all ways to meet in it, and the bound on what they cost."""

    layout: Layout
    ways: tuple[GroupWays, ...]
    bound: MeetingBound

    def paid(self, picked: Sequence[int]) -> int:
        """What these ways, one of each group, cost together."""
        return sum(int(ways.cost[way]) for ways, way in zip(self.ways, picked, strict=True))

    def worth(self, below: int) -> list[Ints]:
        """The ways of each group that a plan cheaper than `below` may use."""
        return [self.bound.may_improve(group, below) for group in range(len(self.ways))]


def cheapest_meetings(
    case: Case, work: Work, tried: Sequence[Sequence[int]] = ()
) -> tuple[list[int] | None, int]:
    """A way for each group, cheapest together, and a proven bound on what meetings cost.

    At least half the groups take another way than in each of those tried; the bound is then only
    that of the programme.
    """
    few = _first_few(case)
    picked, is_done = _picked(case, few, work, tried)
    if picked is None or not is_done or tried:
        return picked, case.bound.value
    cost = case.paid(picked)
    more = case.worth(cost)
    if cost <= case.bound.value or all(map(_holds, few, more)):
        return picked, cost
    if sum(map(len, more)) > MOST_COLUMNS:
        return picked, case.bound.value
    part = work.part(_AGAIN)
    better, is_done = _picked(case, more, part, (), below=cost)
    work.spend(part.spent)
    if better is not None and case.paid(better) < cost:
        picked, cost = better, case.paid(better)
    return picked, cost if is_done else case.bound.value


def choose_ways(
    made: RuledProgram, ways: Sequence[GroupWays], picked: Sequence[Ints]
) -> list[list[tuple[int, int]]]:
    """Each group takes one of its picked ways, and meets the teacher as that says.

    Answers (way, variable) by group.
    """
    program, chosen = made.program, []
    for group, (own, some) in enumerate(zip(ways, picked, strict=True)):
        meets: dict[At, list[int]] = {
            at: [] for at in made.x if at[0] == group and made.layout.stations[at[3]].teacher_led
        }
        row = []
        for way in some.tolist():
            variable = program.add(int(own.cost[way]))
            row.append((way, variable))
            for day, option in enumerate(own.choice[way]):
                for index, station in own.options[day][option]:
                    meets[group, day, index, station].append(variable)
        program.row(1, ones(variable for _, variable in row), 1)
        for at, variables in meets.items():
            program.row(0, [(made.x[at], -1.0), *ones(variables)], 0)
        chosen.append(row)
    return chosen


def _first_few(case: Case) -> list[Ints]:
    """The ways that raise the bound least; where too many raise it by nothing, those it used."""
    few = [case.bound.cheapest(group, _FIRST_WAYS) for group in range(len(case.ways))]
    if sum(map(len, case.worth(case.bound.value + 1))) <= MOST_COLUMNS:
        return few
    return [np.union1d(least, used) for least, used in zip(few, case.bound.used, strict=True)]


def _holds(few: Ints, more: Ints) -> bool:
    return set(more.tolist()) <= set(few.tolist())


def _picked(
    case: Case,
    among: Sequence[Ints],
    work: Work,
    tried: Sequence[Sequence[int]],
    *,
    below: int | None = None,
) -> tuple[list[int] | None, bool]:
    """The cheapest choice among these ways, and whether the search was exhausted."""
    made = _meetings_only(case.layout)
    chosen = choose_ways(made, case.ways, among)
    for before in tried:
        again = [
            variable
            for row, own in zip(chosen, before, strict=True)
            for way, variable in row
            if way == own
        ]
        made.program.at_most(ones(again), len(before) // 2)
    answer = solved(made.program, work, below=below)
    if answer.values is None:
        return None, answer.finished
    values = answer.values
    picked = [next(way for way, variable in row if values[variable]) for row in chosen]
    return picked, answer.finished


def _meetings_only(layout: Layout) -> RuledProgram:
    led = {
        place: tuple(one for one in stations if layout.stations[one].teacher_led)
        for place, stations in layout.open.items()
    }
    made = ruled(layout, led, Scope.ROUNDS)
    for slot in layout.slots:
        fewest = layout.fewest_meetings(slot)
        if fewest:
            met = [one for group in range(len(layout.groups)) for one in made.met(group, slot)]
            made.program.at_least(fewest, ones(met))
    return made
