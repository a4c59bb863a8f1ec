"""When a class meets and what its lessons take, as it is and as the teacher wants it."""

from plplanner.calendar.commands import set_lesson_on_day, set_meeting_days
from plplanner.calendar.queries import meeting_days, own_lesson_time
from plplanner.calendar.rows import LessonTime, MeetingDays
from plplanner.records import record
from plplanner.rotation.frame.commands import set_lesson_frame
from plplanner.rotation.frame.queries import lesson_frame
from plplanner.rotation.rows import LessonFrame
from plplanner.ui.desk import StepSession
from plplanner.ui.lesson_time import MeetsAt, lesson_time_now, meet_at
from plplanner.ui.stage import Stage


@record(frozen=True)
class LessonSetUp:
    """The time of ordinary days and of the day that is shown alone (None: as on others).

    0 minutes on that day are no lesson.
    """

    usual: MeetsAt
    on_day: LessonTime | None
    meeting: MeetingDays
    frame: LessonFrame


def set_up_now(stage: Stage) -> LessonSetUp | None:
    """As it is for the class on the rail and the day that is shown; None without a class."""
    class_id, day, ask = stage.choice.class_id, stage.choice.day, stage.desk.ask
    usual = lesson_time_now(stage)
    if class_id is None or usual is None:
        return None
    return LessonSetUp(
        usual=usual,
        on_day=ask(own_lesson_time, class_id=class_id, day=day),
        meeting=ask(meeting_days, class_id=class_id),
        frame=ask(lesson_frame, class_id=class_id),
    )


def keep_set_up(stage: Stage, wanted: LessonSetUp) -> bool:
    """Keep what changed as one step; False when nothing did."""
    of, day, before = stage.choice.school_class, stage.choice.day, set_up_now(stage)
    if of is None or before is None or wanted == before:
        return False

    def keep(session: StepSession) -> bool:
        if wanted.usual != before.usual:
            meet_at(session, of, wanted.usual)
        if wanted.on_day != before.on_day:
            set_lesson_on_day(session, class_id=of.id, day=day, lesson=wanted.on_day)
        if wanted.meeting != before.meeting:
            set_meeting_days(session, class_id=of.id, meeting=wanted.meeting)
        if wanted.frame != before.frame:
            set_lesson_frame(session, class_id=of.id, frame=wanted.frame)
        return True

    return bool(stage.desk.do_together("Set the lesson time", keep))
