"""What a draft starts from: groups, stations, times, and who waits for the teacher."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from plplanner.calendar.queries import lesson_time
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.models.gradebook import Assessment, Score
from plplanner.models.grouping import GroupMember, SmallGroup
from plplanner.models.roster import AttendanceMark, Enrollment, PullOut
from plplanner.models.rotation import (
    LivedRound,
    PlanGuest,
    RotationPlan,
    Round,
    StationVisit,
    VisitOutcome,
)
from plplanner.playlists.choosing import playlist_for_level
from plplanner.playlists.rows import PlaylistRow
from plplanner.roster.queries import absent_on, pull_outs_on, students_of_class
from plplanner.rotation.adult_hours import on_day
from plplanner.rotation.carry_over import LeftOpen
from plplanner.rotation.devices.queries import devices_of_class
from plplanner.rotation.done.queries import tasks_done
from plplanner.rotation.frame.queries import lesson_frame
from plplanner.rotation.fresh_draft import DayToDraft
from plplanner.rotation.group_to_rotate import group_to_rotate
from plplanner.rotation.locked_cells import locked_cells
from plplanner.rotation.own_seats.queries import own_seats_on
from plplanner.rotation.pick_tasks import enough_stations
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rounds import own_lengths
from plplanner.rotation.rows import (
    GroupToRotate,
    PlanDraft,
    PlanRow,
    PullOutWindow,
    RotationProblem,
    StationToVisit,
)
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.rotation.templates.queries import template_on
from plplanner.rotation.who_was_met import ClassHistory, GroupMeeting, WeeklyOut, lessons_since_met
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    AttendanceKind,
    MasteryLevel,
    StationKind,
    VisitOutcomeKind,
    own_identity,
)


def rotation_problem(
    session: Session,
    *,
    class_id: int,
    day: date,
    groups: GroupSetRow,
    minutes: int | None = None,
    rounds: int | None = None,
    seed: int = 0,
) -> RotationProblem:
    """What a rotation of these groups on that day has to reckon with.

    A class with fewer stations than groups is offered the usual ones it lacks.
    """
    lesson = lesson_time(session, class_id=class_id, day=day)
    takes = lesson_frame(session, class_id=class_id)
    names = _names(session, class_id)
    away = absent_on(session, class_id=class_id, day=day)
    windows = _windows(session, class_id, day, names)
    waits = _lessons_since_teacher(session, class_id=class_id, before=day)
    seated = own_seats_on(session, class_id=class_id, day=day)
    elsewhere = {seat.student_id for seat in seated}
    done = tasks_done(session, class_id=class_id, before=day)
    return RotationProblem(
        day=day,
        starts_at=lesson.starts_at,
        minutes=lesson.minutes if minutes is None else minutes,
        groups=tuple(
            group_to_rotate(
                group.id,
                group.identity,
                group.level,
                students=[
                    one.student_id for one in group.members if one.student_id not in elsewhere
                ],
                windows=windows,
                waits=waits,
                names=names,
                away=away,
                done=done,
            )
            for group in groups.groups
        ),
        stations=enough_stations(
            on_day(stations_of_class(session, class_id=class_id), day), len(groups.groups)
        ),
        rounds=rounds,
        launch=takes.launch,
        close=takes.close,
        move=takes.move,
        set_up=takes.set_up,
        seed=seed,
        seated=seated,
        devices=devices_of_class(session, class_id=class_id, day=day).on_day,
    )


def playlists_for_groups(session: Session, *, groups: GroupSetRow) -> dict[int, PlaylistRow]:
    """The playlist that suits each small group (by id), where its standard has one."""
    if groups.standard_id is None:
        return {}
    # Groups without a standard do not wait for the tables of playlists and resources.
    from plplanner.playlists.queries import playlists  # noqa: PLC0415

    known = playlists(session)
    chosen = {
        group.id: playlist_for_level(known, standard_id=groups.standard_id, level=group.level)
        for group in groups.groups
    }
    return {group_id: playlist for group_id, playlist in chosen.items() if playlist is not None}


def playlists_of_draft(session: Session, *, draft: PlanDraft) -> dict[int, PlaylistRow]:
    """The playlist each line of a draft works on, by what the line is called in it."""
    if not draft.playlist_ids:
        return {}
    from plplanner.playlists.queries import playlists  # noqa: PLC0415 - as above

    known = {row.id: row for row in playlists(session)}
    return {line: known[one] for line, one in draft.playlist_ids.items() if one in known}


def lesson_of_plan(session: Session, *, plan: PlanRow) -> RotationProblem:
    """What a saved plan has to reckon with today: its groups, stations, times and pull-outs.

    A station the class no longer has keeps its words and gets a negative id.
    """
    names = _names(session, plan.class_id)
    away = absent_on(session, class_id=plan.class_id, day=plan.day)
    windows = _windows(session, plan.class_id, plan.day, names)
    waits = _lessons_since_teacher(session, class_id=plan.class_id, before=plan.day)
    ids = [line.group_id for line in plan.groups]
    found = session.scalars(select(SmallGroup).where(SmallGroup.id.in_(ids)))
    levels = {saved_id(group): MasteryLevel(group.level) for group in found}
    have = on_day(stations_of_class(session, class_id=plan.class_id), plan.day)
    return RotationProblem(
        day=plan.day,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        groups=tuple(
            group_to_rotate(
                line.group_id, line.identity, levels[line.group_id],
                students=line.student_ids, windows=windows, waits=waits, names=names, away=away,
                done={}, is_own_way=line.is_own_way,  # its tasks are picked
            )
            for line in plan.groups
        ),
        stations=(*have, *_stations_gone(plan, {station.name for station in have})),
        rounds=len(plan.rounds),
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
        devices=devices_of_class(session, class_id=plan.class_id, day=plan.day).on_day,
        set_up=lesson_frame(session, class_id=plan.class_id).set_up,
        lengths=own_lengths(plan.rounds),
        locked=locked_cells(plan),
    )  # fmt: skip


def lone_to_rotate(
    session: Session, *, class_id: int, day: date, lines: Mapping[int, tuple[int, MasteryLevel]]
) -> tuple[GroupToRotate, ...]:
    """Students by themselves as a rotation reckons with them.

    `lines` say by student id what her line is called and how far she is.
    """
    names = _names(session, class_id)
    away = absent_on(session, class_id=class_id, day=day)
    windows = _windows(session, class_id, day, names)
    waits = _lessons_since_teacher(session, class_id=class_id, before=day)
    done = tasks_done(session, class_id=class_id, before=day)
    return tuple(
        group_to_rotate(
            line, own_identity(names[student_id]), level,
            students=[student_id], windows=windows, waits=waits, names=names, away=away,
            done=done, is_own_way=True,
        )
        for student_id, (line, level) in lines.items()
    )  # fmt: skip


def day_to_draft(
    session: Session,
    *,
    class_id: int,
    day: date,
    groups: GroupSetRow,
    minutes: int | None = None,
    rounds: int | None = None,
) -> DayToDraft:
    """What a draft of a day rests on, with the template of its weekday where there is one.

    `rounds` None takes as many as fit, or as the template has; `minutes` as the lesson lasts.
    """
    return DayToDraft(
        rotation_problem(
            session, class_id=class_id, day=day, groups=groups, minutes=minutes, rounds=rounds
        ),
        groups.id,
        playlists_for_groups(session, groups=groups),
        template_on(session, class_id=class_id, day=day),
    )


def left_open(session: Session, *, class_id: int, before: date) -> LeftOpen | None:
    """What the last lesson before a day left open: not done, done partly, or in a round not held.

    None where nothing was, or nothing was said.
    """
    last = session.execute(
        select(RotationPlan.id, RotationPlan.day)
        .where(RotationPlan.school_class_id == class_id, RotationPlan.day < before)
        .order_by(RotationPlan.day.desc())
        .limit(1)
    ).first()
    if last is None:
        return None
    is_not_held = and_(LivedRound.is_held.is_(False), VisitOutcome.id.is_(None))
    found = session.execute(
        select(StationVisit.small_group_id, Round.number)
        .join(Round, Round.id == StationVisit.round_id)
        .outerjoin(VisitOutcome, VisitOutcome.station_visit_id == StationVisit.id)
        .outerjoin(LivedRound, LivedRound.round_id == Round.id)
        .where(
            Round.rotation_plan_id == last.id,
            or_(VisitOutcome.outcome != VisitOutcomeKind.DONE.value, is_not_held),
        )
    )
    cells = frozenset((group_id, number) for group_id, number in found)
    plan = plan_on(session, class_id=class_id, day=last.day) if cells else None
    return None if plan is None else LeftOpen(plan, cells)


def needing_internet(session: Session) -> dict[str, bool]:
    """Of every resource, by title, whether it needs internet; of two of a name, if one does."""
    # Asked on a day without internet only: no other waits for this table.
    from plplanner.models.library import LearningResource  # noqa: PLC0415

    found = session.execute(select(LearningResource.title, LearningResource.needs_internet))
    known: dict[str, bool] = {}
    for title, needs in found:
        known[title] = needs or known.get(title, False)
    return known


def scores_since(
    session: Session, *, class_id: int, moment: datetime
) -> tuple[int, str, date | None]:
    """How many scores of a class were entered after a moment; title and day of the last check.

    `moment` has its time zone.
    """
    found = session.execute(
        select(Assessment, func.count(Score.id))
        .join(Score, Score.assessment_id == Assessment.id)
        .where(Assessment.school_class_id == class_id, Score.entered_at > moment)
        .group_by(Assessment.id)
        .order_by(Assessment.position)
    ).all()
    if not found:
        return 0, "", None
    newest, _ = found[-1]
    return sum(count for _, count in found), newest.title, newest.taken_on


def _stations_gone(plan: PlanRow, names: set[str]) -> Iterable[StationToVisit]:
    visits = [visit for line in plan.groups for visit in line.visits if visit is not None]
    gone = {visit.station_name: visit for visit in visits if visit.station_name not in names}
    for place, visit in enumerate(gone.values(), start=1):
        yield StationToVisit(
            -place, visit.station_name, visit.station_kind, visit.place,
            when_done=plan.when_done, voice=visit.voice,
        )  # fmt: skip


def _names(session: Session, class_id: int) -> dict[int, str]:
    return {row.id: row.name for row in students_of_class(session, class_id=class_id)}


def _windows(
    session: Session, class_id: int, day: date, names: Mapping[int, str]
) -> defaultdict[int, list[PullOutWindow]]:
    windows: defaultdict[int, list[PullOutWindow]] = defaultdict(list)
    for out in pull_outs_on(session, class_id=class_id, day=day):
        window = PullOutWindow(names[out.student_id], out.starts_at, out.ends_at)
        windows[out.student_id].append(window)
    return windows


def _lessons_since_teacher(session: Session, *, class_id: int, before: date) -> dict[int, int]:
    """Per student: planned lessons since the last one in which she was with the teacher."""
    past = (RotationPlan.school_class_id == class_id, RotationPlan.day < before)
    held = session.execute(
        select(
            RotationPlan.id,
            RotationPlan.day,
            StationVisit.small_group_id,
            func.coalesce(LivedRound.starts_at, Round.starts_at),
            Round.minutes,
        )
        .join(Round, Round.rotation_plan_id == RotationPlan.id)
        .join(StationVisit, StationVisit.round_id == Round.id)
        .outerjoin(VisitOutcome, VisitOutcome.station_visit_id == StationVisit.id)
        .outerjoin(LivedRound, LivedRound.round_id == Round.id)
        .where(
            *past,
            StationVisit.station_kind == StationKind.TEACHER_LED.value,
            # A round that was not held, or in which nothing came about, was no meeting.
            func.coalesce(VisitOutcome.outcome, "") != VisitOutcomeKind.NOT.value,
            func.coalesce(LivedRound.is_held, True),
        )
    )
    meetings = [GroupMeeting(*row) for row in held]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for group_id, student_id in session.execute(
        select(GroupMember.small_group_id, GroupMember.student_id).where(
            GroupMember.small_group_id.in_({one.group_id for one in meetings})
        )
    ):
        members[group_id].append(student_id)
    guests = session.execute(
        select(PlanGuest.rotation_plan_id, PlanGuest.student_id, PlanGuest.small_group_id)
        .join(RotationPlan, RotationPlan.id == PlanGuest.rotation_plan_id)
        .where(*past)
    )
    history = ClassHistory(
        days=session.scalars(
            select(RotationPlan.day).where(*past).order_by(RotationPlan.day.desc())
        ).all(),
        meetings=meetings,
        members=members,
        guests={(plan_id, student_id): group_id for plan_id, student_id, group_id in guests},
        absent=_absences(session, class_id),
        came=_arrivals(session, class_id),
        outs=_weekly_outs(session, class_id),
    )
    return lessons_since_met(history)


def _absences(session: Session, class_id: int) -> frozenset[tuple[int, date]]:
    found = session.execute(
        select(AttendanceMark.student_id, AttendanceMark.day)
        .join(Enrollment, Enrollment.student_id == AttendanceMark.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            AttendanceMark.kind == AttendanceKind.ABSENT.value,
        )
    )
    return frozenset((student_id, day) for student_id, day in found)


def _arrivals(session: Session, class_id: int) -> dict[tuple[int, date], time]:
    found = session.execute(
        select(AttendanceMark.student_id, AttendanceMark.day, AttendanceMark.came_at)
        .join(Enrollment, Enrollment.student_id == AttendanceMark.student_id)
        .where(
            Enrollment.school_class_id == class_id,
            AttendanceMark.kind == AttendanceKind.LATE.value,
            AttendanceMark.came_at.is_not(None),
        )
    )
    return {(one, day): came for one, day, came in found if came is not None}


def _weekly_outs(session: Session, class_id: int) -> dict[int, list[WeeklyOut]]:
    found = session.execute(
        select(PullOut.student_id, PullOut.weekday, PullOut.starts_at, PullOut.ends_at)
        .join(Enrollment, Enrollment.student_id == PullOut.student_id)
        .where(Enrollment.school_class_id == class_id)
    )
    outs: defaultdict[int, list[WeeklyOut]] = defaultdict(list)
    for student_id, weekday, starts_at, ends_at in found:
        outs[student_id].append((weekday, starts_at, ends_at))
    return outs
