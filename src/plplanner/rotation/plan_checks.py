"""What the checks beside a plan say: things to look at, each with its mend, and what is right."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.records import record
from plplanner.rotation.adult_checks import adults_not_there
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.few_names import few_names
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.rounds import RoundLength, round_choices
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUT_OF_ORDER,
    OUTSIDE_HOURS,
    TOO_FEW_DEVICES,
    Clash,
    PlanRow,
    RotationProblem,
    Visit,
    VisitRow,
)
from plplanner.rotation.stand_ins import adults_out, still_waiting
from plplanner.rotation.swaps import ComesInstead, LongWait, RoundSwap, mending_swap
from plplanner.rotation.worth_a_look import NOBODY_HERE
from plplanner.terms import StationKind

_LARGE = "large_group_at_teacher_table"
_NOBODY, _WAITS = "nobody_at_teacher_table", "long_without_teacher"
_ALONE = "alone_at_shared_station"
_SHORT = ("short_round", "very_short_round", "little_left_after_set_up")
_SET_UP = ("no_when_done", "no_seats_at_teacher_table")
_NAMED = 4
_WITHOUT_ADULT = "adult_not_there"
_MENDED_BY_A_SWAP = (
    "pull_out_at_teacher_table",
    "same_station_twice",
    _WITHOUT_ADULT,
    TOO_FEW_DEVICES,
    OUT_OF_ORDER,
)


@record(frozen=True)
class EmptyCell:
    """A cell that waits for a task."""

    group_id: int
    round_number: int


@record(frozen=True)
class AloneThere:
    """One student is left of a group where work is for several: company, or a task for one."""

    group_id: int
    round_number: int


@record(frozen=True)
class WhoComes:
    """The teacher says who of the large groups comes to the table."""


@record(frozen=True)
class LongerRounds:
    """Rounds become long enough: over several days, for who must be seen, or with fewer `rounds`.

    `rounds` is None where fewer would not be long enough either.
    """

    rounds: int | None = None


@record(frozen=True)
class StationsSetUp:
    """The teacher looks at how the stations are set up."""


@record(frozen=True)
class OtherOrder:
    """The teacher drafts the day again, or takes the order of stations away."""


@record(frozen=True)
class WorkAlone:
    """Who is in these cells, by group id and round, works without the adult of the station."""

    cells: tuple[tuple[int, int], ...]


@record(frozen=True)
class FewDevices:
    """Who is in these cells, by group id and round, works on paper; or two share a device.

    `is_shared_enough` where sharing would do.
    """

    cells: tuple[tuple[int, int], ...]
    is_shared_enough: bool


@record(frozen=True)
class NewLines:
    """Students new to the class get a line in the plan."""

    student_ids: tuple[int, ...]


Mend = (
    EmptyCell
    | RoundSwap
    | ComesInstead
    | LongWait
    | AloneThere
    | WhoComes
    | LongerRounds
    | StationsSetUp
    | OtherOrder
    | WorkAlone
    | FewDevices
    | NewLines
)


@record(frozen=True)
class PlanCheck:
    """One thing to look at, as a sentence, with what mends it; `next_step` where no button can."""

    text: str
    next_step: str
    mend: Mend | None = None


@record(frozen=True)
class PlanChecks:
    """`to_look_at` needs the teacher; `quiet` says in few words what was looked at and is right."""

    to_look_at: tuple[PlanCheck, ...]
    quiet: tuple[str, ...]


def check_plan(
    plan: PlanRow,
    problem: RotationProblem,
    known: Mapping[str, bool] | None = None,
    *,
    called: Sequence[str] = (),
    new: Mapping[int, str] | None = None,
) -> PlanChecks:
    """Everything worth saying about a plan; `problem` is the lesson it was made for.

    `known` says of titles whether they need internet, for a day without. `called` are the names
    of those called to the teacher's table: then the size of a group there says nothing. Who is
    `new` has no line in it, by id and name.
    """
    visits = visits_of_plan(plan, problem)
    clashes = _without_settled(find_clashes(problem, plan.rounds, visits), plan, problem, visits)
    if called:
        clashes = tuple(clash for clash in clashes if clash.kind != _LARGE)
    alike = _one_of_each_kind(clashes)
    return PlanChecks(
        to_look_at=(
            *_newcomers(new or {}),
            *_empty_cells(plan),
            *_waiting_for_internet(plan, known or {}),
            *(_check(problem, plan, visits, clash) for clash in alike),
        ),
        quiet=(
            *_with_teacher(plan, problem, visits),
            *_own_seats(plan, problem),
            *_called(called),
            *_standing_in(plan, known or {}),
            *_quiet(plan, problem, {clash.kind for clash in clashes}),
            *_devices(plan, problem, visits, {clash.kind for clash in clashes}),
        ),
    )


def visits_of_plan(plan: PlanRow, problem: RotationProblem) -> tuple[Visit, ...]:
    """The visits of a plan by the ids of the lesson's stations; stations go by their names."""
    ids = {station.name: station.station_id for station in problem.stations}
    return tuple(
        Visit(line.group_id, visit.round_number, ids[visit.station_name])
        for line in plan.groups
        for visit in line.visits
        if visit is not None
    )


