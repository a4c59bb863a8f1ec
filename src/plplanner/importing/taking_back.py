"""What an assessment says again when an import that updated it is taken back."""

from collections.abc import Mapping, Sequence
from datetime import date

from plplanner.records import record

# The fields of an assessment that a file may bring up to date.
FIELDS = ("title", "taken_on", "points_possible", "imported_title", "imported_taken_on")

Values = Mapping[str, object]


@record(frozen=True)
class Update:
    """What one import did to an assessment that was there: all fields before, those it set."""

    before: Values
    given: Values


@record(frozen=True)
class PutBack:
    """Fields to change of the assessment now, and of what each later import remembers."""

    now: Values
    later: tuple[Values, ...]


def values_given(
    after: Values, *, title: str, taken_on: date | None, points_possible: float | None
) -> Values:
    """What a file set of an assessment that now says `after`; the teacher's word may have stood."""
    said = {
        "title": title.strip() or None,
        "imported_title": title.strip() or None,
        "taken_on": taken_on,
        "imported_taken_on": taken_on,
        "points_possible": points_possible,
    }
    return {
        name: value for name, value in said.items() if value is not None and after[name] == value
    }


def put_back(now: Values, mine: Update, later: Sequence[Update]) -> PutBack:
    """What an assessment says without one import; `later` are updates since, oldest first.

    A later import that says a field too keeps it, and remembers what was before this one. A
    field changed by hand since stays as the teacher left it.
    """
    current: dict[str, object] = {}
    remembered: list[dict[str, object]] = [{} for _ in later]
    for name, given in mine.given.items():
        for place, update in enumerate(later):
            if update.before[name] != given:
                break
            remembered[place][name] = mine.before[name]
            if name in update.given:
                break
        else:
            if now[name] == given != mine.before[name]:
                current[name] = mine.before[name]
    return PutBack(current, tuple(remembered))
