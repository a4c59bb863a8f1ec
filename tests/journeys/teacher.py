"""A teacher at the window: posts real mouse and key events, and counts what she does."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

_NO_KEYS = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton


class Teacher:
    """One action is one click, one key command or one drag."""

    def __init__(self, window, qtbot, monkeypatch):
        self.window, self.qtbot, self.monkeypatch = window, qtbot, monkeypatch
        self.actions = 0

    def sees(self, title):
        """Wait until the top bar names this screen."""
        self.qtbot.waitUntil(lambda: self.window.top_bar.title.text() == title, timeout=10_000)

    def button(self, name):
        """The visible, enabled button of this name; waits for it."""
        found = []

        def look():
            found[:] = [
                one
                for one in self.window.findChildren(QAbstractButton)
                if one.accessibleName().startswith(name) and one.isVisible() and one.isEnabled()
            ]
            return bool(found)

        self.qtbot.waitUntil(look, timeout=10_000)
        return found[0]

    def click(self, name):
        """Click a button."""
        self.qtbot.mouseClick(self.button(name), _LEFT)
        self.actions += 1

    def click_primary(self):
        """Click the one primary button of the screen."""

        def primary():
            return [
                one
                for one in self.window.findChildren(QAbstractButton)
                if one.property("kind") == "primary" and one.isVisible() and one.isEnabled()
            ]

        self.qtbot.waitUntil(lambda: len(primary()) == 1, timeout=10_000)
        self.qtbot.mouseClick(primary()[0], _LEFT)
        self.actions += 1

    def press(self, key, modifier=_NO_KEYS):
        """Press a key where the focus is."""
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier)
        self.actions += 1

    def tab_to(self, name):
        """Go to a button by Tab alone, then press Space on it."""
        goal = self.button(name)
        for _ in range(60):
            if QApplication.focusWidget() is goal:
                break
            self.press(Qt.Key.Key_Tab)
            self.actions -= 1  # walking is one action, however far
        assert QApplication.focusWidget() is goal, f"Tab never reaches {name}"
        self.actions += 1
        self.press(Qt.Key.Key_Space)

    def drop(self, *paths):
        """Drag files or a folder onto the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place, copy = QPointF(400, 300), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(place.toPoint(), copy, mime, _LEFT, _NO_KEYS)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.window, QDropEvent(place, copy, mime, _LEFT, _NO_KEYS))
        self.actions += 1

    def will_choose(self, path):
        """What she picks in the next file dialog, which is one action of its own."""

        def answer(*_, **__):
            self.actions += 1
            return str(path), ""

        self.monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        self.monkeypatch.setattr(
            QFileDialog, "getOpenFileNames", lambda *_, **__: ([answer()[0]], "")
        )
