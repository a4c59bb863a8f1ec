"""The left rail: the class, eight rooms, and settings."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import wear_icon
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.shell.acts import ROOMS, SETTINGS, Room
from plplanner.ui.stage import Stage

WIDTH, NARROW = 160, 56


class NavButton(QPushButton):
    """A room on the rail, with the accent bar of the one that is open."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget) -> None:
        """Checkable; the rail keeps one checked."""
        super().__init__(literal(room.says), parent)
        self._theme = theme
        self.says = room.says
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(room.says)
        self.setToolTip(literal_tip(f"{room.says} ({room.shortcut})"))
        wear_icon(self, room.icon, theme)

    def be_narrow(self, narrow: bool) -> None:
        """Only the icon, or icon and word."""
        self.setText("" if narrow else literal(self.says))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The bar that marks the open room."""
        super().paintEvent(event)
        if self.isChecked():
            bar = QRect(0, 8, 3, self.height() - 16)
            QPainter(self).fillRect(bar, QColor(self._theme.palette["accent"]))


class ClassButton(QPushButton):
    """The class that all screens speak of; a click offers the others."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        """Two lines: the name, and how many students."""
        super().__init__(parent)
        self._stage = stage
        self.setProperty("kind", "class")
        self.setFixedHeight(44)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(8, 4, 24, 4)
        self._lines.setSpacing(0)
        self.name = plain_label(role="strong", parent=self)
        self.about = plain_label(role="meta", parent=self)
        for label in (self.name, self.about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._lines.addWidget(label)
        self._chevron = QLabel(self)
        self._chevron.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chevron.setGeometry(118, 14, 16, 16)
        self._chevron.setAccessibleName("Other classes")
        self.clicked.connect(self._offer)
        stage.theme.changed.connect(self.show_class)
        stage.choice.changed.connect(self.show_class)
        self.show_class()

    def show_class(self) -> None:
        """Name the class, or say that there is none yet."""
        colour = self._stage.theme.palette["ink2"]
        self._chevron.setPixmap(icon_picture("down", colour, 16, 2.0))
        chosen = self._stage.choice.school_class
        name = chosen.name if chosen else "No class yet"
        self.name.setText(
            self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 112)
        )
        self.about.setText(f"{chosen.students} students" if chosen else "starts here")
        self.setAccessibleName(f"Class: {name}")
        self.setToolTip(literal_tip(name))

    def _offer(self) -> None:
        menu = QMenu(self)
        for row in self._stage.choice.classes:
            act = menu.addAction(literal(f"{row.name} · {row.students} students"))
            act.triggered.connect(
                lambda _=False, class_id=row.id: self._stage.choice.choose_class(class_id)
            )
        if not self._stage.choice.classes:
            importing = menu.addAction("Import a gradebook…")
            importing.triggered.connect(lambda _=False: self._stage.wishes.choose_file.emit())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class Rail(QWidget):
    """Emits `chosen` with a room's key."""

    chosen = Signal(str)

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        """Build the rail from the table of rooms."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Rooms")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        self.class_button = ClassButton(stage, self)
        column.addWidget(self.class_button)
        column.addSpacing(6)
        self.buttons: dict[str, NavButton] = {}
        for room in ROOMS:
            self._add(room, stage.theme, column)
        column.addStretch(1)
        self._add(SETTINGS, stage.theme, column)

    def be_narrow(self, narrow: bool) -> None:
        """56 pixels of icons on a small or enlarged screen."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self.class_button.setVisible(not narrow)
        for button in self.buttons.values():
            button.be_narrow(narrow)

    def mark(self, key: str) -> None:
        """Show which room is open."""
        self.buttons[key].setChecked(True)

    def _add(self, room: Room, theme: Theme, column: QVBoxLayout) -> None:
        button = NavButton(room, theme, self)
        button.clicked.connect(lambda: self.chosen.emit(room.key))
        self.buttons[room.key] = button
        column.addWidget(button)
