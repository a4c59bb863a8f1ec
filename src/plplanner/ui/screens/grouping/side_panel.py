"""Beside the piles: why a student is where she is, or who would move, or who sat elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.change_list import ChangeList
from plplanner.ui.screens.grouping.notice_card import NoticeCard
from plplanner.ui.screens.grouping.table_part import TablePart
from plplanner.ui.screens.grouping.why_part import WhyPart
from plplanner.ui.screens.grouping.words import FOR_YOU

WIDTH = 288


class SidePanel(QWidget):
    """A title, one of three parts, and at the foot what needs a look and whom this is for."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until one of the parts is shown."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.title = plain_label(role="section", parent=self)
        self.title.setMinimumWidth(1)
        self.close_button = icon_button(
            "close", "Hide this panel", theme=theme, on_click=self.closed.emit, size="small"
        )
        self._goes_back: Callable[[], object] = lambda: None
        self.back = icon_button(
            "left", "Back (W)", theme=theme, on_click=self._go_back, size="small"
        )
        self.why, self.changes = WhyPart(theme), ChangeList(theme)
        self.table = TablePart(theme)
        self.notice = NoticeCard(theme)
        self._parts = QStackedWidget(self)
        self._parts.addWidget(_scroller(self.why))
        self._parts.addWidget(self.changes)
        self._parts.addWidget(_scroller(self.table))
        self._eye = QLabel(self)
        self._lay_out()

    def show_why(self, title: str, back: Callable[[], object] | None = None) -> None:
        """Bring up the reasons; `back` leads to the drawer they came up over."""
        self._bring_up(0, title)
        self.back.setVisible(back is not None)
        self._goes_back = back or (lambda: None)

    def show_changes(self, title: str) -> None:
        """Bring up the drawer of changes."""
        self._bring_up(1, title)
        self.back.hide()

    def show_table(self, title: str) -> None:
        """Bring up who comes to the teacher's table."""
        self._bring_up(2, title)
        self.back.hide()

    def lead_back(self) -> QWidget:
        """What leads to the part that was shown before this one."""
        links = self.changes.links()
        return self.back if not self.back.isHidden() or not links else links[0]

    def _go_back(self) -> None:
        self._goes_back()

    def _bring_up(self, place: int, title: str) -> None:
        self._parts.setCurrentIndex(place)
        self.title.setText(title)
        self.setAccessibleName(title)
        eye = icon_picture("eyeoff", self._theme.palette["ink2"], 16, self.devicePixelRatioF())
        self._eye.setPixmap(eye)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(plain_label(FOR_YOU, role="meta", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(self._parts, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)


def _scroller(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
