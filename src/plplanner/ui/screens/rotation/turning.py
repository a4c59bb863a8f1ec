"""Alt and an arrow turn the page, wherever on the screen the keyboard is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def turn_by_arrows(screen: QWidget, turn: Callable[[int], object]) -> None:
    """Alt+Left calls `turn(-1)`, Alt+Right `turn(1)`; lists would take the keys as mere arrows."""
    for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
        shortcut = QShortcut(QKeySequence(keys), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(turn, step))
