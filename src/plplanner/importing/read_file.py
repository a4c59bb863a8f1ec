"""A gradebook file as the teacher dropped it: what it is, and everything it says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from plplanner.importing.belonging import folder_of, only_member, short_name
from plplanner.importing.crowd import (
    TALL_ROWS,
    crowd_in_table,
    only_section,
    only_section_rows,
    refuse_crowd,
    too_many,
    with_crowd_warning,
)
from plplanner.importing.file_tables import packed_files, tables_of
from plplanner.importing.formats.blackboard import read_blackboard
from plplanner.importing.formats.brightspace import read_brightspace
from plplanner.importing.formats.canvas import read_canvas
from plplanner.importing.formats.canvas_outcomes import read_canvas_outcomes
from plplanner.importing.formats.canvas_quiz import read_canvas_quiz
from plplanner.importing.formats.dibels import read_dibels
from plplanner.importing.formats.google_classroom import read_google_classroom
from plplanner.importing.formats.google_forms import read_google_forms
from plplanner.importing.formats.iready import read_iready
from plplanner.importing.formats.kahoot import read_kahoot
from plplanner.importing.formats.khan_mastery import read_khan_mastery
from plplanner.importing.formats.kolibri import read_kolibri
from plplanner.importing.formats.moodle import read_moodle
from plplanner.importing.formats.moodle_quiz import read_moodle_quiz
from plplanner.importing.formats.nwea import read_nwea
from plplanner.importing.formats.oneroster import read_oneroster
from plplanner.importing.formats.openedx import read_openedx
from plplanner.importing.formats.plain import read_plain
from plplanner.importing.formats.plickers import read_plickers
from plplanner.importing.formats.powerteacher import read_powerteacher
from plplanner.importing.formats.question_list import read_question_list
from plplanner.importing.formats.quizizz import read_quizizz
from plplanner.importing.formats.sakai import read_sakai
from plplanner.importing.formats.score_list import read_score_list
from plplanner.importing.formats.staar import read_staar
from plplanner.importing.formats.star import read_star
from plplanner.importing.formats.zipgrade import read_zipgrade
from plplanner.importing.guess_columns import HEADER_ROWS
from plplanner.importing.limits import refuse_large_file
from plplanner.importing.open_folder import OpenedFile, open_folder
from plplanner.importing.own_column_first import with_own_column_last
from plplanner.importing.period_sheets import join_sheets, with_origins
from plplanner.importing.rows import CellWarning, GradebookRead, NamedRead
from plplanner.importing.side_by_side import part_tables, with_places
from plplanner.importing.table import Table
from plplanner.importing.term_sheets import join_term_sheets
from plplanner.problems import Problem

Reader = Callable[..., GradebookRead | None]

# One reader per system, asked in this order: `reader(tables, file_name=…)` answers None for a
# file of another kind. The plain reader comes last and takes any table with names.
READERS: tuple[Reader, ...] = (
    read_oneroster,
    read_canvas,
    read_canvas_outcomes,
    read_canvas_quiz,
    read_google_classroom,
    read_google_forms,
    read_moodle_quiz,
    read_moodle,
    read_blackboard,
    read_brightspace,
    read_sakai,
    read_openedx,
    read_kolibri,
    read_powerteacher,
    read_nwea,
    read_iready,
    read_star,
    read_dibels,
    read_staar,
    read_zipgrade,
    read_kahoot,
    read_quizizz,
    read_plickers,
    read_khan_mastery,
    read_question_list,
    read_score_list,
)

_MAX_NAME_SHOWN = 80
_NAMED = 5


def read_gradebook(
    *, file_name: str, content: bytes, section: str | None = None, member: str | None = None
) -> GradebookRead:
    """Everything the file says about students and scores; touches nothing, asks nothing.

    `section` names the one class wanted of a file that holds many. A ZIP is read as the folder
    it holds, or as the one `member` of it alone. Raises Problem, and nothing else, for a file that
    cannot be read.
    """
    shown = _shown(file_name)
    refuse_large_file(content, file_name=shown)
    packed = packed_files(content, file_name=shown)
    if packed is not None:
        packed = only_member(packed, member) if member else packed
        groups = open_folder(packed, name=shown, inside_zip=True, section=section)
        reads = _reads(groups, {}, name=shown, section=section)
        read = only_gradebook(reads, name=shown, is_zip=True)
        return _of_class(read, section, file_name=shown) if section else read
    tables = tables_of(content, file_name=shown, section=section)
    return _read(tables, file_name=shown, section=section)


def read_files(*, name: str, files: Mapping[str, bytes]) -> tuple[NamedRead, ...]:
    """What each file of a folder says, by its path; `name` is the folder's.

    Files that are one export together are one read. A file that is no gradebook keeps its
    Problem; files that systems leave behind are passed over. Raises Problem for a folder
    beyond the limits.
    """
    shown = _shown(name)
    return _reads(open_folder(files, name=shown), files, name=shown)


def only_gradebook(reads: Sequence[NamedRead], *, name: str, is_zip: bool = False) -> GradebookRead:
    """The one gradebook among the files; Problem when there is none, or more than one."""
    good = [one for one in reads if one.read is not None]
    refused = [(one.file_name, one.problem) for one in reads if one.problem is not None]
    if len(good) > 1:
        titles = _some([one.file_name for one in good])
        by_one = "Unzip it, then import them one by one." if is_zip else "Import them one by one."
        raise Problem(f"“{name}” holds {len(good)} gradebooks: {titles}.", by_one)
    if not good or good[0].read is None:
        raise _no_gradebook(refused, name=name)
    aside = (CellWarning(1, path, problem.what) for path, problem in refused[:_NAMED])
    return _with_warnings(good[0].read, tuple(aside))


def _no_gradebook(refused: Sequence[tuple[str, Problem]], *, name: str) -> Problem:
    """Why nothing was found: the reason of the only file that can be told, or the names of all."""
    if len(refused) == 1:
        return refused[0][1]
    offering = [problem for _, problem in refused if problem.choices]
    if len(offering) == 1:
        return offering[0]
    held = f": {_some([path for path, _ in refused])}" if refused else ""
    return Problem(
        f"“{name}” holds no gradebook this program knows{held}.",
        "Export the gradebook as CSV or XLSX, then import that.",
    )


def _shown(name: str) -> str:
    return name[-_MAX_NAME_SHOWN:] or "The file"


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _reads(
    groups: Sequence[Sequence[OpenedFile]],
    files: Mapping[str, bytes],
    *,
    name: str,
    section: str | None = None,
) -> tuple[NamedRead, ...]:
    """What every group says; files that no reader takes together are read one by one."""
    found: list[NamedRead] = []
    for group in groups:
        together = _together(group, name=name) if len(group) > 1 else None
        if together:
            found.append(together)
            continue
        for one in group:
            found += _unpacked(one, files[one.name]) if one.packed else (_alone(one, section),)
    return tuple(found)


def _unpacked(one: OpenedFile, content: bytes) -> tuple[NamedRead, ...]:
    """A ZIP: the one gradebook it is, each of several, or why there is none.

    A district's file among others keeps its path: it is asked for by that, class by class.
    """
    shown = short_name(one.name)
    try:
        packed = packed_files(content, file_name=shown) or {}
        reads = _reads(open_folder(packed, name=shown, inside_zip=True), {}, name=shown)
        offering = [read for read in reads if read.is_gradebook]
        if len(offering) > 1 or (len(reads) > 1 and any(read.read is None for read in offering)):
            return tuple(replace(r, file_name=f"{one.name}/{r.file_name}") for r in reads)
        return (NamedRead(one.name, only_gradebook(reads, name=shown, is_zip=True)),)
    except Problem as problem:
        return (NamedRead(one.name, problem=problem),)


def _together(group: Sequence[OpenedFile], *, name: str) -> NamedRead | None:
    """What files of one export say; None when no system reads them so."""
    folder = short_name(folder_of(group[0].name)) or name
    tables = _filled(tuple(table for one in group for table in one.tables))
    try:
        read = _by_system(tables, file_name=folder) if tables else None
    except Problem as problem:
        return NamedRead(folder, problem=problem)
    return NamedRead(folder, with_crowd_warning(read)) if read else None


def _alone(one: OpenedFile, section: str | None) -> NamedRead:
    """What one file says."""
    if one.problem:
        return NamedRead(one.name, problem=one.problem)
    shown = short_name(one.name)
    try:
        return NamedRead(one.name, _read(one.tables, file_name=shown, section=section))
    except Problem as problem:
        return NamedRead(one.name, problem=problem)


def _read(
    tables: tuple[Table, ...], *, file_name: str, section: str | None = None
) -> GradebookRead:
    """What the tables of one file say, by the system that wrote them, else as plain tables."""
    filled = _filled(tables)
    if not filled:
        raise Problem(
            f"“{file_name}” holds no cells.", "Export the gradebook again, then import it."
        )
    tall = [table for table in filled if len(table.rows) > TALL_ROWS]
    if section:
        filled = _only_rows(filled, tall, section, file_name=file_name)
    else:
        for table in tall:
            refuse_crowd(crowd_in_table(table), file_name=file_name)
    read = _by_system(filled, file_name=file_name)
    if read is None:
        if not section:
            _refuse_tall(tall, file_name=file_name)
        read = _fullest(filled, file_name=file_name)
    if section:
        return _of_class(read, section, file_name=file_name)
    return with_crowd_warning(read)


def _of_class(read: GradebookRead, section: str, *, file_name: str) -> GradebookRead:
    """What a file says of one class; Problem when it has nobody in it."""
    alone = only_section(read, section)
    if not alone.students:
        raise _nobody_in(section, file_name=file_name)
    return alone


def _only_rows(
    tables: Sequence[Table], tall: Sequence[Table], section: str, *, file_name: str
) -> tuple[Table, ...]:
    """The tables with the rows of other classes emptied out of the tall ones."""
    cut = {id(table): only_section_rows(table, section) for table in tall}
    if cut and not any(any(table.rows[HEADER_ROWS:]) for table in cut.values()):
        raise _nobody_in(section, file_name=file_name)
    return tuple(cut.get(id(table), table) for table in tables)


def _nobody_in(section: str, *, file_name: str) -> Problem:
    return Problem(
        f"“{file_name}” has no student in the class “{section}”.",
        "Choose another class of the file.",
    )


def _filled(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables with cells, those on hidden sheets last."""
    filled = (table for table in tables if any(any(row) for row in table.rows))
    return tuple(sorted(filled, key=lambda table: table.is_hidden))


