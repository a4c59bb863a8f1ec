"""What can be seen of rotations: saved plans, and what a new plan would start from."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.calendar.queries import lesson_time
from plplanner.grouping.rows import GroupSetRow
from plplanner.models.gradebook import Assessment, Score
from plplanner.models.grouping import GroupMember, SmallGroup
from plplanner.models.library import LearningResource
from plplanner.models.roster import AttendanceMark, Enrollment, PullOut, SchoolClass
from plplanner.models.rotation import (
    LessonRun,
    LivedRound,
    PlanGuest,
    PrintedLesson,
    QuickNote,
    RotationPlan,
    Round,
    Station,
    StationVisit,
    VisitOutcome,
)
from plplanner.playlists.choosing import playlist_for_level
from plplanner.playlists.queries import playlists, playlists_of_groups
from plplanner.playlists.rows import PlaylistRow
from plplanner.roster.queries import absent_on, pull_outs_on, students_of_class
from plplanner.rotation.group_to_rotate import group_to_rotate
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.rows import (
    LessonTimes,
    LessonToPrint,
    PlanGroupRow,
    PlanRow,
    PrintedPieces,
    PullOutWindow,
    QuickNoteRow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    TimedRound,
    VisitRow,
)
from plplanner.rotation.who_was_met import (
    ClassHistory,
    GroupMeeting,
    WeeklyOut,
    lessons_since_met,
)
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    AttendanceKind,
    MasteryLevel,
    NoteKind,
    PlanState,
    StationKind,
    VisitOutcomeKind,
    group_identity,
)


def stations_of_class(session: Session, *, class_id: int) -> list[StationToVisit]:
    """The stations of a class in the teacher's order."""
    found = session.scalars(
        select(Station)
        .where(Station.school_class_id == class_id)
        .order_by(Station.position, Station.id)
    )
    return [
        StationToVisit(
            station_id=saved_id(row),
            name=row.name,
            kind=StationKind(row.kind),
            place=row.place,
            seats=row.seats,
            when_done=row.when_done,
            adult=row.adult,
        )
        for row in found
    ]


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
    names = _names(session, class_id)
    away = absent_on(session, class_id=class_id, day=day)
    windows = _windows(session, class_id, day, names)
    waits = _lessons_since_teacher(session, class_id=class_id, before=day)
    return RotationProblem(
        day=day,
        starts_at=lesson.starts_at,
        minutes=lesson.minutes if minutes is None else minutes,
        groups=tuple(
            group_to_rotate(
                group.id,
                group.identity,
                group.level,
                students=[member.student_id for member in group.members],
                windows=windows,
                waits=waits,
                names=names,
                away=away,
            )
            for group in groups.groups
        ),
        stations=_enough_stations(
            stations_of_class(session, class_id=class_id), len(groups.groups)
        ),
        rounds=rounds,
        seed=seed,
    )


def playlists_for_groups(session: Session, *, groups: GroupSetRow) -> dict[int, PlaylistRow]:
    """The playlist that suits each small group (by id), where its standard has one."""
    if groups.standard_id is None:
        return {}
    known = playlists(session)
    chosen = {
        group.id: playlist_for_level(known, standard_id=groups.standard_id, level=group.level)
        for group in groups.groups
    }
    return {group_id: playlist for group_id, playlist in chosen.items() if playlist is not None}


def plan_on(session: Session, *, class_id: int, day: date) -> PlanRow | None:
    """The saved plan of a class for a day; None when there is none."""
    plan = session.scalars(
        select(RotationPlan).where(
            RotationPlan.school_class_id == class_id, RotationPlan.day == day
        )
    ).first()
    if plan is None:
        return None
    school_class = session.get_one(SchoolClass, class_id)
    rounds = session.scalars(
        select(Round).where(Round.rotation_plan_id == plan.id).order_by(Round.number)
    ).all()
    return PlanRow(
        id=saved_id(plan),
        class_id=class_id,
        class_name=school_class.name,
        subject=school_class.subject,
        day=plan.day,
        state=PlanState(plan.state),
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        rounds=tuple(RoundRow(row.number, row.starts_at, row.minutes) for row in rounds),
        groups=_plan_groups(session, rounds),
        when_done=plan.when_done,
        group_set_id=plan.group_set_id,
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
        has_internet=plan.has_internet,
    )


