"""The right side: what will happen, what needs a look, and the button that does it."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from plplanner.importing.preview import CellTrouble, ImportPreview
from plplanner.ui.kit.buttons import AIR, button, wear_icon
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.another_class_card import another_class_cards
from plplanner.ui.screens.importing.cards import card, line_of, signed
from plplanner.ui.screens.importing.changes_card import changes_card
from plplanner.ui.screens.importing.history_model import moment_words
from plplanner.ui.screens.importing.match_card import match_cards
from plplanner.ui.screens.importing.one_file import has_news
from plplanner.ui.screens.importing.report_lines import report_lines
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import (
    button_words,
    count_of,
    name_in_file,
    nothing_new_words,
)

_WIDTH, _MOST_CARDS = 288, 8
_PROMISE = "One Undo takes the whole import back. What you have is backed up first."


class Report(QWidget):
    """Built anew with each preview; the buttons below stay, and so does the keyboard's place."""

    cell_wanted = Signal(int, int)  # row, place

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` answers what the buttons ask."""
        super().__init__(parent)
        self._drawer, self._theme = drawer, theme
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_preview)
        self._changes_of = -1  # the file whose changes are all shown
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(plain_label("What will happen", role="section", parent=self))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)
        promise = plain_label(_PROMISE, role="small")
        column.addLayout(signed(self, "undo", theme.palette["ink2"], promise))
        self.skip_button = button("Skip this file", on_click=drawer.skip, parent=self)
        column.addWidget(self.skip_button)
        self.import_button = button(
            "Import", on_click=drawer.import_now, kind="primary", size="main", parent=self
        )
        wear_icon(self.import_button, "import", theme, token="onaccent", air=AIR)
        column.addWidget(self.import_button)

    def show_preview(self) -> None:
        """Say what would happen now."""
        preview = self._drawer.preview
        if preview is None:
            return
        focused, height = self._focused_name(), self._scroll.verticalScrollBar().value()
        body = QWidget()
        body.setMinimumWidth(1)  # what it says never makes it wider than the panel
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        before, after = self._cards(preview)
        for one in before:
            column.addWidget(one)
        lines = []
        if preview.problem is None:
            lines = report_lines(preview, self._drawer.known_students, self._drawer.members)
        for line in lines:
            if line.happens:
                column.addLayout(line_of(line, theme=self._theme, parent=body))
        for one in after:
            column.addWidget(one)
        for line in lines:
            if not line.happens:
                column.addLayout(line_of(line, theme=self._theme, parent=body))
        column.addStretch(1)
        self._scroll.setWidget(body)
        self.show_buttons()
        self._go_back_to(focused, height)

    def show_soon(self) -> None:
        """Say it in the next turn of the window."""
        self._soon.start()

    def show_buttons(self) -> None:
        """What the buttons do now."""
        drawer = self._drawer
        says = button_words(drawer.preview)
        self.import_button.setText(says)
        self.import_button.setAccessibleName(says)
        self.import_button.setEnabled(drawer.can_import)
        self.import_button.setIconSize(QSize(20 + AIR, 20) if drawer.can_import else QSize(0, 0))
        self.import_button.setToolTip("" if drawer.can_import else self._why_not())
        self.skip_button.setVisible(len(drawer.files) > 1)

    def _why_not(self) -> str:
        if self._drawer.to_settle:
            return "Say first who the students above are."
        if self._drawer.preview is not None and self._drawer.preview.problem is not None:
            return "Mend first what is said above."
        return "Everything in this file is here already."

    # -- what needs a look --------------------------------------------------------------------

    def _cards(self, preview: ImportPreview) -> tuple[list[QFrame], list[QFrame]]:
        """What stands against the import, above the lines; what only needs a look, below them."""
        theme = self._theme
        if preview.problem is not None:
            says = f"{preview.problem.what} {preview.problem.next_step}"
            return [card("error", "Not yet", says, theme=theme)], []
        matches = match_cards(self._drawer)
        before = another_class_cards(self._drawer)
        if self._drawer.to_settle:
            before.append(matches.pop(0))
        if not has_news(preview):
            before.append(self._nothing_new(preview))
        after = matches
        changes = changes_card(
            preview, theme=theme, is_open=self._changes_of == self._drawer.place,
            on_open=self._open_changes,
        )  # fmt: skip
        if changes is not None:
            after.append(changes)
        return before, [*after, *self._trouble_cards(preview), *self._warning_cards(preview)]

    def _nothing_new(self, preview: ImportPreview) -> QFrame:
        more = any(file.is_waiting for file in self._drawer.files if file is not self._drawer.file)
        says, act = ("Next file", self._drawer.skip) if more else ("Go to Groups", self._to_groups)
        acts = [button(says, on_click=act, size="small")]
        title, words = "Nothing new in this file", nothing_new_words(preview)
        file = self._drawer.file
        before = self._drawer.knowing.taken_in_before(file.fingerprint) if file else None
        if before is not None:
            now = self._drawer.stage.clock()
            title = "You have this already"
            words = f"This file came in on {moment_words(before, now=now)}. {words}"
        return card("", title, words, theme=self._theme, acts=acts)

    def _to_groups(self) -> None:
        self._drawer.leave_file()
        self._drawer.stage.wishes.go_to.emit("groups")

    def _open_changes(self) -> None:
        self._changes_of = self._drawer.place
        self.show_preview()

    def _trouble_cards(self, preview: ImportPreview) -> list[QFrame]:
        cards = [self._trouble_card(preview, one) for one in preview.troubles[:_MOST_CARDS]]
        more = len(preview.troubles) - _MOST_CARDS
        if more > 0:
            title = f"{count_of(more, 'more cell')} to look at"
            says = "They are marked in the table."
            cards.append(card("warn", title, says, theme=self._theme))
        return cards

    def _warning_cards(self, preview: ImportPreview) -> list[QFrame]:
        shown = {(one.row, preview.source.columns[one.place].header) for one in preview.troubles}
        titles = {one.title for one in preview.read.assessments}
        placed = preview.source.as_written
        cards = []
        for warning in preview.read.warnings:
            if placed and warning.column in titles:
                continue
            where = f"Row {warning.row}"
            if warning.column and (warning.row - 1, warning.column) not in shown:
                where = f"Row {warning.row}, {warning.column}"
            cards.append(card("warn", where, warning.message, theme=self._theme))
        return cards[:_MOST_CARDS]

    def _trouble_card(self, preview: ImportPreview, trouble: CellTrouble) -> QFrame:
        show = button(
            "Show the cell",
            on_click=lambda: self.cell_wanted.emit(trouble.row, trouble.place),
            size="small",
        )
        column = preview.source.columns[trouble.place]
        title = (column.assessment.title if column.assessment else "") or column.header
        where = f"Row {trouble.row + 1}, {title}"
        row = preview.row_of.get(trouble.row)
        who = f"{name_in_file(preview.read.students[row])}: " if row is not None else ""
        if not trouble.above:
            says = f"{where}. {who}{trouble.sentence}"
            return card("error", "1 cell needs a look", says, theme=self._theme, acts=[show])
        says = (
            f"{where}. {who}{trouble.text} of {trouble.possible:g}. It stays out until you fix "
            "it. The rest comes in."
        )
        take = button("Take it in", on_click=self._drawer.answers.take_extra_credit, size="small")
        take.setToolTip("As extra credit; all scores above their points come in.")
        return card(
            "error", "1 cell is more than the points", says, theme=self._theme, acts=[show, take]
        )

    # -- where the keyboard was -----------------------------------------------------------------

    def _focused_name(self) -> str:
        focused, body = QApplication.focusWidget(), self._scroll.widget()
        inside = focused is not None and body is not None and body.isAncestorOf(focused)
        return focused.accessibleName() if inside and focused is not None else ""

    def _go_back_to(self, name: str, height: int) -> None:
        body = self._scroll.widget()
        if name and body is not None:
            found = [one for one in body.findChildren(QWidget) if one.accessibleName() == name]
            again = found[0] if found else self.import_button
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(height))
