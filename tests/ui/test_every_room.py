"""What holds in every room: named controls, whole words, nothing on top of anything."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QToolButton,
)

from plplanner.ui.kit.buttons import ToolButton
from plplanner.ui.shell.acts import ROOMS

ROOM_KEYS = [room.key for room in ROOMS] + ["settings"]
# Content sizes: the title bar takes 28 pixels. The smaller sizes are walked by --long.
SIZES = {
    "1366x768": (1366, 740),
    "1280x720": pytest.param((1280, 692), marks=pytest.mark.long),
    "125 %": pytest.param((1093, 586), marks=pytest.mark.long),
}
CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QSlider,
)  # fmt: skip
INTERNAL = ("qt_", "ScrollArea", "scroll")


def controls_of(window):
    for kind in CONTROLS:
        for control in window.findChildren(kind):
            inside_another = isinstance(control.parent(), CONTROLS)
            if control.isVisibleTo(window) and not inside_another:
                yield control


def name_of(control):
    return control.accessibleName() or (
        control.text() if isinstance(control, QAbstractButton) else ""
    )


@pytest.fixture
def settle(qtbot):
    def wait(window):
        window.stage.jobs.wait()
        for _ in range(5):
            qtbot.wait(1)

    return wait


def nameless_controls(window):
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in controls_of(window)
        if not name_of(control).strip() and not control.objectName().startswith(INTERNAL)
    ]


def deaf_to_enter(window):
    """Buttons that Space would press and Enter would not; none of Qt's own inside others."""
    return [
        f"{type(control).__name__} {name_of(control)}"
        for control in controls_of(window)
        if not control.objectName().startswith(INTERNAL)
        if (isinstance(control, QPushButton) and not control.autoDefault())
        or (isinstance(control, QToolButton) and not isinstance(control, ToolButton))
    ]


def is_clipped(label):
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return needed > label.height() + 1
    return label.sizeHint().width() > label.width() + 1 and "…" not in label.text()


def cut_words(window):
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text() and is_clipped(label)
    ]
    return labels + [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.text() and _words_are_wider(button)
    ]


def _words_are_wider(button):
    metrics = button.fontMetrics()
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    words = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return words + icon > button.width() + 1


def words_on_words(window):
    """What is scrolled out of sight stands on nothing."""
    labels = [
        (label.text(), QRect(label.mapToGlobal(seen.topLeft()), seen.size()))
        for label in window.findChildren(QLabel)
        for seen in [label.visibleRegion().boundingRect()]
        if label.isVisible() and label.text() and not seen.isEmpty()
    ]
    return [
        (one, other)
        for place, (one, rect) in enumerate(labels)
        for other, other_rect in labels[place + 1 :]
        if rect.adjusted(1, 1, -1, -1).intersects(other_rect.adjusted(1, 1, -1, -1))
    ]


def blurred_pictures(window):
    return [
        label.accessibleName() or label.parent().accessibleName()
        for label in window.findChildren(QLabel)
        if label.isVisible()
        and not label.pixmap().isNull()
        and label.pixmap().devicePixelRatio() < window.devicePixelRatioF()
    ]


def primary_buttons(window):
    return [
        button.text()
        for button in window.findChildren(QPushButton)
        if button.isVisible() and button.property("kind") == "primary"
    ]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("room", ROOM_KEYS)
def test_a_room_is_whole_readable_and_named(room, size, window_on, planned, settle):
    window = window_on(planned, room=room, size=size)
    settle(window)
    assert window.width() == size[0], "the room forces the window wider"
    assert nameless_controls(window) == [], "a screen reader would hear nothing"
    assert deaf_to_enter(window) == [], "Enter would do nothing"
    assert cut_words(window) == []
    assert words_on_words(window) == []
    assert blurred_pictures(window) == []
    assert len(primary_buttons(window)) <= 1
    assert window.windowTitle() == "plplanner"
