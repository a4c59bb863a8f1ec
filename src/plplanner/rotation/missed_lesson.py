"""Who is back after missing the last lesson, and what was done in it meanwhile."""

from collections.abc import Collection

from plplanner.records import record
from plplanner.rotation.rows import PlanRow
from plplanner.terms import StationKind


@record(frozen=True)
class MissedLesson:
    """The lesson of a day, who missed it, and what she would have done where it is one student.

    `with_teacher` are those of the `tasks` that were with the teacher.
    """

    plan: PlanRow
    student_ids: tuple[int, ...]
    tasks: tuple[str, ...] = ()
    with_teacher: tuple[str, ...] = ()


def missed_lesson(before: PlanRow, back: Collection[int]) -> MissedLesson | None:
    """What those who are back missed in the lesson before; None where nobody of it is back."""
    lines = {
        student_id: line
        for line in before.groups
        for student_id in line.student_ids
        if student_id in back
    }
    if not lines:
        return None
    ids = tuple(sorted(lines))
    if len(ids) > 1:
        return MissedLesson(before, ids)
    visits = [one for one in lines[ids[0]].visits if one is not None and one.task]
    led = [one.task for one in visits if one.station_kind is StationKind.TEACHER_LED]
    tasks = tuple(dict.fromkeys(one.task for one in visits))
    return MissedLesson(before, ids, tasks, tuple(dict.fromkeys(led)))


def catch_up_task(missed: MissedLesson) -> str:
    """What one who is back could do at a seat of her own: what she missed, without the teacher."""
    alone = [one for one in missed.tasks if one not in missed.with_teacher]
    return f"Catch up: {', '.join(alone)}" if alone else "Catch up on the last lesson"