def _without_settled(
    clashes: tuple[Clash, ...], plan: PlanRow, problem: RotationProblem, visits: Sequence[Visit]
) -> tuple[Clash, ...]:
    """Who works alone at a station anyway does not miss its adult, nor its devices on paper."""
    if not any(visit and visit.stand_in for line in plan.groups for visit in line.visits):
        return clashes
    from plplanner.rotation.device_checks import devices_too_few  # noqa: PLC0415 - few days need it

    with_adult = _standing_in_for(plan, visits, ("", NO_INTERNET))
    return (
        *(clash for clash in clashes if clash.kind not in (_WITHOUT_ADULT, TOO_FEW_DEVICES)),
        *adults_not_there(problem, plan.rounds, with_adult),
        *devices_too_few(problem, plan.rounds, _on_devices(plan, visits)),
    )


def _on_devices(plan: PlanRow, visits: Sequence[Visit]) -> list[Visit]:
    """The visits without those that are on paper that day."""
    on_paper = _standing_in_for(plan, visits, (NO_INTERNET, NO_DEVICES))
    return [visit for visit in visits if visit not in on_paper]


def _standing_in_for(plan: PlanRow, visits: Sequence[Visit], why: Collection[str]) -> list[Visit]:
    """The visits at which something stands in for one of these reasons; blank for nothing."""
    reasons = {
        (line.group_id, visit.round_number): visit.stand_in
        for line in plan.groups
        for visit in line.visits
        if visit is not None
    }
    return [one for one in visits if reasons[one.group_id, one.round_number] in why]


def _one_of_each_kind(clashes: Sequence[Clash]) -> Iterator[Clash]:
    """Large groups at the teacher table are one remark, however many; so are those away."""
    large = [clash for clash in clashes if clash.kind == _LARGE]
    away = [clash for clash in clashes if clash.kind == _NOBODY]
    for clash in clashes:
        if clash in away:
            if clash is away[0]:
                yield _together(away)
            continue
        if clash not in large or (clash is large[0] and len(large) == 1):
            yield clash
        elif clash is large[0]:
            yield Clash(
                clash.kind,
                f"{len(large)} groups bring more than 6 students to the teacher table; "
                "6 or fewer work better.",
                clash.next_step,
                clash.hard,
            )


def _together(away: Sequence[Clash]) -> Clash:
    one, many = NOBODY_HERE
    names = [clash.text.removesuffix(one) for clash in away]
    return replace(away[0], text=f"{few_names(names)}{many}") if len(names) > 1 else away[0]


