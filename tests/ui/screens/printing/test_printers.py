import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from plplanner.printing.documents import board_pdf, slips_pdf
from plplanner.terms import Paper
from plplanner.ui.screens.printing.printers import (
    PrinterSilent,
    Ticket,
    print_pages,
    printers_here,
    send_to_printer,
)
from tests.printing.sample_sheets import a_board, a_slip

BOARD = board_pdf(a_board(), paper=Paper.LETTER)
SLIPS = slips_pdf([a_slip()], paper=Paper.LETTER)


def printed(folder, ticket, pdfs):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / "out.pdf"))
    print_pages(printer, pdfs, ticket)
    with pypdfium2.PdfDocument(folder / "out.pdf") as document:
        return [
            (round(page.get_width()), round(page.get_height()), ink_of(page)) for page in document
        ]


def ink_of(page):
    return bool((page.render(scale=0.2, grayscale=True).to_numpy() < 128).any())


@pytest.mark.long
def test_every_page_is_printed_the_right_way_round(application, tmp_path):
    ticket = Ticket("", Paper.LETTER, grey=True, two_sided=False)
    pages = printed(tmp_path, ticket, [BOARD, SLIPS])
    assert pages == [(792, 612, True), (612, 792, True)]


@pytest.mark.long
def test_two_sided_the_next_document_begins_on_its_own_leaf(application, tmp_path):
    ticket = Ticket("", Paper.LETTER, grey=True, two_sided=True)
    pages = printed(tmp_path, ticket, [BOARD, SLIPS])
    assert [ink for _, _, ink in pages] == [True, False, True]


def test_a_place_that_cannot_be_written_is_a_silent_printer(application, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    with pytest.raises(PrinterSilent):
        print_pages(printer, [BOARD], Ticket("", Paper.LETTER, grey=True, two_sided=False))


def test_a_printer_that_is_gone_is_a_silent_printer(application):
    with pytest.raises(PrinterSilent):
        send_to_printer([BOARD], Ticket("Gone", Paper.A4, grey=False, two_sided=False))


def test_the_printers_of_this_computer_can_be_listed(application):
    assert all(row.name for row in printers_here())
