"""Call another student to the teacher's table: type a name, press Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from plplanner.grouping.called import Called
from plplanner.roster.names import compare_key
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.popover import Offer, Popover

_SIZE, _ROW = (272, 340), 28


def add_popover(
    students: Sequence[Called], *, on_choice: Callable[[int], object], parent: QWidget
) -> Popover:
    """Those not on the list, each with the evidence, in the order they are given."""

    def offers(typed: str) -> list[Offer]:
        start = compare_key(typed)
        return [_offer(one) for one in students if compare_key(one.name).startswith(start)]

    made = Popover(
        "Add to the teacher table",
        heading=("Add to the teacher table", "strong"),
        field="Find a student",
        listed="Students",
        offers=offers,
        on_choice=lambda key: on_choice(int(key)),
        size=_SIZE,
        row_height=_ROW,
        parent=parent,
    )
    made.list.setIconSize(QSize(18, 18))
    made.list.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _offer(one: Called) -> Offer:
    tile = QIcon(group_tile(one.identity, 18, 2.0)) if one.identity is not None else None
    return Offer(f"{one.name}   {one.short}", str(one.student_id), tile)
