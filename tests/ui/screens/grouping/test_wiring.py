import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.screens.grouping.looking import ids_by_name

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.long
def test_the_list_comes_up_by_mouse_changes_by_key_and_goes_on_the_clipboard(
    screen_on, planned, qtbot
):
    screen = screen_on(planned)
    qtbot.mouseClick(screen.foot.layers.buttons["apart"], LEFT)
    assert screen.side.title.text().startswith("Teacher table")
    screen.board.choose(ids_by_name(screen.model)["Ana"])
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_T)
    assert screen.table.names == ("Ben", "Cy", "Dee")
    screen.copy_names()
    assert QGuiApplication.clipboard().text() == "Ben\nCy\nDee"
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_W)
    assert screen.side.title.text() == "Ana"
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_W)
    assert screen.side.title.text().startswith("Teacher table")
    qtbot.mouseClick(screen.foot.layers.buttons["together"], LEFT)
    assert screen.side.title.text() == "Ana"
