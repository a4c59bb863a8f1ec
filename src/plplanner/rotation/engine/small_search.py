"""The cheapest meetings of a small lesson, with a proof and without loading numpy or HiGHS.

Group after group takes one of its ways (dynamic programming over the places that are taken). At
the prices of `day_prices` nothing that costs more than the bound plus a little can be part of a
plan within that little of it, so few ways are looked at; the little grows until a plan is found.
"""

from collections.abc import Sequence

from plplanner.grouping.engine.work import Work
from plplanner.records import record
from plplanner.rotation.engine.day_options import Meeting
from plplanner.rotation.engine.day_prices import DayPrices, day_prices
from plplanner.rotation.engine.found import Found
from plplanner.rotation.engine.layout import At, Layout
from plplanner.rotation.engine.plain_fill import fewest_repeats, plain_fill, repeats
from plplanner.rotation.engine.small_lesson import MOST_ROOM, Choice, SmallLesson, small_lesson

MOST_LOOKED_AT = 150_000
_FIRST_WINDOW, _WIDEST = 3, 1 << 24
# Bits for the count of one kind of place, with one more for “too many”.
_FIELD = MOST_ROOM.bit_length() + 1
_FULL = 1 << _FIELD - 1
_LOOKS_PER_UNIT = 2


@record(frozen=True)
class _Places:
    """How places taken are written into one number, a field of bits for each kind.

    `empty` is nothing taken; adding `slot` or `day` takes a place; `over` has a bit that must stay
    0 for each.
    """

    empty: int
    over: int
    slot: dict[Meeting, int]
    day: tuple[int, ...]


def at_once(layout: Layout, work: Work) -> Found | None:
    """A plan whose meetings are the cheapest; None where this way is not for it.

    Proven, unless groups come back to a station oftener than they must.
    """
    lesson = small_lesson(layout)
    chosen = None if lesson is None else _cheapest(lesson, day_prices(lesson), work)
    if lesson is None or chosen is None:
        return None
    stations = plain_fill(layout, {n: one.meeting for n, one in enumerate(chosen)})
    if stations is None:
        return None
    met, again = sum(one.cost for one in chosen), layout.problem.wishes.again
    return Found(
        at=(*_meetings(lesson, chosen), *stations),
        cost=met + again * repeats(stations),
        bound=met + again * fewest_repeats(layout),
    )


def who_is_met(layout: Layout, work: Work) -> frozenset[str] | None:
    """Ids of the groups that meet the teacher on the first day; None where this way is not for it.

    The other stations are not looked at.
    """
    lesson = small_lesson(layout)
    chosen = None if lesson is None else _cheapest(lesson, day_prices(lesson), work)
    if chosen is None:
        return None
    return frozenset(
        group.id
        for group, choice in zip(layout.groups, chosen, strict=True)
        if choice.meeting is not None
    )


def _cheapest(lesson: SmallLesson, prices: DayPrices, work: Work) -> list[Choice] | None:
    window, looked = _FIRST_WINDOW, 0
    while window < _WIDEST and not work.asked_to_stop():
        chosen, count = _within(lesson, prices, window, MOST_LOOKED_AT - looked)
        looked += count
        work.spend(count // _LOOKS_PER_UNIT)
        if chosen is not None or looked >= MOST_LOOKED_AT:
            return chosen
        window *= 4
    return None


def _within(
    lesson: SmallLesson, prices: DayPrices, window: int, most: int
) -> tuple[list[Choice] | None, int]:
    """The cheapest plan that costs at most the bound + `window`, and how many ways were tried."""
    places, looked = _places(lesson), 0
    layers: list[dict[int, tuple[int, int, Choice]]] = []
    now: dict[int, int] = {places.empty: 0}
    for group in range(len(lesson.choices)):
        worth = _worth(lesson, prices, places, group, window)
        then: dict[int, tuple[int, int, Choice]] = {}
        for taken, spent in now.items():
            for more, step, choice in worth:
                looked += 1
                after, cost = taken + step, spent + more
                if cost > window:
                    break
                if not after & places.over and (after not in then or cost < then[after][0]):
                    then[after] = cost, taken, choice
        if looked > most:
            return None, looked
        layers.append(then)
        now = {taken: cost for taken, (cost, _, _) in then.items()}
    ends = [
        (cost + _unused(lesson, prices, places, taken), taken)
        for taken, cost in now.items()
        if _is_full_enough(lesson, places, taken)
    ]
    if not ends or min(ends)[0] > window:
        return None, looked
    return _traced(layers, min(ends)[1]), looked


def _worth(
    lesson: SmallLesson, prices: DayPrices, places: _Places, group: int, window: int
) -> list[tuple[int, int, Choice]]:
    """(what it costs above the cheapest, the places it takes, the way), cheapest first."""
    found = []
    for choice in lesson.choices[group]:
        paid = sum(p for day, p in enumerate(prices.of_day) if choice.days >> day & 1)
        more = choice.cost + paid - prices.least[group]
        if more <= window:
            step = sum(one for day, one in enumerate(places.day) if choice.days >> day & 1)
            step += 0 if choice.meeting is None else places.slot[choice.meeting]
            found.append((more, step, choice))
    return sorted(found, key=lambda one: one[0])


def _places(lesson: SmallLesson) -> _Places:
    room = [*(1 for _ in lesson.slots), *lesson.room[1:]]
    ones = [1 << _FIELD * number for number in range(len(room))]
    slots = len(lesson.slots)
    return _Places(
        empty=sum((_FULL - 1 - most) * one for most, one in zip(room, ones, strict=True)),
        over=sum(_FULL * one for one in ones),
        slot=dict(zip(lesson.slots, ones, strict=False)),
        day=(0, *ones[slots:]),
    )


def _taken(most: int, one: int, taken: int) -> int:
    """How many of at most `most` places are taken."""
    return taken // one % (2 * _FULL) - (_FULL - 1 - most)


def _unused(lesson: SmallLesson, prices: DayPrices, places: _Places, taken: int) -> int:
    """What the places that stay free would have brought in."""
    free = [sum(1 - _taken(1, places.slot[one], taken) for one in lesson.slots)]
    for day in range(1, len(lesson.room)):
        free.append(lesson.room[day] - _taken(lesson.room[day], places.day[day], taken))
    return sum(price * count for price, count in zip(prices.of_day, free, strict=True))


def _is_full_enough(lesson: SmallLesson, places: _Places, taken: int) -> bool:
    """Whether as many groups meet the teacher in each round as the other stations cannot take."""
    met = [0] * len(lesson.fewest)
    for index, station in lesson.slots:
        met[index] += _taken(1, places.slot[index, station], taken)
    return all(count >= least for count, least in zip(met, lesson.fewest, strict=True))


def _traced(layers: Sequence[dict[int, tuple[int, int, Choice]]], taken: int) -> list[Choice]:
    chosen = []
    for layer in reversed(layers):
        _, taken, choice = layer[taken]
        chosen.append(choice)
    return chosen[::-1]


def _meetings(lesson: SmallLesson, chosen: Sequence[Choice]) -> list[At]:
    """Every meeting as (group, day, round, station); later days fill their places in order."""
    first = [
        (group, 0, *one.meeting) for group, one in enumerate(chosen) if one.meeting is not None
    ]
    later = [
        (group, day, *place)
        for day, places in enumerate(lesson.later, start=1)
        for group, place in zip(
            (n for n, one in enumerate(chosen) if one.days >> day & 1), places, strict=False
        )
    ]
    return [*first, *later]
