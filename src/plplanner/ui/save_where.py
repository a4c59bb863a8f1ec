"""Where a file goes that the teacher asks for: a name of its own, with its kind, nothing lost."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from plplanner.problems import Problem
from plplanner.sharing.file_names import free_name
from plplanner.ui.stage import Stage

Kind = tuple[str, str]  # words and suffix


def ask_where(
    stage: Stage, parent: QWidget, *, says: str, start: Path, kinds: Sequence[Kind]
) -> Path | None:
    """The file to write; None when the dialog was left, or when there was no name in it."""
    filters = [f"{words} (*{suffix})" for words, suffix in kinds]
    name, chosen = QFileDialog.getSaveFileName(parent, says, str(start), ";;".join(filters))
    if not name:
        return None
    asked = Path(name)
    if not is_named(asked, kinds):
        stage.wishes.warn.emit(
            Problem(
                "The file has no name yet.", f"Save again and type one, such as “{start.stem}”."
            )
        )
        return None
    return target_of(asked, kinds, kinds[filters.index(chosen) if chosen in filters else 0][1])


def is_named(asked: Path, kinds: Sequence[Kind]) -> bool:
    """Whether there is more to a name than blanks, dots and its kind."""
    base = asked.name.casefold()
    for _, suffix in kinds:
        base = base.removesuffix(suffix)
    return bool(base.strip(" ."))


def target_of(asked: Path, kinds: Sequence[Kind], suffix: str) -> Path:
    """The file as asked for; one named without its kind gets `suffix`, and a free name."""
    if asked.suffix.lower() in {known for _, known in kinds}:
        return asked
    return free_name(asked.with_name(f"{asked.name}{suffix}"))
