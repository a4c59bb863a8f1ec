import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.kit.edit_field import EditField


@pytest.fixture
def around(theme, qtbot):
    """A field with another to go to."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    made.edit = EditField("Minutes", wrong=lambda text: "" if text.isdigit() else "Type digits.")
    made.other = QLineEdit()
    column.addWidget(made.edit)
    column.addWidget(made.other)
    made.edit.show_text("10")
    made.show()
    made.activateWindow()
    made.edit.field.setFocus()
    qtbot.waitUntil(made.edit.field.hasFocus)
    made.kept = []
    made.edit.kept.connect(made.kept.append)
    return made


def type_over(qtbot, edit, text):
    edit.field.selectAll()
    qtbot.keyClicks(edit.field, text)


def test_enter_keeps_and_nothing_new_is_not_told(around, qtbot):
    type_over(qtbot, around.edit, "12")
    qtbot.keyClick(around.edit.field, Qt.Key.Key_Return)
    qtbot.keyClick(around.edit.field, Qt.Key.Key_Return)
    assert around.kept == ["12"]
    assert around.edit.field.accessibleName() == "Minutes"


def test_leaving_keeps(around, qtbot):
    type_over(qtbot, around.edit, "15")
    around.other.setFocus()
    assert around.kept == ["15"]


def test_escape_takes_back(around, qtbot):
    type_over(qtbot, around.edit, "99")
    qtbot.keyClick(around.edit.field, Qt.Key.Key_Escape)
    assert (around.edit.field.text(), around.kept) == ("10", [])


def test_what_is_wrong_is_said_and_the_old_text_stays(around, qtbot):
    type_over(qtbot, around.edit, "soon")
    qtbot.keyClick(around.edit.field, Qt.Key.Key_Return)
    assert around.edit.error.isVisible()
    assert (around.edit.error.text(), around.edit.field.text()) == ("Type digits.", "soon")
    around.other.setFocus()
    assert (around.edit.field.text(), around.kept) == ("10", [])


def test_news_do_not_disturb_who_is_typing_until_the_row_is_another(around, qtbot):
    type_over(qtbot, around.edit, "2")
    around.edit.show_text("11")
    assert around.edit.field.text() == "2"
    around.edit.forget()
    around.edit.show_text("11")
    assert around.edit.field.text() == "11"


def test_a_word_chosen_from_the_list_is_kept_at_once(around, qtbot):
    around.edit.offer_parts(["120 · two hours", "12", "30"])
    type_over(qtbot, around.edit, "12")
    popup = around.edit.field.findChild(QCompleter).popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: around.kept == ["120"])
    assert around.edit.field.text() == "120"


def test_what_was_typed_beside_the_offers_is_kept_by_enter(around, qtbot):
    around.edit.offer_parts(["120", "12"])
    around.edit.begin()
    qtbot.keyClicks(around.edit.field, "1")
    popup = around.edit.field.findChild(QCompleter).popup()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (around.kept, popup.isVisible()) == (["1"], False)
