"""What the teacher says one column is."""

import datetime
import re
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.header_words import ColumnRole, id_kind
from plplanner.importing.numbers_read import read_number
from plplanner.importing.rows import AssessmentRead, ColumnRead
from plplanner.importing.titles import date_in, points_in_title, scale_title, standards_in_title

LEFT_OUT_BY_TEACHER = "You chose to skip it."

_NATIVE_ID = re.compile(r"\s*\(\d+\)$")


def told_column(
    column: ColumnRead,
    *,
    role: ColumnRole,
    title: str = "",
    points: str = "",
    taken_on: datetime.date | None = None,
    standards: str = "",
) -> ColumnRead:
    """The column as told. `points` is a number as typed, `standards` are codes with commas between.

    The fields beside `role` count for a column of scores only; a number nobody can read is None.
    """
    if role is ColumnRole.LEFT_OUT:
        return replace(column, role=role, assessment=None, why=column.why or LEFT_OUT_BY_TEACHER)
    if role is not ColumnRole.SCORE:
        kind = column.id_kind or (id_kind(column.header) if role is ColumnRole.ID else "")
        return replace(column, role=role, assessment=None, id_kind=kind, why="")
    codes = (clean_text(code) for code in re.split(r"[,;]", standards))
    before = column.assessment or AssessmentRead(None)
    told = replace(
        before,
        title=clean_text(title) or before.title or suggested_assessment(column).title,
        points_possible=_points(points),
        date=taken_on,
        standards=tuple(dict.fromkeys(code for code in codes if code)),
    )
    return replace(column, role=role, assessment=told, why="")


def suggested_assessment(column: ColumnRead) -> AssessmentRead:
    """What to fill in when the teacher makes a column an assessment."""
    if column.assessment is not None:
        return column.assessment
    title = _NATIVE_ID.sub("", column.header) or "Assessment"
    scale = scale_title(title)
    return AssessmentRead(
        title=scale or title,
        points_possible=None if scale else points_in_title(title),
        date=date_in(title),
        standards=standards_in_title(title),
        is_scale=scale is not None,
    )


def _points(text: str) -> float | None:
    number = read_number(text.strip(), decimal_comma="," in text) if text.strip() else None
    return number if number is not None and number > 0 else None
