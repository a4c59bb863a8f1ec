"""What can be done for a day that somebody else teaches."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import RotationPlan, SubstituteWords
from plplanner.rotation.lived.commands import let_stand_in, take_back_stand_ins
from plplanner.rotation.rows import SUBSTITUTE
from plplanner.rotation.rows import SubstituteWords as Words
from plplanner.store.fetch import still_there
from plplanner.store.step import step


@step("Hand the day to a substitute")
def hand_to_substitute(
    session: Session, *, plan_id: int, tasks: Mapping[tuple[int, int], str]
) -> None:
    """A substitute teaches this lesson: `tasks`, by (group id, round number), stand in.

    What was planned is kept, and nobody counts as having met the teacher there.
    """
    let_stand_in(session, plan_id=plan_id, why=SUBSTITUTE, tasks=tasks, says="")
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.has_substitute = True
    session.add(plan)
    session.flush()


@step("Teach the day myself")
def teach_it_myself(session: Session, *, plan_id: int) -> None:
    """No substitute after all: what was planned is there again."""
    take_back_stand_ins(session, plan_id=plan_id, why=SUBSTITUTE, says="")
    plan = still_there(session, RotationPlan, plan_id, what="plan")
    plan.has_substitute = False
    session.add(plan)
    session.flush()


@step("Write for a substitute")
def write_for_substitute(session: Session, *, class_id: int, words: Words) -> None:
    """Keep what a substitute should know of a class."""
    still_there(session, SchoolClass, class_id, what="class")
    found = session.scalars(
        select(SubstituteWords).where(SubstituteWords.school_class_id == class_id)
    ).first()
    row = found or SubstituteWords(school_class_id=class_id)
    row.where_things, row.routines = words.where_things.strip(), words.routines.strip()
    row.help_from, row.spare_day = words.help_from.strip(), words.spare_day.strip()
    session.add(row)
    session.flush()
