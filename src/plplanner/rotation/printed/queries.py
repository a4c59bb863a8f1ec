"""What paper needs of a lesson, and what was printed of it."""

import json
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.grouping.saved.queries import teacher_table_on
from plplanner.models.rotation import PrintedLesson, RotationPlan
from plplanner.roster.queries import absent_on, pull_outs_on, students_of_class
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import ForSubstitute, LessonToPrint, PrintedPieces


def lesson_to_print(session: Session, *, class_id: int, day: date) -> LessonToPrint | None:
    """The saved plan of a day with all that its sheets need; None when there is no plan."""
    plan = plan_on(session, class_id=class_id, day=day)
    if plan is None:
        return None
    # The first screen asks here whether anything was printed: it does not wait for these tables.
    from plplanner.playlists.queries import playlists_of_groups  # noqa: PLC0415

    group_ids = [group.group_id for group in plan.groups]
    table = teacher_table_on(session, class_id=class_id, day=day)
    return LessonToPrint(
        plan=plan,
        students=tuple(students_of_class(session, class_id=class_id)),
        pull_outs=tuple(pull_outs_on(session, class_id=class_id, day=day)),
        playlists=playlists_of_groups(session, group_ids=group_ids, day=day),
        absent=absent_on(session, class_id=class_id, day=day),
        back=back_on(session, class_id=class_id, day=day),
        called=frozenset(member.student_id for group in table.groups for member in group.members)
        if table
        else frozenset(),
        for_substitute=_told(session, class_id, day) if plan.has_substitute else None,
    )


def back_on(session: Session, *, class_id: int, day: date) -> frozenset[int]:
    """Who was absent in the last lesson before a day; nobody where it is the first."""
    before = session.scalars(
        select(func.max(RotationPlan.day)).where(
            RotationPlan.school_class_id == class_id, RotationPlan.day < day
        )
    ).one()
    return absent_on(session, class_id=class_id, day=before) if before else frozenset()


def _told(session: Session, class_id: int, day: date) -> ForSubstitute:
    # The first screen asks here too: it does not wait for rules that few days need.
    from plplanner.rotation.substitute.queries import for_substitute  # noqa: PLC0415

    return for_substitute(session, class_id=class_id, day=day)


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
