"""The words that stand in a cell: what a group does at a station; and a first set of stations."""

import re
from collections.abc import Callable, Mapping, Sequence

from plplanner.records import record
from plplanner.rotation.rows import StationToVisit
from plplanner.terms import GroupMode, ItemRole, ResourceKind, StationKind


@record(frozen=True)
class PlaylistTask:
    """One item of a group's playlist, as far as a station needs to know it."""

    title: str
    kind: ResourceKind | None
    group_mode: GroupMode | None
    device: bool
    minutes: int | None
    role: ItemRole
    place: str
    times_done: int = 0


@record(frozen=True)
class DefaultStation:
    """A station to begin with; the teacher may rename it. `seats` None means no limit."""

    name: str
    kind: StationKind
    place: str
    when_done: str
    seats: int | None = None


WHEN_DONE = "Choose one “may do” from your card."

_FITS: Mapping[StationKind, Callable[[PlaylistTask], bool]] = {
    StationKind.TEACHER_LED: lambda task: task.group_mode is GroupMode.TEACHER,
    StationKind.DIGITAL: lambda task: task.device and task.group_mode is not GroupMode.TEACHER,
    StationKind.COLLABORATIVE: lambda task: (
        task.group_mode in (GroupMode.PAIR, GroupMode.SMALL_GROUP)
    ),
    StationKind.HANDS_ON: lambda task: (
        task.kind in (ResourceKind.MANIPULATIVE, ResourceKind.GAME) and not task.device
    ),
    StationKind.INDEPENDENT: lambda task: task.group_mode is GroupMode.ALONE and not task.device,
    StationKind.MAKE_UP: lambda task: task.role is ItemRole.MUST and _is_quiet(task),
    StationKind.ASSESSMENT: lambda task: task.role is ItemRole.CHECK and _is_quiet(task),
}

_PLAIN_WORDS: Mapping[StationKind, tuple[str, ...]] = {
    StationKind.TEACHER_LED: ("Work with the teacher", "Think aloud with the teacher"),
    StationKind.DIGITAL: ("Finish one lesson on screen", "Correct one answer on screen"),
    StationKind.COLLABORATIVE: ("Explain it to a partner", "Compare and correct answers together"),
    StationKind.HANDS_ON: ("Show it with objects", "Draw or build an example"),
    StationKind.INDEPENDENT: ("Correct and explain one answer", "Finish one open task"),
    StationKind.MAKE_UP: ("Finish one open task", "Correct and explain one answer"),
    StationKind.ASSESSMENT: ("Show what you know", "Correct and explain one answer"),
}

CARD_TASK = "Playlist card"
OWN_SEAT = "Own seat"
"""The station of a student who works by herself while the groups rotate."""
MAY_DO = "Choose a “may do” from your card"
FINISH = "Finish what is open, then a “may do”"
_ROLE_ORDER = (ItemRole.MUST, ItemRole.CHECK, ItemRole.MAY, ItemRole.CHECK_IN)

_LEVEL_WORDS = re.compile(
    r"\b(re-?teach\w*|remedia\w*|interventions?|tier\s*(?:[123]|i{1,3})|struggling|"
    r"(?:low|lower|high|higher|bottom|top|weak|gifted)[\s-]+(?:group|level|ability|achievers?)|"
    r"(?:below|above|on)[\s-]+(?:grade|level|basic|standard)|not[\s-]yet|basic skills)\b",
    re.IGNORECASE,
)


def hints_at_level(words: str) -> bool:
    """Whether words say, on a wall, how well somebody does; such words never go into a cell."""
    return _LEVEL_WORDS.search(words) is not None


def is_plain(words: str) -> bool:
    """Whether a cell says only what its station is for: nobody chose these words."""
    return words in ("", CARD_TASK, MAY_DO, FINISH) or any(
        words in plain for plain in _PLAIN_WORDS.values()
    )


