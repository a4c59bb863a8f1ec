from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from plplanner.ui.screens.rotation.turning import turn_by_arrows


def test_alt_and_an_arrow_turn_although_a_list_has_the_keyboard(application, qtbot):
    screen, turned = QWidget(), []
    qtbot.addWidget(screen)
    listed = QListWidget()
    QVBoxLayout(screen).addWidget(listed)
    turn_by_arrows(screen, turned.append)
    screen.show()
    screen.activateWindow()
    listed.setFocus()
    qtbot.waitUntil(listed.hasFocus)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(listed, key, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    assert turned == [-1, 1]