def _refuse_tall(tables: Sequence[Table], *, file_name: str) -> None:
    """Raise a Problem for a list of more rows than any class has."""
    for table in tables:
        rows = len(table.rows)
        what = f"“{file_name}” has {rows:,} rows, which is no file of one teacher's classes."
        raise too_many(what, crowd_in_table(table))


def _by_system(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """What the reader of a known system makes of the tables; None when no system knows them."""
    answers = (reader(tables, file_name=file_name) for reader in READERS)
    found = next((read for read in answers if read is not None), None)
    moved = with_own_column_last(tables) if found is None else ()
    if not moved:
        return found
    again = (reader(moved, file_name=file_name) for reader in (read_canvas, read_openedx))
    return next((read for read in again if read is not None), None)


def _fullest(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead:
    """The sheet with most students and scores, one that is shown before hidden ones; names other
    sheets that hold students too.

    When no sheet has students, the Problem of the largest sheet tells why. Sheets of one class
    each with the same headings are read as one, and so are sheets of one quarter each.
    """
    shown = tuple(table for table in tables if not table.is_hidden)
    joined = (join_sheets(shown) or join_term_sheets(shown)) if len(shown) > 1 else None
    if joined is not None:
        rest = tuple(table for table in tables if table.name not in joined.sheets)
        whole = _fullest((joined.table, *rest), file_name=file_name)
        return with_origins(whole, joined)
    found: list[tuple[tuple[bool, int], str, GradebookRead]] = []
    refused: list[tuple[int, Problem]] = []
    for table in tables:
        try:
            read = _one_sheet(table, file_name=file_name)
        except Problem as problem:
            refused.append((len(table.rows) * table.width, problem))
        else:
            weight = len(read.students) * (1 + len(read.assessments))
            found.append(((not table.is_hidden, weight), table.name, read))
    if not found:
        raise max(refused, key=lambda pair: pair[0])[1]
    _, name, best = max(found, key=lambda triple: triple[0])
    others = [other for _, other, read in found if read is not best]
    return _with_warnings(best, _other_sheets(name, others))


def _one_sheet(table: Table, *, file_name: str) -> GradebookRead:
    """What one sheet says; tables beside each other are read one below the other."""
    parted = part_tables(table, file_name=file_name)
    if parted is None:
        return read_plain(table, file_name=file_name)
    return with_places(read_plain(parted.table, file_name=file_name), parted)


def _other_sheets(name: str, others: list[str]) -> tuple[CellWarning, ...]:
    """One warning for each sheet with students that is not read."""
    message = (
        "Students stand on this sheet too. Only “{}” is read; save this sheet as its own file."
    )
    return tuple(CellWarning(1, other, message.format(name)) for other in others)


def _with_warnings(read: GradebookRead, more: tuple[CellWarning, ...]) -> GradebookRead:
    return replace(read, warnings=more + read.warnings)
