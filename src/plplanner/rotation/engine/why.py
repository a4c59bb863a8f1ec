"""Why the plan is as it is: who meets the teacher when, who does not today, and when they will."""

from collections.abc import Iterator
from dataclasses import replace

from plplanner.grouping.engine.work import Stop, Work, never
from plplanner.records import record
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.plan_lesson import USUAL_WORK, plan_lesson
from plplanner.rotation.engine.plan_visits import JudgedPlan, judged_plan
from plplanner.rotation.engine.rows import (
    Cell,
    Cells,
    GroupNeed,
    ImpossibleLesson,
    LessonPlan,
    LessonProblem,
)


@record(frozen=True)
class NotToday:
    """A group that does not meet the teacher on a day. `term` is what a meeting would make dearer.

    `next_day` and `next_round` are its next meeting in the plan, None where the plan has none.
    """

    group: str
    term: str | None
    next_day: int | None
    next_round: int | None
    words: str


def why_this_order(problem: LessonProblem, cells: Cells, *, day: int = 0) -> tuple[str, ...]:
    """What decided who meets the teacher in which round of a day, in plain sentences."""
    plan = judged_plan(problem, cells)
    met = [one for one in plan.visits if one.station.teacher_led and one.day == day]
    sentences = [*_orders(problem), *_avoided(plan, day)]
    if len(met) > 1:
        sentences.append(
            "The order at the teacher’s table moves on every day; need does not decide it."
        )
    return tuple(dict.fromkeys(sentences))


def why_not_today(
    problem: LessonProblem,
    cells: Cells,
    *,
    group: str,
    day: int = 0,
    work: int = USUAL_WORK,
    stop: Stop = never,
) -> NotToday:
    """What stands against a meeting on this day: each possible one is forced and planned anew.

    The plan must keep all rules and leave the group without a meeting on the day. Of the plans
    with a meeting the cheapest is compared with `cells`, term by term.
    """
    plan = judged_plan(problem, cells)
    row = next(one for one in plan.groups if one.id == group)
    later = [one for one in plan.meetings(row) if one.day > day]
    term, why = _against(problem, cells, row, day, Work(work, stop))
    if not later:
        return NotToday(group, term, None, None, why)
    when = _when(problem, row, later[0].day, later[0].round)
    return NotToday(group, term, later[0].day, later[0].round, f"{why} {when}")


def _orders(problem: LessonProblem) -> Iterator[str]:
    names = {station.id: station.name for station in problem.stations}
    for order in problem.orders:
        first, then = names.get(order.first, order.first), names.get(order.then, order.then)
        yield (
            f"{then} needs {first} first, so no group can start at {then}. Where groups start "
            "anywhere, tasks that do not build on each other are easier to plan."
        )


def _avoided(plan: JudgedPlan, day: int) -> Iterator[str]:
    """Meetings that keep clear of a pull-out which another round would have met."""
    for group in plan.groups:
        for met in plan.meetings(group):
            rounds = plan.problem.days[day].rounds
            outs = [
                index
                for index, row in enumerate(rounds)
                if any(
                    one.day == day
                    and one.student in group.students
                    and one.start < row.end
                    and row.start < one.end
                    for one in plan.problem.pull_outs
                )
            ]
            if met.day == day and outs and met.round not in outs:
                yield (
                    f"{group.name} meets the teacher in round {met.round + 1}, because somebody "
                    f"is out of the room in {_rounds(outs)}."
                )


def _rounds(numbers: list[int]) -> str:
    told = [str(index + 1) for index in numbers]
    if len(told) == 1:
        return f"round {told[0]}"
    return f"rounds {', '.join(told[:-1])} and {told[-1]}"


def _against(
    problem: LessonProblem, cells: Cells, group: GroupNeed, day: int, work: Work
) -> tuple[str | None, str]:
    """The term that a meeting today makes dearest, and the sentence for it."""
    now = judged(problem, cells)
    best: LessonPlan | None = None
    rules: tuple[str, ...] = ()
    for cell in _possible(problem, group, day):
        forced = replace(problem, fixed=(*problem.fixed, cell))
        answer = plan_lesson(forced, work=work.left, stop=work.asked_to_stop)
        work.spend(answer.work)
        if isinstance(answer, ImpossibleLesson):
            # The forced meeting is no rule of the teacher's.
            others = (one for one in answer.rules if not one.startswith(f"{group.name} at "))
            rules = rules or tuple(others)
        elif answer.cells is not None and (best is None or _cost(answer) < _cost(best)):
            best = answer
        if work.ended():
            break
    if best is None or best.cells is None:
        return None, _cannot(group, rules, work)
    dearer = judged(problem, best.cells).terms
    grown = {name: amount - now.terms[name] for name, amount in dearer.items()}
    term = max(grown, key=lambda name: grown[name])
    is_turn = term == "turn" or grown[term] <= 0
    return (term if grown[term] > 0 else None), _TURN if is_turn else _sentence(group, term)


def _possible(problem: LessonProblem, group: GroupNeed, day: int) -> Iterator[Cell]:
    for station in problem.stations:
        if station.teacher_led:
            for index in range(len(problem.days[day].rounds)):
                yield Cell(group.id, day, index, station.id)


def _cost(answer: LessonPlan) -> int:
    return answer.objective or 0


def _cannot(group: GroupNeed, rules: tuple[str, ...], work: Work) -> str:
    if work.ended() or not rules:
        return f"{group.name} has no place with the teacher today."
    return f"{group.name} cannot meet the teacher today: {'; '.join(rules)}."


_TURN = "Another group was as good a choice, and it was its turn."


def _sentence(group: GroupNeed, term: str) -> str:
    others = {
        "short": "others would miss minutes with the teacher that they need more",
        "far_short": "others would miss minutes with the teacher that they need more",
        "excess": f"{group.name} has the minutes it needs",
        "unseen": "another group would wait too long",
        "gap": "another group would go two days without the teacher",
        "catch": "a student who was absent would not catch up",
        "miss": "students would be out of the room",
        "same": "groups would sit at the same stations two days running",
        "carry": "work that was missed would be missed again",
        "stay": "other groups would have to move",
        "order": "the groups with most need would come later",
        "wait": "others would wait who need the teacher more or have waited longer",
        "again": "groups would come to a station twice",
    }
    return f"If {group.name} met the teacher today, {others[term]}."


def _when(problem: LessonProblem, group: GroupNeed, day: int, index: int) -> str:
    name = problem.days[day].name or f"day {day + 1}"
    return f"{group.name} meets the teacher on {name}, round {index + 1}."
