"""`print_set`, `print_cards_35`, `print_cards_1000`: sheets as PDF, from rows to bytes."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Act, Figure
from benchmarks.printed_rows import board, card, slip
from plplanner.printing.documents import cards_pdf, sheets_pdf
from plplanner.printing.rows import PlaylistCard
from plplanner.terms import Paper

_CLASS, _SCHOOL = 35, 1000
_LINKS_OF_SCHOOL = 120
_FIELDS_OF_CARD, _FIELDS_OF_SLIP, _FIELDS_OF_BOARD = 14, 15, 40


def print_set(_folder: Path) -> Figure:
    """Tomorrow's whole pile for a class; every card has a QR symbol of its own."""
    slips = tuple(slip(number) for number in range(_CLASS))
    cards = _cards(_CLASS, links=_CLASS)
    return Figure(
        name="print_set",
        workload=f"board, {_CLASS} slips, {_CLASS} cards with {_CLASS} different QR, Letter",
        at_most=0.7,
        floor_is=_floor_is(),
        work=lambda _run: _drawing(
            lambda: sheets_pdf(board=board(), slips=slips, cards=cards, paper=Paper.LETTER)
        ),
        floor=lambda _run: _drawing(
            lambda: _boxes(
                (1, 1, _FIELDS_OF_BOARD), (_CLASS, 8, _FIELDS_OF_SLIP), (_CLASS, 4, _FIELDS_OF_CARD)
            )
        ),
    )


def print_cards_35(_folder: Path) -> Figure:
    """The cards of a class."""
    return _cards_figure("print_cards_35", _CLASS, links=_CLASS, at_most=0.5)


def print_cards_1000(_folder: Path) -> Figure:
    """The cards of a school; links repeat there, as playlists do."""
    return _cards_figure("print_cards_1000", _SCHOOL, links=_LINKS_OF_SCHOOL, at_most=5)


def _cards_figure(name: str, count: int, *, links: int, at_most: float) -> Figure:
    cards = _cards(count, links=links)
    return Figure(
        name=name,
        workload=f"{count} cards with {links} different QR, Letter",
        at_most=at_most,
        floor_is=_floor_is(),
        work=lambda _run: _drawing(lambda: cards_pdf(cards, paper=Paper.LETTER)),
        floor=lambda _run: _drawing(lambda: _boxes((count, 4, _FIELDS_OF_CARD))),
    )


def _cards(count: int, *, links: int) -> tuple[PlaylistCard, ...]:
    return tuple(card(number, links=links) for number in range(count))


def _floor_is() -> str:
    return "as many boxes and lines of text in a built-in font, no QR"


@contextmanager
def _drawing(draw: Callable[[], bytes]) -> Iterator[Act]:
    yield draw


def _boxes(*piles: tuple[int, int, int]) -> bytes:
    """For each (pieces, pieces a page, fields a piece): a box and its fields, nothing more."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=1)
    for pieces, on_a_page, fields in piles:
        for piece in range(pieces):
            x, y = 36 + 270 * (piece % 2), 720 - 90 * (piece % on_a_page // 2)
            canvas.rect(x, y - 60, 260, 80)
            for field in range(fields):
                canvas.drawString(x + 4, y - 4 * field, "Fraction strips to 1: sort, explain")
            if piece % on_a_page == on_a_page - 1:
                canvas.showPage()
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
