"""The door to paper: one function per sheet, and one for tomorrow's whole pile."""

from collections.abc import Sequence

from plplanner.printing.board import draw_board
from plplanner.printing.cards import draw_cards
from plplanner.printing.page import new_sheets
from plplanner.printing.rows import ClassBoard, PlaylistCard, StudentSlip, SubstituteSheet
from plplanner.printing.slips import draw_slips
from plplanner.printing.substitute_pages import draw_substitute
from plplanner.terms import Paper


def sheets_pdf(
    *,
    board: ClassBoard | None,
    slips: Sequence[StudentSlip],
    cards: Sequence[PlaylistCard],
    paper: Paper,
    substitute: SubstituteSheet | None = None,
    title: str = "plplanner",
) -> bytes:
    """What a substitute gets, board, slips and cards as one PDF; the same rows, the same bytes.

    `title` is what a viewer shows in its window: keep it neutral, never a name.
    """
    sheets = new_sheets(paper=paper, title=title)
    if substitute is not None:
        draw_substitute(sheets, substitute)
    if board is not None:
        draw_board(sheets, board)
    draw_slips(sheets, slips)
    draw_cards(sheets, cards)
    return sheets.pdf()


def board_pdf(board: ClassBoard, *, paper: Paper) -> bytes:
    """The class rotation board for the wall."""
    return sheets_pdf(board=board, slips=(), cards=(), paper=paper)


def slips_pdf(slips: Sequence[StudentSlip], *, paper: Paper) -> bytes:
    """A slip for each student, to cut."""
    return sheets_pdf(board=None, slips=slips, cards=(), paper=paper)


def cards_pdf(cards: Sequence[PlaylistCard], *, paper: Paper) -> bytes:
    """A playlist card for each student, to cut."""
    return sheets_pdf(board=None, slips=(), cards=cards, paper=paper)


def substitute_pdf(sheet: SubstituteSheet, *, paper: Paper) -> bytes:
    """Two pages for a substitute, and the one that comes back."""
    return sheets_pdf(board=None, slips=(), cards=(), paper=paper, substitute=sheet)
