"""Which stations a class may have: each with a name of its own, one led, enough for the groups."""

from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum

from plplanner.records import record
from plplanner.rotation.adult_hours import EXAMPLE, overlap, runs_only_with_adult
from plplanner.rotation.pick_tasks import OWN_SEAT
from plplanner.rotation.rows import StationToVisit
from plplanner.terms import StationKind


class Part(StrEnum):
    """What of a station is to be looked at."""

    NAME = "name"
    KIND = "kind"
    ADULT = "adult"
    AFTER = "after"
    REMOVAL = "removal"


@record(frozen=True)
class StationTrouble:
    """Why these cannot be the stations of a class, and what to do.

    `place` is that of the station among those wanted; of a removal there is none.
    """

    place: int
    text: str
    next_step: str
    part: Part = Part.NAME


def named(words: str) -> str:
    """A name as it is kept: without blanks around it or twice within."""
    return " ".join(words.split())


def trouble_with(
    wanted: Sequence[StationToVisit], *, had: Collection[StationToVisit] = (), groups: int
) -> StationTrouble | None:
    """What is wrong with the `wanted` stations; None where nothing is.

    `had` are those the class has until now; so many `groups` rotate.
    """
    return (
        _name_trouble(wanted)
        or _led_trouble(wanted)
        or _adult_trouble(wanted)
        or _order_trouble(wanted)
        or _led_by_none(wanted, had)
        or _left_trouble(wanted, had, groups)
    )


def _name_trouble(wanted: Sequence[StationToVisit]) -> StationTrouble | None:
    names = [named(one.name).casefold() for one in wanted]
    times = Counter(names)
    for place, name in enumerate(names):
        if not name:
            return StationTrouble(place, "This station has no name.", "Type one.")
        if name == OWN_SEAT.casefold():
            return StationTrouble(
                place,
                f"“{OWN_SEAT}” is where a student works by herself.",
                "Choose another name.",
            )
        if times[name] > 1 and name in names[:place]:
            return StationTrouble(
                place,
                f"Two stations are called “{named(wanted[place].name)}”.",
                "Give one of them another name.",
            )
    return None


def _led_trouble(wanted: Sequence[StationToVisit]) -> StationTrouble | None:
    """One teacher leads one station; any other is led by an adult with a name."""
    mine = [
        place
        for place, one in enumerate(wanted)
        if one.kind is StationKind.TEACHER_LED and not named(one.adult)
    ]
    if len(mine) < 2:
        return None
    first, second = (named(wanted[place].name) for place in mine[:2])
    return StationTrouble(
        mine[1],
        f"You lead “{first}” and cannot be at “{second}” too.",
        "Say who helps at one of them, or choose another kind.",
        Part.ADULT,
    )


def _adult_trouble(wanted: Sequence[StationToVisit]) -> StationTrouble | None:
    """Where an adult is needed one is named, and nobody leads two stations at once."""
    for place, one in enumerate(wanted):
        if one.needs_adult and not named(one.adult):
            return StationTrouble(
                place,
                f"“{named(one.name)}” runs only with an adult, and nobody is named.",
                "Say who helps there.",
                Part.ADULT,
            )
        for before in wanted[:place] if runs_only_with_adult(one) else ():
            is_same = named(before.adult).casefold() == named(one.adult).casefold()
            if is_same and runs_only_with_adult(before) and overlap(before, one):
                return StationTrouble(
                    place,
                    f"{named(one.adult)} cannot be at “{named(before.name)}” and at "
                    f"“{named(one.name)}” at once.",
                    f"Type hours, like {EXAMPLE}, or name somebody else.",
                    Part.ADULT,
                )
    return None


def _order_trouble(wanted: Sequence[StationToVisit]) -> StationTrouble | None:
    """No station waits for itself, by way of others or not."""
    after = {named(one.name): named(one.after) for one in wanted if named(one.after)}
    for place, one in enumerate(wanted):
        first, passed = after.get(named(one.name), ""), []
        while first and first not in passed:
            if first == named(one.name):
                return StationTrouble(
                    place,
                    f"“{first}” would have to come after itself.",
                    "Choose another station before it, or none.",
                    Part.AFTER,
                )
            passed.append(first)
            first = after.get(first, "")
    return None


def _led_by_none(
    wanted: Sequence[StationToVisit], had: Collection[StationToVisit]
) -> StationTrouble | None:
    """A class in which a teacher leads a station keeps one that is led."""
    led = [one for one in had if one.kind is StationKind.TEACHER_LED]
    if not led or any(one.kind is StationKind.TEACHER_LED for one in wanted):
        return None
    ids = [one.station_id for one in wanted]
    stays = led[0].station_id in ids
    return StationTrouble(
        ids.index(led[0].station_id) if stays else -1,
        f"“{led[0].name}” is the only station led by a teacher.",
        f"{'Leave its kind' if stays else 'Keep it'}, or add another that is teacher-led.",
        Part.KIND if stays else Part.REMOVAL,
    )


def _left_trouble(
    wanted: Sequence[StationToVisit], had: Collection[StationToVisit], groups: int
) -> StationTrouble | None:
    ids = {one.station_id for one in wanted}
    gone = [one for one in had if one.station_id not in ids]
    if gone and len(wanted) < groups:
        left = f"{len(wanted)} {'is' if len(wanted) == 1 else 'are'} left"
        name = next(iter(gone)).name
        return StationTrouble(
            -1,
            f"{groups} groups need {groups} stations, and {left} without “{name}”.",
            "Keep it, or add another.",
            Part.REMOVAL,
        )
    return None
