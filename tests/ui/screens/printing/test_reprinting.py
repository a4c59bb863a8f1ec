from dataclasses import replace

import pypdfium2
import pytest

from plplanner.printing.lesson_paper import PaperWishes, Sheet, paper_pdf
from plplanner.printing.pieces import pieces_printed
from plplanner.roster.commands import mark_absent
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.terms import Paper
from plplanner.ui.screens.printing.printers import PrinterRow, PrinterSilent, Ticket
from plplanner.ui.screens.printing.reprinting import Reprinting, reprint
from tests.builders import MONDAY

WORKROOM = PrinterRow("Workroom", prints_colour=True, prints_two_sided=False)


@pytest.fixture
def desk_of(stage_on, qtbot):
    """`desk_of(planner, …)`: the reprinting of its Monday, and all it said and sent."""

    def build(planner, *, printers=(WORKROOM,), is_silent=False):
        said, sent = [], []
        stage = stage_on(planner)
        for signal in (stage.wishes.tell, stage.wishes.show_banner, stage.wishes.warn):
            signal.connect(said.append)

        def send(pdfs, ticket):
            if is_silent:
                raise PrinterSilent
            sent.append((pdfs, ticket))

        made = Reprinting(stage, find_printers=lambda: printers, send=send)
        made.saved.connect(said.append)
        return made, said, sent

    return build


def print_all(planner):
    lesson = planner.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), tuple(Sheet))
    planner.note(note_printed, class_id=1, day=MONDAY, printed=printed)
    return lesson


def go(made, qtbot, **how):
    made.go(**how)
    qtbot.waitUntil(lambda: not made._is_under_way, timeout=10_000)


def absent(planner, lesson):
    student = lesson.students[0]
    planner.do(mark_absent, student_id=student.id, day=MONDAY, name=student.name)
    return student.name


def test_without_anything_printed_all_of_it_is_offered(desk_of, planned, qtbot):
    made, said, sent = desk_of(planned)
    go(made, qtbot)
    tone, words, (button, _) = said[0]
    assert (tone, words) == ("news", "Nothing was printed for Mon 23 Nov yet.")
    assert (button, sent) == ("Print all of it", [])


@pytest.mark.long
def test_only_the_changed_slip_goes_to_the_usual_printer_and_then_nothing_has_changed(
    desk_of, planned, qtbot
):
    name = absent(planned, print_all(planned))
    made, said, sent = desk_of(planned)
    undo = planned.undo_label
    go(made, qtbot)
    assert said == [f"The slip of {name}: 1 page went to Workroom."]
    ((pdf,), ticket) = sent[0]
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert ticket == Ticket("Workroom", Paper.LETTER, grey=True, two_sided=False)
    assert planned.undo_label == undo
    go(made, qtbot)
    assert said[1:] == ["Nothing on paper has changed since you printed."]
    planned.undo()
    go(made, qtbot)
    assert said[2:] == said[:1]


def test_without_a_printer_the_pages_are_saved_without_a_question(
    desk_of, planned, qtbot, tmp_path
):
    name = absent(planned, print_all(planned))
    made, said, _ = desk_of(planned, printers=())
    go(made, qtbot)
    words, place = said[0]
    where = f"“Math 3, 2026-11-23, changed.pdf” in “{tmp_path}”"
    assert words == f"The slip of {name}: 1 page saved as {where}."
    assert place == tmp_path / "Math 3, 2026-11-23, changed.pdf"
    assert name in pypdfium2.PdfDocument(place)[0].get_textpage().get_text_range()


def test_a_printer_that_does_not_answer_loses_nothing(desk_of, planned, qtbot, tmp_path):
    absent(planned, print_all(planned))
    made, said, _ = desk_of(planned, is_silent=True)
    go(made, qtbot, printer=WORKROOM, grey=False, paper=Paper.A4)
    words, place = said[0]
    assert round(pypdfium2.PdfDocument(place)[0].get_height()) == 842
    assert words.startswith("The printer did not answer. The slip of ")
    assert place.exists()


def test_what_cannot_be_saved_is_said_and_can_be_tried_again(desk_of, planned, qtbot, tmp_path):
    absent(planned, print_all(planned))
    made, said, _ = desk_of(planned, printers=())
    (tmp_path / "full").touch()
    made._stage = replace(made._stage, documents=tmp_path / "full")
    go(made, qtbot)
    assert said[0].what
    assert not made._is_under_way


def test_a_place_that_is_taken_is_never_written_over(tmp_path, planned):
    lesson = print_all(planned)
    taken = tmp_path / "changed.pdf"
    taken.write_text("mine")
    pdf = paper_pdf(lesson, PaperWishes(Paper.LETTER), sheets=(Sheet.BOARD,))
    ticket = Ticket("", Paper.LETTER, grey=True, two_sided=False)
    done = reprint(pdf, ticket=ticket, find=tuple, send=lambda *_: None, target=taken)
    assert (done.saved.name, done.pages) == ("changed 2.pdf", 1)
    assert taken.read_text() == "mine"
