"""A lesson small and plain enough to be solved in bare Python: what each group may do.

Plain: a group meets the teacher at most once a day, nobody must, and on the days after the first
any meeting is as good as any other. That is the usual class and its tomorrow.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from plplanner.records import record
from plplanner.rotation.engine.day_options import Meeting, options_on_day
from plplanner.rotation.engine.layout import Layout
from plplanner.rotation.engine.meeting_cost import meeting_cost
from plplanner.rotation.engine.rows import GroupNeed, StationOffer

# By day: the meetings of each choice a group has.
Options = Sequence[Sequence[tuple[Meeting, ...]]]

MOST_DAYS = 5
MOST_ROOM = 15


@record(frozen=True)
class Choice:
    """One way for one group: its meeting on the first day (None: none) and bits of days it meets.

    Bit 0 of `days` is the first day; `cost` is all that the way costs.
    """

    meeting: Meeting | None
    days: int
    cost: int


@record(frozen=True)
class SmallLesson:
    """The ways of each group. `slots` are the first day's meetings; each takes one group.

    `fewest` (per round) are the groups that must be met on the first day; `room` (per day) is how
    many can be; `later` are the meetings of each day after the first.
    """

    layout: Layout
    choices: tuple[tuple[Choice, ...], ...]
    slots: tuple[Meeting, ...]
    fewest: tuple[int, ...]
    room: tuple[int, ...]
    later: tuple[tuple[Meeting, ...], ...]


def small_lesson(layout: Layout) -> SmallLesson | None:
    """The ways of each group, None where the lesson is not small and plain."""
    if not _is_plain(layout):
        return None
    options = [
        [options_on_day(layout, group, day) for day in range(len(layout.problem.days))]
        for group in range(len(layout.groups))
    ]
    later = [_alike(layout, options, day) for day in range(1, len(layout.problem.days))]
    places = tuple(one for one in later if one is not None)
    slots = sorted({some[0] for own in options for some in own[0] if some})
    room = (len(slots), *map(len, places))
    if len(places) < len(later) or max(room) > MOST_ROOM:
        return None
    fewest = tuple(layout.fewest_meetings((0, index)) for index in _rounds(layout))
    choices = tuple(
        tuple(_choices(layout, group, own, places)) for group, own in enumerate(options)
    )
    return (
        SmallLesson(layout, choices, tuple(slots), fewest, room, places) if all(choices) else None
    )


def _rounds(layout: Layout) -> range:
    return range(len(layout.problem.days[0].rounds))


def _is_plain(layout: Layout) -> bool:
    problem = layout.problem
    return (
        0 < len(problem.days) <= MOST_DAYS
        and all(day.sketch for day in problem.days[1:])
        and problem.meetings_per_day == 1
        and not problem.before
        and not _is_led_in_order(layout)
        and all(_is_plain_group(group) for group in layout.groups)
        and all(_is_plain_table(layout.stations[one]) for one in layout.led)
    )


def _is_led_in_order(layout: Layout) -> bool:
    """Whether the teacher's table comes before or after another station."""
    led = {layout.stations[one].id for one in layout.led}
    return any(one.first in led or one.then in led for one in layout.problem.orders)


def _is_plain_group(group: GroupNeed) -> bool:
    asked = group.least_meetings or group.each_student_seen or group.least
    return group.rotates and not asked


def _is_plain_table(table: StationOffer) -> bool:
    """A table for one group at a time that needs nothing another station might need too."""
    shares = table.least or table.adults or table.uses_devices
    return table.groups_at_once == 1 and not shares


def _alike(layout: Layout, options: Sequence[Options], day: int) -> tuple[Meeting, ...] | None:
    """The places of a day where any meeting is as good as any other; None where one is better."""
    found: list[Meeting] = []
    for group, own in enumerate(options):
        here = [some[0] for some in own[day] if some]
        if here and ((found and here != found) or () not in own[day]):
            return None
        if any(
            layout.missing[group, day, index] or meeting_cost(layout, (group, day, index), one)
            for index, one in here
        ):
            return None
        found = found or here
    minutes = {layout.minutes((day, index), one) for index, one in found}
    if len(minutes) > 1 and _minutes_count(layout):
        return None
    return tuple(found)


def _minutes_count(layout: Layout) -> bool:
    """Whether a longer meeting is worth more or less than a shorter one."""
    wishes = layout.problem.wishes
    return bool(wishes.short or wishes.far_short or wishes.excess)


def _choices(
    layout: Layout, group: int, options: Options, later: Sequence[Sequence[Meeting]]
) -> Iterator[Choice]:
    """All ways of a group, those of its first day in the order of rounds."""
    able = [
        (None, places[0]) if len(options[day]) > 1 else (None,)
        for day, places in enumerate(later, start=1)
    ]
    costs: dict[object, list[tuple[int, int]]] = {}
    for some in options[0]:
        today = some[0] if some else None
        alike = _alike_today(layout, group, today)
        if alike not in costs:
            ways = [(today, *rest) for rest in product(*able)]
            costs[alike] = [(_days(way), _way_cost(layout, group, way)) for way in ways]
        own = 0 if today is None else meeting_cost(layout, (group, 0, today[0]), today[1])
        for days, cost in costs[alike]:
            yield Choice(today, days, cost + own)


def _days(way: Sequence[Meeting | None]) -> int:
    return sum(1 << day for day, meeting in enumerate(way) if meeting is not None)


def _alike_today(layout: Layout, group: int, today: Meeting | None) -> object:
    """First-day meetings that are equal here cost the same but for their round."""
    if today is None:
        return None
    return layout.minutes((0, today[0]), today[1]), layout.missing[group, 0, today[0]]


def _way_cost(layout: Layout, group: int, way: Sequence[Meeting | None]) -> int:
    """What the days and minutes of a way cost; the place in the day is not among it."""
    wishes, wanted = layout.problem.wishes, layout.groups[group].minutes_to_give
    minutes = sum(
        layout.minutes((day, meeting[0]), meeting[1])
        for day, meeting in enumerate(way)
        if meeting is not None
    )
    cost = wishes.short * max(0, wanted - minutes) + wishes.excess * max(0, minutes - wanted)
    cost += wishes.far_short * max(0, wanted // 2 - minutes)
    cost += wishes.gap * sum(a is None and b is None for a, b in pairwise(way))
    before = layout.waiting(group)[0][1]
    cost += wishes.wait * layout.groups[group].claim * _waits(before, way)
    for student, waited in layout.waiting(group):
        seen = [_is_there(layout, group, day, one, student) for day, one in enumerate(way)]
        cost += wishes.unseen * _late(layout.problem.longest_wait, waited, seen)
    for student, day in layout.catching_up(group):
        cost += wishes.catch * (not _is_there(layout, group, day, way[day], student))
    return cost


def _is_there(
    layout: Layout, group: int, day: int, meeting: Meeting | None, student: str | None
) -> bool:
    return meeting is not None and student not in layout.missing[group, day, meeting[0]]


def _waits(waited: int, way: Sequence[Meeting | None]) -> int:
    """Lessons waited, summed over the days without a meeting."""
    total = 0
    for meeting in way:
        waited = waited + 1 if meeting is None else 0
        total += waited
    return total


def _late(longest: int | None, waited: int, seen: Sequence[bool]) -> int:
    """On how many days somebody has waited too long."""
    late = 0
    for is_seen in seen if longest is not None else ():
        waited = 0 if is_seen else waited + 1
        late += waited > (longest or 0)
    return late