def lesson_to_print(session: Session, *, class_id: int, day: date) -> LessonToPrint | None:
    """The saved plan of a day with all that its sheets need; None when there is no plan."""
    plan = plan_on(session, class_id=class_id, day=day)
    if plan is None:
        return None
    group_ids = [group.group_id for group in plan.groups]
    return LessonToPrint(
        plan=plan,
        students=tuple(students_of_class(session, class_id=class_id)),
        pull_outs=tuple(pull_outs_on(session, class_id=class_id, day=day)),
        playlists=playlists_of_groups(session, group_ids=group_ids, day=day),
        absent=absent_on(session, class_id=class_id, day=day),
    )


def printed_pieces(session: Session, *, class_id: int, day: date) -> PrintedPieces | None:
    """What was last printed or saved of a lesson; None when nothing was."""
    row = session.scalars(
        select(PrintedLesson).where(
            PrintedLesson.school_class_id == class_id, PrintedLesson.day == day
        )
    ).first()
    if row is None:
        return None
    return PrintedPieces(json.loads(row.pieces), row.qr_codes, row.second_language)


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
    have = stations_of_class(session, class_id=plan.class_id)
    return RotationProblem(
        day=plan.day,
        starts_at=plan.starts_at,
        minutes=plan.minutes,
        groups=tuple(
            group_to_rotate(
                line.group_id, line.identity, levels[line.group_id],
                students=line.student_ids, windows=windows, waits=waits, names=names, away=away,
            )
            for line in plan.groups
        ),
        stations=(*have, *_stations_gone(plan, {station.name for station in have})),
        rounds=len(plan.rounds),
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
    )  # fmt: skip


def needing_internet(session: Session) -> dict[str, bool]:
    """Of every resource, by title, whether it needs internet; of two of a name, if one does."""
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


def plans_between(session: Session, *, class_id: int, first: date, last: date) -> list[PlanRow]:
    """The saved plans of a class from `first` to `last`, earliest first."""
    days = session.scalars(
        select(RotationPlan.day)
        .where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.day >= first,
            RotationPlan.day <= last,
        )
        .order_by(RotationPlan.day)
    ).all()
    plans = (plan_on(session, class_id=class_id, day=day) for day in days)
    return [plan for plan in plans if plan is not None]


def last_plan_of_weekday(session: Session, *, class_id: int, before: date) -> PlanRow | None:
    """The last saved plan of the weekday of `before`, on an earlier day; None without one."""
    days = session.scalars(
        select(RotationPlan.day)
        .where(RotationPlan.school_class_id == class_id, RotationPlan.day < before)
        .order_by(RotationPlan.day.desc())
    )
    day = next((one for one in days if one.weekday() == before.weekday()), None)
    return plan_on(session, class_id=class_id, day=day) if day is not None else None


def lesson_times(session: Session, *, plan: PlanRow) -> LessonTimes:
    """The clock of a lesson as it stands: as planned, with all that was moved since."""
    times = planned_times(plan)
    run = session.scalars(select(LessonRun).where(LessonRun.rotation_plan_id == plan.id)).first()
    if run is None:
        return times
    found = session.execute(
        select(Round.number, LivedRound)
        .join(LivedRound, LivedRound.round_id == Round.id)
        .where(Round.rotation_plan_id == plan.id)
        .order_by(Round.number)
    )
    return replace(
        times,
        close=run.close,
        paused_since=run.paused_since,
        launched_at=run.launched_at,
        rounds=tuple(
            TimedRound(number, row.starts_at, row.ends_at) for number, row in found if row.is_held
        ),
    )


