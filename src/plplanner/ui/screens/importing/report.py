"""The right side: what will happen, what needs a look, and the button that does it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.importing.preview import CellTrouble, near_matches
from plplanner.importing.rows import PlannedStudent
from plplanner.ui.kit.buttons import button, wear_icon
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from plplanner.ui.screens.importing.wording import (
    ReportLine,
    button_words,
    count_of,
    person_words,
    report_lines,
)

_WIDTH, _MOST_CARDS = 288, 8
_SIGNS = {"warn": ("warn", "warnink"), "error": ("error", "errink")}


class Report(QWidget):
    """Built anew with each preview; the button below stays."""

    cell_wanted = Signal(int, int)  # row, place

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` answers what the buttons ask."""
        super().__init__(parent)
        self._drawer, self._theme = drawer, theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(plain_label("What will happen", role="section", parent=self))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._promise())
        self.import_button = button(
            "Import", on_click=drawer.import_now, kind="primary", size="main", parent=self
        )
        self.import_button.setAutoDefault(True)  # Enter presses it
        self.import_button.setIconSize(QSize(20, 20))
        wear_icon(self.import_button, "import", theme, token="onaccent")
        column.addWidget(self.import_button)

    def _promise(self) -> QHBoxLayout:
        says = "One Undo takes the whole import back. A backup is made first."
        return _signed(self, "undo", self._theme.palette["ink2"], plain_label(says, role="small"))

    def show_preview(self) -> None:
        """Say what would happen now."""
        preview = self._drawer.preview
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if preview is not None:
            if preview.problem is not None:
                says = f"{preview.problem.what} {preview.problem.next_step}"
                column.addWidget(self._card("error", "Not yet", says))
            else:
                for line in report_lines(preview):
                    column.addLayout(self._line(body, line))
            for card in self._cards():
                column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(body)
        self._show_button()

    def _show_button(self) -> None:
        says = button_words(self._drawer.preview)
        self.import_button.setText(says)
        self.import_button.setAccessibleName(says)
        self.import_button.setEnabled(self._drawer.can_import)
        nothing = "Everything in this file is here already."
        self.import_button.setToolTip("" if self._drawer.can_import else nothing)

    def _line(self, body: QWidget, line: ReportLine) -> QHBoxLayout:
        words = QWidget(body)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        role = "strong" if line.happens else "small"
        column.addWidget(plain_label(line.figure, role=role, wrap=True, parent=words))
        column.addWidget(plain_label(line.rest, role="small", wrap=True, parent=words))
        colour = self._theme.palette["ink" if line.happens else "ink2"]
        return _signed(body, "check" if line.happens else "close", colour, words)

    def _cards(self) -> list[QFrame]:
        preview = self._drawer.preview
        if preview is None:
            return []
        cards = [self._match_card(row, student) for row, student in near_matches(preview)]
        cards += [self._trouble_card(trouble) for trouble in preview.troubles[:_MOST_CARDS]]
        more = len(preview.troubles) - _MOST_CARDS
        if more > 0:
            cards.append(self._card("warn", f"{count_of(more, 'more cell')} to look at",
                                    "They are marked in the table."))  # fmt: skip
        cards += [
            self._card("warn", f"Row {warning.row}", warning.message)
            for warning in preview.read.warnings
            if warning.column not in {one.title for one in preview.read.assessments}
        ][:_MOST_CARDS]
        return cards

    def _match_card(self, row: int, student: PlannedStudent) -> QFrame:
        name = student.read.display or student.read.first or "This student"
        one = len(student.offered) == 1
        says = f"“{name}” may be somebody you know." if one else f"“{name}” may be one of these."
        choice = QComboBox()
        choice.setAccessibleName(f"Who “{name}” is")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        choice.setSizeAdjustPolicy(policy)
        choice.setMinimumContentsLength(8)
        choice.addItem("A new student", None)
        for known_id in student.offered:
            choice.addItem(person_words(self._drawer.known_students[known_id]), known_id)
        choice.setCurrentIndex(max(0, choice.findData(student.known_id)))
        choice.activated.connect(lambda _: self._drawer.choose_match(row, choice.currentData()))
        return self._card("warn", "1 student needs a match", says, choice)

    def _trouble_card(self, trouble: CellTrouble) -> QFrame:
        show = button(
            "Show the cell",
            on_click=lambda: self.cell_wanted.emit(trouble.row, trouble.place),
            size="small",
        )
        who = f"{trouble.student}: " if trouble.student else ""
        if not trouble.above:
            return self._card("error", "1 cell needs a look", f"{who}{trouble.sentence}", show)
        says = (
            f"{who}{trouble.text} of {trouble.possible:g}. It stays out until you fix it. "
            "The rest comes in."
        )
        take = button("Take it in", on_click=self._drawer.take_extra_credit, size="small")
        take.setToolTip("As extra credit; all scores above their points come in.")
        return self._card("error", "1 cell is more than the points", says, show, take)

    def _card(self, tone: str, title: str, says: str, *acts: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "banner")
        card.setProperty("tone", tone)
        card.setAccessibleName(f"{title}. {says}")
        words = QWidget(card)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(title, role="strong", wrap=True, parent=words))
        column.addWidget(plain_label(says, wrap=True, parent=words))
        row = QHBoxLayout()
        row.setSpacing(4)
        for act in acts:
            stretch = 1 if isinstance(act, QComboBox) else 0
            row.addWidget(act, stretch)
        row.addStretch(0 if any(isinstance(act, QComboBox) for act in acts) else 1)
        if acts:
            column.addLayout(row)
        name, token = _SIGNS[tone]
        outer = _signed(card, name, self._theme.palette[token], words)
        outer.setContentsMargins(8, 8, 8, 8)
        card.setLayout(outer)
        return card


def _signed(parent: QWidget, name: str, colour: str, words: QWidget) -> QHBoxLayout:
    """An icon, and words beside it from the first line on."""
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel(parent)
    sign.setPixmap(icon_picture(name, colour, 16, 2.0))
    sign.setAccessibleName(name)
    if isinstance(words, QLabel):
        words.setWordWrap(True)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
