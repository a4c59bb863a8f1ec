from dataclasses import replace

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.found import cells_of
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.program import solved
from plplanner.rotation.engine.rows import CarryOver, Cell, LessonWishes, PullOut
from plplanner.rotation.engine.rules import ruled
from plplanner.rotation.engine.wishes import (
    meeting_cost,
    stay_cost,
    wish_for_meetings,
    wish_for_stations,
)
from tests.rotation.engine.made_up_lessons import NOTHING, group, lesson, station

WEIGHTS = LessonWishes(order=1, stay=5)


def test_one_meeting_costs_who_misses_it_when_it_is_and_what_it_replaces():
    outs = (PullOut("a0", 0, 540, 545), PullOut("a1", 0, 590, 600))
    problem = lesson(
        groups=(group("a", minutes_wanted=30, turns=(2,)),),
        pull_outs=outs,
        before=(Cell("a", 0, 1, "quiet"),),
        wishes=WEIGHTS,
    )
    layout = layout_of(problem)
    costs = [meeting_cost(layout, (0, 0, index), 2) for index in range(3)]
    assert costs == [40 + 2, 30 + 1 + 5, 60]
    assert stay_cost(layout, (0, 0, 1), 1) == 0
    assert stay_cost(layout, (0, 0, 1), 0) == 5


def priced(problem, *, at_no_cost=False):
    """What the programme says its best plan costs, and what the checker says."""
    layout = layout_of(problem)
    made = ruled(layout, layout.open)
    wish_for_stations(made, at_no_cost=at_no_cost)
    wish_for_meetings(made)
    values = solved(made.program, Work(seconds(2))).values
    if values is None:
        return None
    cost = sum(a * b for a, b in zip(made.program.cost, values, strict=True))
    cells = cells_of(layout, tuple(at for at, variable in made.x.items() if values[variable]))
    assert judged(problem, cells).objective == cost
    return cost


def test_programme_and_checker_count_the_same():
    groups = tuple(
        group(one, minutes_wanted=40, waited=n, turns=(n,)) for n, one in enumerate("abc")
    )
    problem = lesson(groups=groups, wishes=WEIGHTS, longest_wait=2)
    assert priced(problem) > 0
    assert priced(replace(problem, days=problem.days * 2)) > 0


def test_missed_work_and_sameness_are_paid_for_or_forbidden():
    alone = lesson("a", ("teacher", "quiet"), (15, 15), fixed=(Cell("a", 0, 0, "teacher"),))
    carry = replace(
        alone,
        stations=(*alone.stations, station("digital")),
        fixed=(*alone.fixed, Cell("a", 0, 1, "quiet")),
        carry_overs=(CarryOver("a", "digital", 0), CarryOver("nobody", "digital", 0)),
        wishes=replace(NOTHING, carry=30),
    )
    assert priced(carry) == 30
    assert priced(carry, at_no_cost=True) is None
    twice = tuple(Cell("a", day, 0, "teacher") for day in (0, 1))
    same = replace(alone, days=alone.days * 2, fixed=twice, wishes=replace(NOTHING, same=2))
    assert priced(same) == 2
    assert priced(same, at_no_cost=True) is None


def test_a_plan_that_must_not_move_is_kept():
    problem = lesson("ab", ("teacher", "quiet"), (15, 15), wishes=replace(NOTHING, stay=5))
    before = (Cell("a", 0, 0, "teacher"), Cell("b", 0, 0, "quiet"), Cell("a", 0, 1, "teacher"))
    assert priced(replace(problem, before=before)) == 5
