"""Who is absent or late: a name, then A or L, and Enter."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from plplanner.roster.rows import StudentRow
from plplanner.terms import AttendanceKind
from plplanner.ui.kit.popover import Offer, Popover
from plplanner.ui.screens.rotation.today.words import away_offers, nobody_words

_SIZE = (280, 320)


def away_picker(
    students: Sequence[StudentRow],
    away: Mapping[int, AttendanceKind],
    *,
    on_mark: Callable[[int, AttendanceKind | None], object],
    parent: QWidget,
) -> Popover:
    """The list of who can be marked; Enter takes the first. None means here after all."""

    def offers(typed: str) -> list[Offer]:
        found = away_offers(typed, students, away)
        lines = [Offer(one.says, f"{one.student_id}:{one.kind or ''}") for one in found]
        return lines or [Offer(nobody_words(typed, students, away), "")]

    def take(key: str) -> None:
        student, _, kind = key.partition(":")
        on_mark(int(student), AttendanceKind(kind) if kind else None)

    made = Popover(
        "Absent or late",
        field="A name, then A for absent or L for late",
        listed="Students",
        offers=offers,
        on_choice=take,
        parent=parent,
        size=_SIZE,
        heading=("A name, then A or L. Enter takes the first.", "small"),
    )
    if students:
        name = students[0].name
        made.field.setPlaceholderText(f"{name} a, or {name} l")
    return made
