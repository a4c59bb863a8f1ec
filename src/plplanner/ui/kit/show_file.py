"""Opens a file or a folder with the program this computer uses for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_file(path: Path) -> bool:
    """Show a file or a folder; whether a program for it was found."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