def _newcomers(new: Mapping[int, str]) -> Iterator[PlanCheck]:
    if new:
        names = list(new.values())
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        first, last = names[:_NAMED], " and " if len(names) == 2 else ", "
        is_or_are = "is" if len(names) == 1 else "are"
        yield PlanCheck(
            f"{last.join(first)}{more} {is_or_are} not in this plan yet.",
            "Nobody else moves.",
            NewLines(tuple(new)),
        )


def _empty_cells(plan: PlanRow) -> Iterator[PlanCheck]:
    for line in plan.groups:
        for visit in line.visits:
            if visit is not None and not visit.task:
                yield PlanCheck(
                    f"{line.identity.word}, round {visit.round_number} has no task.",
                    "Pick a task.",
                    EmptyCell(line.group_id, visit.round_number),
                )


def _waiting_for_internet(plan: PlanRow, known: Mapping[str, bool]) -> Iterator[PlanCheck]:
    for line, visit in still_waiting(plan, known):
        yield PlanCheck(
            f"{line.identity.word}, round {visit.round_number} needs internet: {visit.task}.",
            "Pick a task.",
            EmptyCell(line.group_id, visit.round_number),
        )


def _standing_in(plan: PlanRow, known: Mapping[str, bool]) -> Iterator[str]:
    """What is otherwise today than it was planned."""
    visits = [visit for line in plan.groups for visit in line.visits if visit is not None]
    if not plan.has_internet:
        count = sum(visit.stand_in == NO_INTERNET for visit in visits)
        if count:
            yield f"No internet: {count} task{'' if count == 1 else 's'} replaced"
        elif not any(still_waiting(plan, known)):
            yield "No internet: no task needs it"
    if plan.has_substitute:
        yield "A substitute teaches: no group meets you"
    for adult in sorted(adults_out(plan)):
        names = sorted({visit.station_name for visit in visits if visit.stand_in == adult})
        yield f"{adult} is out: {' and '.join(names)} without an adult"
    yield from _by_station(visits, OUTSIDE_HOURS, "without an adult")
    yield from _by_station(visits, NO_DEVICES, "on paper")


def _by_station(visits: Sequence[VisitRow], why: str, words: str) -> Iterator[str]:
    there = [visit for visit in visits if visit.stand_in == why]
    for name in sorted({visit.station_name for visit in there}):
        numbers = sorted({one.round_number for one in there if one.station_name == name})
        rounds = "round" if len(numbers) == 1 else "rounds"
        yield f"{name} {words} in {rounds} {few_names(list(map(str, numbers)))}"


def _check(
    problem: RotationProblem, plan: PlanRow, visits: Sequence[Visit], clash: Clash
) -> PlanCheck:
    """A clash with the swap that mends it, else with another way out where there is one."""
    if clash.kind in (_NOBODY, _WAITS):
        # Few days need it, and it loads the engine.
        from plplanner.rotation.turn_checks import empty_turn, long_wait  # noqa: PLC0415

        look = empty_turn if clash.kind == _NOBODY else long_wait
        return PlanCheck(*look(problem, plan, visits, clash))
    mend: Mend | None = None
    if clash.kind in _MENDED_BY_A_SWAP:
        mend = mending_swap(problem, plan.rounds, visits, clash)
    if mend is None:
        mend = _other_way(problem, plan, visits, clash)
    return PlanCheck(clash.text, clash.next_step, mend)


def _other_way(
    problem: RotationProblem, plan: PlanRow, visits: Sequence[Visit], clash: Clash
) -> Mend | None:
    mend: Mend | None = None
    if clash.kind == _LARGE:
        mend = WhoComes()
    elif clash.kind in _SET_UP:
        mend = StationsSetUp()
    elif clash.kind == OUT_OF_ORDER:
        mend = OtherOrder()
    elif clash.kind == _ALONE:
        mend = AloneThere(*clash.cells[0])
    elif clash.kind in _SHORT:
        mend = LongerRounds(_fewer(plan))
    elif clash.kind == _WITHOUT_ADULT:
        mend = WorkAlone(clash.cells)
    elif clash.kind == TOO_FEW_DEVICES:
        from plplanner.rotation.device_checks import would_do_shared  # noqa: PLC0415 - as above

        mend = FewDevices(clash.cells, would_do_shared(problem, plan.rounds, visits))
    return mend


