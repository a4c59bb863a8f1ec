"""The gradebook a teacher exports from Canvas, old or new, in any language of its numbers."""

import re
from collections.abc import Mapping, Sequence

from plplanner.importing.clean_text import MAX_TITLE, clean_text, cut
from plplanner.importing.computed_columns import computed_reason
from plplanner.importing.header_words import ColumnRole, header_form, header_role, is_name_header
from plplanner.importing.laid_out_table import find_place
from plplanner.importing.numbers_read import read_number
from plplanner.importing.other_columns import other_reason
from plplanner.importing.person_names import join_name, split_name
from plplanner.importing.rows import (
    AssessmentRead,
    ColumnRead,
    GradebookRead,
    IgnoredColumn,
    StudentRead,
    TableRead,
)
from plplanner.importing.score_grid import read_score_grid
from plplanner.importing.special_rows import RowKind, row_kind
from plplanner.importing.student_row import id_warnings, is_damaged_id
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import ScoreStatus

_TITLE_WITH_ID = re.compile(r"(.*\S)?\s*\((\d+)\)", re.DOTALL)
_CANVAS_TITLE = re.compile(r".*\S\s*\(\d{4,}\)\s*", re.DOTALL)  # “Quiz (20)” says its points
_SPLIT_NAMES = {"lastname", "last name", "firstname", "first name"}
_IDS = {
    "id": "canvas_id",
    "sis user id": "sis_user_id",
    "sis login id": "login",
}
_LOGIN = re.compile(
    r"log|anmeld|inicio|acceso|connexion|connessione|entrar|登录|登錄|ログイン|로그인|вход"
)
_TEST_LOGIN = re.compile(r"[0-9a-f]{12,64}")


@record(frozen=True)
class _Layout:
    """The header row, its columns by use, and the rows by kind."""

    header: int
    headers: tuple[str, ...]
    names: int
    ids: dict[int, str]
    section: int | None
    points: int | None
    students: tuple[int, ...]


