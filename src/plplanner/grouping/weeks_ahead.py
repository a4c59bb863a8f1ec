"""Groups for several weeks in which the same students meet as seldom as can be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.engine.work import Stop, never, seconds
from plplanner.grouping.proposals import proposal_of
from plplanner.grouping.rows import (
    EarlierGroup,
    EarlierGroups,
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
    WeeksAhead,
)
from plplanner.grouping.seated import seated_problem, what_is_lacking
from plplanner.terms import GroupingStrategy

WEEKS_WORK = seconds(5)
_WAYS = (GroupingStrategy.MIXED, GroupingStrategy.RANDOM)


def weeks_ahead(
    problem: GroupingProblem, *, weeks: int, stop: Stop = never, work: int = WEEKS_WORK
) -> WeeksAhead | ImpossibleGrouping:
    """`weeks` groupings, mixed or random, in which pairs repeat as little as was found.

    ValueError for less than one week. Names are dealt anew each week.
    """
    # numpy and HiGHS are loaded only when thinking starts.
    from plplanner.grouping import impossible, thinking  # noqa: PLC0415
    from plplanner.grouping.engine.weeks import weeks_plan  # noqa: PLC0415

    if weeks < 1:
        raise ValueError("a plan needs at least one week")
    if problem.strategy not in _WAYS:
        return ImpossibleGrouping((), "Only mixed and random groups can be planned for weeks.")
    problem = replace(problem, calm=0)
    seated = seated_problem(problem)
    if not seated.students:
        return impossible.nothing_to_do(what_is_lacking(problem))
    first = thinking.first_thought(seated, stop=stop)
    if first is None:
        return impossible.why_impossible(seated)
    engine = replace(first.case.engine, partners=())
    plan = weeks_plan(engine, weeks=weeks, work=work, seed=problem.seed, stop=stop)
    if plan is None:
        return ImpossibleGrouping((), "No groups were found in time. Ask for fewer weeks.")
    made: list[GroupingProposal] = []
    for number, week in enumerate(plan.weeks):
        past = replace(first.case.problem, earlier=_past(seated, made))
        case = replace(first.case, problem=past, engine=engine)
        named = replace(problem, seed=problem.seed + number)
        proposal = proposal_of(named, case, week, objective=0)
        _refuse_broken(problem, proposal)
        made.append(proposal)
    return WeeksAhead(tuple(made), plan.repeats, _note(plan.repeats, weeks))


def _past(problem: GroupingProblem, made: Sequence[GroupingProposal]) -> tuple[EarlierGroups, ...]:
    """The last three groupings before a week, newest first; weeks made here come after all."""
    start = max((one.created_on for one in problem.earlier), default=date(2000, 1, 1))
    planned = [
        EarlierGroups(
            start + timedelta(weeks=number + 1),
            tuple(EarlierGroup(group.identity, group.student_ids) for group in one.groups),
        )
        for number, one in enumerate(made)
    ]
    return (*reversed(planned), *problem.earlier)[:3]


def _refuse_broken(problem: GroupingProblem, proposal: GroupingProposal) -> None:
    broken = broken_rules(problem, proposal)
    if broken:
        raise RuntimeError(" ".join(broken))


def _note(repeats: int, weeks: int) -> str:
    if weeks == 1:
        return ""
    if repeats == 0:
        return f"In {weeks} weeks nobody is with the same partner twice."
    times = "once" if repeats == 1 else f"{repeats} times"
    return f"In {weeks} weeks two students meet again {times}, all pairs together."
