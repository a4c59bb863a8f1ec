"""Several days drafted at once: each of them knows whom the teacher met on the days before."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from plplanner.problems import Problem
from plplanner.records import record
from plplanner.rotation.fresh_draft import DayToDraft, FreshDraft, fresh_draft
from plplanner.rotation.pulled_out import students_out
from plplanner.rotation.rows import GroupToRotate, PlanDraft, RoundRow, StudentToSee
from plplanner.rotation.turns_ahead import rounds_met


@record(frozen=True)
class DraftedDay:
    """A day and its draft, or why there is none."""

    asked: DayToDraft
    made: FreshDraft | None = None
    why_not: Problem | None = None

    @property
    def day(self) -> date:
        """The day it is about."""
        return self.asked.problem.day


def draft_days(
    asked: Sequence[DayToDraft], *, planned: Sequence[date] = ()
) -> tuple[DraftedDay, ...]:
    """Drafts of days of the same groups, earliest first; each reckons with those before it.

    The plans there are know nothing of these drafts: `planned` are the days between that have one.
    What a group is to do on a day before comes again last, as what it has done does.
    """
    found: list[DraftedDay] = []
    for one in sorted(asked, key=lambda one: one.problem.day):
        before = [row.made.draft for row in found if row.made is not None]
        known = replace(one, problem=replace(one.problem, groups=_by_then(one, before, planned)))
        try:
            found.append(DraftedDay(known, fresh_draft(known)))
        except Problem as problem:
            found.append(DraftedDay(known, why_not=problem))
    return tuple(found)


def lessons_since(
    since: int | None, met: Sequence[date], drafted: Sequence[date], planned: Sequence[date]
) -> int | None:
    """Lessons since the teacher was met, when days are `drafted` beside those that are `planned`.

    `since` counts planned lessons alone (None: never met); all days are before the one asked for.
    """
    counts = []
    if since is not None:
        latest_first = sorted(planned, reverse=True)
        last = latest_first[since] if since < len(latest_first) else None
        counts.append(since + sum(last is None or day > last for day in drafted))
    if met:
        counts.append(sum(day > max(met) for day in (*drafted, *planned)))
    return min(counts, default=None)


def _by_then(
    asked: DayToDraft, before: Sequence[PlanDraft], planned: Sequence[date]
) -> tuple[GroupToRotate, ...]:
    """The groups of a day as they will be after the drafts before it."""
    if not before:
        return asked.problem.groups
    first = before[0].problem.day
    between = [day for day in planned if first < day < asked.problem.day]
    drafted = [draft.problem.day for draft in before]
    return tuple(
        replace(
            group,
            lessons_since_teacher=lessons_since(
                group.lessons_since_teacher,
                [day for day, _ in _meetings(group.group_id, before)],
                drafted,
                between,
            ),
            students=tuple(_student(group, one, before, between) for one in group.students),
            done=_done_by_then(group, before),
        )
        for group in asked.problem.groups
    )


def _done_by_then(group: GroupToRotate, before: Sequence[PlanDraft]) -> tuple[tuple[str, int], ...]:
    done = Counter(dict(group.done)) + Counter(_tasks(group.group_id, before))
    return tuple(sorted(done.items()))


def _student(
    group: GroupToRotate,
    student: StudentToSee,
    before: Sequence[PlanDraft],
    between: Sequence[date],
) -> StudentToSee:
    met = [
        day
        for day, out in _meetings(group.group_id, before)
        if any(student.name not in names for names in out)
    ]
    drafted = [draft.problem.day for draft in before]
    return replace(
        student,
        lessons_since_teacher=lessons_since(student.lessons_since_teacher, met, drafted, between),
    )


def _meetings(
    group_id: int, before: Sequence[PlanDraft]
) -> Iterator[tuple[date, list[frozenset[str]]]]:
    """The days on which a group meets the teacher, and who is out in each round it does."""
    for draft in before:
        rounds: Mapping[int, RoundRow] = {row.number: row for row in draft.proposal.rounds}
        group = next((one for one in draft.problem.groups if one.group_id == group_id), None)
        met = rounds_met(draft.problem, draft.proposal.visits).get(group_id, [])
        if group is not None and met:
            yield (
                draft.problem.day,
                [frozenset(students_out(group, rounds[number])) for number in met],
            )


def _tasks(group_id: int, before: Sequence[PlanDraft]) -> Iterator[str]:
    for draft in before:
        for (of_group, _), task in draft.tasks.items():
            if of_group == group_id:
                yield task
