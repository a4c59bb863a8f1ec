from datetime import timedelta

import pytest

from plplanner.printing.lesson_paper import Sheet
from plplanner.roster.commands import rename_student
from plplanner.rotation.printed.queries import printed_pieces
from plplanner.terms import Paper
from plplanner.ui.screens.printing.printers import PrinterRow, PrinterSilent
from plplanner.ui.screens.printing.viewmodel import PrintViewModel
from tests.builders import MONDAY

WORKROOM = PrinterRow("Workroom LaserJet", prints_colour=False, prints_two_sided=True)


@pytest.fixture
def model_on(stage_on, settled, known_pages):
    """`model_on(planner)`: a shown view model with printers of its own, its pages made."""

    def build(planner, *, printers=(WORKROOM,), send=lambda *_: None):
        stage = stage_on(planner)
        model = PrintViewModel(stage, find_printers=lambda: printers, send=send, known=known_pages)
        model.be_shown(True)
        settled(model)
        return model

    return build


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def test_all_sheets_are_made_and_counted(model_on, planned):
    model = model_on(planned)
    assert {sheet: proof.pages for sheet, proof in model.proofs.sheets.items()} == {
        Sheet.BOARD: 1, Sheet.SLIPS: 4, Sheet.CARDS: 7,
    }  # fmt: skip
    assert model.pages_to_print == 12
    assert model.choices.paper is Paper.LETTER
    assert model.printer == WORKROOM


def test_leaving_a_sheet_out_leaves_its_pages_out(model_on, planned):
    model = model_on(planned)
    model.tick(Sheet.SLIPS, False)
    assert (model.pages_to_print, model.sheets_to_print) == (8, (Sheet.BOARD, Sheet.CARDS))


@pytest.mark.long
def test_a_group_alone_gets_fewer_cards(model_on, planned, settled):
    model = model_on(planned)
    group = model.lesson.plan.groups[0]
    model.set(who=f"group {group.group_id}")
    settled(model)
    assert model.proofs.sheets[Sheet.CARDS].pages == -(-len(group.student_ids) // 4)


@pytest.mark.long
def test_chosen_students_are_ticked_one_by_one(model_on, planned, settled):
    model = model_on(planned)
    model.choose_student(model.lesson.plan.groups[0].student_ids[0], True)
    settled(model)
    assert model.proofs.sheets[Sheet.SLIPS].pages == 1


def test_pages_turn_and_stop_at_the_ends(model_on, planned):
    model = model_on(planned)
    model.turn_to(99)
    assert model.page == 6
    model.set(selected=Sheet.BOARD)
    assert model.page == 0


@pytest.mark.long
def test_the_preview_is_grey_until_colour_is_asked_for(model_on, planned, settled):
    model = model_on(planned)
    model.set(selected=Sheet.BOARD)
    model.fit_into(300, 300)
    settled(model)
    assert model.picture.allGray()
    model.set(shows_other=True)
    settled(model)
    assert not model.picture.allGray()


def test_printing_sends_the_ticked_sheets_and_says_what_went_out(model_on, planned, settled):
    sent = []
    model = model_on(planned, send=lambda pdfs, ticket: sent.append((len(pdfs), ticket)))
    before, told = planned.undo_label, heard(model.stage.wishes.tell)
    changes = []
    planned.watch(changes.append)
    model.tick(Sheet.BOARD, False)
    model.print_pages()
    settled(model)
    ((count, ticket),) = sent
    assert (count, ticket.printer, ticket.grey) == (2, "Workroom LaserJet", True)
    assert told == ["11 pages went to Workroom LaserJet: student slips and playlist cards."]
    assert planned.undo_label == before
    assert [one.tables for one in changes] == [{"printed_lesson"}]
    printed = planned.ask(printed_pieces, class_id=1, day=MONDAY)
    assert {piece.split()[0] for piece in printed.pieces} == {"slips", "cards", "whole"}


def test_the_preview_shows_what_leaves_a_pdf_in_colour_a_printer_in_its_own(model_on, planned):
    model = model_on(planned)
    assert (model.prints_grey, model.shows_grey) == (True, True), "the printer has no colour"
    model.set(shows_other=True)
    assert (model.prints_grey, model.shows_grey) == (True, False)
    model.set(printer="")
    assert (model.prints_grey, model.shows_grey) == (False, False)
    model.set(shows_other=True)
    assert model.shows_grey


@pytest.mark.long
def test_a_silent_printer_saves_the_pages_and_says_where(model_on, planned, settled):
    def silent(_pdfs, _ticket):
        raise PrinterSilent

    model = model_on(planned, send=silent)
    saved = heard(model.saved)
    model.print_pages()
    settled(model)
    ((pages, path),) = saved
    assert (pages, path.parent, path.exists()) == ("12 pages", model.stage.documents, True)


def test_a_page_seen_before_is_drawn_again_after_a_day_without_a_plan(model_on, planned, qtbot):
    model = model_on(planned)
    model.fit_into(60, 80)
    qtbot.waitUntil(lambda: model.picture is not None)
    model.stage.choice.choose_day(MONDAY + timedelta(days=1))
    assert model.picture is None
    model.stage.choice.choose_day(MONDAY)
    qtbot.waitUntil(lambda: model.picture is not None)


@pytest.mark.long
def test_a_pdf_that_cannot_be_saved_is_a_problem_not_a_fault(model_on, planned, tmp_path, settled):
    model = model_on(planned, printers=())
    warned = heard(model.stage.wishes.warn)
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    model.save_pdf(blocked / "sheets.pdf")
    settled(model)
    assert "could not be saved" in warned[0].what
    assert not model.is_printing


@pytest.mark.long
def test_a_new_name_is_on_the_pages_at_once(model_on, planned, settled):
    model = model_on(planned)
    before = model.proofs.sheets[Sheet.SLIPS].pdf
    student = model.lesson.students[0]
    planned.do(rename_student, student_id=student.id, last="<b>Ann", first="Zed")
    settled(model)
    assert model.proofs.sheets[Sheet.SLIPS].pdf != before


def test_without_a_plan_there_is_nothing_to_print(model_on, sample_planner):
    model = model_on(sample_planner)
    assert (model.lesson, model.pages_to_print, model.notes) == (None, 0, ())
    model.print_pages()
    assert not model.is_printing
