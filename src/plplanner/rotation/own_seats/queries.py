"""What can be seen of seats of one's own."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.rotation import OwnSeat
from plplanner.roster.queries import students_of_class
from plplanner.rotation.rows import OwnSeatRow


def own_seats_on(session: Session, *, class_id: int, day: date) -> tuple[OwnSeatRow, ...]:
    """Who of a class works at a seat of her own on a day, in the order of the class."""
    found = {
        seat.student_id: seat
        for seat in session.scalars(
            select(OwnSeat).where(
                OwnSeat.school_class_id == class_id,
                OwnSeat.starts_on <= day,
                OwnSeat.ends_on >= day,
            )
        )
    }
    if not found:  # as on most days: no list of names is asked for
        return ()
    return tuple(
        OwnSeatRow(
            row.id, row.name, found[row.id].starts_on, found[row.id].ends_on, found[row.id].task,
            found[row.id].playlist_id,
        )
        for row in students_of_class(session, class_id=class_id)
        if row.id in found
    )  # fmt: skip
