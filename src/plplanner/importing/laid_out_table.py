"""A gradebook whose header has told what every column is: its students and their scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from plplanner.importing.clean_text import MAX_NAME, MAX_TITLE, clean_text, cut
from plplanner.importing.header_words import (
    NAME_ROLES,
    ColumnRole,
    header_form,
    id_kind,
    settle_name_roles,
)
from plplanner.importing.rows import (
    AssessmentRead,
    CellWarning,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
    ScoreRead,
    StudentRead,
    TableRead,
)
from plplanner.importing.score_grid import MAX_WARNINGS, ScoreGrid, read_score_grid
from plplanner.importing.score_words import status_of_word
from plplanner.importing.special_rows import (
    can_be_name,
    can_be_numbered_name,
    is_test_student,
    not_a_name,
    row_kind,
)
from plplanner.importing.student_row import id_warnings, students_of_rows
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import ScoreStatus

HEADER_ROWS = 10
_PERSON = NAME_ROLES | {
    ColumnRole.MIDDLE,
    ColumnRole.NICKNAME,
    ColumnRole.SUFFIX,
    ColumnRole.ID,
    ColumnRole.EMAIL,
    ColumnRole.SECTION,
}
COMPUTED = "Worked out by the gradebook, not an assessment."
NOTES = "Notes, not scores."
NOT_A_SCORE = "About the class or the school, not a score."


@record(frozen=True)
class LaidOut:
    """A table with the meaning of its columns and the rows of its students.

    `levels` are columns whose cells are words or letters of a scale. Where `own_scale`, numbers
    are neither points of a known maximum nor percent, and nobody is asked which.
    """

    table: Table
    header: int
    columns: tuple[ColumnRead, ...]
    students: tuple[int, ...]
    points: int | None = None
    levels: frozenset[int] = frozenset()
    own_scale: bool = False


def find_header(
    tables: Sequence[Table], test: Callable[[tuple[str, ...]], bool]
) -> tuple[Table, int] | None:
    """The first sheet with a header that passes, and its row; None for a file of another kind.

    Longer headings are cut: patterns take their time over a cell of a hundred kilobytes.
    """
    return find_place(
        tables, lambda table, row: test(tuple(cell[:MAX_TITLE] for cell in table.rows[row]))
    )


def find_place(
    tables: Sequence[Table], test: Callable[[Table, int], bool], *, rows: int = HEADER_ROWS
) -> tuple[Table, int] | None:
    """As `find_header`, for a test that also looks at the rows around the header."""
    tops = ((table, row) for table in tables for row in range(min(rows, len(table.rows))))
    return next((place for place in tops if test(*place)), None)


def headers_of(table: Table, row: int) -> tuple[str, ...]:
    """The headers of a row as plain text, one for each column of the table."""
    cells = (table.cell(row, place) for place in range(table.width))
    return tuple(cut(clean_text(cell), limit=MAX_TITLE) for cell in cells)


def person_columns(
    headers: Sequence[str], *, ids: Mapping[str, str] | None = None
) -> dict[int, ColumnRead]:
    """Columns of names, ids, e-mail and section by place. `ids` names ids this system has."""
    kinds = ids or {}
    found: dict[int, ColumnRead] = {}
    seen: set[object] = set()
    roles = settle_name_roles(tuple(headers))
    for place, (header, role) in enumerate(zip(headers, roles, strict=True)):
        own = kinds.get(header_form(header))
        said = ColumnRole.ID if own else role
        kind = (own or id_kind(header)) if said is ColumnRole.ID else ""
        if said in _PERSON and (said, kind) not in seen:
            seen.add((said, kind))
            found[place] = ColumnRead(header, said, kind)
    return found


def left_out(header: str, why: str) -> ColumnRead:
    """A column that is none of the assessments."""
    return ColumnRead(header, ColumnRole.LEFT_OUT, why=why if header else "Empty.")


def scored(header: str, assessment: AssessmentRead) -> ColumnRead:
    """A column of scores."""
    return ColumnRead(header, ColumnRole.SCORE, assessment=assessment)


def student_rows(
    table: Table, header: int, people: Mapping[int, ColumnRead]
) -> tuple[tuple[int, ...], tuple[CellWarning, ...]]:
    """Rows below the header that are people, and a warning for each row without a name among them.

    Points, dates, averages, totals, repeated headers and test students are none.
    """
    places = tuple(people)
    names = tuple(place for place in places if people[place].role in NAME_ROLES)
    top = tuple(clean_text(table.cell(header, place)) for place in places)
    students: list[int] = []
    nameless: list[int] = []
    notes: list[CellWarning] = []
    for row in range(header + 1, len(table.rows)):
        cells = tuple(clean_text(table.cell(row, place)) for place in places)
        called = " ".join(cells[places.index(name)] for name in names).strip()
        filled = sum(1 for cell in table.rows[row] if cell.strip())
        if not any(cells):
            nameless += [row] if filled else []
        elif cells == top or _is_aside(cells, called):
            continue
        elif _is_person(cells, called, has_more=filled > sum(map(bool, cells))):
            students.append(row)
        else:
            notes.append(not_a_name(row, called))
    last = students[-1] if students else 0
    message = "This row has no name, so it is left out."
    without = tuple(CellWarning(row + 1, "Name", message) for row in nameless if row < last)
    return tuple(students), (*without, *notes[:MAX_WARNINGS])


def _stands_alone(cells: tuple[str, ...], called: str) -> bool:
    """A label stands alone, a person mostly has an id beside her name."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 or " ".join(filled) == called


