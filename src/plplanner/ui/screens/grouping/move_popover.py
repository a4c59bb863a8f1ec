"""Move a student by keyboard: type the first letters of a group, press Enter."""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QWidget

from plplanner.grouping.rows import Pile
from plplanner.records import record
from plplanner.roster.names import compare_key
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.popover import Offer, Popover
from plplanner.ui.kit.theme import body_font

_WIDTH, _ROOM, _MOST_HIGH = 480, 410, 440
_ROW, _LINE = 12, 20


@record(frozen=True)
class Place:
    """A group to move to: what that would mean, and whether a rule or a size is broken."""

    pile: Pile
    says: str
    is_breaking: bool

    @property
    def words(self) -> str:
        """Word and count, and below what it would mean."""
        head = f"{self.pile.identity.word}  {len(self.pile.students)}"
        return f"{head}\n{self.says}" if self.says else head


def move_popover(
    name: str,
    piles: Sequence[Pile],
    *,
    says_of: Callable[[str], tuple[str, bool]],
    on_choice: Callable[[str], object],
    parent: QWidget,
) -> Popover:
    """The groups a student can move to, each with what that would mean, whole.

    `says_of` a key gives the sentence, and whether the move breaks something; such groups stand
    last, so that Enter alone never breaks a rule while another group is left. `on_choice` gets
    the key of the one chosen.
    """
    said = (Place(pile, *says_of(pile.identity.key)) for pile in piles)
    places = sorted(said, key=lambda one: one.is_breaking)  # else as they lie on the table

    def offers(typed: str) -> list[Offer]:
        start = compare_key(typed)
        return [_offer(one) for one in places if _begins(one.pile, start)]

    lines = max((_lines(one) for one in places), default=1)
    height = _ROW + _LINE * lines
    made = Popover(
        f"Move {name} to",
        heading=(f"Move {name} to", "strong"),
        field="Group",
        listed="Groups",
        offers=offers,
        on_choice=on_choice,
        size=(_WIDTH, min(_MOST_HIGH, 100 + height * len(places))),
        row_height=height,
        parent=parent,
    )
    made.list.setIconSize(QSize(20, 20))
    made.list.setWordWrap(True)
    made.list.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _lines(place: Place) -> int:
    """How many lines the words of a place take."""
    wide = QFontMetrics(body_font(14)).horizontalAdvance(place.says)
    return 1 + ceil(wide / _ROOM)


def _begins(pile: Pile, start: str) -> bool:
    return compare_key(pile.identity.word).startswith(start)


def _offer(place: Place) -> Offer:
    tile = QIcon(group_tile(place.pile.identity, 20, 2.0))
    return Offer(place.words, place.pile.identity.key, tile)
