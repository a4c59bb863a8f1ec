"""The cheapest plan that keeps all rules, with a proof: meetings with the teacher first.

Nearly all that is wished for concerns meetings, so the cheapest meetings (`meetings`, `bound`) are
chosen first and the other stations are filled around them. Most often that costs nothing more, and
then nothing can be better. Otherwise both are chosen together, among the few ways to meet that
could still be part of something better.
"""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.engine.work import Work
from plplanner.rotation.engine.bound import bound_on_meetings
from plplanner.rotation.engine.cheapest_meetings import (
    MOST_COLUMNS,
    Case,
    cheapest_meetings,
    choose_ways,
)
from plplanner.rotation.engine.found import Found
from plplanner.rotation.engine.layout import At, Layout
from plplanner.rotation.engine.meetings import how_many_ways, ways_to_meet
from plplanner.rotation.engine.program import Solved, ones, solved
from plplanner.rotation.engine.rules import Open, RuledProgram, Scope, ruled
from plplanner.rotation.engine.wishes import wish_for_meetings, wish_for_stations

MOST_WAYS = 1_500_000
_WIDEST = 1 << 20
_FILLING = 150_000
_TRIES = 2
_FEW_WAYS = 400


def cheapest_plan(layout: Layout, work: Work) -> Found:
    """The best plan the work allows, and what is proven about it."""
    if how_many_ways(layout) > MOST_WAYS:
        return directly(layout, work, Found())
    ways = ways_to_meet(layout)
    if any(len(one.cost) == 0 for one in ways):
        return Found(impossible=True)
    bound = bound_on_meetings(layout, ways, work)
    if bound is None:
        return directly(layout, work, Found())
    case = Case(layout, ways, bound)
    best = _filled_around(case, work)
    if best.is_proven or best.impossible or work.asked_to_stop():
        return best
    return _together(case, best, work)


def directly(layout: Layout, work: Work, start: Found) -> Found:
    """The same by one programme over everything: slower, but it needs no list of ways."""
    made = ruled(layout, layout.open)
    wish_for_stations(made)
    wish_for_meetings(made)
    answer = solved(made.program, work, below=start.cost)
    if answer.values is not None and (start.cost is None or _cost(made, answer) < start.cost):
        start = replace(start, at=_chosen(made, answer), cost=_cost(made, answer))
    if answer.finished:
        return replace(start, bound=start.cost, impossible=start.cost is None)
    return start


def any_plan(layout: Layout, work: Work, *, again: bool = False) -> Found:
    """A plan that keeps all rules, whatever it costs.

    `again` asks in another order of variables, so that one slip of the solver is not believed.
    """
    places = reversed([*layout.open.items()]) if again else layout.open.items()
    made = ruled(layout, dict(places))
    answer = solved(made.program, work)
    if answer.values is None:
        return Found(impossible=answer.finished)
    return Found(_chosen(made, answer), 0)


def _filled_around(case: Case, work: Work) -> Found:
    """The cheapest meetings, and the other stations around them as cheaply as can be.

    Where the stations cannot be filled at no cost, other meetings as cheap are tried: far sooner
    done than choosing both at once.
    """
    tried: list[list[int]] = []
    best, bound = Found(), case.bound.value
    # Where cells are to stay, the cheapest meetings are nearly always the only ones.
    tries = 1 if case.layout.problem.before else _TRIES
    while len(tried) < tries and not work.ended():
        picked, value = cheapest_meetings(case, work, tried)
        if not tried:
            bound = value
        if picked is None or (best.cost is not None and case.paid(picked) >= best.cost):
            break
        tried.append(picked)
        for at_no_cost in (False,) if case.layout.problem.before else (True, False):
            found = _filled(case, picked, work, at_no_cost=at_no_cost)
            if found.cost is not None and (best.cost is None or found.cost < best.cost):
                best = found
            if found.cost is not None or len(tried) > 1:
                break
        # Sooner asked than other meetings are found.
        if best.at is None and len(tried) == 1 and any_plan(case.layout, work).impossible:
            return Found(impossible=True)
        best = replace(best, bound=bound)
        if best.is_proven:
            break
    return replace(best, bound=bound)


def _filled(case: Case, picked: Sequence[int], work: Work, *, at_no_cost: bool) -> Found:
    """The other stations filled around these meetings."""
    made = ruled(case.layout, _open_around(case, picked), Scope.REST)
    for at, variable in made.x.items():
        if case.layout.stations[at[3]].teacher_led:
            made.program.at_least(1, ones((variable,)))
    wish_for_stations(made, at_no_cost=at_no_cost)
    # Where something must be paid for, both at once are sooner proven than the stations alone.
    part = work.part(work.left if at_no_cost else _FILLING)
    answer = solved(made.program, part)
    work.spend(part.spent)
    if answer.values is None:
        return Found()
    return Found(_chosen(made, answer), case.paid(picked) + _cost(made, answer))


def _open_around(case: Case, picked: Sequence[int]) -> Open:
    """What is open when each group meets the teacher in the way picked for it."""
    layout = case.layout
    meetings = {
        (group, day, index): station
        for group, (ways, way) in enumerate(zip(case.ways, picked, strict=True))
        for day, option in enumerate(ways.choice[way])
        for index, station in ways.options[day][option]
    }
    return {
        place: (meetings[place],)
        if place in meetings
        else tuple(one for one in stations if not layout.stations[one].teacher_led)
        for place, stations in layout.open.items()
    }


def _together(case: Case, best: Found, work: Work) -> Found:
    """Meetings and stations at once: is there a plan within a little of the bound, or a bit more?

    Only ways that raise the bound by no more can be part of one, so each question is small.
    """
    if best.at is None and any_plan(case.layout, work).impossible:
        return Found(impossible=True)
    # So few ways as one day has are asked about all at once.
    window = 1 if sum(len(ways.cost) for ways in case.ways) > _FEW_WAYS else _WIDEST
    while not work.ended() and not best.is_proven:
        below = (best.bound or case.bound.value) + window
        below = below if best.cost is None else min(below, best.cost)
        picked = case.worth(below)
        if sum(map(len, picked)) > MOST_COLUMNS or window > _WIDEST:
            return directly(case.layout, work, best)
        made = ruled(case.layout, case.layout.open, Scope.REST)
        # A plan that costs no more than the bound pays for meetings alone.
        wish_for_stations(made, at_no_cost=window == 1)
        choose_ways(made, case.ways, picked)
        answer = solved(made.program, work, below=below)
        is_better = answer.values is not None and _cost(made, answer) < below
        if is_better:
            best = replace(best, at=_chosen(made, answer), cost=_cost(made, answer))
        if answer.finished:
            best = replace(best, bound=best.cost if is_better else below)
        window *= 4
    return best


def _cost(made: RuledProgram, answer: Solved) -> int:
    return sum(
        cost * value for cost, value in zip(made.program.cost, answer.values or (), strict=True)
    )


def _chosen(made: RuledProgram, answer: Solved) -> tuple[At, ...]:
    values = answer.values or ()
    return tuple(at for at, variable in made.x.items() if values[variable])