def pick_tasks(
    stations: Sequence[StationKind],
    tasks: Sequence[PlaylistTask],
    *,
    playlist_title: str | None = None,
    minutes: int | None = None,
) -> tuple[str, ...]:
    """One group's words for each round, for the kinds of station it visits in that order.

    Items that must be done come before checks and may-dos, else in the playlist's order. Rounds
    with the fewest items to choose from choose first, and no words are used twice while others
    fit. Without a playlist (no tasks, no title) the words are plain ones. Titles stay whole.
    """
    options = [
        task_ideas(kind, tasks, playlist_title=playlist_title, minutes=minutes) for kind in stations
    ]
    by_choice = sorted(range(len(stations)), key=lambda index: (len(options[index]), index))
    picked: dict[int, str] = {}
    for index in by_choice:
        used = set(picked.values())
        free = [words for words in options[index] if words not in used]
        picked[index] = free[0] if free else options[index][0]
    return tuple(picked[index] for index in range(len(stations)))


def task_ideas(
    kind: StationKind,
    tasks: Sequence[PlaylistTask],
    *,
    playlist_title: str | None = None,
    minutes: int | None = None,
) -> tuple[str, ...]:
    """Words for one station, the best first, without any that hint at a level; never empty.

    What a group has done, or has no time for in a round of so many `minutes`, comes after the rest.
    """

    def comes_later(task: PlaylistTask) -> tuple[int, bool, int]:
        is_long = minutes is not None and (task.minutes or 0) > minutes
        return task.times_done, is_long, _ROLE_ORDER.index(task.role)

    ordered = sorted(tasks, key=comes_later)
    titles = [task.title.strip() for task in ordered if _FITS[kind](task)]
    if kind is StationKind.TEACHER_LED and playlist_title is not None:
        titles.append(playlist_title.strip())
    if kind is StationKind.INDEPENDENT:
        titles.insert(0, CARD_TASK)
    fit_for_the_wall = [title for title in titles if title and not hints_at_level(title)]
    return tuple(dict.fromkeys((*fit_for_the_wall, *_PLAIN_WORDS[kind])))


def _is_quiet(task: PlaylistTask) -> bool:
    return task.group_mode in (None, GroupMode.ALONE) and not task.device


def default_stations(groups: int) -> tuple[DefaultStation, ...]:
    """As many stations as `groups`, at least three: teacher table, together, on my own.

    From four groups on a digital one, from five a hands-on one, then further tables to work
    together or alone. Names and places are all different.
    """
    first = (
        DefaultStation("Teacher table", StationKind.TEACHER_LED, "Back table", WHEN_DONE),
        DefaultStation("Together", StationKind.COLLABORATIVE, "Table 3", WHEN_DONE),
        DefaultStation("On my own", StationKind.INDEPENDENT, "My desk", WHEN_DONE),
        DefaultStation("Digital", StationKind.DIGITAL, "Chromebooks", WHEN_DONE),
        DefaultStation("Hands-on", StationKind.HANDS_ON, "Side table", WHEN_DONE),
    )
    further = tuple(_further_station(table) for table in range(4, groups - 1))
    return (*first, *further)[: max(3, groups)]


def enough_stations(have: Sequence[StationToVisit], groups: int) -> tuple[StationToVisit, ...]:
    """The stations of a class, and the usual ones it lacks where groups are more.

    A kind it lacks comes first; there is one teacher, whatever her table is called.
    """
    names, kinds = {one.name.casefold() for one in have}, {one.kind for one in have}
    led = StationKind.TEACHER_LED
    usual = [
        one
        for one in default_stations(groups)
        if one.name.casefold() not in names and not (one.kind is led and led in kinds)
    ]
    usual.sort(key=lambda one: one.kind in kinds)
    missing = max(0, groups - len(have))
    return (
        *have,
        *(
            StationToVisit(-place, one.name, one.kind, one.place, one.seats, one.when_done)
            for place, one in enumerate(usual[:missing], start=1)
        ),
    )


def place_once(station: str, place: str) -> str:
    """The place of a station; empty where its name says it: “Together, table 4” is at Table 4."""
    said, place_words = (re.findall(r"\w+", words.casefold()) for words in (station, place))
    size = len(place_words)
    is_said = any(said[at : at + size] == place_words for at in range(len(said) - size + 1))
    return "" if is_said else place


def _further_station(table: int) -> DefaultStation:
    together = table % 2 == 0
    return DefaultStation(
        name=f"{'Together' if together else 'On my own'}, table {table}",
        kind=StationKind.COLLABORATIVE if together else StationKind.INDEPENDENT,
        place=f"Table {table}",
        when_done=WHEN_DONE,
    )