def _fewer(plan: PlanRow) -> int | None:
    """The most rounds that are comfortable, fewer than there are."""
    found = round_choices(
        minutes=plan.minutes, launch=plan.launch, close=plan.close, move=plan.move,
        most=len(plan.rounds) - 1,
    )  # fmt: skip
    fit = (row.rounds for row in reversed(found) if row.length is RoundLength.COMFORTABLE)
    return next(fit, None)


def _with_teacher(
    plan: PlanRow, problem: RotationProblem, visits: Sequence[Visit]
) -> Iterator[str]:
    """Of students who go their own way, who does not meet the teacher."""
    if not plan.is_own_ways:
        return
    # Most lessons are for groups: the window does not wait for what few days need.
    from plplanner.rotation.own_way_checks import not_with_teacher  # noqa: PLC0415

    names = not_with_teacher(problem, visits)
    coming = sum(group.size for group in problem.groups)
    yield f"{coming - len(names)} of {coming} meet you"
    if names:
        yield f"Not today: {few_names(names)}"


def _own_seats(plan: PlanRow, problem: RotationProblem) -> Iterator[str]:
    """Who works at a seat of her own, in the plan or once the draft is kept."""
    seated = [
        line.identity.word
        for line in plan.alone
        if any(visit is not None and visit.station_name == OWN_SEAT for visit in line.visits)
    ]
    names = seated or [seat.name for seat in problem.seated]
    if names:
        yield f"At an own seat: {', '.join(names)}"


def _called(names: Sequence[str]) -> Iterator[str]:
    if names:
        more = len(names) - _NAMED
        said = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"Called to the teacher table: {said}"


def _quiet(plan: PlanRow, problem: RotationProblem, kinds: set[str]) -> Iterator[str]:
    used = plan.launch + plan.close + plan.move * (len(plan.rounds) + 1)
    used += sum(row.minutes for row in plan.rounds)
    if not kinds & {"round_outside_lesson", "rounds_overlap", "round_without_minutes"}:
        yield f"Time fits: {used} of {plan.minutes} minutes"
    yield from _seats(plan, problem)
    if all(visit is None or visit.task for line in plan.groups for visit in line.visits):
        who = "student" if plan.is_own_ways else "group"
        yield f"Every {who} has a task in every round"
    if "no_when_done" not in kinds:
        yield "Every station has a “when done”"
    if "pull_out_at_teacher_table" not in kinds:
        yield "Nobody is out during the teacher table"


def _devices(
    plan: PlanRow, problem: RotationProblem, visits: Sequence[Visit], kinds: set[str]
) -> Iterator[str]:
    working = problem.devices.working
    if working is None or TOO_FEW_DEVICES in kinds:
        return
    from plplanner.rotation.device_checks import most_devices_at_once  # noqa: PLC0415 - as above

    most = most_devices_at_once(problem, plan.rounds, _on_devices(plan, visits))
    if most:
        yield f"Devices: {most} of {working} at most"


def _seats(plan: PlanRow, problem: RotationProblem) -> Iterator[str]:
    limits = {station.name: station.seats for station in problem.stations}
    coming = {group.group_id: group.size for group in problem.groups}
    for station in problem.stations:
        if station.kind is not StationKind.DIGITAL or limits[station.name] is None:
            continue
        sizes = [
            coming.get(line.group_id, 0)
            for line in plan.groups
            for visit in line.visits
            if visit is not None and visit.station_name == station.name
        ]
        if sizes and max(sizes) <= (station.seats or 0):
            yield f"{station.place or station.name}: {max(sizes)} of {station.seats} at most"