def outcomes_of(session: Session, *, plan_id: int) -> dict[tuple[int, int], VisitOutcomeKind]:
    """How far each group came, by (group id, round number); nothing where nothing was said."""
    found = session.execute(
        select(StationVisit.small_group_id, Round.number, VisitOutcome.outcome)
        .join(VisitOutcome, VisitOutcome.station_visit_id == StationVisit.id)
        .join(Round, Round.id == StationVisit.round_id)
        .where(Round.rotation_plan_id == plan_id)
    )
    return {(group, number): VisitOutcomeKind(outcome) for group, number, outcome in found}


def notes_on(session: Session, *, class_id: int, day: date) -> list[QuickNoteRow]:
    """The notes written in a class on a day, the newest first."""
    found = session.scalars(
        select(QuickNote)
        .where(QuickNote.school_class_id == class_id, QuickNote.day == day)
        .order_by(QuickNote.written_at.desc(), QuickNote.id.desc())
    )
    return [
        QuickNoteRow(saved_id(row), row.about, row.written_at, row.words, NoteKind(row.kind))
        for row in found
    ]


def _stations_gone(plan: PlanRow, names: set[str]) -> Iterable[StationToVisit]:
    visits = [visit for line in plan.groups for visit in line.visits if visit is not None]
    gone = {visit.station_name: visit for visit in visits if visit.station_name not in names}
    for place, visit in enumerate(gone.values(), start=1):
        yield StationToVisit(
            -place, visit.station_name, visit.station_kind, visit.place, when_done=plan.when_done
        )


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


def _enough_stations(have: list[StationToVisit], groups: int) -> tuple[StationToVisit, ...]:
    names = {station.name for station in have}
    usual = [station for station in default_stations(groups) if station.name not in names]
    missing = max(0, groups - len(have))
    return (
        *have,
        *(
            StationToVisit(-place, one.name, one.kind, one.place, one.seats, one.when_done)
            for place, one in enumerate(usual[:missing], start=1)
        ),
    )


def _lessons_since_teacher(session: Session, *, class_id: int, before: date) -> dict[int, int]:
    """Per student: planned lessons since the last one in which she was with the teacher."""
    past = (RotationPlan.school_class_id == class_id, RotationPlan.day < before)
    held = session.execute(
        select(
            RotationPlan.id,
            RotationPlan.day,
            StationVisit.small_group_id,
            Round.starts_at,
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


def _plan_groups(session: Session, rounds: Sequence[Round]) -> tuple[PlanGroupRow, ...]:
    numbers = {saved_id(row): row.number for row in rounds}
    visits: defaultdict[int, dict[int, VisitRow]] = defaultdict(dict)
    for visit in session.scalars(select(StationVisit).where(StationVisit.round_id.in_(numbers))):
        number = numbers[visit.round_id]
        visits[visit.small_group_id][number] = VisitRow(
            number,
            visit.station_name,
            StationKind(visit.station_kind),
            visit.place,
            visit.task,
            stand_in=visit.stand_in or "",
            planned_task=visit.planned_task or "",
            planned_kind=StationKind(visit.planned_kind) if visit.planned_kind else None,
        )
    members: defaultdict[int, list[int]] = defaultdict(list)
    guests = _guests(session, rounds)
    for member in session.scalars(
        select(GroupMember).where(GroupMember.small_group_id.in_(visits))
    ):
        with_group = guests.get(member.student_id, member.small_group_id)
        members[with_group].append(member.student_id)
    groups = session.scalars(
        select(SmallGroup).where(SmallGroup.id.in_(visits)).order_by(SmallGroup.position)
    )
    return tuple(
        PlanGroupRow(
            group_id=saved_id(group),
            identity=group_identity(group.identity),
            student_ids=tuple(sorted(members[saved_id(group)])),
            visits=tuple(visits[saved_id(group)].get(row.number) for row in rounds),
        )
        for group in groups
    )


def _guests(session: Session, rounds: Sequence[Round]) -> dict[int, int]:
    """With which group a student works that day, where it is not her own."""
    plan_ids = {row.rotation_plan_id for row in rounds}
    found = session.scalars(select(PlanGuest).where(PlanGuest.rotation_plan_id.in_(plan_ids)))
    return {guest.student_id: guest.small_group_id for guest in found}
