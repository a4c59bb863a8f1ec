import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.ui.kit.labels import breakable, literal, literal_tip, pill, plain_label

HOSTILE = ["<img src=x width=500 height=400>", "<b>Ann", "Ann<br>Bob", "a & b", "&amp;"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_only_ever_a_name(qtbot, name):
    label, plain = plain_label(name), plain_label("x" * len(name))
    for widget in (label, plain):
        qtbot.addWidget(widget)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == name
    assert label.sizeHint().height() == plain.sizeHint().height()
    assert pill(name).textFormat() == Qt.TextFormat.PlainText


def test_menus_and_tooltips_show_what_was_typed():
    assert literal("Tom & Ann") == "Tom && Ann"
    assert literal_tip("<b>Tom & Ann") == "<qt>&lt;b&gt;Tom &amp; Ann</qt>"


def test_only_a_very_long_word_may_go_on_in_the_next_line(qtbot):
    usual = "Abernathy responsibilities: 11 of 10."
    assert breakable(usual) == usual
    title = "ExitTicketFractionsComparingEquivalentDecimals"
    assert breakable(title).replace("\u200b", "") == title
    label = plain_label(breakable(title), wrap=True)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < plain_label(title).sizeHint().width() / 3


def test_a_word_is_never_broken_between_a_letter_and_its_mark():
    assert "\u200b\u0301" not in breakable("abcdefe\u0301" * 6)
    assert "\u200b\u0301" not in breakable("abcdee\u0301" * 6)


def test_long_words_have_all_their_lines_in_a_narrow_column(qtbot):
    column = QWidget()
    qtbot.addWidget(column)
    label = plain_label("counts the lines, not the gaps " * 20, wrap=True, parent=column)
    room = QVBoxLayout(column)
    room.addWidget(label)
    room.addStretch(1)
    column.resize(280, 900)
    column.show()
    lines = label.fontMetrics().horizontalAdvance(label.text()) / label.width()
    assert label.height() >= lines * label.fontMetrics().lineSpacing()
    assert label.height() == label.heightForWidth(label.width())
