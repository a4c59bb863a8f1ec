"""Move a student by keyboard: type the first letters of a group, press Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from plplanner.grouping.rows import Pile
from plplanner.roster.names import compare_key
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.popover import Offer, Popover


def move_popover(
    name: str, piles: Sequence[Pile], *, on_choice: Callable[[str], object], parent: QWidget
) -> Popover:
    """The groups a student can move to; `on_choice` gets the key of the one chosen."""

    def offers(typed: str) -> list[Offer]:
        return [_offer(pile) for pile in piles if _begins(pile, compare_key(typed))]

    made = Popover(
        f"Move {name} to",
        heading=(f"Move {name} to", "strong"),
        field="Group",
        listed="Groups",
        offers=offers,
        on_choice=on_choice,
        size=(220, 96 + 30 * min(len(piles), 8)),
        row_height=28,
        parent=parent,
    )
    made.list.setIconSize(QSize(20, 20))
    made.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _begins(pile: Pile, start: str) -> bool:
    return compare_key(pile.identity.word).startswith(start)


def _offer(pile: Pile) -> Offer:
    tile = QIcon(group_tile(pile.identity, 20, 2.0))
    return Offer(f"{pile.identity.word}  {len(pile.students)}", pile.identity.key, tile)
