"""What the print room shows: the lesson's sheets as they will print, and where they will go."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from plplanner.grouping.saved.queries import newest_groups
from plplanner.printing.lesson_paper import OnCards, PaperWishes, Sheet, there_on_cards
from plplanner.printing.pieces import pieces_printed
from plplanner.problems import Problem
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.rows import LessonToPrint
from plplanner.rotation.substitute.queries import spare_day
from plplanner.ui.missing_playlist import PlaylistGap, gap_in
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.printing.choices import (
    CHOSEN,
    EVERYONE,
    PrintChoices,
    choices_when,
    notes_on,
    spoken_pages,
    spoken_sheets,
    who_choices,
    wishes_of,
)
from plplanner.ui.screens.printing.paper_out import (
    Outcome,
    PaperOrder,
    Send,
    print_or_save,
    save_order,
)
from plplanner.ui.screens.printing.printers import (
    PrinterRow,
    Ticket,
    printers_here,
    send_to_printer,
)
from plplanner.ui.screens.printing.proofs import Proof, Proofs, make_proofs, page_picture
from plplanner.ui.stage import Stage

_NOTHING = Proofs({}, ())


class PrintViewModel(ViewModel):
    """Holds the choices and the proofs; makes, prints and saves in jobs."""

    picture_ready = Signal()
    busy_changed = Signal()
    saved = Signal(object)  # Path of a PDF that took the place of a printer's pages
    kept = Signal(object)  # (what to say, path) of a PDF that was asked for
    watches = frozenset({
        "rotation_plan", "round", "station_visit", "station", "small_group", "group_member",
        "school_class", "student", "enrollment", "student_identifier", "learner_profile",
        "pull_out", "playlist", "playlist_item", "playlist_assignment", "learning_resource",
        "standard", "learning_target", "learning_target_translation", "attendance_mark",
        "substitute_words", "grouping_rule", "grouping_rule_student", "group_set",
    })  # fmt: skip

    def __init__(
        self,
        stage: Stage,
        parent: QObject | None = None,
        *,
        find_printers: Callable[[], tuple[PrinterRow, ...]] = printers_here,
        send: Send = send_to_printer,
        known: Mapping[Sheet, Proof] | None = None,
    ) -> None:
        """`find_printers` and `send` are this computer's printers; `known` are earlier pages."""
        super().__init__(stage, parent)
        self.choices = PrintChoices(paper=stage.preferences.paper)
        self.lesson: LessonToPrint | None = None
        self.gap: PlaylistGap | None = None
        self.proofs = _NOTHING
        self.printers: tuple[PrinterRow, ...] = ()
        self.page = 0
        self.picture: Any = None  # QImage, which this file only hands on
        self.is_printing = False
        self.is_making = False
        self._find_printers, self._send = find_printers, send
        self._knows_printers = False
        self._made_for: tuple[LessonToPrint, PaperWishes] | None = None
        self._known = known or {}
        self._make_again = False
        self._space = (0, 0)
        self._drawing: tuple[object, ...] | None = None
        self._drawn: tuple[object, ...] | None = None
        self._spare_on: tuple[int, date] | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def proof(self) -> Proof | None:
        """The sheet in the preview; None while it is made, or when nobody gets one."""
        return self.proofs.sheets.get(self.choices.selected)

    @property
    def sheets_to_print(self) -> tuple[Sheet, ...]:
        """The sheets with a tick that somebody gets, in the order of printing."""
        return tuple(s for s in Sheet if s in self.choices.ticked and s in self.proofs.sheets)

    @property
    def pages_to_print(self) -> int:
        """How many pages will leave the program."""
        return sum(self.proofs.sheets[sheet].pages for sheet in self.sheets_to_print)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know before printing."""
        if self.lesson is None:
            return ()
        return notes_on(self.lesson, self.choices, self.proofs.undrawable_names)

    @property
    def on_cards(self) -> OnCards:
        """What the cards have to show; a choice of nothing is no choice."""
        if self.lesson is None:
            return OnCards()
        return there_on_cards(self.lesson, wishes_of(self.lesson, self.choices))

    @property
    def printer(self) -> PrinterRow | None:
        """The printer chosen; None for a PDF."""
        return next((p for p in self.printers if p.name == self.choices.printer), None)

    @property
    def prints_grey(self) -> bool:
        """Whether the pages leave without colours; a PDF always has them."""
        printer = self.printer
        return printer is not None and (self.choices.grey or not printer.prints_colour)

    @property
    def shows_grey(self) -> bool:
        """Whether the preview is grey: as the pages leave, unless the other look is asked for."""
        return self.prints_grey is not self.choices.shows_other

    # -- intents --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the lesson again, then make its sheets."""
        class_id = self.stage.choice.class_id
        day = self.stage.choice.day
        was_out = self._is_handed_over()
        self.lesson = None
        if class_id:
            ask = partial(self.stage.desk.ask, class_id=class_id, day=day)
            self.lesson = ask(lesson_to_print)
            if self.lesson is None and self._spare_on == (class_id, day):
                self.lesson = ask(spare_day)
        is_out = self._is_handed_over()
        self.choices = choices_when(self.choices, was_out=was_out, is_out=is_out)
        self.page = 0 if is_out is not was_out else self.page
        self.gap = None
        if self.lesson is None:
            self.proofs, self.picture = _NOTHING, None
            self._made_for, self._drawn = None, None
        else:
            newest = self.stage.desk.ask(newest_groups, class_id=self.lesson.plan.class_id)
            self.gap = gap_in(
                self.stage.desk, self.lesson.plan, self.lesson.playlists, newest=newest
            )
            if self.choices.who not in {choice.key for choice in who_choices(self.lesson)}:
                self.choices = replace(self.choices, who=EVERYONE)
        self._look_for_printers()
        self._make()
        self.refreshed.emit()

    def set(self, **changes: Any) -> None:  # noqa: ANN401 - `replace` checks the names
        """Change choices by their names in `PrintChoices`."""
        self.choices = replace(self.choices, **changes)
        if "selected" in changes:
            self.page = 0
        if changes.keys() & {"grey", "printer"}:  # then the preview says what that means
            self.choices = replace(self.choices, shows_other=False)
        self._make()
        self._draw()
        self.refreshed.emit()

    def use_spare_day(self) -> None:
        """Print the day without a plan that the teacher wrote down, if she has."""
        class_id = self.stage.choice.class_id
        self._spare_on = (class_id, self.stage.choice.day) if class_id else None
        self.refresh()

    def tick(self, sheet: Sheet, is_on: bool) -> None:
        """Print a sheet, or leave it out."""
        ticked = self.choices.ticked
        self.set(ticked=ticked | {sheet} if is_on else ticked - {sheet})

    def choose_student(self, student_id: int, is_on: bool) -> None:
        """Add a student to the chosen ones, or take one out."""
        chosen = self.choices.chosen
        self.set(who=CHOSEN, chosen=chosen | {student_id} if is_on else chosen - {student_id})

    def turn_to(self, page: int) -> None:
        """Show another page (from 0) of the sheet in the preview."""
        last = (self.proof.pages if self.proof else 1) - 1
        self.page = max(0, min(page, last))
        self._draw()
        self.refreshed.emit()

    def fit_into(self, width: int, height: int) -> None:
        """The preview has so many pixels of the screen."""
        self._space = (width, height)
        self._draw()

    def print_pages(self) -> None:
        """Print what is ticked."""
        order, printer = self._order(), self.printer
        if order is None or printer is None:
            return
        ticket = Ticket(
            printer=printer.name,
            paper=self.choices.paper,
            grey=self.prints_grey,
            two_sided=self.choices.two_sided and printer.prints_two_sided,
        )
        pdfs = [self.proofs.sheets[sheet].pdf for sheet in order.sheets]
        documents = self.stage.documents
        self._be_busy(True)
        self.stage.jobs.think(
            partial(print_or_save, order, pdfs, ticket=ticket, send=self._send,
                    documents=documents),
            then=partial(self._printed, order, printer.name),
            on_problem=self._could_not,
        )  # fmt: skip

    def save_pdf(self, target: Path) -> None:
        """Save what is ticked as one PDF, in its colours."""
        order = self._order()
        if order is None:
            return
        self._be_busy(True)
        self.stage.jobs.think(
            partial(save_order, order, target),
            then=partial(self._kept, order),
            on_problem=self._could_not,
        )

    def _is_handed_over(self) -> bool:
        return self.lesson is not None and self.lesson.plan.has_substitute

    # -- jobs -----------------------------------------------------------------------------

    def _order(self) -> PaperOrder | None:
        if self.lesson is None or not self.pages_to_print or self.is_printing or self.is_making:
            return None
        wishes = wishes_of(self.lesson, self.choices)
        return PaperOrder(self.lesson, wishes, self.sheets_to_print, self.pages_to_print)

    def _make(self) -> None:
        if self.lesson is None:
            return
        if self.is_making:
            self._make_again = True
            return
        wishes = wishes_of(self.lesson, self.choices)
        if self._made_for == (self.lesson, wishes):
            return  # a tick or another printer changes no page
        self._made_for = (self.lesson, wishes)
        self.is_making = True
        known = {**self._known, **self.proofs.sheets}
        self.stage.jobs.think(
            partial(make_proofs, self.lesson, wishes, known),
            then=self._made,
            on_problem=self._could_not,
        )

    def _made(self, proofs: Proofs) -> None:
        self.is_making = False
        self.proofs = proofs if self.lesson is not None else _NOTHING
        if self._make_again:
            self._make_again = False
            self._make()
        self.turn_to(self.page)

    def _draw(self) -> None:
        proof = self.proof
        if proof is None or not all(self._space):
            self.picture, self._drawn = None, None
            self.picture_ready.emit()
            return
        wanted = (proof.pdf, self.page, *self._space, self.shows_grey)
        if wanted == self._drawn or self._drawing is not None:
            return
        self._drawing = wanted
        draw = partial(page_picture, proof.pdf, self.page, *self._space, grey=self.shows_grey)
        self.stage.jobs.think(draw, then=self._take_picture, on_problem=self._could_not)

    def _take_picture(self, picture: object) -> None:
        self._drawn, self._drawing = self._drawing, None
        self.picture = picture
        self.picture_ready.emit()
        self._draw()  # the teacher may have turned the page meanwhile

    def _look_for_printers(self) -> None:
        if not self._knows_printers:
            self._knows_printers = True
            self.stage.jobs.think(self._find_printers, then=self._take_printers)

    def _take_printers(self, printers: tuple[PrinterRow, ...]) -> None:
        self.printers = printers
        self.set(printer=printers[0].name if printers else "")

    def _be_busy(self, is_busy: bool) -> None:
        self.is_printing = is_busy
        self.busy_changed.emit()

    # -- what is said ---------------------------------------------------------------------

    def _printed(self, order: PaperOrder, printer: str, outcome: Outcome) -> None:
        self._be_busy(False)
        self._note(order)
        pages = spoken_pages(order.pages)
        if outcome.saved is None:
            self.stage.wishes.tell.emit(
                f"{pages} went to {printer}: {spoken_sheets(order.sheets)}."
            )
        else:
            self.saved.emit((pages, outcome.saved))

    def _note(self, order: PaperOrder) -> None:
        """From now on changes are told against these pages."""
        plan = order.lesson.plan
        self.stage.desk.note(
            note_printed,
            class_id=plan.class_id,
            day=plan.day,
            printed=pieces_printed(order.lesson, order.wishes, order.sheets),
        )

    def _kept(self, order: PaperOrder, path: Path) -> None:
        self._be_busy(False)
        self._note(order)
        self.kept.emit((f"Saved {spoken_pages(order.pages)} in “{path}”.", path))

    def _could_not(self, problem: Problem) -> None:
        self.is_making, self._made_for = False, None
        self._drawing = None
        self._be_busy(False)
        self.stage.wishes.warn.emit(problem)
