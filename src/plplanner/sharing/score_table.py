"""The scores of a class as one table, students down and assessments across, to import again."""

from collections.abc import Mapping, Sequence

from plplanner.gradebook.rows import AssessmentRow
from plplanner.roster.rows import StudentRow
from plplanner.sharing.rows import SharedClass, SharedScore
from plplanner.sharing.table_files import Cell, TableToShare
from plplanner.terms import ScoreStatus

# How gradebooks head a column of ids, by the name under which the planner keeps them.
_ID_HEADINGS = {
    "sis_user_id": "SIS user ID",
    "student_number": "Student number",
    "state_id": "State ID",
    "login": "Login ID",
    "canvas_id": "Canvas ID",
    "integration_id": "Integration ID",
    "email": "Email",
}
# One school number under the names that other systems give it.
_SCHOOL_NUMBERS = (
    *("student_id", "org_defined_id", "id_number", "custom_id", "zipgrade_id"),
    *("student_identifier", "identifier"),
)
_STATUS_WORDS = {
    ScoreStatus.MISSING: "missing",
    ScoreStatus.EXCUSED: "excused",
    ScoreStatus.ABSENT: "absent",
    ScoreStatus.INCOMPLETE: "incomplete",
    ScoreStatus.NOT_ASSIGNED: "n/a",
}


def score_table(shared: SharedClass) -> TableToShare:
    """Names, ids and a column per assessment; its points possible and its day come first.

    Students and assessments stand in the order of `shared`. The newest try counts.
    """
    about = _about_students(shared.students)
    newest = _newest(shared.scores)
    assessments = shared.assessments
    rows: list[tuple[Cell, ...]] = []
    if assessments:
        rows.append(
            _labelled("Points possible", about, [one.points_possible for one in assessments])
        )
    if any(one.taken_on for one in assessments):
        days = [one.taken_on.isoformat() if one.taken_on else None for one in assessments]
        rows.append(_labelled("Date", about, days))
    for place, student in enumerate(shared.students):
        cells = [_cell(newest.get((student.id, one.id)), one) for one in assessments]
        rows.append((*(column[place] for column in about.values()), *cells))
    headings = (*about, *(_heading(one, newest) for one in assessments))
    return TableToShare(headings, tuple(rows))


def _about_students(students: Sequence[StudentRow]) -> Mapping[str, Sequence[str]]:
    """Columns that say who is who, by heading; one that would be empty is left out."""
    columns = {
        "Last name": [student.last for student in students],
        "First name": [student.first for student in students],
        "Suffix": [student.suffix for student in students],
        "Preferred name": [student.nickname for student in students],
        "Student ID": [_school_number(student.ids) for student in students],
        **{
            heading: [student.ids.get(kind, "") for student in students]
            for kind, heading in _ID_HEADINGS.items()
        },
    }
    always = ("Last name", "First name")
    return {name: column for name, column in columns.items() if name in always or any(column)}


def _school_number(ids: Mapping[str, str]) -> str:
    return next((ids[kind] for kind in _SCHOOL_NUMBERS if ids.get(kind)), "")


def _heading(assessment: AssessmentRow, newest: Mapping[tuple[int, int], SharedScore]) -> str:
    """The title; marked where all its numbers are scale scores, so that nobody takes them for
    points."""
    mine = [score for (_, what), score in newest.items() if what == assessment.id]
    numbers = [score for score in mine if _value(score, assessment) is not None]
    are_scale = all(_is_scale(score) for score in numbers) and bool(numbers)
    return f"{assessment.title} (scale score)" if are_scale else assessment.title


def _is_scale(score: SharedScore) -> bool:
    return score.scale_score is not None and score.points is None and score.percent is None


def _labelled(
    label: str, about: Mapping[str, Sequence[str]], cells: Sequence[Cell]
) -> tuple[Cell, ...]:
    """A row that is no student: its label, then nothing up to the assessments."""
    return (label, *(None for _ in range(len(about) - 1)), *cells)


def _newest(scores: Sequence[SharedScore]) -> Mapping[tuple[int, int], SharedScore]:
    ordered = sorted(scores, key=lambda score: score.attempt)
    return {(score.student_id, score.assessment_id): score for score in ordered}


def _cell(score: SharedScore | None, assessment: AssessmentRow) -> Cell:
    """A number where there is one, else why there is none, in words that gradebooks use."""
    if score is None:
        return None
    if score.status is not ScoreStatus.SCORED:
        return _STATUS_WORDS.get(score.status, "late" if score.late else None)
    value = _value(score, assessment)
    return f"{_text(value)} late" if score.late and value is not None else value


def _value(score: SharedScore, assessment: AssessmentRow) -> Cell:
    if score.points is not None:
        is_own = score.possible is None or score.possible == assessment.points_possible
        return score.points if is_own else f"{_text(score.points)}/{_text(score.possible)}"
    if score.percent is not None:
        return f"{_text(score.percent)}%"
    return score.scale_score if score.scale_score is not None else score.level


def _text(value: Cell) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
