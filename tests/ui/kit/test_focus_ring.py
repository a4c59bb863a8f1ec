from PySide6.QtCore import Qt

from plplanner.ui.kit.focus_ring import FocusRing


def test_the_ring_comes_with_the_keyboard_and_goes_with_the_mouse(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    ring = window.findChild(FocusRing)
    button = window.rail.buttons["groups"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Shift)
    assert ring.isVisible()
    around = button.mapTo(window, button.rect().topLeft())
    assert ring.geometry().topLeft().x() == around.x() - 4
    qtbot.mouseClick(window.top_bar.title, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()
