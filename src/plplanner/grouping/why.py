"""Why is Ana here, and what would moving her cost: real numbers in plain words.

The numbers are the engine's own, and each sentence says only what they say. `judge_move` is quick
enough to follow a drag.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import EngineCase, assignment_of, case_of, names_broken
from plplanner.grouping.notes import ended, names_listed
from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    MoveCost,
    MoveJudged,
    WhyStudent,
)
from plplanner.grouping.seated import with_seated
from plplanner.grouping.slots import Slot, slots_of
from plplanner.grouping.student_values import rank_of
from plplanner.grouping.ways import further_of
from plplanner.records import record
from plplanner.terms import GroupingStrategy, MasteryLevel

if TYPE_CHECKING:
    from plplanner.grouping.engine import why_here as engine_why

_COUNT = {1: "one level", 2: "two levels"}


@record(frozen=True)
class _Standing:
    """Groups as they stand, in the engine's words."""

    case: EngineCase
    assignment: Assignment

    @property
    def slots(self) -> Mapping[str, Slot]:
        """Slots by id."""
        return {slot.id: slot for slot in self.case.slots}

    def word(self, slot_id: str) -> str:
        """The word of the group in a slot."""
        identity = self.slots[slot_id].identity
        return "" if identity is None else identity.word

    def key(self, slot_id: str) -> str:
        """The key of the group in a slot."""
        identity = self.slots[slot_id].identity
        return "" if identity is None else identity.key


def why_here(problem: GroupingProblem, proposal: GroupingProposal, student_id: int) -> WhyStudent:
    """Why a student is in her group, and every other group, the cheapest first.

    KeyError for a student who is in no group of the proposal.
    """
    # numpy is loaded only when someone asks.
    from plplanner.grouping.engine import why_here as engine_why  # noqa: PLC0415

    standing = _standing(problem, proposal)
    one = standing.case.id_of[student_id]
    why = engine_why.why_here(standing.case.engine, standing.assignment, student=one)
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    return WhyStudent(
        student_id=student_id,
        here=_here(standing, one, why.here, reasons.get(student_id, "")),
        moves=tuple(_move(standing, one, other) for other in why.others),
    )


def judge_move(
    problem: GroupingProblem, proposal: GroupingProposal, student_id: int, to_key: str
) -> MoveJudged:
    """What moving one student alone to the group of this key would cost, and what it would break.

    Only rules and sizes are named that are kept now. KeyError for a student or group not there.
    """
    standing = _standing(problem, proposal)
    one = standing.case.id_of[student_id]
    to = next((slot.id for slot in standing.case.slots if standing.key(slot.id) == to_key), None)
    if to is None:
        raise KeyError(to_key)
    after = _Standing(standing.case, _with_moves(standing.assignment, {one: to}))
    engine = standing.case.engine
    cost = judged(engine, after.assignment).objective
    cost -= judged(engine, standing.assignment).objective
    return MoveJudged(cost, _newly_broken(standing, after))


def _standing(problem: GroupingProblem, proposal: GroupingProposal) -> _Standing:
    case = case_of(with_seated(problem, proposal), slots_of(proposal))
    return _Standing(case, assignment_of(case, proposal))


def _with_moves(assignment: Assignment, moves: Mapping[str, str]) -> Assignment:
    return Assignment({**assignment.group, **moves}, assignment.expert)


def _newly_broken(before: _Standing, after: _Standing) -> tuple[str, ...]:
    was = {*names_broken(before.case, before.assignment), *_sizes_broken(before)}
    now = (*names_broken(after.case, after.assignment), *_sizes_broken(after))
    return tuple(name for name in now if name not in was)


def _sizes_broken(standing: _Standing) -> Iterator[str]:
    seats = list(standing.assignment.group.values())
    for group in standing.case.engine.groups:
        size, word = seats.count(group.id), standing.word(group.id)
        if size < group.smallest:
            yield f"at least {group.smallest} in {word}"
        if size > group.largest:
            yield f"at most {group.largest} in {word}"


def _here(standing: _Standing, one: str, here: "engine_why.InGroup", reason: str) -> str:
    met = _met(standing, here)
    name = standing.case.student_of[one].name
    return f"{reason} {name} {ended(met)}" if met else reason


