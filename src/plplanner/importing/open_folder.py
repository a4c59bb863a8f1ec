"""The files of a folder or ZIP as tables, those that are one export together side by side."""

from collections.abc import Mapping
from dataclasses import replace

from plplanner.importing.belonging import (
    family_of,
    folder_of,
    is_worth_reading,
    short_name,
    without_private,
)
from plplanner.importing.file_kinds import zip_in_zip
from plplanner.importing.file_tables import packed_files, tables_of
from plplanner.importing.limits import (
    refuse_large_file,
    refuse_large_folder,
    refuse_large_shape,
)
from plplanner.importing.read_zip import refuse_large_total
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.records import record


@record(frozen=True)
class OpenedFile:
    """One file: its tables, or why it has none, or a ZIP that is a folder of its own.

    `family` says which other files it belongs with: the system, and the folder both lie in.
    """

    name: str
    tables: tuple[Table, ...] = ()
    problem: Problem | None = None
    packed: bool = False
    family: tuple[str, str] | None = None


def open_folder(
    files: Mapping[str, bytes], *, name: str, inside_zip: bool = False, section: str | None = None
) -> tuple[tuple[OpenedFile, ...], ...]:
    """Groups of files that belong together, in the order of their paths; most stand alone.

    The limits of one file hold over all of them together. A ZIP inside a ZIP is not opened. Of a
    workbook of a whole district `section` alone is read; without it, it is refused.
    """
    kept = without_private(path for path in sorted(files) if is_worth_reading(path))
    if not inside_zip:
        refuse_large_folder([len(files[path]) for path in kept], name=name)
    refuse_large_total((files[path] for path in kept), file_name=name)
    groups: dict[object, list[OpenedFile]] = {}
    cells = 0
    for path in kept:
        opened = _opened(path, files[path], inside_zip=inside_zip, section=section)
        cells += sum(len(table.rows) * table.width for table in opened.tables)
        refuse_large_shape(rows=0, columns=0, cells=cells, file_name=name)
        groups.setdefault(opened.family or path, []).append(opened)
    return tuple(tuple(group) for group in groups.values())


def _opened(path: str, content: bytes, *, inside_zip: bool, section: str | None) -> OpenedFile:
    """One file, whatever it is."""
    shown = short_name(path)
    try:
        refuse_large_file(content, file_name=shown)
        if packed_files(content, file_name=shown) is not None:
            if inside_zip:
                raise zip_in_zip(shown)
            return OpenedFile(path, packed=True)
        tables = tables_of(content, file_name=shown, section=section)
    except Problem as problem:
        return OpenedFile(path, problem=problem)
    if len(tables) != 1:
        return OpenedFile(path, tables)
    family = family_of(tables[0])
    named = replace(tables[0], name=tables[0].name or shown) if family else tables[0]
    return OpenedFile(path, (named,), family=(family, folder_of(path)) if family else None)
