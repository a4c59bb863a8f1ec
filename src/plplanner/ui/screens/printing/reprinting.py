"""Only the pages that changed, without a question: to the printer, or as a PDF in Documents."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QObject, Signal

from plplanner.cli.save_file import save_file
from plplanner.printing.pieces import (
    ChangedPaper,
    as_reprinted,
    changed_pdf,
    changed_since,
    changed_words,
)
from plplanner.records import record
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print, printed_pieces
from plplanner.rotation.rows import LessonToPrint, PrintedPieces
from plplanner.terms import Paper
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.printing.choices import spoken_pages
from plplanner.ui.screens.printing.paper_out import Send, file_name, free_place, place_words
from plplanner.ui.screens.printing.printers import (
    PrinterRow,
    PrinterSilent,
    Ticket,
    printers_here,
    send_to_printer,
)
from plplanner.ui.stage import Stage


@record(frozen=True)
class Reprinted:
    """Where the changed pages went: to a printer, or into a PDF."""

    pages: int
    printer: str = ""
    saved: Path | None = None
    printer_is_silent: bool = False


class Reprinting(QObject):
    """Prints what changed since the lesson was printed, or says that nothing did."""

    saved = Signal(object)  # (sentence, Path)

    def __init__(
        self,
        stage: Stage,
        parent: QObject | None = None,
        *,
        find_printers: Callable[[], tuple[PrinterRow, ...]] = printers_here,
        send: Send = send_to_printer,
    ) -> None:
        """`find_printers` and `send` are this computer's printers."""
        super().__init__(parent)
        self._stage, self._find_printers, self._send = stage, find_printers, send
        self._is_under_way = False
        stage.jobs.failed.connect(self._end)

    def go(
        self,
        printer: PrinterRow | None = None,
        *,
        grey: bool = True,
        paper: Paper | None = None,
    ) -> None:
        """Print the changed pages; `printer` None takes the usual one of this computer."""
        stage, class_id, day = self._stage, self._stage.choice.class_id, self._stage.choice.day
        if class_id is None or self._is_under_way:
            return
        lesson = stage.desk.ask(lesson_to_print, class_id=class_id, day=day)
        printed = stage.desk.ask(printed_pieces, class_id=class_id, day=day)
        if lesson is None or printed is None:
            says = f"Nothing was printed for {day_words(day)} yet."
            whole = ("Print all of it", partial(stage.wishes.go_to.emit, "print"))
            stage.wishes.show_banner.emit(("news", says, whole))
            return
        changed = changed_since(lesson, printed)
        if not changed.is_any:
            stage.wishes.tell.emit("Nothing on paper has changed since you printed.")
            return
        self._is_under_way = True
        size = paper or stage.preferences.paper
        stage.jobs.think(
            partial(
                self._carry_out,
                partial(changed_pdf, lesson, printed, changed, paper=size),
                Ticket(printer.name if printer else "", size, grey, two_sided=False),
                stage.documents / file_name(lesson).replace(".pdf", ", changed.pdf"),
            ),
            then=partial(self._done, lesson, printed, changed),
            on_problem=self._could_not,
        )

    def _carry_out(self, make: Callable[[], bytes], ticket: Ticket, target: Path) -> Reprinted:
        return reprint(
            make(), ticket=ticket, find=self._find_printers, send=self._send, target=target
        )

    def _done(
        self, lesson: LessonToPrint, printed: PrintedPieces, changed: ChangedPaper, done: Reprinted
    ) -> None:
        self._is_under_way = False
        words = changed_words(lesson, changed)
        self._stage.desk.note(
            note_printed,
            class_id=lesson.plan.class_id,
            day=lesson.plan.day,
            printed=as_reprinted(lesson, printed, changed),
        )
        pages = spoken_pages(done.pages)
        if done.saved is None:
            self._stage.wishes.tell.emit(f"{words}: {pages} went to {done.printer}.")
            return
        why = "The printer did not answer. " if done.printer_is_silent else ""
        self.saved.emit((f"{why}{words}: {pages} saved as {place_words(done.saved)}.", done.saved))

    def _end(self) -> None:
        self._is_under_way = False

    def _could_not(self, problem: object) -> None:
        self._is_under_way = False
        self._stage.wishes.warn.emit(problem)


def reprint(
    pdf: bytes,
    *,
    ticket: Ticket,
    find: Callable[[], tuple[PrinterRow, ...]],
    send: Send,
    target: Path,
) -> Reprinted:
    """Send the pages to the printer of the ticket, or to the usual one; else save them.

    Without a printer, or when it does not answer, they are a PDF at `target`.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
    usual = find()[:1] if not ticket.printer else ()
    name = ticket.printer or "".join(printer.name for printer in usual)
    if name:
        try:
            send([pdf], Ticket(name, ticket.paper, ticket.grey, ticket.two_sided))
        except PrinterSilent:
            pass
        else:
            return Reprinted(pages, printer=name)
    place = free_place(target)
    save_file(place, pdf)
    return Reprinted(pages, saved=place, printer_is_silent=bool(name))
