"""Each student her own way through the rounds: one station each round, as many at one as it seats.

The rotation engine plans, as it does for groups: one student alone is a group too. Need says who
meets the teacher, with how long she has waited; the round in which moves on every day and is blind
to need.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from plplanner.grouping.engine.work import Stop, never, seconds
from plplanner.playlists.rows import PlaylistRow
from plplanner.problems import Problem
from plplanner.rotation.adult_hours import closed_rounds
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.draft import draft_of
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import (
    GroupNeed,
    ImpossibleLesson,
    LessonDay,
    LessonProblem,
    StationOffer,
)
from plplanner.rotation.exact_plan import cannot_be_kept, eased_lesson
from plplanner.rotation.lesson_problem import (
    CLAIM_BY_NEED,
    LAST_RESORT,
    LONGEST_WAIT,
    WISHES,
    LessonToPlan,
    fixed_cells,
    in_todays_order,
    line_of_the_day,
    on_the_clock,
    orders_of,
    out_of_the_room,
    own_order,
)
from plplanner.rotation.locked_cells import called_again
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import (
    PlanDraft,
    RotationProblem,
    RotationProposal,
    RoundRow,
    StationToVisit,
    Visit,
)
from plplanner.rotation.table_turns import seats_at
from plplanner.rotation.teacher_turns import order_of_the_day
from plplanner.terms import AnswerStatus, StationKind

_WORK = seconds(3)
_NAMED = 4


def draft_own_ways(
    problem: RotationProblem,
    *,
    group_set_id: int,
    playlists: Mapping[int, PlaylistRow],
    stop: Stop = never,
) -> PlanDraft:
    """A draft in which each student goes her own way; `playlists` by the ids of its groups.

    Raises Problem as `plan_own_ways`.
    """
    proposal = plan_own_ways(problem, stop=stop)
    return draft_of(problem, proposal, group_set_id=group_set_id, playlists=playlists)


def plan_own_ways(problem: RotationProblem, *, stop: Stop = never) -> RotationProposal:
    """The station of each student in each round. Problem where seats or times do not suffice.

    A teacher table without a limit takes six at once. Nobody comes to a station twice who need
    not; make-up and assessment are left to the teacher.
    """
    stations = stations_to_use(problem)
    line = line_of_the_day(problem)  # so that equals miss equally often
    problem = replace(problem, groups=line, rounds=problem.rounds or _rounds(problem, stations))
    _refuse_too_few_seats(problem, stations)
    rounds = clock_rounds(problem)
    called = () if problem.must_see else called_again(problem, len(rounds))
    if called:
        with suppress(Problem):  # or else they are among what is lost
            return plan_own_ways(replace(problem, must_see=called), stop=stop)
    lesson = LessonToPlan(
        _lesson(problem, _evenly(problem, stations), rounds), rounds, problem.groups, stations
    )
    answer = plan_lesson(lesson.problem, work=_WORK, stop=stop)
    if isinstance(answer, ImpossibleLesson):
        lesson = replace(lesson, problem=_lesson(problem, stations, rounds))
        answer = plan_lesson(lesson.problem, work=_WORK, stop=stop)
    is_none = isinstance(answer, ImpossibleLesson) or answer.cells is None
    eased = eased_lesson(lesson, problem) if is_none and not stop() else None
    if eased is not None:  # then the checks tell
        return plan_own_ways(eased, stop=stop)
    if isinstance(answer, ImpossibleLesson):
        raise cannot_be_kept(answer)
    if answer.cells is None:
        raise Problem("No way was found for each student.", "Use fewer rounds, or add seats.")
    visits = lesson.visits(answer.cells)
    checks = find_clashes(problem, rounds, visits)
    if any(clash.hard for clash in checks):
        raise RuntimeError(f"the plan breaks its own rules: {checks}")
    met = {visit.group_id for visit in visits if visit.station_id in lesson.led}
    without = [one for one in sorted(problem.groups, key=own_order) if one.group_id not in met]
    return RotationProposal(
        rounds=rounds,
        visits=visits,
        no_teacher=tuple(one.group_id for one in without),
        reasons=tuple(_reasons([one.name for one in without], lesson, rounds)),
        checks=checks,
        is_proven=answer.status is AnswerStatus.OPTIMAL,
    )


def stations_to_use(problem: RotationProblem) -> tuple[StationToVisit, ...]:
    """The stations students are sent to: all but those the teacher sends someone to by hand."""
    return tuple(row for row in in_todays_order(problem) if row.kind not in LAST_RESORT)


def seats_left(
    problem: RotationProblem, visits: Sequence[Visit], round_number: int
) -> dict[int, int | None]:
    """How many more students each station takes in a round, by its id; None for any number."""
    size = {group.group_id: group.size for group in problem.groups}
    taken: Counter[int] = Counter()
    for visit in visits:
        if visit.round_number == round_number:
            taken[visit.station_id] += size[visit.group_id]
    left = {row.station_id: _left(seats_at(row), taken[row.station_id]) for row in problem.stations}
    digital = [row.station_id for row in problem.stations if row.kind is StationKind.DIGITAL]
    on_devices = _left(students_on_devices(problem), sum(taken[one] for one in digital))
    for station_id in digital:
        limits = (left[station_id], on_devices)
        left[station_id] = min((one for one in limits if one is not None), default=None)
    return left


def _left(limit: int | None, taken: int) -> int | None:
    return None if limit is None else max(0, limit - taken)


def _rounds(problem: RotationProblem, stations: Sequence[StationToVisit]) -> int:
    """As many as there are stations, if each gets about twelve minutes."""
    few = replace(problem, groups=problem.groups[: max(1, len(stations))])
    return len(clock_rounds(few))


def _refuse_too_few_seats(problem: RotationProblem, stations: Sequence[StationToVisit]) -> None:
    if not problem.groups:
        raise Problem("There are no students to plan for.", "Add students to this class.")
    if not stations:
        raise Problem("This class has no stations.", "Add stations first.")
    if not _have_seats(stations, problem):
        coming = sum(one.size for one in problem.groups)
        seats = sum(seats_at(row) or 0 for row in stations)
        raise Problem(
            f"{coming} students need a place in every round, and the stations have {seats} seats.",
            f"Add {coming - seats} seat{'' if coming - seats == 1 else 's'}, or one more station.",
        )


def _have_seats(stations: Sequence[StationToVisit], problem: RotationProblem) -> bool:
    limits = [seats_at(row) for row in stations]
    coming = sum(one.size for one in problem.groups)
    return None in limits or sum(limit or 0 for limit in limits) >= coming


def _evenly(
    problem: RotationProblem, stations: Sequence[StationToVisit]
) -> tuple[StationToVisit, ...]:
    """The stations, with places counted where there is no limit: no room is full beside an empty.

    The others share those who are not at the teacher's, two more than an even share each.
    """
    others = [row for row in stations if row.kind is not StationKind.TEACHER_LED]
    led = sum(seats_at(row) or 0 for row in stations if row not in others)
    coming = sum(one.size for one in problem.groups)
    share = -(-max(0, coming - led) // max(1, len(others))) + 2
    return tuple(
        replace(row, seats=share) if row in others and row.seats is None else row
        for row in stations
    )


def _lesson(
    problem: RotationProblem, stations: Sequence[StationToVisit], rounds: Sequence[RoundRow]
) -> LessonProblem:
    return LessonProblem(
        days=(LessonDay(on_the_clock(rounds), devices=students_on_devices(problem)),),
        groups=tuple(_needs(problem, rounds)),
        stations=tuple(_offers(problem, stations, rounds)),
        pull_outs=tuple(out_of_the_room(problem.groups, rounds)),
        fixed=tuple(fixed_cells(problem, problem.groups, stations, rounds)),
        orders=tuple(orders_of(stations)),
        longest_wait=LONGEST_WAIT,
        wishes=WISHES,
    )


def students_on_devices(problem: RotationProblem) -> int | None:
    """How many students can use devices at once, wherever they sit: one may be left over by each
    station but the first where they share."""
    count = problem.devices
    if count.working is None:
        return None
    digital = sum(row.kind is StationKind.DIGITAL for row in problem.stations)
    left_over = max(0, digital - 1) * (count.students_each - 1)
    return max(0, count.working * count.students_each - left_over)


def _needs(problem: RotationProblem, rounds: Sequence[RoundRow]) -> Iterator[GroupNeed]:
    """Who is away waits for nothing today; her way is there for the day she is back."""
    turn = order_of_the_day(
        [one.key for one in problem.groups], purpose="place", day=problem.day, seed=problem.seed
    )
    for number, one in enumerate(problem.groups):
        since, is_here = one.lessons_since_teacher, one.size > 0
        yield GroupNeed(
            id=f"{number:03}",
            name=one.name,
            students=(f"{number:03}/{one.name}",) if is_here else (),
            waited=since if is_here else 0,
            claim=CLAIM_BY_NEED[min(max(one.need, 0), 2)] if is_here else 0,
            turns=(turn[one.key] % len(rounds),),
            least_meetings=int(is_here and one.group_id in problem.must_see),
        )


def _offers(
    problem: RotationProblem, stations: Sequence[StationToVisit], rounds: Sequence[RoundRow]
) -> Iterator[StationOffer]:
    closed = closed_rounds(stations, rounds, suffice=lambda left: _have_seats(left, problem))
    for number, row in enumerate(stations):
        is_led = row.kind is StationKind.TEACHER_LED
        yield StationOffer(
            id=f"{number:03}",
            name=row.name,
            teacher_led=is_led,
            groups_at_once=len(problem.groups),
            seats=seats_at(row),
            # Where there is nothing else than the teacher, all come every round.
            uses_devices=problem.devices.working is not None and row.kind is StationKind.DIGITAL,
            most_per_day=len(rounds) if not is_led or len(stations) == 1 else 1,
            closed=tuple((0, index) for index in closed.get(row.station_id, ())),
        )


def _reasons(
    without: Sequence[str], lesson: LessonToPlan, rounds: Sequence[RoundRow]
) -> Iterator[str]:
    seats = sum(seats_at(row) or 0 for row in lesson.stations if row.station_id in lesson.led)
    if not lesson.led:
        yield "No station is led by the teacher today."
    elif without:
        more = len(without) - _NAMED
        named = ", ".join(without[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        do = "does" if len(without) == 1 else "do"
        yield (
            f"{named} {do} not meet the teacher today: {len(rounds)} rounds with {seats} seats; "
            "others need the teacher more or have waited longer."
        )
    yield "Who comes first to the teacher moves on every day, whatever a student needs."
