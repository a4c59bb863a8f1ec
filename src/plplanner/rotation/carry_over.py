"""Work that was left open in the last lesson, and the cell of today's plan it could go into."""

from collections.abc import Iterator, Sequence
from datetime import date

from plplanner.records import record
from plplanner.rotation.pick_tasks import is_plain
from plplanner.rotation.rows import PlanGroupRow, PlanRow, VisitRow
from plplanner.terms import StationKind

Cell = tuple[int, int]  # group id, round number

# What needs a teacher, a device or things on a table waits for such a station.
_TRAVELS = (StationKind.COLLABORATIVE, StationKind.INDEPENDENT, StationKind.MAKE_UP)
_ELSEWHERE = (StationKind.MAKE_UP, StationKind.INDEPENDENT)

_MANY = 3


@record(frozen=True)
class LeftOpen:
    """The last lesson and its `cells` that were not done, done partly, or not held."""

    plan: PlanRow
    cells: frozenset[Cell]


@record(frozen=True)
class CarriedOver:
    """What a group left open on `day`, by the cell it could go into; `instead` of these words.

    `is_many`: it is what many students left open who go their own way.
    """

    group_id: int
    word: str
    day: date
    tasks: dict[Cell, str]
    instead: tuple[str, ...]
    is_many: bool = False


def carried_over(last: LeftOpen, plan: PlanRow) -> tuple[CarriedOver, ...]:
    """For each group of a plan what most of its students left open, where there is a place for it.

    Plain words are no work of anybody's, and what is planned already is not offered.
    """
    found = [_of_group(last, line) for line in plan.groups]
    carried = [one for one in found if one is not None]
    alone = [one for one in carried if one.group_id in {line.group_id for line in plan.alone}]
    if len(alone) < _MANY:
        return tuple(carried)
    return (*(one for one in carried if one not in alone), _together(alone))


def _together(carried: Sequence[CarriedOver]) -> CarriedOver:
    """What many students left open, as one: thirty remarks would say nothing."""
    tasks = {cell: task for one in carried for cell, task in one.tasks.items()}
    return CarriedOver(
        carried[0].group_id, f"{len(carried)} students", carried[0].day, tasks, (), is_many=True
    )


def _of_group(last: LeftOpen, line: PlanGroupRow) -> CarriedOver | None:
    before = _group_before(last.plan, line)
    planned = {visit.task for visit in line.visits if visit is not None}
    free = [visit for visit in line.visits if visit is not None and not visit.stand_in]
    tasks: dict[Cell, str] = {}
    instead: list[str] = []
    for visit, task in _open_visits(last, before):
        place = _place_for(visit.planned_kind or visit.station_kind, free)
        if place is None or is_plain(task) or task in planned:
            continue
        free.remove(place)
        planned.add(task)
        instead.append(place.task)
        tasks[line.group_id, place.round_number] = task
    if not tasks:
        return None
    return CarriedOver(
        line.group_id, line.identity.word, last.plan.day, tasks, tuple(filter(None, instead))
    )


def _group_before(earlier: PlanRow, line: PlanGroupRow) -> PlanGroupRow | None:
    """The group most of these students were in; None where no group holds more than half."""
    now = set(line.student_ids)
    best = max(earlier.groups, key=lambda one: len(now & set(one.student_ids)), default=None)
    is_most = best is not None and 2 * len(now & set(best.student_ids)) > len(now)
    return best if is_most else None


def _open_visits(last: LeftOpen, before: PlanGroupRow | None) -> Iterator[tuple[VisitRow, str]]:
    if before is None:
        return
    for visit in before.visits:
        if visit is not None and (before.group_id, visit.round_number) in last.cells:
            yield visit, (visit.planned_task or "") if visit.stand_in else visit.task


def _place_for(kind: StationKind, free: list[VisitRow]) -> VisitRow | None:
    """A cell at a station of the kind; else, for what can be done anywhere, make-up or alone."""
    for wanted in (kind, *(_ELSEWHERE if kind in _TRAVELS else ())):
        found = next((visit for visit in free if visit.station_kind is wanted), None)
        if found is not None:
            return found
    return None
