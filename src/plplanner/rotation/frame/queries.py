"""What a lesson of a class takes besides its rounds."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models import rotation as models
from plplanner.rotation.rows import LessonFrame


def lesson_frame(session: Session, *, class_id: int) -> LessonFrame:
    """Launch, close, move and set-up of a class, as usual where nothing was said."""
    row = models.LessonFrame
    found = session.execute(
        select(row.launch, row.close, row.move, row.set_up).where(row.school_class_id == class_id)
    ).first()
    return LessonFrame(*found) if found is not None else LessonFrame()
