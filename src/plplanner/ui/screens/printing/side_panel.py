"""The side panel: for whom, with what, what to know, and where the pages go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.printing.lesson_paper import SHEET_NAMES, Sheet
from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.buttons import AIR, button, wear_icon
from plplanner.ui.kit.check_list import ROW, CheckList
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.missing_playlist import close_gap
from plplanner.ui.screens.printing.choices import (
    CHOSEN,
    bare_note,
    cards_note,
    spoken_pages,
    students_to_choose,
    who_choices,
    wishes_of,
)
from plplanner.ui.screens.printing.viewmodel import PrintViewModel

_SIZES = {
    Sheet.SUBSTITUTE: "Two pages to read, one to fill in and leave for you",
    Sheet.BOARD: "One landscape page, letters of 18 points or more",
    Sheet.SLIPS: "Up to 8 on a page, in stacks for cutting",
    Sheet.CARDS: "4 on a page, in stacks for cutting",
}
_AS_PDF = "Save as PDF"


class SidePanel(QFrame):
    """288 pixels of choices; the button that prints never scrolls away."""

    save_wanted = Signal()
    notes_wanted = Signal()

    def __init__(self, viewmodel: PrintViewModel, *, theme: Theme, parent: QWidget) -> None:
        """Follows `viewmodel` when `show_rows` is called."""
        super().__init__(parent)
        self._viewmodel, self._theme = viewmodel, theme
        self.setObjectName("side")
        self.setFixedWidth(288)
        self.title = plain_label(role="section", parent=self)
        self.who_field = plain_label("Who", role="field", parent=self)
        self.who = QComboBox(self)
        self.who.setAccessibleName("Who")
        self.whole_class = plain_label("All groups of the class", parent=self)
        self.students = CheckList("Chosen students", self)
        self.students.setMinimumHeight(5 * ROW)
        self.size_field = plain_label(role="field", parent=self)
        self.size_words = plain_label(role="small", wrap=True, parent=self)
        self.qr = QCheckBox("QR codes", self)
        self.qr_hint = plain_label(role="hint", wrap=True, parent=self)
        self.language = QCheckBox("Second language", self)
        self.language_hint = plain_label(role="hint", wrap=True, parent=self)
        self.for_substitute = button(
            "Write what to know", on_click=self.notes_wanted.emit, parent=self
        )
        self.for_substitute.setToolTip("Where things are, routines, who helps: kept for the class")
        self.notes = QVBoxLayout()
        self.printer = QComboBox(self)
        self.printer.setAccessibleName("Printer")
        self.grey = QCheckBox("Gray", self)
        self.two_sided = QCheckBox("Two-sided", self)
        self.primary = button("", kind="primary", size="main", on_click=self._go, parent=self)
        self.primary.setIconSize(QSize(18, 18))
        wear_icon(self.primary, "print", theme, token="onaccent", air=AIR)
        self.instead = button(
            "Save as PDF instead", kind="quiet", on_click=self.save_wanted.emit, parent=self
        )
        self._connect()
        self._lay_out()

    def show_rows(self) -> None:
        """Show what the view model holds."""
        choices = self._viewmodel.choices
        self.title.setText(SHEET_NAMES[choices.selected])
        self.size_words.setText(_SIZES[choices.selected])
        self._show_who()
        is_cards = choices.selected is Sheet.CARDS
        self.size_field.setText("Pages" if choices.selected is Sheet.SUBSTITUTE else "Size")
        for widget in (self.qr, self.qr_hint, self.language, self.language_hint):
            widget.setVisible(is_cards)
        self.for_substitute.setVisible(choices.selected is Sheet.SUBSTITUTE)
        if is_cards:
            self._show_on_cards()
        self._show_notes()
        self._show_printer()

    # -- inside ---------------------------------------------------------------------------

    def _show_on_cards(self) -> None:
        model, there = self._viewmodel, self._viewmodel.on_cards
        is_offline = model.lesson is not None and not model.lesson.plan.has_internet
        no_link = "No internet on this day" if is_offline else "No task on these cards has a link"
        for box, hint, wanted, count, none in (
            (self.qr, self.qr_hint, model.choices.qr_codes, there.links, no_link),
            (
                self.language,
                self.language_hint,
                model.choices.second_language,
                there.second_language,
                "For no student of this class",
            ),
        ):
            box.setChecked(wanted and count > 0)
            box.setEnabled(count > 0)
            said = f"{count} student{'' if count == 1 else 's'}" if count else none
            hint.setText(said)
            box.setAccessibleDescription(said)

    def _show_who(self) -> None:
        model, lesson = self._viewmodel, self._viewmodel.lesson
        is_board = model.choices.selected in (Sheet.BOARD, Sheet.SUBSTITUTE)
        self.who.setVisible(not is_board)
        self.whole_class.setVisible(is_board)
        picks = model.choices.who == CHOSEN and not is_board
        self.students.setVisible(picks)
        if lesson is None:
            return
        offered = who_choices(lesson)
        if [self.who.itemText(i) for i in range(self.who.count())] != [c.says for c in offered]:
            self.who.clear()
            for choice in offered:
                self.who.addItem(choice.says, choice.key)
        self.who.setCurrentIndex([c.key for c in offered].index(model.choices.who))
        if picks:
            names = {row.id: row.name for row in students_to_choose(lesson)}
            ids = wishes_of(lesson, model.choices).student_ids or frozenset()
            self.students.show_choices(names, ids)

    def _show_notes(self) -> None:
        with focus_kept(self):
            self._make_notes()

    def _make_notes(self) -> None:
        while (item := self.notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        model = self._viewmodel
        bare = cards = ""
        if model.lesson is not None:
            bare = bare_note(model.lesson, model.choices)
            cards = cards_note(model.lesson, model.choices)
        for note in model.notes:
            mend: tuple[str, Callable[[], object]] | None = None
            tone = "warn" if note.startswith(("Two-sided", "The name")) else "news"
            if note.startswith("Two-sided"):
                mend = ("One side", lambda: model.set(two_sided=False))
            elif note == cards:
                mend = ("Print the cards", partial(model.tick, Sheet.CARDS, True))
            elif model.gap is not None and note == bare:
                mend = (model.gap.button, partial(close_gap, model.stage, model.gap))
            about = f" {model.gap.about}" if model.gap is not None and note == bare else ""
            self.notes.addWidget(
                Banner(f"{note}{about}", theme=self._theme, tone=tone, action=mend, is_narrow=True)
            )

    def _show_printer(self) -> None:
        model = self._viewmodel
        offered = [*(row.name for row in model.printers), _AS_PDF]
        if [self.printer.itemText(i) for i in range(self.printer.count())] != offered:
            self.printer.clear()
            self.printer.addItems(offered)
        chosen = model.printer
        self.printer.setCurrentIndex(offered.index(chosen.name if chosen else _AS_PDF))
        for box in (self.grey, self.two_sided):
            box.setVisible(chosen is not None)
        self.instead.setVisible(chosen is not None)
        if chosen is not None:
            self.grey.setChecked(model.choices.grey or not chosen.prints_colour)
            self.grey.setEnabled(chosen.prints_colour)
            self.two_sided.setChecked(model.choices.two_sided and chosen.prints_two_sided)
            self.two_sided.setEnabled(chosen.prints_two_sided)
            self.grey.setToolTip("" if chosen.prints_colour else "This printer has no color.")
            self.two_sided.setToolTip(
                "" if chosen.prints_two_sided else "This printer prints on one side."
            )
        self._show_primary()

    def _show_primary(self) -> None:
        model = self._viewmodel
        count = model.pages_to_print
        pages = spoken_pages(count) if count else "pages"
        says = f"Print {pages}" if model.printer else f"Save {pages} as PDF"
        if model.is_printing:
            says = "Sending the pages" if model.printer else "Saving the pages"
        self.primary.setText(says)
        self.primary.setAccessibleName(says)
        # While pages are on their way a press does nothing, but the button keeps the keyboard.
        ready = count > 0 and not model.is_making
        self.primary.setEnabled(ready)
        self.instead.setEnabled(ready)
        self.primary.setToolTip("" if count else "Select a sheet, and choose a student.")

    def _go(self) -> None:
        if self._viewmodel.printer is None:
            self.save_wanted.emit()
        else:
            self._viewmodel.print_pages()

    def _connect(self) -> None:
        model = self._viewmodel
        self.who.activated.connect(lambda i: model.set(who=self.who.itemData(i)))
        self.students.ticked.connect(model.choose_student)
        self.qr.clicked.connect(lambda is_on: model.set(qr_codes=is_on))
        self.language.clicked.connect(lambda is_on: model.set(second_language=is_on))
        self.grey.clicked.connect(lambda is_on: model.set(grey=is_on))
        self.two_sided.clicked.connect(lambda is_on: model.set(two_sided=is_on))
        self.printer.activated.connect(
            lambda i: model.set(printer=self.printer.itemText(i) if i < len(model.printers) else "")
        )
        model.busy_changed.connect(self._show_primary)

    def _lay_out(self) -> None:
        choices, above = QWidget(self), QVBoxLayout()
        choices.setLayout(above)
        above.setContentsMargins(16, 14, 16, 8)
        above.setSpacing(4)
        above.addWidget(self.title)
        for field, widgets in (
            (self.who_field, (self.who, self.whole_class, self.students)),
            (
                self.size_field,
                (self.size_words, self.for_substitute, self.qr, self.qr_hint, self.language),
            ),
        ):
            above.addSpacing(6)
            above.addWidget(field)
            for widget in widgets:
                above.addWidget(widget)
        for hint in (self.qr_hint, self.language_hint):
            hint.setContentsMargins(24, 0, 0, 0)
        above.addWidget(self.language_hint)
        above.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(choices)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ways = QHBoxLayout()
        ways.addWidget(self.grey)
        ways.addWidget(self.two_sided)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 12)
        below.setSpacing(8)
        below.addLayout(self.notes)  # the reason of a warning never scrolls away
        below.addWidget(plain_label("Printer", role="field", parent=self))
        below.addWidget(self.printer)
        below.addLayout(ways)
        below.addWidget(self.primary)
        below.addWidget(self.instead)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)  # the hairline on the left stays uncovered
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(below)
