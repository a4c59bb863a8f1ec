"""What can be done with the minutes of a lesson besides its rounds."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models import rotation as models
from plplanner.models.roster import SchoolClass
from plplanner.problems import Problem
from plplanner.rotation.rows import LessonFrame
from plplanner.store.fetch import still_there
from plplanner.store.step import step


@step("Set launch, close and moves")
def set_lesson_frame(session: Session, *, class_id: int, frame: LessonFrame) -> None:
    """Say what lessons of a class take besides their rounds, from now on.

    Plans that are kept stay as they are. Problem for fewer than 0 minutes.
    """
    still_there(session, SchoolClass, class_id, what="class")
    if min(frame.launch, frame.close, frame.move, frame.set_up) < 0:
        raise Problem("Minutes cannot be fewer than 0.", "Set each of them to 0 or more.")
    found = session.scalars(
        select(models.LessonFrame).where(models.LessonFrame.school_class_id == class_id)
    ).first()
    row = found or models.LessonFrame(school_class_id=class_id)
    row.launch, row.close = frame.launch, frame.close
    row.move, row.set_up = frame.move, frame.set_up
    session.add(row)
