"""How many can come to the teacher in one lesson."""

from plplanner.rotation.rows import RotationProblem, StationToVisit
from plplanner.rotation.worth_a_look import LARGEST_AT_TEACHER_TABLE
from plplanner.terms import StationKind


def table_turns(problem: RotationProblem, rounds: int) -> int:
    """In so many rounds one group at each table at a time; of single students, as it seats."""
    tables = [row for row in problem.stations if row.kind is StationKind.TEACHER_LED]
    if all(group.is_own_way for group in problem.groups):
        return rounds * sum(seats_at(row) or 0 for row in tables)
    return rounds * len(tables)


def seats_at(station: StationToVisit) -> int | None:
    """How many students it takes at once; None for as many as come.

    A teacher table without a limit takes six.
    """
    if station.kind is StationKind.TEACHER_LED and station.seats is None:
        return LARGEST_AT_TEACHER_TABLE
    return station.seats
