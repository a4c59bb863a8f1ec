"""The print room: gallery, preview, and where the pages go."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from plplanner.grouping.saved.queries import newest_groups
from plplanner.rotation.substitute.queries import substitute_words
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.save_where import ask_where
from plplanner.ui.screen import Screen
from plplanner.ui.screens.printing.gallery import Gallery
from plplanner.ui.screens.printing.paper_out import file_name, place_words
from plplanner.ui.screens.printing.preview import Preview
from plplanner.ui.screens.printing.reprinting import Reprinting
from plplanner.ui.screens.printing.side_panel import SidePanel
from plplanner.ui.screens.printing.viewmodel import PrintViewModel
from plplanner.ui.show_saved import show_saved
from plplanner.ui.stage import Stage

_PDF = (("PDF", ".pdf"),)
_CORNER = QPoint(40, 40)
_PAGE_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PrintScreen(Screen):
    """Shows the lesson's sheets as they will print, and prints them."""

    title = "Print"

    def __init__(self, stage: Stage, viewmodel: PrintViewModel | None = None) -> None:
        """`viewmodel` is given by tests, which bring printers of their own."""
        self.viewmodel = viewmodel or PrintViewModel(stage)
        super().__init__(stage, self.viewmodel)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._stack, room = QStackedWidget(self), QWidget(self)
        self.gallery = Gallery(self.viewmodel, theme=stage.theme, parent=room)
        self.preview = Preview(self.viewmodel, theme=stage.theme, parent=room)
        self.side = SidePanel(self.viewmodel, theme=stage.theme, parent=room)
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(self.preview, 1)
        row.addWidget(self.side)
        self._stack.addWidget(room)
        self.body.addWidget(self._stack)
        self.side.save_wanted.connect(self.save_pdf)
        self.side.notes_wanted.connect(self._ask_for_notes)
        self.viewmodel.saved.connect(self._say_saved)
        self.viewmodel.kept.connect(self._say_where_saved)
        self.changes = Reprinting(stage, self)
        self.changes.saved.connect(self._say_where_saved)

    @property
    def subtitle(self) -> str:
        """The day the sheets are for."""
        day = self.stage.choice.day
        return f"for {day_words(day)}"

    def show_rows(self) -> None:
        """The three parts, or the way to a plan."""
        self._clear_empty()
        if self.viewmodel.lesson is None:
            self._stack.setCurrentIndex(self._stack.addWidget(self._empty()))
        else:
            self._stack.setCurrentIndex(0)
            for part in (self.gallery, self.preview, self.side):
                part.show_rows()
        self.heading_changed.emit()

    def first_focus(self) -> QWidget:
        """The sheet that is shown."""
        if self.viewmodel.lesson is None:
            return super().first_focus()
        return self.gallery.tiles[self.viewmodel.choices.selected]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Page up and page down turn pages wherever the focus is."""
        if event.key() in _PAGE_KEYS:
            self.preview.page.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def save_pdf(self) -> None:
        """Ask where, then save."""
        lesson = self.viewmodel.lesson
        if lesson is None:
            return
        start = self.stage.documents / file_name(lesson)
        target = ask_where(self.stage, self, says="Save as PDF", start=start, kinds=_PDF)
        if target is not None:
            self.viewmodel.save_pdf(target)

    def print_now(self) -> None:
        """Do what the main button does, or say why it cannot."""
        if self.viewmodel.lesson is None:
            self.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.side.primary.isEnabled():
            self.side.primary.click()
        else:
            why = self.side.primary.toolTip() or "The pages are being made. Press it again then."
            self.stage.wishes.tell.emit(why)

    def reprint(self) -> None:
        """Print only what changed since, on the printer chosen here, from whatever screen."""
        model = self.viewmodel
        self.changes.go(
            model.printer,
            grey=model.prints_grey or model.printer is None,
            paper=model.choices.paper,
        )

    def _say_where_saved(self, told: tuple[str, Path]) -> None:
        self._tell_saved("news", *told)

    def _say_saved(self, told: tuple[str, Path]) -> None:
        pages, path = told
        text = f"The printer did not answer. Your {pages} are saved as {place_words(path)}."
        self._tell_saved("warn", text, path)

    def _tell_saved(self, tone: str, text: str, path: Path) -> None:
        opens = ("Open", partial(show_saved, self.stage, path))
        self.stage.wishes.show_banner.emit((tone, text, opens))

    def _empty(self) -> EmptyState:
        day = self.stage.choice.day
        title, says = f"No plan for {weekday(day)} yet", "Plan the lesson"
        reason = "The board, the slips and the cards are made from the plan of the day."
        if self._has_draft():
            title, says = f"The plan for {weekday(day)} is a draft", "Look at the draft"
            reason = "Press Print there: that keeps it, and brings its pages here."
        return EmptyState(
            theme=self.stage.theme,
            icon_name="print",
            title=title,
            reason=reason,
            acts=[
                (says, lambda: self.stage.wishes.go_to.emit("tomorrow")),
                ("Print your spare day", self.viewmodel.use_spare_day)
                if self._has_spare_day()
                else ("Write a day for a substitute", partial(self._ask_for_notes, "spare_day")),
            ],
        )

    def _has_draft(self) -> bool:
        """Whether groups are there, from which a day to come is drafted on its screen."""
        class_id, today = self.stage.choice.class_id, self.stage.clock().date()
        if class_id is None or self.stage.choice.day < today:
            return False
        return self.stage.desk.ask(newest_groups, class_id=class_id) is not None

    def _has_spare_day(self) -> bool:
        class_id = self.stage.choice.class_id
        return class_id is not None and bool(
            self.stage.desk.ask(substitute_words, class_id=class_id).spare_day
        )

    def _ask_for_notes(self, first: str = "where_things") -> None:
        from plplanner.ui.screens.printing.handing_over import ask_for_notes  # noqa: PLC0415

        is_shown = self.side.for_substitute.isVisible()
        anchor = self.side.for_substitute if is_shown else self
        corner = anchor.mapToGlobal(anchor.rect().bottomLeft() if is_shown else _CORNER)
        ask_for_notes(self.stage, self, corner, first=first)

    def _clear_empty(self) -> None:
        while (old := self._stack.widget(1)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
