"""Text on screen. Names are only ever names: nothing a teacher types is read as markup."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG_WORD, _MAY_BREAK = re.compile(r"\S{19,}"), "\u200b"
_PIECE = re.compile(r"\S{6}(?=\w)")  # never before a mark that belongs to a letter


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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # without it long words are cut in a narrow column
        label.setSizePolicy(policy)
    return label


def pill(text: str, *, tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A short word in a rounded frame; `tone` is warn, news or teacher."""
    label = plain_label(text, parent=parent)
    label.setProperty("kind", "pill")
    label.setProperty("tone", tone)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


def breakable(text: str) -> str:
    """Text in which words of more than 18 letters may go on in the next line.

    Gradebooks write titles without a space; in a narrow column they would be cut off.
    """
    return _LONG_WORD.sub(lambda word: _PIECE.sub(rf"\g<0>{_MAY_BREAK}", word[0]), text)


def literal(text: str) -> str:
    """Text for menus and buttons, where a single & would vanish."""
    return text.replace("&", "&&")


def literal_tip(text: str) -> str:
    """Text for a tooltip, which Qt would read as markup when it looks like some."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
