"""The import drawer: a file, what it says, what would change; Enter takes it in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screen import Screen
from plplanner.ui.screens.importing.file_head import FileHead
from plplanner.ui.screens.importing.preview_table import PreviewTable
from plplanner.ui.screens.importing.questions import QuestionCards
from plplanner.ui.screens.importing.report import Report
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.stage import Stage


class ImportScreen(Screen):
    """One file on its way in."""

    title = "Import scores"

    def __init__(self, stage: Stage) -> None:
        """Waits for `take_file`."""
        self.drawer = ImportDrawer(stage)
        super().__init__(stage, self.drawer)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(self)
        self.body.addWidget(self._stack)
        self._waiting, self._whole = QWidget(), QWidget()
        self._waiting_column = QVBoxLayout(self._waiting)
        self._waiting_column.setContentsMargins(16, 12, 16, 16)
        self.head = FileHead(self.drawer, stage.theme)
        self.table = PreviewTable(self.drawer, stage.theme)
        self.questions = QuestionCards()
        self.report = Report(self.drawer, stage.theme)
        self._lay_out()
        self._connect()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._whole)
        self._had_preview = False
        self.show_rows()

    @property
    def subtitle(self) -> str:
        """Whether anything is saved."""
        return "nothing is saved yet" if self.drawer.preview else ""

    def take_file(self, path: Path) -> None:
        """Read a file and show what it says."""
        self.drawer.take_file(path)

    def step_back(self) -> None:
        """Left by another way: the file is put aside, nothing was saved."""
        super().step_back()
        self.drawer.leave_file()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.questions)
        row.addLayout(column, 1)
        row.addWidget(self.report)

    def _connect(self) -> None:
        self.questions.blank_said.connect(self.drawer.say_blank)
        self.questions.mark_said.connect(self.drawer.say_mark)
        self.questions.percent_said.connect(self.drawer.say_percent)
        self.report.cell_wanted.connect(self.table.show_cell)

    def show_rows(self) -> None:
        """The preview, or why there is none."""
        preview = self.drawer.preview
        if preview is None:
            self._had_preview = False
            self._show_waiting()
        else:
            self.head.show_preview()
            self.table.show_preview()
            self.questions.show_questions(preview.read.questions, self.drawer.corrections)
            self.report.show_preview()
            self._stack.setCurrentWidget(self._whole)
            if not self._had_preview:
                self.report.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._had_preview = True
        self.heading_changed.emit()

    def _show_waiting(self) -> None:
        while (item := self._waiting_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if (said := self._what_is_said()) is not None:
            self._waiting_column.addWidget(said)
        if self.drawer.file_name:
            self._waiting_column.addStretch(1)
        self._stack.setCurrentWidget(self._waiting)

    def _what_is_said(self) -> QWidget | None:
        """The error, the line of a slow file, or the way to a first file."""
        drawer, choose = self.drawer, self.stage.wishes.choose_file.emit
        if drawer.problem is not None:
            says = f"{drawer.problem.what} {drawer.problem.next_step}"
            act = ("Choose another file", choose)
            return Banner(says, theme=self.stage.theme, tone="error", action=act)
        if drawer.is_reading:
            return plain_label(f"Reading “{drawer.file_name}”…") if drawer.is_slow else None
        return EmptyState(
            theme=self.stage.theme,
            icon_name="import",
            title="No file yet",
            reason="Drop a gradebook anywhere in this window, or choose one.",
            acts=(("Choose a file…", choose),),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter imports, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.drawer.import_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.drawer.leave()
        else:
            super().keyPressEvent(event)
