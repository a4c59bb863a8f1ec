"""Where the search begins: the best runs of the class sorted by evidence, or the groups of last."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plplanner.grouping.attempts import Attempt, Runs, dealt
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import EngineCase
from plplanner.grouping.ways import SHARED_WAYS, further_of


def starts_of(attempt: Attempt) -> Iterator[Assignment | None]:
    """What is worth starting from, at least one; None lets the engine deal by lot."""
    case = attempt.case
    had = [case.engine_before[one] for one in case.ids]
    if any(had):
        yield _from_last(case, had)
    if attempt.runs:
        yield dealt(case, attempt.runs)
    elif case.problem.strategy in SHARED_WAYS:
        yield dealt(case, _even_runs(case))
    else:
        yield None


def _even_runs(case: EngineCase) -> Runs:
    """The class in order of what its profile or its missing work comes to, cut evenly."""
    further = further_of(case.problem, case.students)

    def weight(place: int) -> tuple[float, tuple[str, ...], int]:
        known = [score for score in further[place].profile if score is not None]
        return sum(known) / len(known) if known else 50.0, further[place].missing, place

    order = sorted(range(len(case.students)), key=weight)
    groups = len(case.slots)
    ends = [len(order) * part // groups for part in range(groups + 1)]
    return tuple(tuple(order[start:end]) for start, end in pairwise(ends))


def _from_last(case: EngineCase, had: Sequence[str | None]) -> Assignment:
    """Everyone where she was; who was nowhere joins the smallest group."""
    size = {slot.id: had.count(slot.id) for slot in case.slots}
    seats: dict[str, str] = {}
    for one, before in zip(case.ids, had, strict=True):
        seat = before or min(size, key=lambda slot: (size[slot], slot))
        size[seat] += before is None
        seats[one] = seat
    return Assignment(seats)
