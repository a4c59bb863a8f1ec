"""What can be done with bell schedules."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.calendar.bells.checks import refuse_bells
from plplanner.calendar.rows import NewPeriod
from plplanner.models.calendar import BellPeriod, BellSchedule
from plplanner.models.roster import SchoolClass
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Keep the bells “{name}”")
def keep_bell_schedule(
    session: Session,
    *,
    name: str,
    periods: Sequence[NewPeriod],
    weekdays: Collection[Weekday] = (),
    schedule_id: int | None = None,
) -> int:
    """Write a bell schedule, a new one or that of `schedule_id`; returns its id.

    It rings every week on its weekdays, and no other does then. A class stays in the period of the
    same name, or of the same times; one whose period is gone keeps the time it had. Problem as
    `refuse_bells`.
    """
    others = session.scalars(
        select(BellSchedule.name).where(BellSchedule.is_kept, BellSchedule.id != (schedule_id or 0))
    )
    refuse_bells(name.strip(), periods, taken=list(others))
    row = BellSchedule(name="", is_kept=True)
    if schedule_id is not None:
        row = still_there(session, BellSchedule, schedule_id, what="bell schedule")
    row.name = name.strip()
    row.weekdays = "".join(str(int(one)) for one in sorted(weekdays))
    session.add(row)
    session.flush()
    _let_others_rest(session, row)
    _set_periods(session, row, periods)
    return saved_id(row)


@step("Remove the bells “{name}”")
def remove_bell_schedule(
    session: Session,
    *,
    schedule_id: int,
    name: str,  # noqa: ARG001
) -> None:
    """Take a bell schedule off the list. Classes keep their times, special days their bells."""
    row = still_there(session, BellSchedule, schedule_id, what="bell schedule")
    row.is_kept, row.weekdays = False, ""
    session.add(row)


def _let_others_rest(session: Session, row: BellSchedule) -> None:
    """On each day of the week one schedule rings at most."""
    others = session.scalars(select(BellSchedule).where(BellSchedule.id != row.id))
    for other in others:
        other.weekdays = "".join(one for one in other.weekdays if one not in row.weekdays)
        session.add(other)


def _set_periods(session: Session, row: BellSchedule, periods: Sequence[NewPeriod]) -> None:
    before = list(
        session.scalars(select(BellPeriod).where(BellPeriod.bell_schedule_id == saved_id(row)))
    )
    pairs = _same_periods(before, periods)
    gone = [one for one in before if one not in [kept for kept, _ in pairs]]
    _let_go(session, gone)
    for kept, wanted in pairs:
        kept.name, kept.starts_at, kept.minutes = wanted.name, wanted.starts_at, wanted.minutes
        session.add(kept)
    taken = [wanted for _, wanted in pairs]
    session.add_all(
        BellPeriod(
            bell_schedule_id=saved_id(row),
            name=one.name,
            starts_at=one.starts_at,
            minutes=one.minutes,
        )
        for one in periods
        if one not in taken
    )
    session.flush()


def _same_periods(
    before: Sequence[BellPeriod], wanted: Sequence[NewPeriod]
) -> list[tuple[BellPeriod, NewPeriod]]:
    """Which period is which: by its name, and of those left by its times."""
    names = {one.name.casefold(): one for one in before}
    pairs = [(names[one.name.casefold()], one) for one in wanted if one.name.casefold() in names]
    found, known = [one for one, _ in pairs], [one for _, one in pairs]
    times = {(one.starts_at, one.minutes): one for one in before if one not in found}
    left = [one for one in wanted if one not in known]
    for one in left:
        old = times.pop((one.starts_at, one.minutes), None)
        if old is not None:
            pairs.append((old, one))
    return pairs


def _let_go(session: Session, gone: Sequence[BellPeriod]) -> None:
    """Periods that are no more; one a class is in becomes the time of its own."""
    in_use = set(session.scalars(select(SchoolClass.bell_period_id)))
    for period in gone:
        if period.id in in_use:
            own = BellSchedule(name=period.name)
            session.add(own)
            session.flush()
            period.bell_schedule_id = saved_id(own)
            session.add(period)
        else:
            session.delete(period)
    session.flush()
