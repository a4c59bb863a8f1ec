import stat
from dataclasses import replace

import pytest

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.terms import Paper
from plplanner.ui.screens.printing.paper_out import (
    PaperOrder,
    file_name,
    free_place,
    place_words,
    print_or_save,
    save_order,
)
from plplanner.ui.screens.printing.printers import PrinterSilent, Ticket
from tests.builders import MONDAY
from tests.printing.reading_pdf import pages_of

TICKET = Ticket("Workroom", Paper.LETTER, grey=True, two_sided=False)


@pytest.fixture
def order(planned):
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    return PaperOrder(lesson, PaperWishes(Paper.LETTER), (Sheet.BOARD,), 1)


def silent(_pdfs, _ticket):
    raise PrinterSilent


def test_a_printer_that_answers_leaves_no_file(order, tmp_path):
    sent = []
    outcome = print_or_save(
        order, [b"x"], ticket=TICKET, send=lambda *all_: sent.append(all_), documents=tmp_path
    )
    assert outcome.saved is None
    assert sent == [([b"x"], TICKET)]


def test_a_silent_printer_leaves_a_private_pdf_in_documents(order, tmp_path):
    folder = tmp_path / "Documents"
    outcome = print_or_save(order, [], ticket=TICKET, send=silent, documents=folder)
    assert outcome.saved == folder / "Math 3, 2026-11-23.pdf"
    assert stat.S_IMODE(outcome.saved.stat().st_mode) == 0o600
    assert len(pages_of(outcome.saved.read_bytes())) == 1


def test_an_earlier_pdf_is_never_replaced_unasked(order, tmp_path):
    for _ in range(2):
        outcome = print_or_save(order, [], ticket=TICKET, send=silent, documents=tmp_path)
    assert outcome.saved.name == "Math 3, 2026-11-23 2.pdf"
    assert free_place(outcome.saved).name == "Math 3, 2026-11-23 2 2.pdf"


def test_where_a_pdf_is_names_file_and_folder(tmp_path):
    assert place_words(tmp_path / "a.pdf") == f"“a.pdf” in “{tmp_path}”"


def test_a_pdf_goes_where_the_teacher_says(order, tmp_path):
    assert save_order(order, tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_the_name_of_the_file_is_the_class_and_the_day(order):
    plan = replace(order.lesson.plan, class_name='3/4 "Math": P2')
    assert file_name(replace(order.lesson, plan=plan)) == "3 4 Math P2, 2026-11-23.pdf"
