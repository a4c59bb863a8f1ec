"""Everything Tomorrow knows of one class on one day, read in one go."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from plplanner.calendar.lesson_days import DaysWithoutLesson, why_no_lesson
from plplanner.calendar.queries import days_without_lesson, lesson_time, special_days
from plplanner.calendar.rows import LessonTime
from plplanner.calendar.school_days import (
    is_school_day,
    next_school_day,
    school_day_before,
    school_days_between,
)
from plplanner.gradebook.queries import last_added, newest_check
from plplanner.grouping.saved.queries import newest_groups, teacher_table_on
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.roster.queries import absent_on, pull_outs_on, students_of_class
from plplanner.roster.rows import PullOutRow, SchoolClassRow, StudentRow
from plplanner.rotation.carry_over import CarriedOver, carried_over
from plplanner.rotation.draft import draft_as_plan
from plplanner.rotation.drafting.queries import (
    day_to_draft,
    left_open,
    lesson_of_plan,
    needing_internet,
    scores_since,
)
from plplanner.rotation.fresh_draft import DayToDraft, FreshDraft, fresh_draft
from plplanner.rotation.next_turn import groups_with_teacher, last_day_ahead, next_turns
from plplanner.rotation.plan_checks import PlanChecks, check_plan, visits_of_plan
from plplanner.rotation.printed.queries import back_on
from plplanner.rotation.queries import last_planned_day, plan_on, plans_between
from plplanner.rotation.rows import LessonToPrint, LivedDay, PlanDraft, PlanRow, RotationProblem
from plplanner.rotation.stand_ins import without_adults_out
from plplanner.terms import PlanState, Weekday
from plplanner.ui.desk import Desk
from plplanner.ui.kit.moments import day_words
from plplanner.ui.missing_playlist import PlaylistGap, gap_in

if TYPE_CHECKING:  # few days need it
    from plplanner.rotation.fallen_days import FallenDay
    from plplanner.rotation.missed_lesson import MissedLesson
    from plplanner.rotation.moved_lesson import MovedLesson

# What a lesson left open counts from the next day on: no minute of the clock asks for all anew.
PLAN_TABLES = frozenset(
    {"rotation_plan", "round", "station", "station_visit", "small_group", "group_set"}
    | {"group_member", "score", "pull_out", "day_exception", "playlist", "playlist_item"}
    | {
        "playlist_assignment",
        "learning_resource",
        "student",
        "enrollment",
        "bell_period",
        "bell_schedule",
    }
    | {
        "assessment_standard",
        "school_class",
        "plan_guest",
        "own_seat",
        "working_devices",
        "lesson_frame",
        "lesson_on_day",
        "meeting_days",
        "attendance_mark",
        "day_template",
        "template_station",
    }
)


@record(frozen=True)
class Offered:
    """What is looked at before it is kept: its sign, from where it is, and what Undo calls it."""

    sign: str
    words: str
    label: str


@record(frozen=True)
class PlannedLesson:
    """A plan with all that stands around it; `draft` is there as long as nothing is saved.

    A draft that is only `offered` says from where; `template` names what a draft was made in the
    shape of. `notes` say what is not as it was there. `no_lesson` says why a day with a plan has
    none, `missed` what those missed who are back, `moved` at what other time its lesson is by now.
    `not_counted` are lessons whose turns a draft does not know. `lived` is what became of a lesson
    that is over.
    """

    plan: PlanRow
    problem: RotationProblem
    draft: PlanDraft | None
    newest: GroupSetRow | None
    checks: PlanChecks
    playlists: Mapping[int, PlaylistRow]
    students: tuple[StudentRow, ...]
    pull_outs: tuple[PullOutRow, ...]
    next_turns: Mapping[int, date]
    new_scores: tuple[int, str, date | None]
    gap: PlaylistGap | None = None
    needing_internet: Mapping[str, bool] = field(default_factory=dict)
    carried: tuple[CarriedOver, ...] = ()
    offered: Offered | None = None
    template: str = ""
    notes: tuple[str, ...] = ()
    called: frozenset[int] = frozenset()
    planned_ahead: tuple[PlanRow, ...] = ()
    fallen: "FallenDay | None" = None
    no_lesson: "NoLesson | None" = None
    missed: "MissedLesson | None" = None
    moved: "MovedLesson | None" = None
    not_counted: str = ""
    lived: LivedDay | None = None

    @property
    def has_newer_groups(self) -> bool:
        """Whether groups were made after this plan."""
        return self.newest is not None and self.newest.id != self.plan.group_set_id

    @property
    def absent(self) -> tuple[str, ...]:
        """The names of those known to be absent on that day."""
        return tuple(
            one.name for group in self.problem.groups for one in group.students if one.is_away
        )

    def to_print(self) -> LessonToPrint:
        """What its sheets are made from."""
        day = self.plan.day
        friday = day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday()))
        return LessonToPrint(
            plan=self.plan,
            students=self.students,
            pull_outs=self.pull_outs,
            playlists={key: (row, day, friday) for key, row in self.playlists.items()},
            called=self.called,
        )


@record(frozen=True)
class NoLesson:
    """Why there is nothing to plan: what is missing, and the day or room that goes on."""

    title: str
    reason: str
    act: str
    day: date | None = None
    room: str = ""


def lesson_on(
    desk: Desk,
    of: SchoolClassRow,
    day: date,
    *,
    zone: tzinfo | None,
    drafted: Callable[[DayToDraft], FreshDraft | None] = fresh_draft,
    today: date | None = None,
) -> PlannedLesson | NoLesson | None:
    """The saved plan of a day, else a draft from the newest groups, else what is missing.

    `zone` is where the teacher's days begin and end. `drafted` may answer None while it thinks:
    then there is nothing to show yet. Of a day before `today` it is told what became of it.
    """
    plan = desk.ask(plan_on, class_id=of.id, day=day)
    newest = desk.ask(newest_groups, class_id=of.id)
    if plan is not None:
        # A day without a plan does not wait for the tables of playlists.
        from plplanner.playlists.queries import playlists_of_groups  # noqa: PLC0415

        problem = without_adults_out(plan, desk.ask(lesson_of_plan, plan=plan))
        found = desk.ask(playlists_of_groups, group_ids=[g.group_id for g in plan.groups], day=day)
        playlists = {key: playlist for key, (playlist, _, _) in found.items()}
        kept = _around(desk, plan, problem, playlists, newest=newest, draft=None, zone=zone)
        is_over = plan.state is PlanState.TAUGHT or (today is not None and plan.day < today)
        return _looked_back_at(desk, kept) if is_over else kept
    without = desk.ask(days_without_lesson, class_id=of.id)
    if not is_school_day(day, without):
        return _day_off(desk, day, of.name, without)
    if newest is None or not newest.groups:
        return NoLesson(
            "Make groups first",
            "Tomorrow’s plan starts from small groups. Make them from any scores.",
            "Make groups",
            room="groups",
        )
    try:
        asked = desk.ask(day_to_draft, class_id=of.id, day=day, groups=newest)
        made = drafted(asked)
    except Problem as problem:
        return NoLesson(problem.what, problem.next_step, "Go to groups", room="groups")
    if made is None:
        return None
    shown = shown_draft(desk, of, made.draft, newest, asked.playlists, zone=zone)
    return replace(shown, template=made.template, notes=made.notes)


def _looked_back_at(desk: Desk, lesson: PlannedLesson) -> PlannedLesson:
    """A lesson that is over: what became of it, and nothing to mend any more."""
    from plplanner.rotation.lived.queries import lived_day  # noqa: PLC0415 - not at the start

    checks = replace(lesson.checks, to_look_at=(), quiet=())
    return replace(lesson, lived=desk.ask(lived_day, plan=lesson.plan), checks=checks, moved=None)


def shown_draft(
    desk: Desk,
    of: SchoolClassRow,
    draft: PlanDraft,
    groups: GroupSetRow,
    playlists: Mapping[int, PlaylistRow],
    *,
    zone: tzinfo | None,
) -> PlannedLesson:
    """A draft with all that stands around it."""
    plan = draft_as_plan(draft, groups=groups, of=of)
    return _around(desk, plan, draft.problem, playlists, newest=groups, draft=draft, zone=zone)


def _around(
    desk: Desk,
    plan: PlanRow,
    problem: RotationProblem,
    playlists: Mapping[int, PlaylistRow],
    *,
    newest: GroupSetRow | None,
    draft: PlanDraft | None,
    zone: tzinfo | None,
) -> PlannedLesson:
    # Asked only on a day without internet: what the library says of titles.
    known = desk.ask(needing_internet) if not plan.has_internet else {}
    students = tuple(desk.ask(students_of_class, class_id=plan.class_id))
    called = _called(desk, plan)
    names = tuple(row.name for row in students if row.id in called)
    off = desk.ask(days_without_lesson, class_id=plan.class_id)
    ahead = _planned_ahead(desk, plan, off)
    return PlannedLesson(
        plan=plan,
        problem=problem,
        draft=draft,
        newest=newest,
        checks=_on_special_day(
            check_plan(plan, problem, known, called=names, new=_new(plan, students)),
            off.labels.get(plan.day, ""),
        ),
        playlists=playlists,
        students=students,
        pull_outs=tuple(desk.ask(pull_outs_on, class_id=plan.class_id, day=plan.day)),
        next_turns=_next_turns(plan, problem, off, ahead),
        new_scores=_new_scores(desk, newest, zone, students=len(students)),
        gap=None if plan.is_own_ways else gap_in(desk, plan, playlists, newest=newest),
        carried=_carried(desk, plan),
        needing_internet=known,
        called=called,
        planned_ahead=ahead,
        fallen=_fallen(desk, plan) if plan.part else None,
        no_lesson=_without_lesson(desk, plan, off),
        missed=_missed(desk, plan, students),
        moved=_moved(desk, plan),
        not_counted=_not_counted(desk, plan, newest, off) if draft is not None else "",
    )


def _on_special_day(checks: PlanChecks, label: str) -> PlanChecks:
    """What else is quietly said: why the lesson is not as others."""
    special = (f"Special day: {label}",) if label else ()
    return replace(checks, quiet=(*special, *checks.quiet))


def _not_counted(
    desk: Desk, plan: PlanRow, groups: GroupSetRow | None, off: DaysWithoutLesson
) -> str:
    """That lessons before a drafted one have no plan, so that nobody knows who was met in them."""
    before = school_day_before(plan.day, off)
    if groups is None or before <= groups.created_on:
        return ""
    planned = desk.ask(last_planned_day, class_id=plan.class_id, before=plan.day)
    since = max(planned or groups.created_on, groups.created_on)
    lessons = school_days_between(since, before, off)
    if not lessons:
        return ""
    if lessons == 1:
        return f"Turns do not count {day_words(before)}: it has no plan."
    return f"Turns do not count the {lessons} lessons after {day_words(since)}: they have no plan."


def _without_lesson(desk: Desk, plan: PlanRow, off: DaysWithoutLesson) -> NoLesson | None:
    """Why a plan that is kept, and not a day of several, will not be held."""
    is_held = not plan.id or plan.part or plan.state is PlanState.TAUGHT
    if is_held or is_school_day(plan.day, off):
        return None
    return _day_off(desk, plan.day, plan.class_name, off)


def _new(plan: PlanRow, students: Sequence[StudentRow]) -> dict[int, str]:
    """Who has no line in a plan that was kept student by student."""
    if not plan.id or not plan.is_own_ways:
        return {}
    from plplanner.rotation.newcomers import without_line  # noqa: PLC0415 - few days need it

    names = {row.id: row.name for row in students}
    return {one: names[one] for one in without_line(plan, list(names))}


def _fallen(desk: Desk, plan: PlanRow) -> "FallenDay | None":
    # Few plans are a day of several: the others do not wait for it.
    from plplanner.ui.screens.rotation.fallen_day import fallen_of  # noqa: PLC0415

    return fallen_of(desk, plan) if plan.id else None


def _planned_ahead(desk: Desk, plan: PlanRow, off: DaysWithoutLesson) -> tuple[PlanRow, ...]:
    """The plans there are for the days to come, asked where a group has no turn on this one."""
    if groups_with_teacher(plan) >= {line.group_id for line in plan.together}:
        return ()
    first, last = plan.day + timedelta(days=1), last_day_ahead(plan.day, days_off=off)
    return tuple(desk.ask(plans_between, class_id=plan.class_id, first=first, last=last))


def _next_turns(
    plan: PlanRow, problem: RotationProblem, off: DaysWithoutLesson, ahead: Sequence[PlanRow]
) -> dict[int, date]:
    """When each group left out is met; who goes her own way is not thought ahead for."""
    visits = visits_of_plan(plan, problem)
    if len(plan.together) < len(plan.groups):
        ids = {line.group_id for line in plan.together}
        problem = replace(problem, groups=tuple(g for g in problem.groups if g.group_id in ids))
        visits = tuple(visit for visit in visits if visit.group_id in ids)
    if not problem.groups:
        return {}
    return next_turns(problem, plan.rounds, visits, days_off=off, kept=ahead)


def _carried(desk: Desk, plan: PlanRow) -> tuple[CarriedOver, ...]:
    """What the last lesson left open, as long as this one is not taught."""
    if plan.state is PlanState.TAUGHT:
        return ()
    last = desk.ask(left_open, class_id=plan.class_id, before=plan.day)
    return carried_over(last, plan) if last is not None else ()


def _missed(desk: Desk, plan: PlanRow, students: Sequence[StudentRow]) -> "MissedLesson | None":
    """The last lesson, where somebody who is expected now was absent; until this one is taught."""
    found = desk.ask(back_on, class_id=plan.class_id, day=plan.day)
    if not found or plan.state is PlanState.TAUGHT:
        return None
    # On most days nobody is back: they do not wait for it.
    from plplanner.rotation.missed_lesson import missed_lesson  # noqa: PLC0415

    away = desk.ask(absent_on, class_id=plan.class_id, day=plan.day)
    here = {row.id for row in students} & found - away
    last = desk.ask(last_planned_day, class_id=plan.class_id, before=plan.day)
    before = desk.ask(plan_on, class_id=plan.class_id, day=last) if here and last else None
    return missed_lesson(before, here) if before is not None else None


def _moved(desk: Desk, plan: PlanRow) -> "MovedLesson | None":
    """The time its lesson has by now, where a plan that is kept was made for another."""
    if not plan.id or plan.state is PlanState.TAUGHT:
        return None
    lesson = desk.ask(lesson_time, class_id=plan.class_id, day=plan.day)
    if lesson == LessonTime(plan.starts_at, plan.minutes):
        return None
    # On most days nothing moves: they do not wait for it.
    from plplanner.rotation.moved_lesson import moved_lesson  # noqa: PLC0415

    return moved_lesson(plan, lesson)


def _called(desk: Desk, plan: PlanRow) -> frozenset[int]:
    """Who is called to the teacher's table on that day, where the teacher keeps a list."""
    kept = desk.ask(teacher_table_on, class_id=plan.class_id, day=plan.day)
    groups = kept.groups if kept is not None else ()
    return frozenset(member.student_id for group in groups for member in group.members)


