"""How a small panel begins: what it is about, and one sentence; below that its own."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.ui.kit.labels import plain_label


def panel_column(panel: QWidget, title: str, about: str) -> QVBoxLayout:
    """The layout of a panel with its title and what it is about, to be gone on with."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 12, 16, 16)
    column.setSpacing(8)
    column.addWidget(plain_label(title, role="section", parent=panel))
    column.addWidget(plain_label(about, role="small", wrap=True, parent=panel))
    return column


def fit_height(panel: QWidget) -> None:
    """Make a panel of one width as high as its words need."""
    if (layout := panel.layout()) is not None:
        layout.activate()
        # No part has a height for its width as long as those just added are not shown.
        high = layout.totalHeightForWidth(panel.width())
        panel.setFixedHeight(high if high > 0 else layout.totalSizeHint().height())
