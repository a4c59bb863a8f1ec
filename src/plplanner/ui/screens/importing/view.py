"""The import drawer: files, what they say, what would change; Enter takes one in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plplanner.problems import Problem
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.pasting import hear_pasting, paste_table
from plplanner.ui.screen import Screen
from plplanner.ui.screens.importing.came_from import CameFrom
from plplanner.ui.screens.importing.crowd_choice import CrowdChoice
from plplanner.ui.screens.importing.file_head import FileHead
from plplanner.ui.screens.importing.files_list import FilesList
from plplanner.ui.screens.importing.preview_table import PreviewTable
from plplanner.ui.screens.importing.questions import QuestionCards
from plplanner.ui.screens.importing.refused import Refused
from plplanner.ui.screens.importing.report import Report
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.stage import Stage

_ROOMY = 600


class ImportScreen(Screen):
    """Files on their way in, one of them shown."""

    title = "Import scores"

    def __init__(self, stage: Stage) -> None:
        """Waits for `take_files`."""
        self.drawer = ImportDrawer(stage)
        super().__init__(stage, self.drawer)
        self.came_from = CameFrom(self)
        self.drawer.way_back = lambda: self.came_from.room
        self._stack = QStackedWidget(self)
        self._waiting, self._whole = QWidget(), QWidget()
        self._waiting_column = QVBoxLayout(self._waiting)
        self._waiting_column.setContentsMargins(0, 0, 0, 0)
        self.files = FilesList(self.drawer, stage.theme)
        self.head = FileHead(self.drawer, stage.theme)
        self.table = PreviewTable(self.drawer, stage.theme)
        self.questions = QuestionCards()
        self.kept: QLabel = plain_label(
            "Your answers are kept for the next file with these headings.", role="hint"
        )
        self.crowd = CrowdChoice(self.drawer, stage.theme, self._waiting)
        self.report = Report(self.drawer, stage.theme)
        self._lay_out()
        self._connect()
        self._shown_place: tuple[str, int] | None = None
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._show_rest)
        self._heads = QTimer(self, singleShot=True, interval=0)
        self._heads.timeout.connect(self._show_heads)
        self.show_rows()

    @property
    def subtitle(self) -> str:
        """Whether anything is saved."""
        return "nothing is saved yet" if self.drawer.preview else ""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and folders and show what the first one says."""
        self.drawer.take_files(paths)

    def take_pasted(self, content: bytes) -> None:
        """Read a table that was on the clipboard."""
        self.drawer.take_pasted(content)

    def come_up(self) -> None:
        """Files are open again: what was said of those left before holds no longer."""
        clear = getattr(self.window(), "clear_banner", None)
        if self.drawer.aside.has_said and clear is not None:
            self.drawer.aside.has_said = False
            clear()
        super().come_up()

    def step_back(self) -> None:
        """Left by another way: the files are put aside, nothing was saved."""
        super().step_back()
        self.drawer.put_aside()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(16, 12, 16, 12)
        left.setSpacing(8)
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.questions)
        column.addWidget(self.kept)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._whole)
        left.addWidget(self.files)
        left.addWidget(self._stack, 1)
        row.addLayout(left, 1)
        row.addWidget(self.report)
        self.body.addLayout(row)
        self.crowd.hide()

    def _connect(self) -> None:
        answers = self.drawer.answers
        self.questions.blank_said.connect(answers.say_blank)
        self.questions.mark_said.connect(answers.say_mark)
        self.questions.percent_said.connect(answers.say_percent)
        self.report.cell_wanted.connect(self.table.show_cell)
        hear_pasting(self, self.stage.wishes)

    def show_rows(self) -> None:
        """The preview, or why there is none."""
        preview = self.drawer.preview
        self.files.show_files()
        if preview is None:
            self._rest.stop()
            self._shown_place = None
            self.report.hide()
            self._show_waiting()
        else:
            self.crowd.hide()
            self.head.show_preview()
            self.questions.show_questions(preview.read.questions, self.drawer.corrections)
            self.kept.setVisible(bool(preview.read.questions) and self.height() >= _ROOMY)
            self.report.show_buttons()
            self.report.show()
            self._stack.setCurrentWidget(self._whole)
            self._focus_first()
            self._rest.start()
        self.heading_changed.emit()

    def _show_rest(self) -> None:
        """Cells, headings, lines of the report: each in a turn of its own, to stay quick."""
        if self.drawer.preview is not None:
            self.table.show_cells()
            self._heads.start()

    def _show_heads(self) -> None:
        self.table.show_heads()
        self.report.show_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A low window keeps the table high enough to read."""
        super().resizeEvent(event)
        self.files.show_rows(3 if self.height() >= _ROOMY else 2)

    def _focus_first(self) -> None:
        """A file just shown begins at the button, unless one walks through the list of files."""
        place = (self.drawer.file_name, self.drawer.place)
        if place != self._shown_place and not self.files.is_walked:
            ready = self.report.import_button.isEnabled()
            first = self.report.import_button if ready else self.report
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if not ready:
                self.report.focusNextChild()
        self._shown_place = place

    def _show_waiting(self) -> None:
        while (item := self._waiting_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.crowd:
                widget.hide()
                widget.deleteLater()
        file = self.drawer.file
        needs_class = file is not None and file.needs_class
        if needs_class:
            self._waiting_column.addWidget(self.crowd)
        elif (said := self._what_is_said()) is not None:
            self._waiting_column.addWidget(said, int(self.drawer.problem is not None))
            self._begin_at(said)
        if self.drawer.file_name and self.drawer.problem is None:
            self._waiting_column.addStretch(1)
        self._stack.setCurrentWidget(self._waiting)
        self._ask_class(needs_class)

    def _begin_at(self, said: QWidget) -> None:
        """The keyboard begins at what leads on, unless one walks through the list of files."""
        lead = said.findChild(QPushButton)
        if lead is not None and self.isVisible() and not self.files.is_walked:
            said.show()
            lead.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_class(self, is_asked: bool) -> None:
        """Ask for the class of a district's file, with the keyboard in the field."""
        was_asked = not self.crowd.isHidden()
        self.crowd.setVisible(is_asked)
        if is_asked and self.crowd.show_file(anew=not was_asked) and not self.files.is_walked:
            self.crowd.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_is_said(self) -> QWidget | None:
        """The error, the line of a slow file, or the way to a first file."""
        drawer, wishes = self.drawer, self.stage.wishes
        if drawer.problem is not None:
            return self._refused(drawer.problem)
        if drawer.is_reading:
            return self._reading() if drawer.reading.is_slow else None
        return EmptyState(
            theme=self.stage.theme,
            icon_name="import",
            title="No file yet",
            reason="Drop gradebooks, a folder or a ZIP anywhere in this window, or choose them.",
            acts=(
                ("Choose files…", wishes.choose_file.emit),
                ("Choose a folder…", wishes.choose_folder.emit),
                ("Paste a table", lambda: paste_table(wishes)),
            ),
        )

    def _refused(self, problem: Problem) -> QWidget:
        """Why a file was not read, with the way to another and the way back."""
        drawer = self.drawer
        acts: list[tuple[str, Callable[[], object]]] = [
            ("Choose another file", self.stage.wishes.choose_file.emit),
            (f"Back to {self.came_from.name}", drawer.leave),
        ]
        if any(file.is_waiting for file in drawer.files):
            acts.insert(0, ("Next file", drawer.skip))
        return Refused(problem, theme=self.stage.theme, acts=acts)

    def _reading(self) -> QWidget:
        """What is being read, and a way to stop it."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(f"Reading “{self.drawer.file_name}”…"))
        row.addWidget(button("Stop (Esc)", on_click=self.drawer.leave, size="small"))
        row.addStretch(1)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter imports, but for the Enter that ends a field; Esc leads back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            in_field = isinstance(QApplication.focusWidget(), (QLineEdit, QComboBox))
            if self.drawer.preview is not None and not in_field:
                self.drawer.import_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.drawer.leave()
        else:
            super().keyPressEvent(event)