def _is_aside(cells: tuple[str, ...], called: str) -> bool:
    """A label of a row, such as the average, or the student whom a system makes for tests."""
    said = " ".join(cell for cell in cells if cell)
    is_label = _stands_alone(cells, called) and row_kind(said) is not None
    return is_label or is_test_student(called)


def _is_person(cells: tuple[str, ...], called: str, *, has_more: bool) -> bool:
    """Somebody with an id, or a name; a number in it is one only beside other cells of the row."""
    if not called or not _stands_alone(cells, called):
        return True
    return can_be_numbered_name(called) if has_more else can_be_name(called)


def read_laid_out(
    laid: LaidOut, *, format_name: str, file_name: str, warnings: tuple[CellWarning, ...] = ()
) -> GradebookRead:
    """Everything the table says. Raises Problem when it has no student."""
    if not laid.students:
        raise Problem(
            f"“{file_name}” has headings of a gradebook but no student below them.",
            "Check that the right class was exported, then import again.",
        )
    places = tuple(i for i, column in enumerate(laid.columns) if column.assessment is not None)
    numbers = tuple(place for place in places if place not in laid.levels)
    grid = _grid(laid, numbers)
    return GradebookRead(
        format=format_name,
        students=_students(laid),
        assessments=tuple(a for column in laid.columns if (a := column.assessment) is not None),
        scores=_scores(laid, places, numbers, grid),
        warnings=(*warnings, *id_warnings(laid.table, laid.students, laid.columns), *grid.warnings),
        questions=tuple(
            question
            for question in grid.questions
            if not (laid.own_scale and question.about == "points_or_percent")
        ),
        ignored_columns=tuple(
            IgnoredColumn(column.header, column.why)
            for column in laid.columns
            if column.role is ColumnRole.LEFT_OUT and column.header
        ),
        unread=frozenset((i, places.index(numbers[j])) for i, j in grid.unread),
        source=_source(laid),
    )


def _grid(laid: LaidOut, numbers: tuple[int, ...]) -> ScoreGrid:
    """The cells of numbers; an assessment without a title goes by its heading in messages."""
    columns = (laid.columns[place] for place in numbers)
    named = [
        replace(column.assessment, title=column.assessment.title or column.header)
        for column in columns
        if column.assessment is not None
    ]
    return read_score_grid(laid.table, rows=laid.students, places=numbers, assessments=named)


def _scores(
    laid: LaidOut, places: tuple[int, ...], numbers: tuple[int, ...], grid: ScoreGrid
) -> tuple[tuple[ScoreRead, ...], ...]:
    """Numbers from the grid and words of the level columns, in the order of the columns."""
    if len(numbers) == len(places):
        return grid.scores
    return tuple(
        tuple(
            cells[numbers.index(place)]
            if place in numbers
            else level_score(laid.table.cell(row, place), _possible(laid, place))
            for place in places
        )
        for row, cells in zip(laid.students, grid.scores, strict=True)
    )


def _possible(laid: LaidOut, place: int) -> float | None:
    assessment = laid.columns[place].assessment
    return assessment.points_possible if assessment else None


def level_score(cell: str, possible: float | None = None) -> ScoreRead:
    """A word or letter of a scale as a level; a mark such as “Missing” keeps its meaning.

    A single letter (“A”, “E”, “M”) is a grade here, never a mark.
    """
    text = clean_text(cell)
    if not text:
        return ScoreRead(possible=possible)
    status = status_of_word(text) if len(text) > 1 or not text.isalnum() else None
    if status is not None:
        return ScoreRead(possible=possible, status=status)
    return ScoreRead(possible=possible, status=ScoreStatus.SCORED, level=cut(text, limit=MAX_NAME))


def _students(laid: LaidOut) -> tuple[StudentRead, ...]:
    return tuple(map(_shown, students_of_rows(laid.table, laid.students, laid.columns)))


def _shown(student: StudentRead) -> StudentRead:
    """One person; without a name she is shown by her login, then her e-mail, then any id."""
    if student.display:
        return student
    wanted = (student.ids.get(kind) for kind in ("username", "login", "email"))
    shown = next((value for value in chain(wanted, student.ids.values()) if value), "")
    return replace(student, display=shown)


def _source(laid: LaidOut) -> TableRead | None:
    """The table for corrections; None where its cells, read alone, would say something else."""
    named = any(column.role in NAME_ROLES for column in laid.columns)
    if laid.levels or laid.own_scale or not named:
        return None
    return TableRead(laid.table, laid.header, laid.points, laid.students, laid.columns)


def with_cells(
    table: Table, rows: Sequence[int], place: int, *, change: Callable[[str], str]
) -> Table:
    """The table with one column written so that its cells read without knowing the system."""
    wanted = frozenset(rows)
    changed = tuple(
        (*cells[:place], change(cells[place]), *cells[place + 1 :])
        if number in wanted and place < len(cells)
        else cells
        for number, cells in enumerate(table.rows)
    )
    return replace(table, rows=changed)
