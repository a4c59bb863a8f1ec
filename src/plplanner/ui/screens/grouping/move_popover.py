"""Move a student by keyboard: type the first letters of a group, press Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from plplanner.grouping.rows import Pile
from plplanner.roster.names import compare_key
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.popover import Offer, Popover

_WIDTH = 440


def move_popover(
    name: str,
    piles: Sequence[Pile],
    *,
    says_of: Callable[[str], str],
    on_choice: Callable[[str], object],
    parent: QWidget,
) -> Popover:
    """The groups a student can move to, each with what that would mean (`says_of` its key).

    `on_choice` gets the key of the one chosen.
    """
    said = {pile.identity.key: says_of(pile.identity.key) for pile in piles}

    def offers(typed: str) -> list[Offer]:
        start = compare_key(typed)
        return [_offer(pile, said[pile.identity.key]) for pile in piles if _begins(pile, start)]

    made = Popover(
        f"Move {name} to",
        heading=(f"Move {name} to", "strong"),
        field="Group",
        listed="Groups",
        offers=offers,
        on_choice=on_choice,
        size=(_WIDTH, 96 + 30 * min(len(piles), 8)),
        row_height=28,
        parent=parent,
    )
    made.list.setIconSize(QSize(20, 20))
    made.list.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _begins(pile: Pile, start: str) -> bool:
    return compare_key(pile.identity.word).startswith(start)


def _offer(pile: Pile, said: str) -> Offer:
    tile = QIcon(group_tile(pile.identity, 20, 2.0))
    words = f"{pile.identity.word}  {len(pile.students)}"
    return Offer(f"{words}   {said}" if said else words, pile.identity.key, tile)
