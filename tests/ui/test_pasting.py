import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.pasting import hear_pasting, paste_table, pasted_table
from plplanner.ui.stage import Wishes


def mime_of(text="", html=""):
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


@pytest.mark.parametrize("between", ["\t", ",", ";"])
def test_lines_of_cells_are_a_table(between):
    text = f"Name{between}Quiz\nAnn{between}3\n"
    assert pasted_table(mime_of(text)) == text.encode()


def test_prose_and_a_list_of_names_are_none():
    assert pasted_table(mime_of("Ann\nBo\nCy\n")) is None
    assert pasted_table(mime_of("Dear class, hello.\nMore words.\nAnd more.\n")) is None
    assert pasted_table(QMimeData()) is None


def test_an_html_table_is_taken_when_the_text_is_none():
    html = "<TABLE><tr><td>Ann</td></tr></TABLE>"
    assert pasted_table(mime_of("Ann", html)) == html.encode()
    assert pasted_table(mime_of("Ann", "<p>Ann</p>")) is None


def test_ctrl_v_hands_the_table_on_but_leaves_fields_their_own(application, qtbot):
    wishes, taken, told = Wishes(), [], []
    wishes.import_pasted.connect(lambda content: taken.append(bytes(content)))
    wishes.tell.connect(told.append)
    screen = QWidget()
    qtbot.addWidget(screen)
    column, field, other = QVBoxLayout(screen), QLineEdit(), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(field)
    column.addWidget(other)
    hear_pasting(screen, wishes)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    QGuiApplication.clipboard().setText("Name\tQuiz\nAnn\t3\n")
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert taken == [b"Name\tQuiz\nAnn\t3\n"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (len(taken), "Ann" in field.text()) == (1, True)
    QGuiApplication.clipboard().setText("nothing here")
    paste_table(wishes)
    assert "no table on the clipboard" in told[0]
