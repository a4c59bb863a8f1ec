"""The left rail: the class, eight rooms, and settings."""

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import wear_icon
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.shell.acts import ROOMS, SETTINGS, Room

if TYPE_CHECKING:
    from plplanner.ui.stage import Stage

WIDTH, NARROW = 160, 56


class NavButton(QPushButton):
    """A room on the rail, with the accent bar of the one that is open."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget) -> None:
        """Checkable; the rail keeps one checked."""
        super().__init__(_beside_icon(room.says), parent)
        self._theme = theme
        self.says, self._shortcut, self._is_narrow = room.says, room.shortcut, False
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(True)  # Enter presses it
        self.setIconSize(QSize(20, 20))
        self.setAccessibleName(room.says)
        self.setToolTip(literal_tip(f"{room.says} ({room.shortcut})"))
        wear_icon(self, room.icon, theme, air=0)

    def be_narrow(self, narrow: bool) -> None:
        """Only the icon, or icon and word."""
        self._is_narrow = narrow
        self.setText("" if narrow else _beside_icon(self.says))

    def rename(self, says: str) -> None:
        """Call the room by another word: on the day itself Tomorrow is Today."""
        if says != self.says:
            self.says = says
            self.setAccessibleName(says)
            self.setToolTip(literal_tip(f"{says} ({self._shortcut})"))
            self.be_narrow(self._is_narrow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The bar that marks the open room."""
        super().paintEvent(event)
        if self.isChecked():
            bar = QRect(0, 8, 3, self.height() - 16)
            QPainter(self).fillRect(bar, QColor(self._theme.palette["accent"]))


class ClassButton(QPushButton):
    """The class that all screens speak of; a click offers the others."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Two lines: the name, and how many students."""
        super().__init__(parent)
        self._theme = theme
        self._stage: Stage | None = None
        self.setProperty("kind", "class")
        self.setAutoDefault(True)  # Enter presses it
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
        self._badge = plain_label(role="strong", parent=self)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._badge.setGeometry(0, 0, NARROW - 16, 44)
        self._badge.hide()
        self.clicked.connect(self._offer)
        theme.changed.connect(self._tint)
        self._tint()
        self.show_class("No class yet", 0)

    def follow(self, stage: "Stage") -> None:
        """Name the class chosen from now on, and offer the others."""
        self._stage = stage
        stage.choice.changed.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        chosen = self._stage.choice.school_class if self._stage else None
        self.show_class(*((chosen.name, chosen.students) if chosen else ("No class yet", 0)))

    def be_narrow(self, narrow: bool) -> None:
        """Only a letter and a number of the name, or name and students."""
        for part in (self.name, self.about, self._chevron):
            part.setVisible(not narrow)
        self._badge.setVisible(narrow)

    def _tint(self) -> None:
        colour = self._theme.palette["ink2"]
        self._chevron.setPixmap(icon_picture("down", colour, 16, 2.0))

    def show_class(self, name: str, students: int) -> None:
        """Name a class, or say that there is none yet."""
        self.name.setText(
            self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 104)
        )
        self.about.setText(f"{students} students" if students else "starts here")
        self._badge.setText(badge_of(name) if students else "–")
        self.setAccessibleName(f"Class: {name}")
        self.setToolTip(literal_tip(name))

    def _offer(self) -> None:
        if self._stage is None:
            return
        stage = self._stage
        menu = QMenu(self)
        for row in stage.choice.classes:
            act = menu.addAction(literal(f"{row.name} · {row.students} students"))
            act.triggered.connect(partial(stage.choice.choose_class, row.id))
        if not stage.choice.classes:
            importing = menu.addAction("Import a gradebook…")
            importing.triggered.connect(lambda _=False: stage.wishes.choose_file.emit())
        menu.addSeparator()
        new_class = menu.addAction("New class…")
        new_class.triggered.connect(lambda _=False: stage.wishes.new_class.emit())
        if stage.choice.school_class is not None:
            menu.addAction("Rename class…").triggered.connect(lambda _=False: self._rename(stage))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _rename(self, stage: "Stage") -> None:
        # Loaded when it is wanted: the rail is painted before the planner's libraries are there.
        from plplanner.ui.shell.class_name import ClassNamePopover  # noqa: PLC0415

        ClassNamePopover(stage, self).open_below(self)


class Rail(QWidget):
    """Emits `chosen` with a room's key."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build the rail from the table of rooms."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Rooms")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        self.class_button = ClassButton(theme, self)
        column.addWidget(self.class_button)
        column.addSpacing(6)
        self.buttons: dict[str, NavButton] = {}
        for room in ROOMS:
            self._add(room, theme, column)
        column.addStretch(1)
        self._add(SETTINGS, theme, column)

    def be_narrow(self, narrow: bool) -> None:
        """56 pixels of icons on a small or enlarged screen."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self.class_button.be_narrow(narrow)
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


def badge_of(name: str) -> str:
    """Two signs that stand for a class: “G3” for Grade 3 Math, “P2” for Period 2, “Ma” for Math."""
    words = re.findall(r"[^\W\d_]+|\d+", name)
    if not words:
        return name[:2]
    number = next((word for word in words[1:] if word.isdigit()), "")
    second = number or "".join(word[0] for word in words[1:2])
    return f"{words[0][:1]}{second[:2]}" if second else words[0][:2]


def _beside_icon(says: str) -> str:
    # Qt leaves four pixels between icon and word; the rail wants twelve.
    return f"  {literal(says)}"
