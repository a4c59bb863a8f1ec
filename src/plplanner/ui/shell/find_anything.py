"""Find anything: rooms, students, resources, standards and acts by a few letters."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from plplanner.library.queries import resources, standards
from plplanner.playlists.queries import playlists
from plplanner.records import record
from plplanner.roster.names import compare_key
from plplanner.roster.queries import students_of_class
from plplanner.ui.kit.popover import Offer, Popover
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS
from plplanner.ui.stage import Stage

_SHOWN = 12
_NOTHING = Offer("Nothing found. Try how a name or a word of it begins.", "")
_OF_THE_DAY = {
    "time": "Lesson time, days on which a class meets", "stations": "Stations, who helps, seats",
    "devices": "Devices that work", "goals": "Goals, what to watch",
    "templates": "Templates of a day", "must_see": "Name who you must see",
    "spread": "Spread the rotation over days", "lengths": "Length of each round",
    "own_seat": "Own seat for a student", "own_ways": "Student by student",
    "internet": "No internet today", "substitute": "A substitute teaches", "why": "Why this plan",
}  # fmt: skip
"""What the menu of a day does, by its keys there."""


@record(frozen=True)
class Finding:
    """One thing that can be found: its words, what it is, and where it leads."""

    says: str
    what: str
    target: str
    """`room:KEY`, `act:KEY`, `class:ID`, `day:KEY` for the menu of the day, or `row:KEY:ID` for one
    row of a room's list."""


def findings(stage: Stage) -> list[Finding]:
    """Everything that can be found now."""
    rooms = [Finding(room.says, "room", f"room:{room.key}") for room in (*ROOMS, SETTINGS)]
    acts = [Finding(act.says, act.shortcut or "act", f"act:{act.key}") for act in ACTS]
    classes = [Finding(row.name, "class", f"class:{row.id}") for row in stage.choice.classes]
    days = [Finding(says, "the plan of a day", f"day:{key}") for key, says in _OF_THE_DAY.items()]
    found = rooms + acts + classes + days
    class_id = stage.choice.class_id
    if class_id is not None:
        students = stage.desk.ask(students_of_class, class_id=class_id)
        found += [Finding(row.name, "student", f"row:students:{row.id}") for row in students]
    found += [
        Finding(row.title, "resource", f"row:resources:{row.id}")
        for row in stage.desk.ask(resources)
    ]
    return found + _standards(stage)


def _standards(stage: Stage) -> list[Finding]:
    """Each leads to its first playlist, where there is one."""
    first: dict[int, int] = {}
    for playlist in stage.desk.ask(playlists):
        if playlist.standard is not None:
            first.setdefault(playlist.standard.id, playlist.id)
    return [
        Finding(
            f"{row.code} {row.i_can or row.text}",
            "standard",
            f"row:playlists:{first[row.id]}" if row.id in first else "room:playlists",
        )
        for row in stage.desk.ask(standards)
    ]


def matching(found: list[Finding], words: str) -> list[Finding]:
    """Those in which every word begins some word; those that begin with the words come first."""
    wanted = [compare_key(word) for word in words.split()]
    if not wanted:
        return found[:_SHOWN]

    def fits(one: Finding) -> bool:
        own = [compare_key(word) for word in one.says.split()]
        return all(any(word.startswith(want) for word in own) for want in wanted)

    start = compare_key(words)
    fitting = [one for one in found if fits(one)]
    return sorted(fitting, key=lambda one: not compare_key(one.says).startswith(start))[:_SHOWN]


def find_anything(
    stage: Stage, *, on_choice: Callable[[str], object], parent: QWidget | None
) -> Popover:
    """Everything by a few letters; `on_choice` gets the target of what was chosen."""
    found = findings(stage)

    def offers(words: str) -> list[Offer]:
        fitting = matching(found, words)
        return [Offer(f"{one.says}   ·   {one.what}", one.target) for one in fitting] or [_NOTHING]

    made = Popover(
        "Find anything",
        field="Find anything",
        listed="Found",
        offers=offers,
        on_choice=on_choice,
        size=(440, 400),
        parent=parent,
    )
    made.field.setPlaceholderText("A room, a student, a resource, a standard, an act")
    made.list.setUniformItemSizes(True)
    return made
