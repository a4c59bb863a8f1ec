"""Opens a file or a folder with the program this computer uses for it."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QProcess, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

# Who fails says so at once; a viewer closed later may end with any number.
_HEEDED_MILLISECONDS = 10_000


def show_file(path: Path, *, if_not: Callable[[], object]) -> None:
    """Show a file or a folder; `if_not` is called when no program for it is found."""
    opener = _opener_that_answers()
    if opener:
        _open_and_listen(opener, path, if_not)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        if_not()


def _opener_that_answers() -> str:
    # Qt starts xdg-open and calls that a success, also where it then finds no program.
    return QStandardPaths.findExecutable("xdg-open") if sys.platform == "linux" else ""


def _open_and_listen(opener: str, path: Path, if_not: Callable[[], object]) -> None:
    process, since = QProcess(QCoreApplication.instance()), QElapsedTimer()

    def ended(code: int) -> None:
        process.deleteLater()
        if code and since.elapsed() < _HEEDED_MILLISECONDS:
            if_not()

    def failed(error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            process.deleteLater()
            if_not()

    process.finished.connect(ended)
    process.errorOccurred.connect(failed)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    since.start()
    process.start(opener, [str(path)])
