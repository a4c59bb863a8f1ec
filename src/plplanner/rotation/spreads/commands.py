"""What can be done with a rotation that is spread over days."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.rotation import RotationPlan, Round, StationVisit
from plplanner.playlists.commands import assign_to_groups
from plplanner.playlists.queries import playlists_of_groups
from plplanner.problems import Problem
from plplanner.rotation.own_seats.commands import seat_in_plan
from plplanner.store.fetch import still_there
from plplanner.store.step import step
from plplanner.terms import PlanState, Weekday


@step("Move the rest of the rotation on")
def move_plans(session: Session, *, days: Mapping[int, date]) -> None:
    """Put plans, by id, on other days, with the cards their groups have.

    Problem when one was taught, or another plan has the day.
    """
    plans = [still_there(session, RotationPlan, one, what="plan") for one in days]
    for plan in plans:
        if plan.state == PlanState.TAUGHT:
            raise Problem(
                f"The plan of {plan.day:%A}, {plan.day:%B} {plan.day.day} has been taught already.",
                "Choose another day.",
            )
    # The last one first: in passing no two are on one day.
    for plan in sorted(plans, key=lambda one: days[one.id], reverse=True):
        to = days[plan.id]
        if to != plan.day:
            _refuse_taken(session, plan, to)
            _take_cards_along(session, plan, to)
            plan.day = to
            session.add(plan)
            session.flush()
            seat_in_plan(session, plan_id=plan.id)


def _refuse_taken(session: Session, plan: RotationPlan, day: date) -> None:
    there = select(RotationPlan.id).where(
        RotationPlan.school_class_id == plan.school_class_id, RotationPlan.day == day
    )
    if session.scalars(there).first() is not None:
        raise Problem(
            f"{day:%A}, {day:%B} {day.day} has a plan already.", "Remove that plan first."
        )


def _take_cards_along(session: Session, plan: RotationPlan, day: date) -> None:
    """Cards are given until Friday: in another week they are given again."""
    visits = select(StationVisit.small_group_id).join(Round, Round.id == StationVisit.round_id)
    ids = set(session.scalars(visits.where(Round.rotation_plan_id == plan.id)))
    given = playlists_of_groups(session, group_ids=ids, day=plan.day)
    there = playlists_of_groups(session, group_ids=ids, day=day)
    missing = {one: row.id for one, (row, _, _) in given.items() if one not in there}
    if missing:
        friday = day + timedelta(days=max(0, Weekday.FRIDAY - day.weekday()))
        assign_to_groups(session, playlists=missing, starts_on=day, ends_on=friday)
