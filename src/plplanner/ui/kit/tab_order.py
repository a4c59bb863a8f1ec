"""Tab goes through a window as it is read: by its layouts, from the top left, part by part."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

# What is inside these is theirs.
_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def order_by_reading(root: QWidget) -> None:
    """Put all that takes Tab below `root` in reading order, also what was made only just now."""
    for one, following in pairwise(reading_order(root)):
        QWidget.setTabOrder(one, following)


def reading_order(root: QWidget) -> list[QWidget]:
    """All controls below `root` that take Tab, as their layouts are read."""
    return list(_read(root))


def _read(widget: QWidget) -> Iterator[QWidget]:
    # A part that hands the keyboard to one within it would else be met out of turn.
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value or widget.focusProxy():
        yield widget
    if isinstance(widget, _WHOLE):
        return
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _read(inside)
        return
    laid_out: set[QWidget] = set()
    layout = widget.layout()
    if layout is not None:
        for inner in widgets_of(layout):
            laid_out.add(inner)
            yield from _read(inner)
    # What lies over the rest comes after it.
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out:
            yield from _read(child)


def widgets_of(layout: QLayout) -> Iterator[QWidget]:
    """All widgets of a layout and of those within it, in reading order."""
    # Not by `itemAt`: of a layout within a layout it makes a second wrapper in Python, and the
    # program dies when the layout is deleted.
    owner = layout.parentWidget()
    beside = [one for one in owner.children() if isinstance(one, QWidget)] if owner else []
    within = [one for one in layout.children() if isinstance(one, QLayout)]
    widgets = {layout.indexOf(one): one for one in beside}
    layouts = {layout.indexOf(one): one for one in within}
    for place in range(layout.count()):
        if place in widgets:
            yield widgets[place]
        elif place in layouts:
            yield from widgets_of(layouts[place])
