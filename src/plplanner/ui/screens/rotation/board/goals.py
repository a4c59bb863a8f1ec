"""Where the goals of a lesson stand on the board: below the title, or whole below the cards."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from plplanner.ui.kit.theme import body_font
from plplanner.ui.screens.rotation.board.clock import beside_words
from plplanner.ui.screens.rotation.board.measures import measures
from plplanner.ui.screens.rotation.board.rows import below_words

if TYPE_CHECKING:  # the plan does not wait for what the board and paper share
    from plplanner.printing.rows import ClassBoard


def goal_above(sheet: "ClassBoard", *, width: int, height: int) -> str:
    """The goals on one line below the title; nothing where they would be cut there."""
    size = measures(width=width, height=height, groups=1, below=0)
    room = width - 2 * size.margin - beside_words(width, size)
    fits = QFontMetrics(body_font(size.small)).horizontalAdvance(sheet.goal) <= room
    return sheet.goal if fits else ""


def lines_below(sheet: "ClassBoard", *, width: int, height: int) -> tuple[tuple[str, str], ...]:
    """The lines below the cards, each with its icon; goals without room above are among them."""
    is_above = bool(goal_above(sheet, width=width, height=height))
    return below_words(sheet, with_goals=not is_above)
