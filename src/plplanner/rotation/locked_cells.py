"""What the teacher fixed in the plan of a day, and what of it a new draft keeps."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plplanner.rotation.few_names import few_names
from plplanner.rotation.rounds import own_lengths
from plplanner.rotation.rows import LockedCell, PlanDraft, PlanRow, RotationProblem, Visit
from plplanner.rotation.table_turns import table_turns
from plplanner.terms import StationKind


def locked_cells(plan: PlanRow) -> tuple[LockedCell, ...]:
    """The locked cells of a plan; who goes her own way is called by −student id, as in drafts.

    What only stands in that day is not what she fixed: the planned task is.
    """
    return tuple(
        LockedCell(
            -line.student_ids[0] if line.is_own_way else line.group_id,
            visit.round_number,
            visit.station_name,
            visit.planned_task if visit.stand_in else visit.task,
        )
        for line in plan.groups
        for visit in line.visits
        if visit is not None and visit.is_locked
    )


def as_planned(problem: RotationProblem, plan: PlanRow) -> RotationProblem:
    """A day to draft anew with what its plan so far says of it: what is locked, lengths of rounds.

    Where so many rounds are asked for as there are, they keep their lengths as well.
    """
    return replace(problem, locked=locked_cells(plan), lengths=own_lengths(plan.rounds))


def locked_visits(problem: RotationProblem) -> Iterator[Visit]:
    """Where the locked cells are in this lesson, whatever its rounds: their stations by id.

    A cell whose group or station is gone has no place any more.
    """
    stations = {row.name: row.station_id for row in problem.stations}
    groups = {group.group_id for group in problem.groups}
    for cell in problem.locked:
        if cell.group_id in groups and cell.station_name in stations:
            yield Visit(cell.group_id, cell.round_number, stations[cell.station_name])


def called_again(problem: RotationProblem, rounds: int) -> tuple[int, ...]:
    """Groups, by id, that were fixed at the teacher's in a round this lesson does not have.

    One student who goes her own way is one, too. They are to come in another round, as far as
    turns are left beside those that stay fixed.
    """
    led = led_stations(problem)
    fixed = [visit for visit in locked_visits(problem) if visit.station_id in led]
    stay = {visit.group_id for visit in fixed if visit.round_number <= rounds}
    turns = table_turns(problem, rounds) - sum(visit.round_number <= rounds for visit in fixed)
    others = dict.fromkeys(visit.group_id for visit in fixed if visit.group_id not in stay)
    return tuple(others)[: max(0, turns)]


def with_locked(draft: PlanDraft) -> PlanDraft:
    """A draft in which what was locked is locked again, with its tasks, wherever it is the same.

    A group fixed at the teacher's stays so in the round in which it comes now.
    """
    stations = {row.station_id: row.name for row in draft.problem.stations}
    there = {
        (visit.group_id, visit.round_number): stations[visit.station_id]
        for visit in draft.proposal.visits
    }
    kept: Mapping[tuple[int, int], str] = {
        (cell.group_id, cell.round_number): cell.task
        for cell in draft.problem.locked
        if there.get((cell.group_id, cell.round_number)) == cell.station_name
    }
    again = called_again(draft.problem, len(draft.proposal.rounds))
    led = led_stations(draft.problem)
    moved = {
        (visit.group_id, visit.round_number)
        for visit in draft.proposal.visits
        if visit.group_id in again and visit.station_id in led
    }
    return replace(draft, tasks={**draft.tasks, **kept}, locked=frozenset(kept) | moved)


def lost_cells(draft: PlanDraft) -> tuple[LockedCell, ...]:
    """What was locked and has no place in the draft: its group, round or station is gone."""
    names = {row.name for row in draft.problem.stations if row.kind is StationKind.TEACHER_LED}
    called = set(called_again(draft.problem, len(draft.proposal.rounds)))
    come = {group_id for group_id, _ in draft.locked if group_id in called}
    return tuple(
        cell
        for cell in draft.problem.locked
        if (cell.group_id, cell.round_number) not in draft.locked
        and not (cell.station_name in names and cell.group_id in come)
    )


def lost_words(draft: PlanDraft) -> str:
    """Sentences for what she fixed and the draft has not, to stand after another; else none."""
    lost, says = lost_cells(draft), ""
    if lost:
        names = {group.group_id: group.name for group in draft.problem.groups}
        known = [names[cell.group_id] for cell in lost if cell.group_id in names]
        gone = [] if len(known) == len(lost) else ["a group that is gone"]
        says = (
            f" What was locked for {few_names([*dict.fromkeys(known), *gone])} has no place in it."
        )
    if draft.problem.lengths and not own_lengths(draft.proposal.rounds):
        says += " Its rounds are all alike: the lengths they had do not fit."
    return says


def led_stations(problem: RotationProblem) -> frozenset[int]:
    """Ids of the stations led by the teacher."""
    return frozenset(
        row.station_id for row in problem.stations if row.kind is StationKind.TEACHER_LED
    )
