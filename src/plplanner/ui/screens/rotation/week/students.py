"""The week by student: minutes with the teacher day by day, on a device, on harder thinking."""

from collections.abc import Mapping

from plplanner.records import record
from plplanner.rotation.week_minutes import StudentWeek
from plplanner.terms import GroupIdentity
from plplanner.ui.kit.row_table import Column

_DAYS = "day "
_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri")


@record(frozen=True)
class ShownStudentWeek:
    """A line: the name, the group where she was last, and her minutes."""

    name: str
    group: GroupIdentity | None
    week: StudentWeek

    @property
    def id(self) -> int:
        """Her id in the planner."""
        return self.week.id


def columns() -> list[Column[ShownStudentWeek]]:
    """A name, Monday to Friday, and the sums; every column sorts."""
    return [
        Column("Student", lambda row: row.name, sort="name", least=150, is_strong=True,
               tile=lambda row: row.group),
        *(_day_column(place, word) for place, word in enumerate(_WEEK)),
        Column("With you", lambda row: str(row.week.met), sort="met", width=92, is_number=True,
               is_strong=True),
        Column("On a device", lambda row: str(row.week.device), sort="device", width=108,
               is_number=True),
        Column("Apply or more", _higher, sort="higher", width=122, is_number=True,
               tip=lambda _: "Of the minutes whose task has a Bloom tag"),
    ]  # fmt: skip


def _day_column(place: int, word: str) -> Column[ShownStudentWeek]:
    def text(row: ShownStudentWeek) -> str:
        minutes = row.week.with_teacher[place]
        return "" if minutes is None else str(minutes or "–")

    return Column(word, text, sort=f"{_DAYS}{place}", width=64, is_number=True, rank=1)


def _higher(row: ShownStudentWeek) -> str:
    known = row.week.known
    return f"{round(100 * row.week.higher / known)} %" if known else ""


def in_order(
    rows: Mapping[int, ShownStudentWeek], key: str, *, is_down: bool
) -> list[ShownStudentWeek]:
    """The lines as a column sorts them; among equals by name."""
    by_name = sorted(rows.values(), key=lambda row: row.name.casefold())
    if key == "name":
        return by_name[::-1] if is_down else by_name
    return sorted(by_name, key=lambda row: _value(row, key), reverse=is_down)


def _value(row: ShownStudentWeek, key: str) -> float:
    week = row.week
    if key.startswith(_DAYS):
        return week.with_teacher[int(key.removeprefix(_DAYS))] or 0
    if key == "higher":
        return week.higher / week.known if week.known else -1
    return {"met": week.met, "device": week.device}[key]
