"""What a plan grid shows: groups down, rounds across, one cell for each. Words only."""

from plplanner.records import record
from plplanner.terms import GroupIdentity


@record(frozen=True)
class GridGroup:
    """The first column of a line: who works together, and how many of them are absent.

    Where it `is_student` she goes her own way, without a symbol.
    """

    identity: GroupIdentity
    names: tuple[str, ...]
    absent: int = 0
    is_student: bool = False


@record(frozen=True)
class GridRound:
    """The head of a column: what it is called, and when it is."""

    title: str
    time: str
    is_now: bool = False


@record(frozen=True)
class GridCell:
    """Where a group is in a round and what it does there.

    `is_led` sets the station in stronger ink; an empty `task` asks for one, with `hint` below;
    `note` stands in place of the place, with its picture if it has one, in warm ink when it
    `warns`; one that `yields` leaves both lines to a long task, its picture above. What is past is
    quiet, its task on one line. One that `is_locked` wears a pin; only one that `can_lock` can be
    given or freed of it.
    """

    icon: str
    station: str
    task: str
    place: str
    is_led: bool = False
    hint: str = ""
    note: str = ""
    note_icon: str = "out"
    warns: bool = False
    yields: bool = False
    is_past: bool = False
    is_locked: bool = False
    can_lock: bool = False


@record(frozen=True)
class PlanGridRows:
    """The whole grid; `cells` holds a line per group and a cell per round, None where nothing is.

    `launch` heads the column of the groups. Where every line is a student's, they are low.
    """

    launch: GridRound
    rounds: tuple[GridRound, ...]
    groups: tuple[GridGroup, ...]
    cells: tuple[tuple[GridCell | None, ...], ...]

    @property
    def is_low(self) -> bool:
        """Whether every line is a student's."""
        return bool(self.groups) and all(group.is_student for group in self.groups)


def spoken(rows: PlanGridRows, line: int, column: int) -> str:
    """A cell as a screen reader says it; column 0 is the group, column 1 the first round."""
    group = rows.groups[line]
    if column == 0 and group.is_student:
        return ", ".join(group.names) or group.identity.word
    if column == 0:
        here = len(group.names) - group.absent
        students = f"{here} student{'' if here == 1 else 's'}"
        return f"{group.identity.word}, {students}: {', '.join(group.names)}"
    cell = rows.cells[line][column - 1]
    start = f"{group.identity.word}, {rows.rounds[column - 1].title}: "
    if cell is None:
        return f"{start}no station"
    return start + ", ".join(
        part
        for part in (
            cell.station,
            cell.task or "no task",
            cell.place,
            cell.note,
            "locked" if cell.is_locked else "",
        )
        if part
    )
