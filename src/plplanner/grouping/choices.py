"""A few good groupings that differ, and in a sentence what each trades."""

from collections.abc import Iterator, Mapping

from plplanner.grouping.engine.rows import Answer, Status
from plplanner.grouping.engine.work import Stop, never, seconds
from plplanner.grouping.engine_case import EngineCase, assignment_of, case_of
from plplanner.grouping.notes import names_listed
from plplanner.grouping.proposals import proposal_in_slots
from plplanner.grouping.rows import GroupingChoice, GroupingProblem, GroupingProposal
from plplanner.grouping.seated import with_seated
from plplanner.grouping.slots import slots_of

CHOICES_WORK = seconds(2)
_TERMS = {
    "pair": ("needs lie closer together", "needs lie further apart"),
    "repeat": ("fewer old partners meet again", "more old partners meet again"),
    "balance": ("groups are more alike", "groups are less alike"),
    "tagbal": ("tags are spread more evenly", "tags are spread less evenly"),
    "unary": ("choices are met better", "choices are met less well"),
    "expert": ("expert topics fit better", "expert topics fit less well"),
    "sizes": ("sizes are more even", "sizes are less even"),
    "tt": ("the teacher’s table has lower scores", "the teacher’s table has higher scores"),
    "partners": ("pairs fit better", "pairs fit less well"),
}


def grouping_choices(
    problem: GroupingProblem,
    first: GroupingProposal,
    *,
    stop: Stop = never,
    work: int = CHOICES_WORK,
) -> tuple[GroupingChoice, ...]:
    """`first` and up to two others with as many groups of the same names, none the same."""
    # numpy and HiGHS are loaded only when someone asks.
    from plplanner.grouping.engine.candidates import candidates  # noqa: PLC0415

    case = case_of(with_seated(problem, first), slots_of(first))
    start = Answer(
        Status.FEASIBLE, assignment_of(case, first), objective=first.objective, bound=first.bound
    )
    found = candidates(case.engine, start, work=work, stop=stop)
    others = [
        GroupingChoice(
            proposal_in_slots(problem, case, one.assignment, objective=one.objective),
            _trades(case, one.trades, one.regrouped, one.objective - found[0].objective),
        )
        for one in found[1:]
    ]
    return (GroupingChoice(first, _first_spoken(first)), *others)


def _first_spoken(first: GroupingProposal) -> str:
    if first.status == "optimal":
        return "The best there is, by what was asked for."
    return "The best found so far, by what was asked for."


def _trades(case: EngineCase, trades: Mapping[str, int], regrouped: int, change: int) -> str:
    """“12 students sit with others: fewer old partners meet again, but needs lie further apart.”"""
    better = list(_spoken(case, trades, wins=True))
    worse = list(_spoken(case, trades, wins=False))
    gains, losses = names_listed(better), names_listed(worse)
    student = "student sits" if regrouped == 1 else "students sit"
    begin = f"{regrouped} {student} with others"
    if better and worse:
        return f"{begin}: {gains}, but {losses}."
    if better or worse:
        return f"{begin}: {gains or losses}."
    return f"{begin}, {'at no cost' if change == 0 else 'at another cost'}."


def _spoken(case: EngineCase, trades: Mapping[str, int], *, wins: bool) -> Iterator[str]:
    for term, change in sorted(trades.items()):
        if (change < 0) is not wins:
            continue
        if term == "stay":
            count = abs(change) // max(1, case.engine.wishes.stay)
            word = "student moves" if count == 1 else "students move"
            yield f"{count} {'fewer' if wins else 'more'} {word}"
        else:
            yield _TERMS[term][0 if wins else 1]
