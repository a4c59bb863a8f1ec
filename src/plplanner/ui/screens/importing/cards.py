"""Cards of the report: a sign, a sentence, and the acts that mend what it says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from plplanner.ui.kit.labels import breakable, plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.report_lines import ReportLine

_SIGNS = {"warn": ("warn", "warnink"), "error": ("error", "errink"), "": ("info", "ink2")}


def card(
    tone: str,
    title: str,
    says: str,
    *,
    theme: Theme,
    acts: Sequence[QWidget] = (),
    rows: Sequence[QWidget | QLayout] = (),
) -> QFrame:
    """A card with its sentence, then `rows` one below the other, then `acts` side by side.

    `tone` is warn, error, or empty for a plain remark.
    """
    made = QFrame()
    made.setProperty("kind", "banner")
    made.setProperty("tone", tone)
    made.setAccessibleName(f"{title}. {says}")
    words = QWidget(made)
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(plain_label(breakable(title), role="strong", wrap=True, parent=words))
    if says:
        column.addWidget(plain_label(breakable(says), wrap=True, parent=words))
    name, token = _SIGNS[tone]
    outer = QVBoxLayout(made)
    outer.setContentsMargins(8, 8, 8, 8)
    outer.setSpacing(4)
    outer.addLayout(signed(made, name, theme.palette[token], words))
    below = column if not rows else outer
    for one in rows:
        if isinstance(one, QLayout):
            outer.addLayout(one)
        else:
            outer.addWidget(one)
    if acts:
        below.addLayout(_side_by_side(acts))
    return made


def line_of(line: ReportLine, *, theme: Theme, parent: QWidget) -> QHBoxLayout:
    """One line of “What will happen”, with its names or reasons below."""
    words = QWidget(parent)
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    role = "strong" if line.happens else "small"
    column.addWidget(plain_label(breakable(line.figure), role=role, wrap=True, parent=words))
    column.addWidget(plain_label(breakable(line.rest), role="small", wrap=True, parent=words))
    for detail in line.details:
        column.addWidget(plain_label(breakable(detail), role="hint", wrap=True, parent=words))
    colour = theme.palette["ink" if line.happens else "ink2"]
    return signed(parent, "check" if line.happens else "close", colour, words)


def signed(parent: QWidget, name: str, colour: str, words: QWidget) -> QHBoxLayout:
    """An icon, and words beside it from the first line on."""
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel(parent)
    sign.setPixmap(icon_picture(name, colour, 16, 2.0))
    sign.setAccessibleName(name)
    if isinstance(words, QLabel):
        words.setWordWrap(True)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def _side_by_side(acts: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for act in acts:
        row.addWidget(act)
    row.addStretch(1)
    return row
