"""What is remembered of the paper of a lesson."""

import json
from datetime import date

from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import (
    PrintedLesson,
)
from plplanner.rotation.rows import PrintedPieces
from plplanner.store.fetch import still_there
from plplanner.store.step import step

_DAYS = 10_000_000  # more than there are days to count


@step("Print sheets")
def note_printed(session: Session, *, class_id: int, day: date, printed: PrintedPieces) -> None:
    """Remember what was printed or saved of a lesson; pieces printed earlier stay remembered."""
    still_there(session, SchoolClass, class_id, what="class")
    row_id = class_id * _DAYS + day.toordinal()
    row = session.get(PrintedLesson, row_id)
    before = json.loads(row.pieces) if row is not None else {}
    row = row or PrintedLesson(id=row_id, school_class_id=class_id, day=day)
    row.pieces = json.dumps({**before, **printed.pieces}, sort_keys=True)
    row.qr_codes, row.second_language = printed.qr_codes, printed.second_language
    session.add(row)
    session.flush()
