"""The printers of this computer, and the way of finished pages onto one of them.

Runs in a job: a printer that does not answer never stalls the window.
"""

from collections.abc import Sequence

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from plplanner.records import record
from plplanner.terms import Paper
from plplanner.ui.screens.printing.proofs import picture_of

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


class PrinterSilent(Exception):  # noqa: N818 - what happened, in the teacher's words
    """The printer did not take the pages; nothing more is known."""


@record(frozen=True)
class PrinterRow:
    """A printer to choose."""

    name: str
    prints_colour: bool
    prints_two_sided: bool


@record(frozen=True)
class Ticket:
    """How finished pages go to a printer."""

    printer: str
    paper: Paper
    grey: bool
    two_sided: bool


def printers_here() -> tuple[PrinterRow, ...]:
    """The printers this computer knows, its usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    found = [
        PrinterRow(
            name=printer.printerName(),
            prints_colour=QPrinter.ColorMode.Color in printer.supportedColorModes(),
            prints_two_sided=any(
                mode is not QPrinter.DuplexMode.DuplexNone
                for mode in printer.supportedDuplexModes()
            ),
        )
        for printer in QPrinterInfo.availablePrinters()
    ]
    return tuple(sorted(found, key=lambda row: (row.name != usual, row.name.casefold())))


def send_to_printer(pdfs: Sequence[bytes], ticket: Ticket) -> None:
    """Print the pages of all documents as one job. Raises PrinterSilent when that fails."""
    known = QPrinterInfo.printerInfo(ticket.printer)
    if known.isNull():
        raise PrinterSilent
    printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise PrinterSilent
    print_pages(printer, pdfs, ticket)


def print_pages(printer: QPrinter, pdfs: Sequence[bytes], ticket: Ticket) -> None:
    """Draw every page on a printer. Two-sided, each document begins on a leaf of its own."""
    _set_up(printer, ticket)
    painter = QPainter()
    place = 0
    for pdf in pdfs:
        with pypdfium2.PdfDocument(pdf) as document:
            if ticket.two_sided and place % 2:
                place = _next_page(printer, painter, place)
            for leaf in document:
                _turn(printer, ticket.paper, leaf)
                place = _next_page(printer, painter, place)
                _draw(printer, painter, leaf, grey=ticket.grey)
    if painter.isActive() and not painter.end():
        raise PrinterSilent
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterSilent


def _set_up(printer: QPrinter, ticket: Ticket) -> None:
    modes, colours = QPrinter.DuplexMode, QPrinter.ColorMode
    printer.setDocName("plplanner")  # what others read in the printer's queue: no name
    printer.setResolution(_DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setColorMode(colours.GrayScale if ticket.grey else colours.Color)
    printer.setDuplex(modes.DuplexLongSide if ticket.two_sided else modes.DuplexNone)


def _turn(printer: QPrinter, paper: Paper, leaf: pypdfium2.PdfPage) -> None:
    wide, tall = leaf.get_size()
    ways = QPageLayout.Orientation
    printer.setPageLayout(
        QPageLayout(
            QPageSize(_SIZES[paper]),
            ways.Landscape if wide > tall else ways.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )


def _next_page(printer: QPrinter, painter: QPainter, place: int) -> int:
    taken = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not taken:
        raise PrinterSilent
    return place + 1


def _draw(printer: QPrinter, painter: QPainter, leaf: pypdfium2.PdfPage, *, grey: bool) -> None:
    picture = picture_of(leaf, _DOTS_PER_INCH / _POINTS_PER_INCH, grey=grey)
    whole = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), picture)
