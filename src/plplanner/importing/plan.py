"""What taking in a file would add, change and leave alone, before anything happens."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar

from plplanner.importing.blank_cells import blank_cells
from plplanner.importing.match_assessments import match_assessments
from plplanner.importing.match_students import match_students
from plplanner.importing.named_by_file import with_titles
from plplanner.importing.rows import (
    GradebookRead,
    ImportCounts,
    ImportPlan,
    KnownAssessment,
    KnownStudent,
    MatchBy,
    PlannedAssessment,
    PlannedScore,
    PlannedStudent,
    ScoreChange,
    ScoreRead,
    SectionPlan,
    StudentMatch,
    StudentRead,
)
from plplanner.importing.same_score import is_same_score
from plplanner.importing.sections import sections_of_cells
from plplanner.records import record
from plplanner.terms import ScoreStatus

T = TypeVar("T")


@record(frozen=True)
class _Stored:
    """What is stored, by (student id, assessment id): scores, and the days they were taken."""

    scores: Mapping[tuple[int, int], ScoreRead]
    days: Mapping[tuple[int, int], date | None]


def plan_import(
    read: GradebookRead,
    *,
    known_students: Sequence[KnownStudent] = (),
    known_assessments: Sequence[KnownAssessment] = (),
    known_scores: Mapping[tuple[int, int], ScoreRead] | None = None,
    known_days: Mapping[tuple[int, int], date | None] | None = None,
    in_class: Collection[int] = (),
    chosen: Mapping[int, int] | None = None,
    joined: Mapping[str, str] | None = None,
    file_name: str = "",
) -> ImportPlan:
    """The plan for one file. `known_scores` are stored scores by (student id, assessment id),
    `known_days` the days they were taken, `in_class` the known ids of the class meant.

    `chosen` is whom the teacher takes a person for: known id by place in `read.students`;
    `joined` names for a section the one whose class it becomes too. An
    assessment without a title is called like the file. A blank never replaces a stored score or
    status, whatever the teacher says blanks mean, and a blank is never planned as a score.
    """
    read = with_titles(read, file_name=file_name)
    filled = {
        key: score
        for key, score in (known_scores or {}).items()
        if score.status is not ScoreStatus.NONE
    }
    stored = _Stored(filled, known_days or {})
    found = match_students(read.students, known_students, in_class=in_class)
    students = _students(read, _with_choices(found, chosen or {}), joined or {})
    assessments = match_assessments(read.assessments, known_assessments)
    scores, kept = _scores(read, students, assessments, stored)
    unread = Counter(row for row, _ in read.unread)
    everyone = tuple(range(len(students)))
    return ImportPlan(
        format=read.format,
        students=students,
        assessments=assessments,
        scores=scores,
        sections=_sections(students, scores, kept, unread),
        counts=_counts(everyone, students, scores, kept, unread),
        assessments_new=sum(1 for planned in assessments if planned.known_id is None),
        warnings=read.warnings,
        questions=read.questions,
        assessments_renamed=sum(1 for planned in assessments if planned.renamed_from),
    )


def _with_choices(
    matches: tuple[StudentMatch, ...], chosen: Mapping[int, int]
) -> tuple[StudentMatch, ...]:
    """The teacher's word stands over any guess; a choice that was never offered does not count."""
    return tuple(
        StudentMatch(chosen[row], MatchBy.CHOICE, match.offered)
        if chosen.get(row) in match.offered
        else match
        for row, match in enumerate(matches)
    )


def _students(
    read: GradebookRead, matches: tuple[StudentMatch, ...], joined: Mapping[str, str]
) -> tuple[PlannedStudent, ...]:
    """One planned student per person; rows of one known student or with one id are merged."""
    sections = sections_of_cells((s.section for s in read.students), listed=read.sections)
    planned: dict[object, PlannedStudent] = {}
    for row, (student, match) in enumerate(zip(read.students, matches, strict=True)):
        key = _identity(student, match, row)
        before = planned.get(key)
        named = sections.get(student.section or "", ()) if student.section else ()
        own = (joined.get(section, section) for section in named)
        planned[key] = PlannedStudent(
            known_id=match.known_id,
            read=before.read if before else student,
            rows=(*(before.rows if before else ()), row),
            sections=tuple(dict.fromkeys((*(before.sections if before else ()), *own))),
            by=match.by,
            offered=match.offered,
        )
    return tuple(planned.values())


