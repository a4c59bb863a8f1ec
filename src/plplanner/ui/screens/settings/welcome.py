"""The first start: three ways to bring in a class, and a promise about where it stays."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.paste_names import PasteNames
from plplanner.ui.pasting import hear_pasting
from plplanner.ui.screen import Screen
from plplanner.ui.screens.settings.viewmodel_welcome import Beginning
from plplanner.ui.stage import Stage

_WIDTH = 848
_OTHER_WAYS = "Or drop files or a folder anywhere in this window, or paste a table"
_PRIVACY = "Names and scores stay in one file on this computer. plplanner never goes online."


class WelcomeScreen(Screen):
    """Shown while there is no class."""

    title = "Welcome"

    def __init__(self, stage: Stage) -> None:
        """Three cards, or the panel for names."""
        self.beginning = Beginning(stage)
        super().__init__(stage, self.beginning)
        self._pictures: list[tuple[QLabel, str, int, str]] = []
        self._stack = QStackedWidget(self)
        self.body.setContentsMargins(24, 12, 24, 12)
        self.body.addWidget(self._stack)
        self._cards, self._panel = QWidget(), QWidget()
        self.paste = PasteNames(self.beginning)
        self._lay_out_cards()
        self._lay_out_panel()
        self._stack.addWidget(self._cards)
        self._stack.addWidget(self._panel)
        hear_pasting(self, stage.wishes)
        self.show_rows()

    def _lay_out_cards(self) -> None:
        wishes, centre = self.stage.wishes, Qt.AlignmentFlag.AlignHCenter
        self.import_button = self._act("Choose a file…", wishes.choose_file.emit, "primary")
        self.paste_button = self._act("Paste names", lambda: self.beginning.open_paste(True))
        self.sample_button = self._act("Open the sample class", self.beginning.add_sample)
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, 0, 12)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(plain_label("Let’s bring in your class.", role="hero"), 0, centre)
        column.addSpacing(6)
        lead = plain_label(
            "Pick one way to start. It takes about ten minutes, and you can undo all of it.",
            wrap=True,
        )
        lead.setStyleSheet("font-size: 17px;")
        lead.setAlignment(centre)
        column.addWidget(lead)
        column.addSpacing(24)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        for card in self._three_cards():
            row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(16)
        column.addWidget(self._drop_strip(), 0, centre)
        column.addSpacing(24)
        column.addLayout(self._privacy())
        column.addStretch(1)

    def _three_cards(self) -> tuple[QFrame, QFrame, QFrame]:
        return (
            self._card(
                "import",
                "Import a gradebook",
                "Canvas, Google Classroom, PowerSchool or any CSV or Excel file.",
                self.import_button,
                first=True,
            ),
            self._card(
                "note",
                "Paste names",
                "One name on each line. Scores can come later.",
                self.paste_button,
            ),
            self._card(
                "groups",
                "Look around first",
                "An invented class of 28. Remove it with one click.",
                self.sample_button,
            ),
        )

    def _act(self, says: str, act: Callable[[], object], kind: str = "") -> QPushButton:
        return button(says, on_click=act, kind=kind, size="main")

    def _card(
        self, picture: str, title: str, says: str, act: QPushButton, *, first: bool = False
    ) -> QFrame:
        card = QFrame(self._cards)
        card.setProperty("kind", "choice")
        card.setProperty("first", "true" if first else "false")
        card.setFixedWidth(272)
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 22, 20, 20)
        column.setSpacing(0)
        column.addWidget(self._picture(picture, 40, "accent"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(14)
        heading = plain_label(title, role="section", parent=card)
        heading.setStyleSheet("font-size: 18px;")
        column.addWidget(heading)
        column.addSpacing(4)
        words = plain_label(says, wrap=True, parent=card)
        words.setMinimumHeight(60)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(words)
        column.addSpacing(16)
        column.addWidget(act)
        return card

    def _drop_strip(self) -> QFrame:
        strip = QFrame(self._cards)
        strip.setProperty("kind", "dashed")
        strip.setFixedHeight(64)
        strip.setFixedWidth(_WIDTH)
        row = QHBoxLayout(strip)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._picture("page", 20, "ink2"))
        row.addWidget(plain_label(_OTHER_WAYS, parent=strip))
        row.addStretch(1)
        return strip

    def _privacy(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._picture("shield", 24, "accent"))
        row.addWidget(plain_label(_PRIVACY))
        row.addStretch(1)
        return row

    def _picture(self, name: str, size: int, token: str) -> QLabel:
        label = QLabel(self._cards)
        label.setAccessibleName(name)
        self._pictures.append((label, name, size, token))
        return label

    def _lay_out_panel(self) -> None:
        row = QHBoxLayout(self._panel)
        row.setContentsMargins(0, 12, 0, 12)
        row.addStretch(1)
        self.paste.setMaximumWidth(_WIDTH)
        row.addWidget(self.paste, 8)
        row.addStretch(1)

    def show_rows(self) -> None:
        """The cards, or the panel for names."""
        for label, name, size, token in self._pictures:
            label.setPixmap(icon_picture(name, self.stage.theme.palette[token], size, 2.0))
        self.paste.show_rows()
        wanted = self._panel if self.beginning.is_pasting else self._cards
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
            if self.beginning.is_pasting:
                self.paste.start()
            else:
                self.paste_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_class(self) -> None:
        """The panel for names asks for the class too."""
        self.beginning.open_paste(True, may_be_empty=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses a file, from the first moment on."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if self.isVisible() and not self.beginning.is_pasting:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back from the names to the three ways."""
        if event.key() == Qt.Key.Key_Escape and self.beginning.is_pasting:
            self.beginning.open_paste(False)
            return
        super().keyPressEvent(event)