def _move(standing: _Standing, one: str, move: "engine_why.MoveCost") -> MoveCost:
    to = move.there.group
    moves = {one: to}
    partner = None
    if move.partner is not None:
        moves[move.partner] = standing.assignment.group[one]
        partner = standing.case.student_of[move.partner]
    after = _Standing(standing.case, _with_moves(standing.assignment, moves))
    breaks = _newly_broken(standing, after)
    name = standing.case.student_of[one].name
    said = f"In {standing.word(to)} {name} {ended(' and '.join(_clauses(standing, one, move)))}"
    if partner is not None:
        said += f" {partner.name} would come to {standing.word(standing.assignment.group[one])}."
    if breaks:
        said += f" That breaks {names_listed([f'“{rule}”' for rule in breaks])}."
    return MoveCost(
        identity_key=standing.key(to),
        sentence=said,
        breaks=breaks,
        cost=move.change,
        partner_id=None if partner is None else partner.student_id,
    )


def _clauses(standing: _Standing, one: str, move: "engine_why.MoveCost") -> Iterator[str]:
    """What the move would mean, the way's own measure first."""
    yield _measured(standing, one, move)
    met = _met(standing, move.there)
    if met:
        yield met
    if move.terms.get("stay", 0) > 0:
        yield "would leave the group from before"


def _measured(standing: _Standing, one: str, move: "engine_why.MoveCost") -> str:
    strategy = standing.case.problem.strategy
    if strategy is GroupingStrategy.NEED:
        return _levels_away(standing, one, move.there.group, goes=move.partner)
    if strategy is GroupingStrategy.INTEREST:
        return _topic_there(standing, one, move.there.group)
    if strategy in (GroupingStrategy.MIXED, GroupingStrategy.PROJECT, GroupingStrategy.JIGSAW):
        return _spread(move)
    if strategy is GroupingStrategy.LANGUAGE_PAIRS and move.terms.get("partners", 0) > 0:
        return "would sit less well for language"
    if move.there.nearest is not None and "pair" in move.terms:
        return f"would fit {'less well' if move.terms['pair'] > 0 else 'better'}"
    return "would fit as well"


def _spread(move: "engine_why.MoveCost") -> str:
    spread = move.terms.get("balance", 0) + move.terms.get("tagbal", 0)
    if spread == 0:
        return "would leave the groups as alike as they are"
    return f"would make the groups {'less' if spread > 0 else 'more'} alike"


def _levels_away(standing: _Standing, one: str, group: str, *, goes: str | None) -> str:
    """How many levels the nearest there is away; who would come in exchange is not there then."""
    case = standing.case
    own = case.student_of[one].evidence
    if own.level is MasteryLevel.NO_EVIDENCE:
        return "would fit as well, having no score yet"
    there = [
        case.student_of[other]
        for other, seat in standing.assignment.group.items()
        if seat == group and other not in (one, goes)
    ]
    scored = [other for other in there if other.evidence.level is not MasteryLevel.NO_EVIDENCE]
    if not scored:
        return "would be with nobody who has a score"
    steps = {abs(rank_of(other.evidence) - rank_of(own)) for other in scored}
    if away := min(steps):
        least = "at least " if len(steps) > 1 else ""
        return f"would be {least}{_COUNT[away]} away from everyone"
    alike = [other.name for other in scored if other.evidence.level is own.level]
    return f"would be at the same level as {alike[0]}"


def _topic_there(standing: _Standing, one: str, group: str) -> str:
    topic = standing.slots[group].topic
    case = standing.case
    own = dict(zip(case.ids, further_of(case.problem, case.students), strict=True))[one]
    if topic not in own.choices:
        return f"would work on “{topic}”, which is not among the choices"
    return f"would work on “{topic}”, choice {own.choices.index(topic) + 1}"


def _met(standing: _Standing, there: "engine_why.InGroup") -> str:
    """“was with Ben the last three times”, for whom she has been with most; empty if nobody."""
    if not there.met:
        return ""
    most = there.met[0][1]
    names = [standing.case.student_of[other].name for other, weeks in there.met if weeks == most]
    shown = names_listed(names) if len(names) < 4 else f"{len(names)} of them"
    weeks = len(standing.case.problem.earlier)
    if most == weeks:
        return (
            f"was with {shown} the last time"
            if most == 1
            else (f"was with {shown} the last {most} times")
        )
    return f"was with {shown} {most} of the last {weeks} times"
