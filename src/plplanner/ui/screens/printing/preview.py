"""The preview: one page as it will come out of the printer, and the way through the pages."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plplanner.printing.lesson_paper import SHEET_NAMES
from plplanner.terms import Paper
from plplanner.ui.kit.buttons import icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.printing.choices import PAPER_NAMES
from plplanner.ui.screens.printing.viewmodel import PrintViewModel

_SETTLE_MILLISECONDS = 60
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class PageView(QWidget):
    """A sheet of paper as large as the room allows; keys and wheel turn pages."""

    turned = Signal(int)  # pages onward, or back
    room_changed = Signal(int, int)  # pixels of the screen

    def __init__(self, *, theme: Theme, parent: QWidget) -> None:
        """Blank until `show_page`."""
        super().__init__(parent)
        self._theme = theme
        self._picture: QImage | None = None
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self.tell_room)

    def show_page(self, picture: QImage | None, *, instead: str) -> None:
        """Show a page; without one, say `instead`."""
        self._picture, self._words = picture, instead
        self.update()

    def tell_room(self) -> None:
        """Say how many pixels there are, at the sharpness of this screen."""
        ratio = self.devicePixelRatioF()
        self.room_changed.emit(round((self.width() - 8) * ratio), round(
            (self.height() - 8) * ratio))  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a sharp picture once the size has settled."""
        super().resizeEvent(event)
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left, right, page up, page down, home and end."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """A notch of the wheel is a page."""
        if event.angleDelta().y():
            self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The page on the desk, a hairline around it."""
        painter = QPainter(self)
        if self._picture is None:
            painter.setPen(QColor(self._theme.palette["ink3"]))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place(self._picture)
        painter.drawImage(place, self._picture)
        painter.setPen(QPen(QColor(self._theme.palette["line2"]), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _place(self, picture: QImage) -> QRectF:
        # Drawn pixel for pixel when the picture is of this size; scaled until the sharp one comes.
        scale = min((self.width() - 8) / picture.width(), (self.height() - 8) / picture.height())
        exact = 1 / self.devicePixelRatioF()
        scale = exact if abs(scale - exact) < 0.01 else scale
        wide, tall = picture.width() * scale, picture.height() * scale
        left, top = int((self.width() - wide) / 2), int((self.height() - tall) / 2)
        return QRectF(left, top, wide, tall)


class Preview(QWidget):
    """The page with its row of controls above."""

    def __init__(self, viewmodel: PrintViewModel, *, theme: Theme, parent: QWidget) -> None:
        """Follows `viewmodel` when `show_rows` is called."""
        super().__init__(parent)
        self._viewmodel, self._theme = viewmodel, theme
        self.setMinimumWidth(400)
        self.page = PageView(theme=theme, parent=self)
        self.back = icon_button("left", "Page before (Left)", theme=theme, size="small",
                                on_click=lambda: self._turn(-1), kind="", parent=self)  # fmt: skip
        self.on = icon_button("right", "Next page (Right)", theme=theme, size="small",
                              on_click=lambda: self._turn(1), kind="", parent=self)  # fmt: skip
        self.number = plain_label(parent=self)
        self.look = Segments(
            {"leaves": "As it prints (gray)", "other": "Color"}, says="Preview", parent=self
        )
        self.paper = QComboBox(self)
        self.paper.setAccessibleName("Paper size")
        for paper, name in PAPER_NAMES.items():
            self.paper.addItem(name, paper)
        self._connect()
        self._lay_out()

    def show_rows(self) -> None:
        """Show what the view model holds."""
        model = self._viewmodel
        pages = model.proof.pages if model.proof else 0
        said = f"Page {model.page + 1} of {pages}" if pages else "No page"
        self.number.setText(said)
        self.back.setEnabled(model.page > 0)
        self.on.setEnabled(model.page + 1 < pages)
        self.page.setAccessibleName(f"{SHEET_NAMES[model.choices.selected]}, {said.lower()}")
        leaves = "As it prints" if model.printer else "As saved"
        self.look.rename("leaves", f"{leaves} ({'gray' if model.prints_grey else 'color'})")
        self.look.rename("other", "Color" if model.prints_grey else "Gray")
        self.look.mark("other" if model.choices.shows_other else "leaves")
        self.paper.setCurrentIndex(list(PAPER_NAMES).index(model.choices.paper))
        self.show_picture()

    def show_picture(self) -> None:
        """Show the page's picture as soon as it is there."""
        waiting = self._viewmodel.is_making or self._viewmodel.proof is not None
        instead = "Making the pages" if waiting else "Nobody is chosen, so there is no page."
        self.page.show_page(self._viewmodel.picture, instead=instead)

    def _turn(self, step: int) -> None:
        self._viewmodel.turn_to(self._viewmodel.page + step)

    def _connect(self) -> None:
        model = self._viewmodel
        self.page.turned.connect(self._turn)
        self.page.room_changed.connect(model.fit_into)
        model.picture_ready.connect(self.show_picture)
        self.look.chosen.connect(lambda key: model.set(shows_other=key == "other"))
        self.paper.activated.connect(
            lambda place: model.set(paper=Paper(self.paper.itemData(place)))
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.back, self.number, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.look)
        row.addStretch(1)
        row.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.page, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The desk under the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette["rail"]))
        painter.setPen(QColor(self._theme.palette["line"]))
        painter.drawLine(0, 0, 0, self.height())
