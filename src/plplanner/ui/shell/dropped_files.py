"""Files dropped on the window: a sign while they hang over it, then they are read."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QVBoxLayout

from plplanner.ui.kit.labels import plain_label


class DroppedFiles(QObject):
    """Takes files and folders dropped anywhere on a window."""

    dropped = Signal(list)
    """Their paths, as the teacher let go of them."""

    def __init__(self, window: QMainWindow) -> None:
        """Nothing is shown before something hangs over the window."""
        super().__init__(window)
        self._window = window
        self._sign: DropSign | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Files are welcome; anything else is not taken."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._let_go(event)
        if isinstance(event, QDragEnterEvent) and (paths := _files_in(event.mimeData())):
            event.acceptProposedAction()
            self._sign = self._sign or DropSign(self._window)
            self._sign.come_up(paths)
            return True
        if event.type() == QEvent.Type.DragLeave and self._sign is not None:
            self._sign.hide()
        return super().eventFilter(watched, event)

    def _let_go(self, event: QDropEvent) -> bool:
        if self._sign is not None:
            self._sign.hide()
        if paths := _files_in(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(paths)
        return bool(paths)


class DropSign(QFrame):
    """A frame around the whole window, and in its middle what letting go will do."""

    def __init__(self, window: QMainWindow) -> None:
        """Hidden until `come_up`."""
        super().__init__(window)
        self.setProperty("kind", "drop")
        # What hangs over the window goes on to it, and not to the sign.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card = QFrame(self)
        card.setProperty("kind", "toast")
        self.words = plain_label(parent=card)
        inside, page = QVBoxLayout(card), QVBoxLayout(self)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.addWidget(self.words)
        page.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def come_up(self, paths: list[Path]) -> None:
        """Say what would be read."""
        one = f"“{paths[0].name}”" if len(paths) == 1 else f"{len(paths)} files"
        self.words.setText(f"Let go to see what {one} would bring in. Nothing is saved yet.")
        self.setAccessibleName(self.words.text())
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()


def _files_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
