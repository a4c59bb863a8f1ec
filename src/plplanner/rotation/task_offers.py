"""What is offered for a cell of a plan: its ideas, Resources and what the class did last."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum

from plplanner.records import record
from plplanner.roster.names import compare_key
from plplanner.rotation.pick_tasks import hints_at_level, is_plain
from plplanner.terms import GroupMode, PlaylistUse, StationKind


class Narrowing(StrEnum):
    """One way to leave out resources that do not suit a cell."""

    FITS = "fits"
    STANDARD = "standard"
    NO_DEVICE = "no_device"
    MODE = "mode"


@record(frozen=True)
class LibraryTask:
    """A resource as far as a cell needs to know it; `uses` are those of the playlists it is on."""

    title: str
    minutes: int | None = None
    needs_device: bool = False
    needs_internet: bool = False
    group_mode: GroupMode = GroupMode.ALONE
    standards: tuple[str, ...] = ()
    uses: frozenset[PlaylistUse] = frozenset()


@record(frozen=True)
class CellToFill:
    """A cell and its group, as far as tasks are offered for it.

    `use` is what the group needs, `standard` the code of what it works on. `ideas` fit the cell,
    the best first. `planned` are the tasks the group has that day, each with the first round.
    """

    minutes: int
    kind: StationKind
    use: PlaylistUse
    standard: str = ""
    has_internet: bool = True
    has_devices: bool = True
    ideas: tuple[str, ...] = ()
    planned: Mapping[str, int] = field(default_factory=dict)


@record(frozen=True)
class TaskOffer:
    """One task, with what is known of it; `planned_in` is a round the group has it in, else 0."""

    task: str
    resource: LibraryTask | None = None
    last_used: date | None = None
    planned_in: int = 0


@record(frozen=True)
class TasksOffered:
    """The offers, the best first; how many more there are, and how many were left out."""

    offers: tuple[TaskOffer, ...]
    unseen: int = 0
    left_out: int = 0


MODES: Mapping[StationKind, frozenset[GroupMode]] = {
    StationKind.COLLABORATIVE: frozenset({GroupMode.PAIR, GroupMode.SMALL_GROUP}),
    StationKind.INDEPENDENT: frozenset({GroupMode.ALONE}),
    StationKind.TEACHER_LED: frozenset({GroupMode.TEACHER}),
}
"""With whom one works at a station, where its kind says so."""

_LEAVES_OUT: Mapping[Narrowing, Callable[[LibraryTask, CellToFill], bool]] = {
    Narrowing.FITS: lambda one, cell: (one.minutes or 0) > cell.minutes,
    Narrowing.STANDARD: lambda one, cell: cell.standard not in one.standards,
    Narrowing.NO_DEVICE: lambda one, _cell: one.needs_device,
    Narrowing.MODE: lambda one, cell: one.group_mode not in MODES[cell.kind],
}


def narrowings(cell: CellToFill) -> dict[Narrowing, bool]:
    """How the offers for a cell can be narrowed, and whether they are to begin with."""
    is_paper = cell.kind is not StationKind.DIGITAL
    found = {Narrowing.FITS: True}
    if cell.standard:
        found[Narrowing.STANDARD] = False
    found[Narrowing.NO_DEVICE] = is_paper or not (cell.has_internet and cell.has_devices)
    if cell.kind in MODES:
        found[Narrowing.MODE] = False
    return found


def tasks_offered(
    cell: CellToFill,
    library: Sequence[LibraryTask],
    used: Mapping[str, date],
    *,
    words: str = "",
    narrowed_by: Collection[Narrowing] = (),
    most: int = 50,
) -> TasksOffered:
    """Ideas first, then what fits the group's need, then what was used last, then by title.

    What the group has already that day comes last. `library` is by title; `used` says when the
    class had a task last. Narrowing leaves out resources only, never an idea. `most` are shown.
    """
    allowed = _allowed(library, cell)
    known, kept = _by_title(allowed), _by_title(_narrowed(allowed, cell, narrowed_by))
    titles = {one.title for one in library}
    own = [task for task in used if task not in titles and _is_own(task)]
    rest = [task for task in (*kept, *own) if task not in cell.ideas]
    rest.sort(key=lambda task: _rank(kept.get(task), used.get(task), cell))
    offers = [
        TaskOffer(task, kept.get(task, known.get(task)), used.get(task), cell.planned.get(task, 0))
        for task in (*_ideas_with(cell.ideas, words), *_found(rest, words))
    ]
    fresh = [one for one in offers if not one.planned_in]
    again = [one for one in offers if one.planned_in]
    left_out = [title for title in known if title not in kept and title not in cell.ideas]
    return TasksOffered(
        (*fresh[:most], *again),
        unseen=max(0, len(fresh) - most),
        left_out=len(_found(left_out, words)),
    )


def _allowed(library: Sequence[LibraryTask], cell: CellToFill) -> list[LibraryTask]:
    """What can stand in a cell at all; of two of a name, both wait for internet if one does."""
    waits = {one.title for one in library if one.needs_internet and not cell.has_internet}
    return [one for one in library if one.title not in waits and not hints_at_level(one.title)]


def _narrowed(
    allowed: Sequence[LibraryTask], cell: CellToFill, by: Collection[Narrowing]
) -> Iterator[LibraryTask]:
    leaves_out = [_LEAVES_OUT[narrowing] for narrowing in by]
    return (one for one in allowed if not any(is_out(one, cell) for is_out in leaves_out))


def _by_title(found: Iterable[LibraryTask]) -> dict[str, LibraryTask]:
    """Of two of a name the first."""
    by_title: dict[str, LibraryTask] = {}
    for one in found:
        by_title.setdefault(one.title, one)
    return by_title


def _is_own(task: str) -> bool:
    """Words the teacher chose, that may be offered again."""
    return not is_plain(task) and not hints_at_level(task)


def _rank(one: LibraryTask | None, used: date | None, cell: CellToFill) -> tuple[int, int]:
    """What fits the need, of it first what suits the station; then what was used, the newest first.

    The rest keeps its order.
    """
    newest_first = -used.toordinal() if used is not None else 0
    if one is None or cell.standard not in one.standards or cell.use not in one.uses:
        return 2, newest_first
    return (0 if _suits(one, cell) else 1), newest_first


def _suits(one: LibraryTask, cell: CellToFill) -> bool:
    if cell.kind is StationKind.DIGITAL:
        return one.needs_device
    return one.group_mode in MODES.get(cell.kind, GroupMode)


def _ideas_with(ideas: Sequence[str], words: str) -> list[str]:
    wanted = compare_key(words.strip())
    return [idea for idea in ideas if wanted in compare_key(idea)]


def _found(tasks: Sequence[str], words: str) -> list[str]:
    """Tasks with every word that was typed; those that begin with the words come first."""
    wanted = compare_key(words.strip())
    if not wanted:
        return list(tasks)
    keys = {task: compare_key(task) for task in tasks}
    found = [task for task in tasks if all(word in keys[task] for word in wanted.split())]
    return sorted(found, key=lambda task: not keys[task].startswith(wanted))
