"""One rotation over several lessons: every group is at every station once before it is over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plplanner.grouping.engine.work import seconds
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import ImpossibleLesson, LessonDay, LessonProblem, PullOut
from plplanner.rotation.exact_plan import cannot_be_kept
from plplanner.rotation.lesson_problem import (
    LessonToPlan,
    lesson_to_plan,
    on_the_clock,
    out_of_the_room,
    own_order,
)
from plplanner.rotation.rounds import clock_rounds, round_minutes
from plplanner.rotation.rows import (
    PlanRow,
    RotationProblem,
    RotationProposal,
    RoundRow,
    StudentToSee,
    Visit,
)
from plplanner.rotation.turns_ahead import after_lesson, rounds_met
from plplanner.terms import AnswerStatus

MOST_DAYS = 5
_SHORTEST = 10
_WORK = seconds(1)


@record(frozen=True)
class SpreadChoice:
    """So many days of so many rounds, of so many minutes each."""

    days: int
    rounds: int
    minutes: int


def part_words(plan: PlanRow) -> str:
    """`Day 1 of 2`, `Catch-up`; empty for a day by itself."""
    if not plan.part:
        return ""
    return "Catch-up" if plan.part > plan.parts else f"Day {plan.part} of {plan.parts}"


def spread_choices(problem: RotationProblem) -> tuple[SpreadChoice, ...]:
    """Over how many days a rotation through as many stations as groups can be spread.

    Two to five days, none of which would do with fewer rounds; rounds of ten minutes and more.
    """
    stations = len(problem.groups)
    found = []
    for days in range(2, min(MOST_DAYS, stations) + 1):
        rounds = -(-stations // days)
        minutes = round_minutes(
            minutes=problem.minutes, rounds=rounds, launch=problem.launch, close=problem.close,
            move=problem.move,
        )  # fmt: skip
        if -(-stations // rounds) == days and minutes >= _SHORTEST:
            found.append(SpreadChoice(days, rounds, minutes))
    return tuple(found)


def spread_rotation(problems: Sequence[RotationProblem]) -> tuple[RotationProposal, ...]:
    """Who is where on each of these days, one lesson each, of the same groups.

    As many stations as groups are used, and every group is at each of them at least once, the
    teacher table among them. Raises Problem where times, seats or rules do not allow it.
    """
    rounds = [clock_rounds(problem) for problem in problems]
    lesson = _whole(problems, rounds)
    answer = plan_lesson(lesson.problem, work=_WORK)
    if isinstance(answer, ImpossibleLesson):
        raise cannot_be_kept(answer)
    if answer.cells is None:
        raise Problem("No way was found to spread this rotation.", "Spread it over more days.")
    is_proven = answer.status is AnswerStatus.OPTIMAL
    stations = {f"{n:03}": one.station_id for n, one in enumerate(lesson.stations)}
    numbered = sorted(enumerate(lesson.groups), key=lambda one: own_order(one[1]))
    found = []
    for day, problem in enumerate(problems):
        visits = tuple(
            Visit(group.group_id, rounds[day][index].number, stations[station])
            for number, group in numbered
            for index, station in enumerate(answer.cells[f"{number:03}"][day])
            if station is not None
        )
        found.append(_proposal(problem, rounds[day], visits, lesson.led, is_proven=is_proven))
    return tuple(found)


def after_days(
    problem: RotationProblem,
    problems: Sequence[RotationProblem],
    proposals: Sequence[RotationProposal],
) -> RotationProblem:
    """A later lesson of the same groups, which knows whom the teacher met on the days before."""
    before = problems[0]
    for proposal in proposals:
        met = rounds_met(before, proposal.visits)
        before = after_lesson(before, proposal.rounds, met)
    then = {group.group_id: group for group in before.groups}
    return replace(
        problem,
        groups=tuple(
            replace(
                group,
                lessons_since_teacher=then[group.group_id].lessons_since_teacher,
                students=_waited(group.students, then[group.group_id].students),
            )
            for group in problem.groups
        ),
    )


def _waited(now: Sequence[StudentToSee], then: Sequence[StudentToSee]) -> tuple[StudentToSee, ...]:
    """Students as they are on the day, with the lessons they will have waited by then."""
    since = {one.name: one.lessons_since_teacher for one in then}
    return tuple(
        replace(one, lessons_since_teacher=since.get(one.name, one.lessons_since_teacher))
        for one in now
    )


def _whole(
    problems: Sequence[RotationProblem], rounds: Sequence[Sequence[RoundRow]]
) -> LessonToPlan:
    """All the days as one problem of the engine."""
    first = lesson_to_plan(problems[0], rounds[0])
    # In the order of the day, those led first; the last resorts are left out.
    stations = first.stations[: len(first.groups)]
    made: LessonProblem = replace(
        first.problem,
        days=tuple(LessonDay(on_the_clock(row)) for row in rounds),
        groups=tuple(replace(one, least_meetings=1) for one in first.problem.groups),
        stations=tuple(
            # Every station is held in every round: hours of adults are for the checks, and so is
            # an order of stations.
            replace(one, least=1, most_per_day=1, closed=())
            for one in first.problem.stations[: len(stations)]
        ),
        pull_outs=tuple(_pull_outs(first, problems, rounds)),
        orders=(),
        longest_wait=None,
    )
    return replace(first, problem=made, stations=stations)


def _pull_outs(
    lesson: LessonToPlan,
    problems: Sequence[RotationProblem],
    rounds: Sequence[Sequence[RoundRow]],
) -> Iterator[PullOut]:
    for day, problem in enumerate(problems):
        of_day = {group.group_id: group for group in problem.groups}
        groups = [of_day[group.group_id] for group in lesson.groups]
        yield from out_of_the_room(groups, rounds[day], day=day, of_several=True)


def _proposal(
    problem: RotationProblem,
    rounds: tuple[RoundRow, ...],
    visits: tuple[Visit, ...],
    led: frozenset[int],
    *,
    is_proven: bool,
) -> RotationProposal:
    checks = find_clashes(problem, rounds, visits)
    if any(clash.hard for clash in checks):
        raise RuntimeError(f"the rotation breaks its own rules: {checks}")
    met = {visit.group_id for visit in visits if visit.station_id in led}
    return RotationProposal(
        rounds=rounds,
        visits=visits,
        no_teacher=tuple(one.group_id for one in problem.groups if one.group_id not in met),
        reasons=(),
        checks=checks,
        is_proven=is_proven,
    )
