"""The preview of an import: the file as it stands, what is taken from it, what would change."""

from collections.abc import Mapping
from dataclasses import field

from plplanner.importing.answers import is_above
from plplanner.importing.class_plans import plan_classes
from plplanner.importing.clean_text import clean_text
from plplanner.importing.corrections import Corrections, corrected, score_places
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import (
    CellWarning,
    ClassImport,
    GradebookRead,
    ImportCounts,
    KnownPlanner,
    PlannedStudent,
    ScoreRead,
    TableRead,
)
from plplanner.importing.shown_table import table_of
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import ScoreStatus

_STATUS_WORDS = {
    ScoreStatus.EXCUSED: "excused",
    ScoreStatus.MISSING: "not handed in",
    ScoreStatus.ABSENT: "absent",
    ScoreStatus.INCOMPLETE: "not finished",
    ScoreStatus.NOT_ASSIGNED: "not assigned",
    ScoreStatus.NONE: "no evidence",
    ScoreStatus.SCORED: "zero",
}


@record(frozen=True)
class CellMark:
    """What a cell is taken for beyond its number: `aside` beside it, `wrong` is the sentence."""

    aside: str = ""
    wrong: str = ""


@record(frozen=True)
class CellTrouble:
    """A cell that needs a look, with its place in the table; `above` its points possible."""

    row: int
    place: int
    student: str
    text: str
    sentence: str
    above: bool = False
    possible: float | None = None


@record(frozen=True)
class ImportPreview:
    """One file as it would come in; `problem` says why the classes are not settled yet."""

    read: GradebookRead
    source: TableRead
    places: tuple[int, ...]
    troubles: tuple[CellTrouble, ...] = ()
    classes: tuple[ClassImport, ...] = ()
    problem: Problem | None = None
    row_of: Mapping[int, int] = field(default_factory=dict)
    column_of: Mapping[int, int] = field(default_factory=dict)
    trouble_at: Mapping[tuple[int, int], CellTrouble] = field(default_factory=dict)

    @property
    def counts(self) -> ImportCounts:
        """All classes together."""
        names = ImportCounts.__dataclass_fields__
        return ImportCounts(
            **{name: sum(getattr(p.counts, name) for p in self.classes) for name in names}
        )


def preview_import(
    read: GradebookRead,
    known: KnownPlanner,
    *,
    class_name: str,
    corrections: Corrections,
    chosen: Mapping[int, int],
    file_name: str = "",
) -> ImportPreview:
    """What the file says with the corrections, and what taking it in would do. Never a Problem."""
    try:
        again = corrected(read, corrections)
    except Problem as problem:
        return _laid_out(read, read.source or table_of(read), problem=problem)
    assert again.source is not None  # corrected() always sets it
    try:
        classes = plan_classes(
            again,
            known,
            class_name=class_name,
            said=corrections.classes,
            chosen=chosen,
            file_name=file_name,
        )
    except Problem as problem:
        return _laid_out(again, again.source, problem=problem)
    return _laid_out(again, again.source, classes=classes)


def _laid_out(
    read: GradebookRead,
    source: TableRead,
    *,
    classes: tuple[ClassImport, ...] = (),
    problem: Problem | None = None,
) -> ImportPreview:
    troubles = _troubles(read, source)
    places = score_places(source)
    return ImportPreview(
        read=read,
        source=source,
        places=places,
        troubles=troubles,
        classes=classes,
        problem=problem,
        row_of={row: i for i, row in enumerate(source.students)},
        column_of={place: j for j, place in enumerate(places)},
        trouble_at={(trouble.row, trouble.place): trouble for trouble in troubles},
    )


def rows_shown(source: TableRead) -> tuple[int, ...]:
    """Rows of the table below the headings that have a cell filled, the points first."""
    points = () if source.points is None else (source.points,)
    below = range(source.header + 1, len(source.table.rows))
    rest = (row for row in below if row not in points and any(source.table.rows[row]))
    return (*points, *rest)


def mark_of(preview: ImportPreview, row: int, place: int) -> CellMark:
    """How to show one cell of the table; rows and places from 0."""
    trouble = preview.trouble_at.get((row, place))
    if trouble is not None:
        return CellMark(f"of {trouble.possible:g}" if trouble.above else "", trouble.sentence)
    i, j = preview.row_of.get(row), preview.column_of.get(place)
    if i is None or j is None:
        return CellMark()
    text = clean_text(preview.source.table.cell(row, place))
    return CellMark(_aside(preview.read.scores[i][j], text))


def _aside(score: ScoreRead, text: str) -> str:
    """“blank: no evidence”, “excused”; nothing beside a number."""
    word = _STATUS_WORDS[score.status]
    if not text:
        return f"blank: {word}"
    late = "late" if score.late else ""
    if score.status is ScoreStatus.SCORED:
        return late
    return "" if clean_text(text).casefold() == word else word


def _troubles(read: GradebookRead, source: TableRead) -> tuple[CellTrouble, ...]:
    """The warnings with the place of their cell, in the order of the file.

    A table that was put together has other rows than the file, so none is looked for there.
    """
    if not source.as_written:
        return ()
    titles: dict[str, list[int]] = {}
    for place, column in enumerate(source.columns):
        if column.assessment is not None:
            titles.setdefault(column.assessment.title or "", []).append(place)
    row_of = frozenset(source.students)
    return tuple(
        _trouble(source, warning, place, is_student=warning.row - 1 in row_of)
        for warning in read.warnings
        for place in titles.get(warning.column, [])
        if source.table.cell(warning.row - 1, place).strip()
    )


def _trouble(
    source: TableRead, warning: CellWarning, place: int, *, is_student: bool
) -> CellTrouble:
    row, column = warning.row - 1, source.columns[place].assessment
    text = source.table.cell(row, place).strip()
    possible = column.points_possible if column else None
    alone = read_score(text, ScoreColumn(possible=possible, decimal_comma="," in text))
    return CellTrouble(
        row=row,
        place=place,
        student=clean_text(source.table.cell(row, _name_place(source))) if is_student else "",
        text=text,
        sentence=warning.message,
        above=is_above(alone.score),
        possible=possible,
    )


def _name_place(source: TableRead) -> int:
    names = (i for i, column in enumerate(source.columns) if column.role.value in {"name", "last"})
    return next(names, 0)


def near_matches(preview: ImportPreview) -> tuple[tuple[int, PlannedStudent], ...]:
    """(place in `read.students`, student) of people someone known might be; each once."""
    found: dict[int, PlannedStudent] = {}
    for part in preview.classes:
        for place in part.students:
            student = part.plan.students[place]
            if student.offered:
                found.setdefault(student.rows[0], student)
    return tuple(found.items())
