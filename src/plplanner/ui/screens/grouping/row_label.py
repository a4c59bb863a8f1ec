"""A label in a line of the side panel that gives way to what stands beside it."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from plplanner.ui.kit.labels import plain_label


def eliding_label(parent: QWidget, role: str = "strong") -> QLabel:
    """It never keeps the panel wide."""
    label = plain_label(role=role, parent=parent)
    label.setMinimumWidth(1)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return label
