import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.grouping.topics_popover import TopicsPopover


@pytest.fixture
def made(qtbot, theme):
    """The popover, and what it was told to use."""
    window, named = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    popover = TopicsPopover(("Volcanoes",), on_named=named.append, parent=window)
    popover.show()
    yield popover, named
    window.hide()


def test_one_topic_is_not_enough(made, qtbot):
    popover, named = made
    assert not popover.go.isEnabled()
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert named == []


def test_topics_are_named_once_each_and_enter_uses_them(made, qtbot):
    popover, named = made
    qtbot.keyClicks(popover.field, ",  Storms , Volcanoes,, Deep  sea")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert named == [("Volcanoes", "Storms", "Deep sea")]
