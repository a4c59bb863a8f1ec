"""What leaves the planner as a file from any screen: asked where, saved, and shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from plplanner.cli.save_file import save_file
from plplanner.records import record
from plplanner.sharing.table_files import TableToShare, table_file
from plplanner.ui.save_where import Kind, ask_where
from plplanner.ui.show_saved import show_saved
from plplanner.ui.stage import Stage

# The bytes for a suffix; made off the main thread, so it holds frozen rows only.
Content = Callable[[str], bytes]
TABLE_KINDS: tuple[Kind, ...] = (("Excel workbook", ".xlsx"), ("CSV", ".csv"))


@record(frozen=True)
class Export:
    """One thing that can be saved as a file. `stem` names the file and never a student.

    `gather` asks for what is to be saved, when it is wanted; `kinds` are words and suffixes.
    """

    says: str
    stem: str
    gather: Callable[[], Content]
    kinds: tuple[Kind, ...] = TABLE_KINDS


def table_export(says: str, stem: str, table: Callable[[], TableToShare]) -> Export:
    """A table as a workbook or as CSV."""
    return Export(says, stem, lambda: partial(_table_content, table(), stem))


def carry_out(export: Export, *, stage: Stage, parent: QWidget) -> None:
    """Ask where, save in the background, and say where it is."""
    start = stage.documents / export.stem
    target = ask_where(stage, parent, says=export.says, start=start, kinds=export.kinds)
    if target is None:
        return
    stage.jobs.think(
        partial(_save, export.gather(), target),
        then=partial(_say_saved, stage),
        on_problem=stage.wishes.warn.emit,
    )


def _table_content(table: TableToShare, stem: str, suffix: str) -> bytes:
    return table_file(table, suffix=suffix, sheet_name=stem)


def _save(content: Content, target: Path) -> Path:
    save_file(target, content(target.suffix.lower()))
    return target


def _say_saved(stage: Stage, target: Path) -> None:
    said = f"Saved “{target.name}” in {target.parent.name or target.parent}."
    folder = ("Show in folder", partial(show_saved, stage, target.parent))
    stage.wishes.show_banner.emit(("news", said, folder))