def _identity(student: StudentRead, match: StudentMatch, row: int) -> object:
    """What makes two rows one person: the same known student, or all the same ids."""
    if match.known_id is not None:
        return match.known_id
    ids = tuple(sorted((kind, value) for kind, value in student.ids.items() if value))
    return ids or f"row {row}"


def _scores(
    read: GradebookRead,
    students: tuple[PlannedStudent, ...],
    assessments: tuple[PlannedAssessment, ...],
    stored: _Stored,
) -> tuple[tuple[PlannedScore, ...], Mapping[int, int]]:
    """Every score that is no blank, and per student how many stored scores a blank leaves alone."""
    blanks = blank_cells(read)
    planned: list[PlannedScore] = []
    kept: Counter[int] = Counter()
    for who, student in enumerate(students):
        for what, assessment in enumerate(assessments):
            row = _row_that_counts(read, student, what, blanks)
            score, key = read.scores[row][what], (student.known_id, assessment.known_id)
            before = _stored(stored.scores, key)
            if before is not None and (row, what) in blanks:
                kept[who] += 1
            elif score.status is ScoreStatus.NONE:
                kept[who] += before is not None
            else:
                later = _is_later(assessment.read.date, _stored(stored.days, key))
                planned.append(_planned_score(who, what, score, before, later=later))
    return tuple(planned), kept


def _planned_score(
    who: int, what: int, score: ScoreRead, before: ScoreRead | None, *, later: bool
) -> PlannedScore:
    """Taken on a later day than what is stored, another score is a new attempt."""
    if before is None:
        return PlannedScore(who, what, score, ScoreChange.NEW)
    if is_same_score(score, before):
        return PlannedScore(who, what, score, ScoreChange.SAME)
    again = later and not score.attempts
    return PlannedScore(who, what, score, ScoreChange.CHANGED, before, is_new_attempt=again)


def _row_that_counts(
    read: GradebookRead, student: PlannedStudent, place: int, blanks: Collection[tuple[int, int]]
) -> int:
    """The last row with something in it, of a student who stands in several."""
    filled = [row for row in student.rows if read.scores[row][place].status is not ScoreStatus.NONE]
    written = [row for row in filled if (row, place) not in blanks]
    return (written or filled or list(student.rows[:1]))[-1]


def _stored(stored: Mapping[tuple[int, int], T], key: tuple[int | None, int | None]) -> T | None:
    who, what = key
    return None if who is None or what is None else stored.get((who, what))


def _is_later(day: date | None, before: date | None) -> bool:
    return day is not None and before is not None and day > before


def _sections(
    students: tuple[PlannedStudent, ...],
    scores: tuple[PlannedScore, ...],
    kept: Mapping[int, int],
    unread: Mapping[int, int],
) -> tuple[SectionPlan, ...]:
    """One part per class, in the order the file names them; students without a class last."""
    members: dict[str | None, list[int]] = {}
    for place, student in enumerate(students):
        for section in student.sections or (None,):
            members.setdefault(section, []).append(place)
    ordered = sorted(members.items(), key=lambda item: item[0] is None)
    return tuple(
        SectionPlan(section, tuple(who), _counts(tuple(who), students, scores, kept, unread))
        for section, who in ordered
    )


def _counts(
    who: tuple[int, ...],
    students: tuple[PlannedStudent, ...],
    scores: tuple[PlannedScore, ...],
    kept: Mapping[int, int],
    unread: Mapping[int, int],
) -> ImportCounts:
    """The figures of the students in `who`."""
    chosen = frozenset(who)
    changes = [score.what for score in scores if score.student in chosen]
    new = sum(1 for place in who if students[place].known_id is None)
    return ImportCounts(
        students_new=new,
        students_matched=len(who) - new,
        scores_new=changes.count(ScoreChange.NEW),
        scores_changed=changes.count(ScoreChange.CHANGED),
        scores_same=changes.count(ScoreChange.SAME),
        kept=sum(kept.get(place, 0) for place in who),
        unread=sum(unread.get(row, 0) for place in who for row in students[place].rows),
    )