def read_canvas(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """A Canvas gradebook, or None when no sheet is one."""
    found = find_place(tables, _is_header, rows=4)
    if found is None:
        return None
    table, header = found
    layout = _layout(table, header)
    if not layout.students:
        raise Problem(
            f"“{file_name}” is a Canvas gradebook without students.",
            "Check that the right course was exported, then import again.",
        )
    places, assessments = _assessments(table, layout)
    left_out = _left_out(table, layout, places)
    columns = _columns(layout, dict(zip(places, assessments, strict=True)), left_out)
    grid = read_score_grid(
        table,
        rows=layout.students,
        places=places,
        assessments=assessments,
        not_available=ScoreStatus.NOT_ASSIGNED,
    )
    return GradebookRead(
        format="canvas_gradebook",
        students=tuple(_student(table, row, layout) for row in layout.students),
        assessments=assessments,
        scores=grid.scores,
        warnings=(*id_warnings(table, layout.students, columns), *grid.warnings),
        questions=grid.questions,
        unread=grid.unread,
        ignored_columns=tuple(
            IgnoredColumn(layout.headers[place], why) for place, why in left_out.items()
        ),
        source=TableRead(
            table=table,
            header=header,
            points=layout.points,
            students=layout.students,
            columns=columns,
            not_available=ScoreStatus.NOT_ASSIGNED,
        ),
    )


def _columns(
    layout: _Layout, assessments: Mapping[int, AssessmentRead], left_out: Mapping[int, str]
) -> tuple[ColumnRead, ...]:
    """Every column with what it was taken for."""
    names = [ColumnRole.NAME]
    if layout.names == 2:
        names = [ColumnRole.LAST, ColumnRole.FIRST]
        if header_form(layout.headers[0]).startswith("first"):
            names.reverse()
    roles = dict(enumerate(names)) | dict.fromkeys(layout.ids, ColumnRole.ID)
    roles |= dict.fromkeys(assessments, ColumnRole.SCORE)
    if layout.section is not None:
        roles[layout.section] = ColumnRole.SECTION
    return tuple(
        ColumnRead(
            header=title,
            role=roles.get(place, ColumnRole.LEFT_OUT),
            id_kind=layout.ids.get(place, ""),
            why=left_out.get(place, "" if place in roles else "Empty."),
            assessment=assessments.get(place),
        )
        for place, title in enumerate(layout.headers)
    )


def _is_header(table: Table, row: int) -> bool:
    """Name column(s), then ID, then the login or section columns Canvas writes.

    Without ID, which teachers take out, numbers in the titles and points below tell.
    """
    forms = [header_form(cell) for cell in table.rows[row]]
    names = _name_width(forms) or _named_in_any_language(table, row, forms)
    if not names or len(forms) <= names:
        return False
    has_id, pointed = forms[names] == "id", _points_below(table, row)
    if has_id and ("sis login id" in forms or "sis user id" in forms):
        return True
    if not any(_TITLE_WITH_ID.fullmatch(clean_text(c[:MAX_TITLE])) for c in table.rows[row]):
        return False
    if not has_id:
        return pointed and any(_CANVAS_TITLE.fullmatch(c[:MAX_TITLE]) for c in table.rows[row])
    return pointed or any(_section_at(form) for form in forms)


def _points_below(table: Table, row: int) -> bool:
    below = range(row + 1, min(row + 4, len(table.rows)))
    return any(header_form(table.cell(r, 0)).startswith("points possible") for r in below)


def _name_width(forms: list[str]) -> int:
    """1 for `Student` (or “LastName,FirstName” in one cell), 2 for split names, 0 for neither."""
    if len(forms) > 1 and set(forms[:2]) <= _SPLIT_NAMES and len(set(forms[:2])) == 2:
        return 2
    return 1 if forms and is_name_header(forms[0]) else 0


def _named_in_any_language(table: Table, row: int, forms: list[str]) -> int:
    """1 for a first column before “ID” that says “Points Possible” below; those words stay."""
    return int(_points_below(table, row) and forms[1:2] == ["id"])


def _section_at(form: str) -> bool:
    return header_role(form) is ColumnRole.SECTION


def _layout(table: Table, header: int) -> _Layout:
    headers = tuple(cut(clean_text(cell), limit=MAX_TITLE) for cell in table.rows[header])
    forms = [header_form(cell) for cell in headers]
    names = _name_width(forms) or 1
    ids: dict[int, str] = {}
    section = None
    for place in range(names, len(forms)):
        if _TITLE_WITH_ID.fullmatch(headers[place]):
            break
        kind = _id_kind(forms[place])
        if kind and kind not in ids.values():
            ids[place] = kind
        elif section is None and _section_at(forms[place]):
            section = place
    # Right after the names may stand a score, where the ids were taken out.
    keyed = len(headers) > names and not _TITLE_WITH_ID.fullmatch(headers[names])
    points, students = _rows(table, header, names, key=names if keyed else None)
    return _Layout(header, headers, names, ids, section, points, students)


def _id_kind(form: str) -> str | None:
    """The id a header names, also where a school's language translates “SIS Login ID”."""
    if form in _IDS:
        return _IDS[form]
    if "sis" not in form.replace("-", " ").split():
        return None
    return "login" if _LOGIN.search(form) else "sis_user_id"


def _rows(
    table: Table, header: int, names: int, *, key: int | None
) -> tuple[int | None, tuple[int, ...]]:
    """The points row (a label and no id, most often above) and the rows of real students.

    `key` is the column of ids, or what else stands beside the names of students only.
    """
    points: int | None = None
    students: list[int] = []
    for row in range(header + 1, len(table.rows)):
        label = " ".join(clean_text(table.cell(row, place)) for place in range(names)).strip()
        native_id = "" if key is None else clean_text(table.cell(row, key))
        if not label:
            continue
        is_points = row_kind(label) is RowKind.POINTS  # a sorted file has them anywhere
        is_first = points is None and not students
        if not native_id and (is_points or (is_first and key is not None)):
            points = row if points is None or _has_number(table.rows[row]) else points
        elif (native_id or row_kind(label) is None) and not _is_test_student(table, row, label):
            students.append(row)
    return points, tuple(students)


def _has_number(cells: Sequence[str]) -> bool:
    """“Manual Posting” above the points has none."""
    return any(letter.isdigit() for cell in cells for letter in cell)


def _is_test_student(table: Table, row: int, label: str) -> bool:
    """The student Canvas makes for teachers to try things: “Student, Test”."""
    words = sorted(header_form(label).split())
    if words == ["student", "test"]:
        return True
    login = any(_TEST_LOGIN.fullmatch(cell) and not cell.isdigit() for cell in table.rows[row][2:6])
    return login and row_kind(label) is not None


def _assessments(
    table: Table, layout: _Layout
) -> tuple[tuple[int, ...], tuple[AssessmentRead, ...]]:
    """Columns headed `Title (123456)` that the points row does not call read only."""
    places, found = [], []
    for place, header in enumerate(layout.headers):
        titled = _TITLE_WITH_ID.fullmatch(header)
        points = _points_cell(table, layout, place)
        if not titled or place < layout.names or not _is_open(header, points):
            continue
        title = cut(titled.group(1) or "", limit=MAX_TITLE) or f"Assignment {titled.group(2)}"
        places.append(place)
        found.append(
            AssessmentRead(
                title=title,
                points_possible=read_number(points, decimal_comma="," in points),
                date=date_in(title),
                native_id=titled.group(2),
                standards=standards_in_title(title),
            )
        )
    return tuple(places), tuple(found)


def _points_cell(table: Table, layout: _Layout, place: int) -> str:
    return clean_text(table.cell(layout.points, place)) if layout.points is not None else ""


def _is_open(header: str, points: str) -> bool:
    """Points above, or nothing at all; “(read only)” in any language closes a column.

    Without a number above, a title such as “Current Score (2026)” is a total of a grading period.
    """
    if any(letter.isdigit() for letter in points):
        return True
    return not points and not computed_reason(header.rpartition("(")[0] or header)


def _student(table: Table, row: int, layout: _Layout) -> StudentRead:
    """One person: name, the ids this file has, section as written."""
    cells = [clean_text(table.cell(row, place)) for place in range(len(layout.headers))]
    if layout.names == 2:
        backwards = header_form(layout.headers[0]).startswith("first")
        last, first = (cells[1], cells[0]) if backwards else (cells[0], cells[1])
        name = join_name(last=last, first=first)
    else:
        name = split_name(cells[0])
    ids: dict[str, str | None] = {
        kind: cells[place]
        for place, kind in layout.ids.items()
        if cells[place] and not is_damaged_id(cells[place])
    }
    return StudentRead(
        last=name.last,
        first=name.first,
        suffix=name.suffix,
        nickname=name.nickname,
        ids=ids,
        section=(cells[layout.section] or None) if layout.section is not None else None,
        display=", ".join(part for part in cells[: layout.names] if part),
    )


def _left_out(table: Table, layout: _Layout, places: tuple[int, ...]) -> dict[int, str]:
    """Totals, grades, notes and whatever else is neither id nor assignment."""
    known = {*range(layout.names), *layout.ids, *places, layout.section}
    left = {}
    for place, header in enumerate(layout.headers):
        if place in known or not header:
            continue
        is_closed = _points_cell(table, layout, place).startswith("(")
        left[place] = _why(header, is_closed=is_closed)
    return left


def _why(header: str, *, is_closed: bool) -> str:
    """Why a column is left out. Columns of the teacher's own are closed too, as totals are."""
    if computed_reason(header):
        return "Worked out by Canvas."
    if header_form(header).endswith(" id"):
        return "An id of another system."
    kept_closed = "Read-only in Canvas: a total or notes, not an assignment."
    of_notes = "A column of notes, not an assignment."
    return other_reason(header) or (kept_closed if is_closed else of_notes)
