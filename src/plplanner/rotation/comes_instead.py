"""Who comes to the teacher when a group that was to come is away, with the fewest sent elsewhere.

The rest of the plan stays. What is over has happened, and a group that is away gives way.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from plplanner.grouping.engine.work import seconds
from plplanner.rotation.adult_hours import with_all_open
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.engine.replan import replan
from plplanner.rotation.engine.rows import Cell, Cells, ImpossibleLesson
from plplanner.rotation.exact_plan import without_orders
from plplanner.rotation.few_names import few_names
from plplanner.rotation.lesson_problem import LessonToPlan, can_meet, lesson_to_plan, own_order
from plplanner.rotation.locked_cells import locked_visits
from plplanner.rotation.rows import (
    OUT_OF_ORDER,
    TOO_FEW_DEVICES,
    DeviceCount,
    GroupToRotate,
    RotationProblem,
    RoundRow,
    Visit,
)
from plplanner.rotation.swaps import ComesInstead
from plplanner.rotation.worth_a_look import LESSONS_A_GROUP_MAY_WAIT
from plplanner.terms import StationKind

# Where no simple exchange will do, so much is thought for each of the first groups that wait.
_WORK = seconds(0.1)
_THOUGHT_FOR = 3
_NOT_MET_YET = 1_000
# Better to meet as a large group, or without one who is out, than not at all.
_LARGE, _ONE_IS_OUT = "large_group_at_teacher_table", "pull_out_at_teacher_table"
_AGAIN = "same_station_twice"


def who_comes_instead(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    *,
    over: Collection[int] = (),
) -> ComesInstead | None:
    """The groups that would not meet the teacher and now do, as many as there are empty turns.

    The most in need come first, then who waited longest. Rounds that are `over` stay. None where
    no turn is empty, everyone here has one, or it would bring something new to look at. With
    students who go their own way nobody is moved but groups.
    """
    lesson = _Today(problem, rounds, visits, over)
    now, chosen = lesson.before, tuple[int, ...]()
    for place, group in enumerate(lesson.not_met()):
        if len(chosen) < len(lesson.empty_turns):
            wanted = (*chosen, group.group_id)
            found = lesson.with_them(now, wanted, is_thought=place < _THOUGHT_FOR)
            if found is not None:
                now, chosen = found, wanted
    return lesson.told(now, chosen) if chosen else None


def turn_from_another(
    problem: RotationProblem,
    rounds: Sequence[RoundRow],
    visits: Sequence[Visit],
    group_id: int,
) -> ComesInstead | None:
    """The turn of a group that can wait, for one that has waited too long; None without one.

    Who gives the turn needs the teacher no more, and goes where the other would have been. The
    least in need gives it first, then who was with the teacher last; best nobody comes to a
    station twice for it.
    """
    lesson = _Today(problem, rounds, visits, over=())
    for may in ((_LARGE,), (_LARGE, _AGAIN)):
        for turn in lesson.turns_to_give(group_id):
            found = lesson.exchanged(turn, group_id, may)
            if found is not None:
                return replace(lesson.told(found, (group_id,)), instead_of=(turn.group_id,))
    return None


def what_moves(problem: RotationProblem, instead: ComesInstead, *, is_done: bool = False) -> str:
    """Who could come when, or comes once it `is_done`, and who else moves for it."""
    names = {group.group_id: group.name for group in problem.groups}
    stations = {row.station_id: row.name for row in problem.stations}
    others = [one for one in instead.sent if (one.group_id, one.round_number) not in instead.comes]
    verb = "comes" if is_done else "could come"
    come = [
        f"{names[group]}{'' if place else f' {verb}'} in round {number}"
        for place, (group, number) in enumerate(instead.comes)
    ]
    when = instead.comes[0][1] if len(instead.comes) == 1 else None
    go = [
        f"{names[one.group_id]} then goes to {stations[one.station_id]}"
        if one.round_number == when
        else f"{names[one.group_id]} goes to {stations[one.station_id]} in round {one.round_number}"
        for one in others
    ]
    return f"{few_names(come)}. {few_names(go) or 'Nobody else moves'}."


class _Today:
    """The groups that are here, where they are, and the stations of the day."""

    def __init__(
        self,
        problem: RotationProblem,
        rounds: Sequence[RoundRow],
        visits: Sequence[Visit],
        over: Collection[int],
    ) -> None:
        together = {group.group_id: group for group in problem.groups if not group.is_own_way}
        here = {one: group for one, group in together.items() if group.size}
        there = [one for one in visits if one.group_id in together]
        self.before = tuple(one for one in there if one.group_id in here)
        self._away = [one for one in there if one.group_id not in here]
        self._rounds, self._over = rounds, over
        used = {one.station_id for one in there}
        stations = tuple(one for one in problem.stations if one.station_id in used)
        self._problem = replace(problem, groups=tuple(here.values()), stations=stations)
        self._led = {one.station_id for one in stations if one.kind is StationKind.TEACHER_LED}
        self._seen_before = self._to_look_at(self.before)
        self._fixed_by_hand = frozenset(locked_visits(problem)).intersection(self.before)
        self.empty_turns = tuple(
            one
            for one in self._away
            if one.station_id in self._led and one.round_number not in over
        )

    def not_met(self) -> list[GroupToRotate]:
        """Who is here and does not meet the teacher, the most in need first."""
        met = self._met(self.before)
        left = [
            group
            for group in self._problem.groups
            if group.group_id not in met and can_meet(group, self._problem.stations)
        ]
        return sorted(left, key=lambda group: (-group.need, -_waited(group), *own_order(group)))

    def turns_to_give(self, group_id: int) -> list[Visit]:
        """The turns of groups that need the teacher no more than this one and can wait."""
        groups = {group.group_id: group for group in self._problem.groups}
        asks = groups[group_id]
        can_wait = {
            one: group
            for one, group in groups.items()
            if group.need <= asks.need and _waited(group) < LESSONS_A_GROUP_MAY_WAIT
        }
        turns = [
            one for one in self.before if one.station_id in self._led and one.group_id in can_wait
        ]

        def order(turn: Visit) -> tuple[int, int, tuple[str, str, int], int]:
            group = can_wait[turn.group_id]
            return group.need, _waited(group), own_order(group), turn.round_number

        return sorted(turns, key=order)

    def exchanged(
        self, turn: Visit, group_id: int, may: Collection[str]
    ) -> tuple[Visit, ...] | None:
        """The group has this turn, and who had it is where the group was.

        None where it brings more to look at than it `may`.
        """
        number = turn.round_number
        at = {one.group_id: one for one in self.before if one.round_number == number}
        if group_id not in at:
            return None
        other = {turn.group_id: at[group_id].station_id, group_id: turn.station_id}
        found = tuple(
            replace(one, station_id=other[one.group_id])
            if one.round_number == number and one.group_id in other
            else one
            for one in self.before
        )
        return found if self._brings_only(found, may) else None

    def with_them(
        self, now: tuple[Visit, ...], wanted: Sequence[int], *, is_thought: bool
    ) -> tuple[Visit, ...] | None:
        """The plan `now` with the last one of `wanted` at the teacher's table too; None if none is.

        In one of the empty turns if that will do: fewer cannot move. Best with nobody out of the
        room meanwhile.
        """
        for may in ((_LARGE,), (_LARGE, _ONE_IS_OUT)):
            for exchanged in self._exchanges(now, wanted[-1]):
                if self._brings_only(exchanged, may):
                    return exchanged
            all_are_seen = _ONE_IS_OUT not in may
            found = self._thought_out(now, wanted, all_are_seen) if is_thought else None
            if found is not None and self._brings_only(found, may):
                return found
        return None

    def told(self, found: Sequence[Visit], chosen: Collection[int]) -> ComesInstead:
        """What is otherwise than before."""
        sent = tuple(one for one in found if one not in self.before)
        comes = tuple(
            (one.group_id, one.round_number)
            for one in sorted(sent, key=lambda one: one.round_number)
            if one.group_id in chosen and one.station_id in self._led
        )
        away = tuple(dict.fromkeys(one.group_id for one in self.empty_turns))
        return ComesInstead(away, comes, sent, tuple(self._giving_way(found)))

    def _exchanges(self, now: Sequence[Visit], group_id: int) -> Iterator[tuple[Visit, ...]]:
        """The group comes in one of the turns that are empty, and all else stays."""
        taken = {(one.round_number, one.station_id) for one in now}
        at = {one.round_number for one in now if one.group_id == group_id}
        for turn in sorted(self.empty_turns, key=lambda one: one.round_number):
            if turn.round_number in at and (turn.round_number, turn.station_id) not in taken:
                yield tuple(
                    replace(one, station_id=turn.station_id)
                    if (one.group_id, one.round_number) == (group_id, turn.round_number)
                    else one
                    for one in now
                )

    def _thought_out(
        self, now: Sequence[Visit], wanted: Collection[int], all_are_seen: bool
    ) -> tuple[Visit, ...] | None:
        """The fewest moves by which nobody loses the teacher and `wanted` meet her too."""
        lesson = self._lesson({*self._met(now), *wanted})
        needs = [
            replace(need, each_student_seen=int(all_are_seen and group.group_id in wanted))
            for need, group in zip(lesson.problem.groups, lesson.groups, strict=True)
        ]
        offers = zip(lesson.stations, lesson.problem.stations, strict=True)
        numbers = {row.station_id: offer.id for row, offer in offers}
        at = {(one.group_id, one.round_number): numbers[one.station_id] for one in now}
        cells = {
            need.id: (tuple(at.get((group.group_id, row.number)) for row in self._rounds),)
            for need, group in zip(needs, lesson.groups, strict=True)
        }
        asked = replace(
            lesson.problem, groups=tuple(needs), fixed=(*lesson.problem.fixed, *self._fixed(cells))
        )
        answer = replan(asked, cells, work=_WORK)
        if isinstance(answer, ImpossibleLesson) or answer.cells is None:
            return None
        return lesson.visits(answer.cells)

    def _lesson(self, meeting: Collection[int]) -> LessonToPlan:
        """The lesson without what the plan does not keep anyway: only what must move moves."""
        problem, kinds = replace(self._problem, must_see=tuple(meeting)), self._seen_before
        if OUT_OF_ORDER in kinds:
            problem = without_orders(problem)
        if TOO_FEW_DEVICES in kinds:
            problem = replace(problem, devices=DeviceCount())
        if "adult_not_there" in kinds:
            problem = with_all_open(problem)
        often = Counter(one.group_id for one in self.before if one.station_id in self._led)
        return lesson_to_plan(problem, self._rounds, most_meetings=max(often.values(), default=1))

    def _fixed(self, cells: Cells) -> Iterator[Cell]:
        for group, (stations,) in cells.items():
            for index, station in enumerate(stations):
                if station is not None and self._rounds[index].number in self._over:
                    yield Cell(group, 0, index, station)

    def _giving_way(self, found: Sequence[Visit]) -> Iterator[Visit]:
        """Where groups that are away are planned, where others come to their stations."""
        taken = {(one.round_number, one.station_id) for one in found}
        stay = {(one.round_number, one.station_id) for one in self._away} - taken
        last = sorted(self._problem.stations, key=lambda row: row.station_id in self._led)
        for one in self._away:
            if (one.round_number, one.station_id) in taken:
                left = (
                    row.station_id
                    for row in last
                    if (one.round_number, row.station_id) not in taken | stay
                )
                free = next(left, one.station_id)
                taken.add((one.round_number, free))
                yield replace(one, station_id=free)

    def _met(self, visits: Sequence[Visit]) -> set[int]:
        return {one.group_id for one in visits if one.station_id in self._led}

    def _brings_only(self, visits: Sequence[Visit], kinds: Collection[str]) -> bool:
        """Whether nothing else is new to look at, and nobody is sent who was nowhere before."""
        if _cells(visits) != _cells(self.before):
            return False
        """What the teacher fixed stays, whoever would come for it."""
        new = self._to_look_at(visits) - self._seen_before
        return new.keys() <= set(kinds) and self._fixed_by_hand.issubset(visits)

    def _to_look_at(self, visits: Sequence[Visit]) -> Counter[str]:
        return Counter(one.kind for one in find_clashes(self._problem, self._rounds, visits))


def _cells(visits: Sequence[Visit]) -> set[tuple[int, int]]:
    return {(one.group_id, one.round_number) for one in visits}


def _waited(group: GroupToRotate) -> int:
    since = group.lessons_since_teacher
    return _NOT_MET_YET if since is None else since
