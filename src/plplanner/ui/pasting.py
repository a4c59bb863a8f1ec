"""Tables on the clipboard: cells copied from a spreadsheet or a web page, or lines of CSV."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from plplanner.ui.stage import Wishes

_NOTHING = "There is no table on the clipboard. Copy cells with their headings, then paste again."
_FEWEST_LINES = 2


def pasted_table(mime: QMimeData) -> bytes | None:
    """The table as CSV or HTML to be read like a file; None when there is none.

    Lines with tabs or commas are a table; else an HTML table is, as some programs copy only that.
    """
    text = mime.text() if mime.hasText() else ""
    lines = [line for line in text.splitlines() if line.strip()]
    parted = [line for line in lines if "\t" in line or "," in line or ";" in line]
    if len(parted) >= _FEWEST_LINES and len(parted) * 2 > len(lines):
        return text.encode("utf-8", "replace")
    html = mime.html() if mime.hasHtml() else ""
    return html.encode("utf-8", "replace") if "<table" in html.casefold() else None


def paste_table(wishes: Wishes) -> None:
    """Bring the table on the clipboard into the import drawer, or say that there is none."""
    found = pasted_table(QGuiApplication.clipboard().mimeData())
    if found is None:
        wishes.tell.emit(_NOTHING)
    else:
        wishes.import_pasted.emit(found)


def hear_pasting(screen: QWidget, wishes: Wishes) -> QShortcut:
    """Ctrl+V anywhere in a screen, but for fields that take text themselves."""
    shortcut = QShortcut(QKeySequence("Ctrl+V"), screen)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: paste_table(wishes))
    return shortcut
