"""A class whose names are long, of many scripts: what a board must hold."""

from datetime import date

from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.terms import GROUP_IDENTITIES, StationKind
from plplanner.ui.screens.rotation.board.rows import ShownBoard

NAMES = (
    "Maximilian Alexander", "María José", "Phương Thảo", "Bảo Khánh", "محمد", "فاطمة الزهراء",
    "小明", "李静怡", "欧阳明月", "Oluwaseun", "Aleksandra", "Konstantinos", "Lakshmi", "Guadalupe",
    "Annelise", "Bartholomew", "Bo", "Al", "Minh Châu", "Thanh Trúc", "Juan Sebastián", "Abdulaziz",
    "Esperanza", "Christopher", "Wolfgang", "Владислав", "Wawrzyniec", "Ana Gar.", "Ana Góm.",
    "Anabella", "Bernadette", "Johannes", "Persephone", "Sakura", "Inmaculada", "Friederike",
)  # fmt: skip
CELLS = (
    BoardCell(StationKind.TEACHER_LED, "Teacher table", "Work with the teacher", "Back table"),
    BoardCell(StationKind.DIGITAL, "Digital", "Compare and correct answers", "Chromebooks"),
)


def a_long_board(groups: int, names: tuple[str, ...] = NAMES, cells=CELLS) -> ShownBoard:
    """These names dealt to so many groups, two rounds each."""
    lines = tuple(BoardLine(one, cells) for one in GROUP_IDENTITIES[:groups])
    sheet = ClassBoard("Math", date(2026, 11, 23), None, (), lines, "Read.", "Math")
    return ShownBoard(sheet, tuple(names[place::groups] for place in range(groups)))
