"""What a plan costs, term by term: the definition of the objective.

`short` minutes with the teacher missing to the wish, `far_short` those missing to half of it,
`excess` those above; `miss` students out of the room during a meeting; `order` need × place in
the day; `gap` two days in a row without a meeting; `catch` absent students not met on their day of
catching up; `same` the same station in the same round two days running; `turn` rounds away from
the one whose turn it is; `unseen` days on which a group, or one of `students_waited`, has waited
longer than it may; `carry` missed stations not visited; `stay` cells that differ from the plan so
far; `again` visits after the first to a station without the teacher on one day; `wait` claim ×
lessons waited, summed over the days without a meeting.
"""

from collections.abc import Mapping
from itertools import pairwise

from plplanner.rotation.engine.plan_visits import JudgedPlan
from plplanner.rotation.engine.rows import GroupNeed


def costs(plan: JudgedPlan) -> Mapping[str, int]:
    """Every term of the objective, by its name in `LessonWishes`."""
    wishes, terms = plan.problem.wishes, dict.fromkeys(_TERMS, 0)
    for group in plan.groups:
        for name, amount in _amounts(plan, group).items():
            terms[name] += getattr(wishes, name) * amount
    terms["catch"] = wishes.catch * _not_caught_up(plan)
    terms["carry"] = wishes.carry * _not_carried_over(plan)
    terms["stay"] = wishes.stay * _moved(plan)
    return terms


_TERMS = (
    "short", "far_short", "excess", "miss", "order", "gap", "catch", "same", "turn", "unseen",
    "carry", "stay", "again", "wait",
)  # fmt: skip


def _amounts(plan: JudgedPlan, group: GroupNeed) -> dict[str, int]:
    met = plan.meetings(group)
    lost = plan.problem.move
    minutes = sum(visit.end - visit.start - lost - visit.station.settle for visit in met)
    wanted = group.minutes_to_give
    on_days = [any(v.day == day for v in met) for day in range(len(plan.problem.days))]
    turns = dict(enumerate(group.turns))
    return {
        "short": max(0, wanted - minutes),
        "far_short": max(0, wanted // 2 - minutes),
        "excess": max(0, minutes - wanted),
        "miss": sum(visit.stepping_out for visit in met),
        "order": group.minutes_wanted * sum(visit.round for visit in met),
        "gap": sum(not a and not b for a, b in pairwise(on_days)),
        "same": _same(plan, group),
        "turn": sum(abs(v.round - turns[v.day]) for v in met if v.day in turns),
        "unseen": _unseen(plan, group, on_days) + _students_unseen(plan, group),
        "again": _again(plan, group),
        "wait": group.claim * _waits(plan, group, on_days),
    }


def _again(plan: JudgedPlan, group: GroupNeed) -> int:
    visits = [(v.day, v.station.id) for v in plan.of(group) if not v.station.teacher_led]
    return len(visits) - len(set(visits))


def _same(plan: JudgedPlan, group: GroupNeed) -> int:
    at = {(v.day, v.round, v.station.id) for v in plan.of(group) if not v.station.teacher_led}
    return sum((day + 1, index, station) in at for day, index, station in at)


def _unseen(plan: JudgedPlan, group: GroupNeed, on_days: list[bool]) -> int:
    longest = plan.problem.longest_wait
    if longest is None:
        return 0
    waited = longest if group.waited is None else group.waited
    return _late(longest, waited, on_days)


def _waits(plan: JudgedPlan, group: GroupNeed, on_days: list[bool]) -> int:
    """Lessons waited, summed over the days without a meeting."""
    waited, total = (plan.problem.longest_wait or 0) if group.waited is None else group.waited, 0
    for is_met in on_days:
        waited = 0 if is_met else waited + 1
        total += waited
    return total


def _students_unseen(plan: JudgedPlan, group: GroupNeed) -> int:
    longest, late = plan.problem.longest_wait, 0
    for student, waited in group.students_waited if longest is not None else ():
        there = [visit.day for visit in plan.meetings(group) if student not in visit.missing]
        late += _late(longest or 0, waited, [n in there for n in range(len(plan.problem.days))])
    return late


def _late(longest: int, waited: int, on_days: list[bool]) -> int:
    """Days on which somebody met on these days has waited longer than allowed."""
    late = 0
    for is_met in on_days:
        waited = 0 if is_met else waited + 1
        late += waited > longest
    return late


def _not_caught_up(plan: JudgedPlan) -> int:
    """A student on a pull list catches up there, any other with her group."""
    late = 0
    for wish in plan.problem.catch_ups:
        lists = [group for group in plan.groups if wish.student in group.students]
        if lists:
            own = min(lists, key=lambda group: (group.rotates, group.id))
            met = [visit for visit in plan.meetings(own) if visit.day == wish.day]
            late += all(wish.student in visit.missing for visit in met)
    return late


def _not_carried_over(plan: JudgedPlan) -> int:
    stations = {station.id for station in plan.problem.stations}
    groups = {group.id: group for group in plan.groups}
    return sum(
        not any(
            visit.day == wish.day and visit.station.id == wish.station
            for visit in plan.of(groups[wish.group])
        )
        for wish in plan.problem.carry_overs
        if wish.group in groups and wish.station in stations
    )


def _moved(plan: JudgedPlan) -> int:
    groups = {group.id: group for group in plan.groups if group.rotates}
    before = {(one.group, one.day, one.round): one.station for one in plan.problem.before}
    return sum(
        plan.station_at(*place) != station
        for place, station in before.items()
        if place[0] in groups
        and plan.has_round(place[1], place[2])
        and not plan.problem.days[place[1]].sketch
    )
