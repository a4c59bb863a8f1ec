"""Asking for gradebook files and folders; begins where the teacher found the last one."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from plplanner.ui.usual_folders import downloads

_GRADEBOOKS = "Gradebooks (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.zip *.htm *.html);;All files (*)"


class FileDialogs:
    """The dialogs of one window."""

    def __init__(self, window: QWidget) -> None:
        """Opens above `window`."""
        self._window = window
        self._last: Path | None = None

    def files(self) -> list[Path]:
        """Gradebook files; empty when she thinks better of it."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Import a gradebook", self._start(), _GRADEBOOKS
        )
        if names:
            self._last = Path(names[0]).parent
        return [Path(name) for name in names]

    def folder(self) -> list[Path]:
        """A folder of gradebook files, as a list of one; empty when she thinks better of it."""
        name = QFileDialog.getExistingDirectory(
            self._window, "Import a folder of gradebooks", self._start()
        )
        return [Path(name)] if name else []

    def _start(self) -> str:
        return str(self._last or downloads())
