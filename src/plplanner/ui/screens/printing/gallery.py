"""The gallery: each sheet with its first page, how many pages it has, and a tick to print it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from plplanner.printing.lesson_paper import SHEET_NAMES, Sheet, sheets_of
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.printing.choices import spoken_pages
from plplanner.ui.screens.printing.viewmodel import PrintViewModel

_THUMB = 78
_HERE = "Somebody else teaches this day? The pages say what to know, and nothing that is yours."
_OUT = "No scores, no levels, no reasons"


class SheetTile(QAbstractButton):
    """One sheet: click or arrow keys show it, its tick decides whether it prints."""

    ticked = Signal(bool)

    def __init__(self, sheet: Sheet, *, theme: Theme, parent: QWidget) -> None:
        """Empty until `show_sheet` is called."""
        super().__init__(parent)
        self._theme = theme
        self._name = SHEET_NAMES[sheet]
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.thumb = QLabel(self)
        self.thumb.setFixedSize(_THUMB + 2, _THUMB + 2)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = plain_label(self._name, role="strong", parent=self)
        self.pages = plain_label(role="small", parent=self)
        self.tick = QCheckBox(self)
        self.tick.setAccessibleName(f"Print {self._name.lower()}")
        self.tick.clicked.connect(self.ticked)
        for label in (self.thumb, self.name, self.pages):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()

    def show_sheet(self, *, pages: int | None, thumb: QImage | None, is_ticked: bool) -> None:
        """Put the sheet on the tile; None pages while it is being made."""
        said = "Making the pages" if pages is None else spoken_pages(pages)
        self.pages.setText("Nobody chosen" if pages == 0 else said)
        self.setAccessibleName(f"{self._name}, {self.pages.text()}")
        self.tick.setChecked(is_ticked)
        picture = QPixmap.fromImage(thumb) if thumb is not None else QPixmap()
        picture.setDevicePixelRatio(2.0)
        self.thumb.setPixmap(_framed(picture, self._theme.palette["line2"]))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as the mockup's."""
        return QSize(240, 88)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The tint of the sheet that is shown, or of the one under the mouse."""
        colours = self._theme.palette
        fill = "tint" if self.isChecked() else "sunk" if self.underMouse() else ""
        if not fill:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours[fill]))
        painter.setPen(QPen(QColor(colours["tintline" if self.isChecked() else fill]), 1))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 10, 3)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.pages)
        words.addStretch(1)
        row.addWidget(self.thumb)
        row.addLayout(words, 1)
        row.addWidget(self.tick)


class Gallery(QWidget):
    """The sheets that exist, under the heading that says who may see them."""

    def __init__(self, viewmodel: PrintViewModel, *, theme: Theme, parent: QWidget) -> None:
        """Follows `viewmodel` when `show_rows` is called."""
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setAccessibleName("Sheets")
        self.setFixedWidth(276)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2)
        column.addWidget(plain_label("For students and the wall", role="strong", parent=self))
        column.addWidget(plain_label("Never shows a score or a level", role="meta", parent=self))
        column.addSpacing(8)
        self.tiles = {sheet: SheetTile(sheet, theme=theme, parent=self) for sheet in Sheet}
        for sheet, tile in self.tiles.items():
            tile.toggled.connect(lambda is_on, sheet=sheet: self._select(sheet) if is_on else None)
            tile.ticked.connect(lambda is_on, sheet=sheet: viewmodel.tick(sheet, is_on))
            if sheet is not Sheet.SUBSTITUTE:
                column.addWidget(tile)
        column.addSpacing(12)
        column.addWidget(plain_label("When you are out", role="strong", parent=self))
        self.about = plain_label(role="meta", wrap=True, parent=self)
        column.addWidget(self.about)
        column.addSpacing(6)  # the ring around the tile keeps off the words
        column.addWidget(self.tiles[Sheet.SUBSTITUTE])
        column.addSpacing(4)
        self.hand = button("Hand to a substitute", on_click=self._turn, parent=self)
        self.hand.setToolTip("Groups work alone where you would lead. Ctrl+Z takes it back.")
        column.addWidget(self.hand)
        column.addStretch(1)

    def show_rows(self) -> None:
        """Show what the view model holds."""
        lesson, made = self._viewmodel.lesson, self._viewmodel.proofs.sheets
        there = sheets_of(lesson) if lesson is not None else ()
        is_out = Sheet.SUBSTITUTE in there
        self.about.setText(_OUT if is_out else _HERE)
        says = "Teach it myself" if is_out else "Hand to a substitute"
        self.hand.setText(says)
        self.hand.setAccessibleName(says)
        self.hand.setVisible(lesson is not None and bool(lesson.plan.groups))
        for sheet, tile in self.tiles.items():
            tile.setVisible(sheet in there)
            proof = made.get(sheet)
            waiting = self._viewmodel.is_making and not made
            pages = proof.pages if proof else None if waiting else 0
            is_ticked = sheet in self._viewmodel.choices.ticked
            tile.show_sheet(pages=pages, thumb=proof.thumb if proof else None,
                            is_ticked=is_ticked)  # fmt: skip
            if sheet is self._viewmodel.choices.selected:
                tile.setChecked(True)

    def _turn(self) -> None:
        """Hand the day over, or take it back: one step each."""
        lesson, stage = self._viewmodel.lesson, self._viewmodel.stage
        if lesson is None:
            return
        # The sheets do not wait for what few days need.
        from plplanner.ui.screens.printing.handing_over import hand_over, take_back  # noqa: PLC0415

        (take_back if lesson.plan.has_substitute else hand_over)(stage, lesson)

    def _select(self, sheet: Sheet) -> None:
        if self._viewmodel.choices.selected is not sheet:
            self._viewmodel.set(selected=sheet)


def _framed(picture: QPixmap, colour: str) -> QPixmap:
    """A thin edge, so that white paper stands out on a white canvas."""
    if not picture.isNull():
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(colour), 1))
        size = picture.deviceIndependentSize()
        painter.drawRect(0, 0, round(size.width()) - 1, round(size.height()) - 1)
        painter.end()
    return picture
