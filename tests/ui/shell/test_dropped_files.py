from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from plplanner.ui.shell.dropped_files import DroppedFiles, DropSign

KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.taken = []
    DroppedFiles(window).dropped.connect(window.taken.extend)
    return window


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(one) for one in paths])
    return mime


def hang_over(window, mime):
    event = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, mime, *KEYS)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def sign_of(window):
    found = window.findChild(DropSign)
    return found.words.text() if found is not None and found.isVisible() else None


def test_a_sign_says_what_letting_go_does_and_goes_when_the_file_does(window):
    assert hang_over(window, files("/tmp/grades.csv"))
    assert "“grades.csv”" in sign_of(window)
    assert window.findChild(DropSign).size() == window.size()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert (sign_of(window), window.taken) == (None, [])


def test_files_let_go_anywhere_are_taken(window):
    mime = files("/tmp/a.csv", "/tmp/b.csv")
    hang_over(window, mime)
    assert "2 files" in sign_of(window)
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, *KEYS)
    assert drop.type() == QEvent.Type.Drop
    QApplication.sendEvent(window, drop)
    assert window.taken == [Path("/tmp/a.csv"), Path("/tmp/b.csv")]
    assert sign_of(window) is None


def test_words_are_not_taken(window):
    mime = QMimeData()
    mime.setText("Ann")
    assert not hang_over(window, mime)
    assert sign_of(window) is None
