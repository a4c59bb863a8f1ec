"""Layouts emptied for other content."""

from PySide6.QtWidgets import QLayout


def take_out(layout: QLayout) -> None:
    """Hide and delete everything in a layout, in layouts within it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            take_out(inner)
            inner.deleteLater()
