"""What a gradebook file says, as the plain object that `plplanner read --json` prints."""

from plplanner.importing.listed_twice import one_row_each
from plplanner.importing.rows import AssessmentRead, GradebookRead, ScoreRead, StudentRead

_OTHER_MEASURES = ("scale_score", "percentile", "level", "progress", "mastered")


def as_json(read: GradebookRead) -> dict[str, object]:
    """A dict of plain values; keys and their order are those of the contract."""
    read = one_row_each(read)
    return {
        "format": read.format,
        "students": [_student(student) for student in read.students],
        "assessments": [_assessment(assessment) for assessment in read.assessments],
        "scores": [[_score(score) for score in row] for row in read.scores],
        "warnings": [
            {"row": warning.row, "column": warning.column, "message": warning.message}
            for warning in read.warnings
        ],
        "questions": [
            {"about": question.about, "message": question.message} for question in read.questions
        ],
        "ignored_columns": [
            {"header": column.header, "why": column.why} for column in read.ignored_columns
        ],
    }


def _student(student: StudentRead) -> dict[str, object]:
    known: dict[str, object] = {
        "last": student.last,
        "first": student.first,
        "suffix": student.suffix,
        "nickname": student.nickname,
        "ids": {"email": None, **student.ids},
        "section": student.section,
    }
    if student.last is None and student.first is None:
        known["display"] = student.display
    return known if student.grade is None else {**known, "grade": student.grade}


def _assessment(assessment: AssessmentRead) -> dict[str, object]:
    return {
        "title": assessment.title,
        "points_possible": _plain(assessment.points_possible),
        "date": assessment.date.isoformat() if assessment.date else None,
        "native_id": assessment.native_id,
        "standards": list(assessment.standards),
    }


def _score(score: ScoreRead) -> dict[str, object]:
    """Points and percent always; every other kind of number only where the file has it."""
    known: dict[str, object] = {
        "points": _plain(score.points),
        "possible": _plain(score.possible),
        "percent": score.percent,
        "status": score.status.value,
        "late": score.late,
    }
    measured = {name: getattr(score, name) for name in _OTHER_MEASURES}
    if score.attempts:
        measured["attempts"] = [_plain(points) for points in score.attempts]
    if score.items:
        measured["items"] = [result and result.value for result in score.items]
    return known | {name: value for name, value in measured.items() if value is not None}


def _plain(value: float | None) -> float | None:
    """Whole points as whole numbers: 4, not 4.0."""
    return int(value) if value is not None and value.is_integer() else value
