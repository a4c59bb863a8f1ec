import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from plplanner.ui.kit.focus_ring import FocusRing
from plplanner.ui.kit.popover import show_at


@pytest.mark.long
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


@pytest.mark.long
def test_a_key_that_reaches_the_window_itself_brings_the_ring(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    ring, button = window.findChild(FocusRing), window.rail.buttons["groups"]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert ring.isVisible()
    before = ring.geometry()
    button.move(button.x() + 5, button.y())
    assert ring.geometry() == before.translated(5, 0)
    qtbot.mouseClick(window.rail.buttons["students"], Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


class NotingRing(FocusRing):
    """Notes the events of our own kind that it hears of."""

    heard = 0

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        self.heard += event.type() == QEvent.Type.User
        return super().eventFilter(watched, event)


def test_widgets_without_the_focus_are_not_listened_to(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton("First", window), QPushButton("Second", window)
    ring = NotingRing(window, theme)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    QApplication.sendEvent(second, QEvent(QEvent.Type.User))
    assert ring.heard == 0
    QApplication.sendEvent(first, QEvent(QEvent.Type.User))
    assert ring.heard == 1


def test_the_ring_is_there_before_the_first_key_but_never_around_a_whole_page(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    button, page = QPushButton("Choose a file", window), QWidget(window)
    ring = FocusRing(window, theme)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    assert ring.isVisible()
    page.setFocus()
    assert not ring.isVisible()


def test_the_ring_goes_along_when_a_page_is_pushed_down(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    page = QWidget(window)
    button = QPushButton("Save", page)
    ring = FocusRing(window, theme)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    before = ring.geometry()
    page.move(page.x(), page.y() + 50)
    assert ring.geometry() == before.translated(0, 50)


def test_a_panel_over_the_window_has_a_ring_of_its_own(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    below = FocusRing(window, theme)
    window.show()
    panel = QFrame(window, Qt.WindowType.Popup)
    button = QPushButton("Go", panel)
    show_at(panel, QPoint(0, 0))
    ring = panel.findChild(FocusRing)
    button.setFocus()
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry().topLeft() == button.mapTo(panel, QPoint(-4, -4))
    show_at(panel, QPoint(0, 0))
    assert panel.findChildren(FocusRing) == [ring]
    panel.close()
    assert window.findChild(FocusRing) is below
