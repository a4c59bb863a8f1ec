"""A table to look at for formats that do not tell where in the file each thing stood."""

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import ColumnRead, GradebookRead, ScoreRead, StudentRead, TableRead
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus


def table_of(read: GradebookRead) -> TableRead:
    """Name, one id, section and every assessment, one row per student below the headings."""
    columns = (
        ColumnRead("Student", ColumnRole.NAME),
        ColumnRead("ID", ColumnRole.ID),
        ColumnRead("Section", ColumnRole.SECTION),
        *(ColumnRead(a.title or "", ColumnRole.SCORE, assessment=a) for a in read.assessments),
    )
    rows = [tuple(column.header for column in columns)]
    rows += [
        (*_person(student), *(_cell(score) for score in line))
        for student, line in zip(read.students, read.scores, strict=True)
    ]
    return TableRead(
        table=Table(tuple(rows)),
        header=0,
        points=None,
        students=tuple(range(1, len(rows))),
        columns=columns,
        as_written=False,
    )


def _person(student: StudentRead) -> tuple[str, str, str]:
    name = ", ".join(part for part in (student.last, student.first) if part)
    number = next((value for value in student.ids.values() if value), "")
    return student.display or name, number, student.section or ""


def _cell(score: ScoreRead) -> str:
    """The number or word a gradebook would show."""
    measures = (score.points, score.scale_score)
    number = next((f"{value:g}" for value in measures if value is not None), "")
    percent = f"{score.percent:g} %" if score.percent is not None else ""
    word = "" if score.status in (ScoreStatus.SCORED, ScoreStatus.NONE) else score.status.value
    return number or score.level or percent or word.replace("_", " ")
