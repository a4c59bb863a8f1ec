import pytest
from PySide6.QtCore import Qt

from plplanner.ui.kit.labels import literal, literal_tip, pill, plain_label

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
