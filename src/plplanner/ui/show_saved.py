"""“Open” and “Show in folder” beside what was saved: they work, or say where the file is."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from plplanner.ui.kit.show_file import show_file
from plplanner.ui.stage import Stage


def show_saved(stage: Stage, path: Path) -> None:
    """Open a file with its program, or a folder; a banner with the next step where none does."""
    if path.exists():
        show_file(path, if_not=partial(_say_where, stage, path))
    else:
        _say_where(stage, path)


def _say_where(stage: Stage, path: Path) -> None:
    copy, folder = partial(_copy_path, stage, path), partial(show_saved, stage, path.parent)
    if not path.exists():
        text = f"“{path.name}” is not in “{path.parent}” any longer. Save it again."
        act = None
    elif path.is_dir():
        text = f"The folder could not be shown. It is “{path}”: look there with your file manager."
        act = ("Copy the path", copy)
    else:
        text = (
            f"No program on this computer opens {_kind(path)}. The file is safe: “{path.name}” in "
            f"“{path.parent}”. Install a program for it, or open it on another computer."
        )
        act = ("Show in folder", folder)
    stage.wishes.show_banner.emit(("warn", text, act))


def _kind(path: Path) -> str:
    return f"{path.suffix[1:].upper()} files" if path.suffix else "such files"


def _copy_path(stage: Stage, path: Path) -> None:
    QGuiApplication.clipboard().setText(str(path))
    stage.wishes.tell.emit("The path is copied.")
