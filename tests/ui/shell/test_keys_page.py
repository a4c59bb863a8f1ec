from PySide6.QtWidgets import QLabel

from plplanner.ui.shell.acts import ACTS, ROOMS
from plplanner.ui.shell.keys_page import KeysPage


def test_every_key_is_on_the_page(qtbot):
    page = KeysPage(None)
    qtbot.addWidget(page)
    said = {label.text() for label in page.findChildren(QLabel)}
    assert {act.says for act in ACTS} | {room.shortcut for room in ROOMS} <= said
