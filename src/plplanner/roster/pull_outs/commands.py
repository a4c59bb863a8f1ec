"""What can be done with the times a student is out of the room each week."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.roster import PullOut, Student
from plplanner.roster.commands import add_pull_out
from plplanner.roster.rows import WeeklyPullOutRow
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Set when {name} is out of the room")
def set_pull_outs(
    session: Session,
    *,
    student_id: int,
    times: Collection[WeeklyPullOutRow],
    name: str,  # noqa: ARG001
) -> None:
    """A student leaves the room each week at these times and at no others.

    What stays as it was is left alone; `name` is what Undo says. Problem for a time that ends
    before it begins.
    """
    owner = saved_id(still_there(session, Student, student_id, what="student"))
    wanted = list(dict.fromkeys(times))
    for row in session.scalars(select(PullOut).where(PullOut.student_id == owner)).all():
        kept = WeeklyPullOutRow(Weekday(row.weekday), row.starts_at, row.ends_at, row.label)
        if kept in wanted:
            wanted.remove(kept)
        else:
            session.delete(row)
    for one in wanted:
        add_pull_out(
            session,
            student_id=owner,
            weekday=one.weekday,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            label=one.label,
        )
