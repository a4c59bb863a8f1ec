"""A plan in plain words, to be pasted anywhere: for the day the printer is silent."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from plplanner.rotation.rows import PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.rotation.station_words import where_and_how


def plan_text(plan: PlanRow, names: Mapping[int, str]) -> str:
    """Day, goals, and a part for each group with its students and what it does round by round.

    `names` by student id, in the order they are to stand in. Nothing of a level or a score.
    """
    day = f"{plan.day:%A}, {plan.day:%B} {plan.day.day}"
    goals = (plan.goals.content, plan.goals.language)
    parts = [
        "\n".join(one for one in (f"{plan.class_name}, {day}", *goals) if one),
        *("\n".join(_group(line, plan, names)) for line in plan.groups),
    ]
    last = [f"When done: {plan.when_done}"] if plan.when_done else []
    watch = [f"Watch before next time: {plan.goals.watch_next}"] if plan.goals.watch_next else []
    return "\n\n".join([*parts, *(["\n".join([*last, *watch])] if last or watch else [])])


def _group(line: PlanGroupRow, plan: PlanRow, names: Mapping[int, str]) -> Iterator[str]:
    who = ", ".join(name for one, name in names.items() if one in line.student_ids)
    yield line.identity.word if line.is_own_way or not who else f"{line.identity.word}: {who}"
    for row, visit in zip(plan.rounds, line.visits, strict=True):
        if visit is not None:
            yield f"{_span(row)}  {_where(visit)}"


def _where(visit: VisitRow) -> str:
    station = " · ".join(part for part in (visit.station_name, where_and_how(visit)) if part)
    return f"{station}: {visit.task}" if visit.task else station


def _span(row: RoundRow) -> str:
    ends = datetime.combine(datetime.min, row.starts_at) + timedelta(minutes=row.minutes)
    return f"{row.starts_at.hour}:{row.starts_at:%M}–{ends.hour}:{ends:%M}"
