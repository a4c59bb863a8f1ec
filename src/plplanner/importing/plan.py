"""What taking in a file would add, change and leave alone, before anything happens."""

from collections import Counter
from collections.abc import Mapping, Sequence

from plplanner.importing.clean_text import name_form
from plplanner.importing.guess_kind import guess_kind
from plplanner.importing.match_students import match_students
from plplanner.importing.rows import (
    AssessmentRead,
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
from plplanner.importing.sections import sections_of_cells
from plplanner.terms import ScoreStatus

_CLOSE = 0.005


def plan_import(
    read: GradebookRead,
    *,
    known_students: Sequence[KnownStudent] = (),
    known_assessments: Sequence[KnownAssessment] = (),
    known_scores: Mapping[tuple[int, int], ScoreRead] | None = None,
    chosen: Mapping[int, int] | None = None,
) -> ImportPlan:
    """The plan for one file. `known_scores` are stored scores by (student id, assessment id).

    `chosen` is whom the teacher takes a person for: known id by place in `read.students`.
    A blank never replaces a stored score, and a blank is never planned as a score.
    """
    stored = known_scores or {}
    matches = _with_choices(match_students(read.students, known_students), chosen or {})
    students = _students(read, matches)
    assessments = _assessments(read, known_assessments)
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


def _students(read: GradebookRead, matches: tuple[StudentMatch, ...]) -> tuple[PlannedStudent, ...]:
    """One planned student per person; rows of one known student or with one id are merged."""
    sections = sections_of_cells(student.section for student in read.students)
    planned: dict[object, PlannedStudent] = {}
    for row, (student, match) in enumerate(zip(read.students, matches, strict=True)):
        key = _identity(student, match, row)
        before = planned.get(key)
        own = sections.get(student.section or "", ()) if student.section else ()
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


def _assessments(
    read: GradebookRead, known: Sequence[KnownAssessment]
) -> tuple[PlannedAssessment, ...]:
    """Each known assessment is taken once, by its own id first, then by title and points."""
    taken: dict[int, int] = {}
    for same in (_same_native_id, _same_title):
        for place, assessment in enumerate(read.assessments):
            free = (one for one in known if one.id not in taken.values())
            found = next((one for one in free if same(assessment, one)), None)
            if place not in taken and found is not None:
                taken[place] = found.id
    return tuple(
        PlannedAssessment(taken.get(place), assessment, guess_kind(assessment.title))
        for place, assessment in enumerate(read.assessments)
    )


def _same_native_id(assessment: AssessmentRead, known: KnownAssessment) -> bool:
    return assessment.native_id is not None and assessment.native_id == known.native_id


def _same_title(assessment: AssessmentRead, known: KnownAssessment) -> bool:
    """Title and points possible agree, and no two different ids speak against it."""
    ids = {assessment.native_id, known.native_id} - {None}
    titled = name_form(assessment.title) == name_form(known.title) and bool(assessment.title)
    return titled and len(ids) < 2 and _near(assessment.points_possible, known.points_possible)


def _scores(
    read: GradebookRead,
    students: tuple[PlannedStudent, ...],
    assessments: tuple[PlannedAssessment, ...],
    stored: Mapping[tuple[int, int], ScoreRead],
) -> tuple[tuple[PlannedScore, ...], Mapping[int, int]]:
    """Every score that is no blank, and per student how many stored scores a blank leaves alone."""
    planned: list[PlannedScore] = []
    kept: dict[int, int] = {}
    for who, student in enumerate(students):
        for what, assessment in enumerate(assessments):
            score = _score_of(read, student, what)
            before = _stored(stored, student, assessment)
            if score.status is ScoreStatus.NONE:
                kept[who] = kept.get(who, 0) + (before is not None)
            else:
                change = _change(score, before)
                replaces = before if change is ScoreChange.CHANGED else None
                planned.append(PlannedScore(who, what, score, change, replaces))
    return tuple(planned), kept


def _score_of(read: GradebookRead, student: PlannedStudent, place: int) -> ScoreRead:
    """The last cell with something in it, of a student who stands in several rows."""
    if len(student.rows) == 1:
        return read.scores[student.rows[0]][place]
    cells = [read.scores[row][place] for row in student.rows]
    filled = [cell for cell in cells if cell.status is not ScoreStatus.NONE]
    return filled[-1] if filled else cells[0]


def _stored(
    stored: Mapping[tuple[int, int], ScoreRead],
    student: PlannedStudent,
    assessment: PlannedAssessment,
) -> ScoreRead | None:
    if student.known_id is None or assessment.known_id is None:
        return None
    before = stored.get((student.known_id, assessment.known_id))
    return None if before is None or before.status is ScoreStatus.NONE else before


def _change(score: ScoreRead, before: ScoreRead | None) -> ScoreChange:
    """New, the same in all that matters, or changed. Points decide before percent."""
    if before is None:
        return ScoreChange.NEW
    measures = ["points", "scale_score", "percentile"]
    if score.points is None or before.points is None:
        measures.append("percent")
    plain = (score.status, score.late, score.level) == (before.status, before.late, before.level)
    near = all(_near(getattr(score, name), getattr(before, name)) for name in measures)
    same_possible = None in (score.possible, before.possible) or _near(
        score.possible, before.possible
    )
    return ScoreChange.SAME if plain and near and same_possible else ScoreChange.CHANGED


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < _CLOSE


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
