import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plplanner.ui.screens.grouping.side_panel import SidePanel
from plplanner.ui.screens.grouping.words import FOR_YOU


@pytest.fixture
def panel(qtbot, theme):
    made = SidePanel(theme)
    qtbot.addWidget(made)
    made.resize(288, 600)
    made.show()
    return made


def test_whom_it_is_for_stays_at_the_foot_of_both_parts(panel):
    for show in (panel.show_why, panel.show_changes):
        show("Title")
        words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
        assert {"Title", FOR_YOU} <= set(words)
        assert panel.accessibleName() == "Title"


def test_reasons_over_the_drawer_lead_back_to_it(panel, qtbot):
    back = []
    panel.show_why("<b>Ann", lambda: back.append(True))
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert back == [True]
    panel.show_changes("5 of 28 would move")
    assert not panel.back.isVisible()
    panel.show_why("Ann")
    assert not panel.back.isVisible()


def test_it_can_be_closed(panel, qtbot):
    panel.show_why("Ann")
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
