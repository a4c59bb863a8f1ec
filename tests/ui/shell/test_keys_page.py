import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from plplanner.ui.shell.acts import ACTS, KEYS, ROOMS
from plplanner.ui.shell.keys_page import KeysPage, in_columns


def test_every_key_is_on_the_page_under_the_place_where_it_works(qtbot):
    page = KeysPage(None)
    qtbot.addWidget(page)
    said = {label.text() for label in page.findChildren(QLabel)}
    assert {act.says for act in ACTS if act.shortcut} <= said
    assert {row.says for row in KEYS} | {row.place for row in KEYS} <= said
    each = {word for text in said for word in text.split(", ")}
    assert {room.shortcut for room in ROOMS} | {room.says for room in ROOMS} <= each
    assert {act.also for act in ACTS if act.also} <= each


def test_the_whole_page_is_seen_at_once_on_a_small_laptop(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 692)
    page = KeysPage(window)
    page.ensurePolished()
    scroll = page.findChild(QScrollArea)
    assert scroll.widget().sizeHint().height() <= scroll.height()
    assert page.sizeHint().width() <= 1280


def test_the_page_is_closed_by_its_button_too(qtbot):
    page = KeysPage(None)
    qtbot.addWidget(page)
    page.show()
    (close,) = page.findChildren(QPushButton)
    close.click()
    assert not page.isVisible()


@pytest.mark.long
def test_the_page_fits_on_a_small_screen(window_on, empty_planner):
    window = window_on(empty_planner, room="resources", size=(1093, 586))
    page = KeysPage(window)
    page.adjustSize()
    assert page.width() <= 1093
    assert page.height() <= 586
    page.show()
    scroll = page.findChild(QScrollArea)
    assert scroll.widget().height() > scroll.height()
    QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > 0
    page.deleteLater()


def test_columns_are_about_equal_and_part_no_section():
    row = (("F1", "All keys"),)
    sections = [("one", row * 9), ("two", row * 5), ("three", row * 3), ("four", row * 8)]
    assert [[name for name, _ in column] for column in in_columns(sections, 3)] == [
        ["one"], ["two", "three"], ["four"],
    ]  # fmt: skip
