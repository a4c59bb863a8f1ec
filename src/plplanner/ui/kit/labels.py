"""Text on screen. Names are only ever names: nothing a teacher types is read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def plain_label(
    text: str = "", *, role: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label that shows its text literally; `role` is one of the style sheet's text roles."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def pill(text: str, *, tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A short word in a rounded frame; `tone` is warn, news or teacher."""
    label = plain_label(text, parent=parent)
    label.setProperty("kind", "pill")
    label.setProperty("tone", tone)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def literal(text: str) -> str:
    """Text for menus and buttons, where a single & would vanish."""
    return text.replace("&", "&&")


def literal_tip(text: str) -> str:
    """Text for a tooltip, which Qt would read as markup when it looks like some."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