def _new_scores(
    desk: Desk, newest: GroupSetRow | None, zone: tzinfo | None, *, students: int
) -> tuple[int, str, date | None]:
    """Scores entered after the groups were made: how many, and on what.

    Groups remember their day only; of that day a newer check counts, which most have taken.
    """
    if newest is None:
        return 0, "", None
    moment = datetime.combine(newest.created_on, time.max, tzinfo=zone or UTC)
    found = desk.ask(scores_since, class_id=newest.class_id, moment=moment)
    rested_on, class_id = newest.assessment_id, newest.class_id
    if found[0] or rested_on is None or desk.ask(last_added, class_id=class_id) == rested_on:
        return found
    check = desk.ask(newest_check, class_id=class_id, students=students)
    if check is None or check.id <= rested_on:
        return found
    return check.scored, check.title, check.taken_on


def _day_off(desk: Desk, day: date, name: str, without: DaysWithoutLesson) -> NoLesson:
    special = next((row for row in desk.ask(special_days) if row.day == day), None)
    following = next_school_day(day, without)
    title, reason = f"No school on {day_words(day)}", "Nothing to plan for this day."
    if why := why_no_lesson(day, without):
        title, reason = f"{name} does not meet on {day_words(day)}", why
    elif special is not None:
        reason = special.label or reason
        if special.minutes != 0:
            title = f"{name} has no lesson on {day_words(day)}"
    return NoLesson(title, reason, f"Go to {day_words(following)}", day=following)
