"""What a bell schedule needs before it can be kept."""

from collections.abc import Collection, Sequence

from plplanner.calendar.rows import NewPeriod
from plplanner.problems import Problem


def refuse_bells(name: str, periods: Sequence[NewPeriod], *, taken: Collection[str]) -> None:
    """Problem without a name or a period, for a name `taken`, and for two periods of one name."""
    if not name:
        raise Problem("These bells have no name.", "Type one, such as “Regular day”.")
    if name.casefold() in {one.casefold() for one in taken}:
        raise Problem(f"There are bells called “{name}” already.", "Choose another name.")
    if not periods:
        raise Problem("These bells have no period.", "Write one on a line: “Period 1 8:00–8:50”.")
    seen: set[str] = set()
    for period in periods:
        if period.name.casefold() in seen:
            raise Problem(f"Two periods are called “{period.name}”.", "Give one another name.")
        seen.add(period.name.casefold())
