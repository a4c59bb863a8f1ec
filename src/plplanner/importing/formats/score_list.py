"""One row per student and assignment, as Khan Academy and other lists of scores write it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plplanner.importing.flag_columns import flagged
from plplanner.importing.formats.result_people import PersonColumns, read_people, refuse_nobody
from plplanner.importing.formats.result_table import ResultTable, find_tables, read_number_at
from plplanner.importing.formats.sittings import AssessmentKey, Sitting, gather_tables
from plplanner.importing.read_score import ScoreColumn, read_score
from plplanner.importing.rows import AssessmentRead, GradebookRead
from plplanner.importing.score_words import is_late_word, status_of_word
from plplanner.importing.table import Table
from plplanner.importing.titles import standards_in_title

PEOPLE = PersonColumns(
    ids={
        "student_number": ("studentnumber", "studentnum"),
        "student_id": ("studentid", "uniqueuserid", "userid", "id"),
        "email": ("email", "emailaddress", "studentemail", "username"),
    },
    whole=("studentname", "student", "name", "learner", "learnername"),
    section=("section", "sectionname", "class", "classname", "period"),
)
PERSON = "studentname|student|name|learner|learnername|lastname|studentlastname"
TITLE = (
    *("assignmentname", "assignment", "assignmenttitle", "assessment", "assessmentname"),
    *("assessmenttitle", "quiz", "quizname", "test", "testname", "activity", "activityname"),
    *("exercise", "exercisename", "task"),
)
SCORE = (
    *("score", "scorebestever", "bestscore", "pointsearned", "earnedpoints", "pointsreceived"),
    *("points", "studentscore", "grade", "mark", "scoreatduedate"),
)
_PERCENT = ("percent", "percentscore", "percentage", "scorepercentage", "percentcorrect")
POSSIBLE = (
    *("pointspossible", "possiblepoints", "maxscore", "maxpoints", "maximumscore", "outof"),
    *("possible", "totalpoints", "totalpossible", "max"),
)
_STATUS = ("status", "flags", "flag", "assignmentstatus", "submissionstatus", "state")
_STANDARD = ("standard", "standards", "standardcode", "standardscodes")
_DATE = (
    *("datetaken", "completiondate", "completeddate", "datecompleted", "testdate", "date"),
    *("submissiondate", "submittedat", "duedate", "assigneddate", "due"),
)


def read_score_list(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """The scores of everybody by assignment, or None for another file."""
    results = tuple(
        one
        for one in find_tables(tables, PERSON, "|".join(TITLE), "|".join((*SCORE, *_PERCENT)))
        if _names_assignments(one)
    )
    if not results:
        return None
    people = read_people(*((table, PEOPLE) for table in results))
    refuse_nobody(
        people,
        f"“{file_name}” is a list of scores without students.",
        "Check that the right class was exported, then import again.",
    )
    return gather_tables(
        "score_list", results, people, sittings=_sittings, assessments=_assessments
    )


def _names_assignments(results: ResultTable) -> bool:
    """A column of titles, not of scores: words in nearly every row, and each of them for several
    students or several of them for a student."""
    titles = [text for row in results.rows if (text := results.text(row, *TITLE))]
    worded = [text for text in titles if any(map(str.isalpha, text)) and not _is_score(text)]
    return len(worded) > 1 and len(worded) >= 0.9 * len(titles) and len(set(worded)) < len(worded)


def _is_score(text: str) -> bool:
    return len(text) < 3 or not read_score(text, ScoreColumn()).warning


def _sittings(
    results: ResultTable, number: int, keys: Mapping[tuple[int, int], str]
) -> Iterator[Sitting]:
    place, possible_at = results.place(*SCORE, *_PERCENT), _possible_at(results)
    percent = results.place(*SCORE) is None
    header = results.headers[place or 0]
    for row in results.rows:
        who, title = keys.get((number, row)), results.text(row, *TITLE)
        if who is None or not title:
            continue
        possible = read_number_at(results, row, possible_at).score.points
        column = ScoreColumn(possible=possible or None, percent=percent)
        cell = flagged(results.cell(row, place), _known(results.text(row, *_STATUS)))
        reading = read_score(cell, column)
        yield Sitting(
            student=who,
            assessment=(title, results.text(row, *_STANDARD)),
            score=reading.score,
            row=row,
            day=results.day(row, *_DATE),
            warnings=((header, reading.warning),) if reading.warning else (),
        )


def _possible_at(results: ResultTable) -> int | None:
    """The column of points possible; “Points” beside “Score” is one where no score is above it."""
    score, points = results.place(*SCORE), results.place("points")
    told = results.place(*POSSIBLE)
    if told is not None or points is None or score in (None, points):
        return told
    pairs = (
        [read_number_at(results, row, place).score.points for place in (score, points)]
        for row in results.rows
    )
    known = [(one, most) for one, most in pairs if one is not None]
    fits = known and all(most is not None and one <= most for one, most in known)
    return points if fits else None


def _known(status: str) -> str:
    """A status that says something of a score; “Graded” and “Not started” say nothing."""
    is_known = status_of_word(status) is not None or is_late_word(status)
    return status if is_known else ""


def _assessments(sittings: Sequence[Sitting]) -> dict[AssessmentKey, AssessmentRead]:
    """Each assignment with the points possible that most rows tell."""
    possible: dict[AssessmentKey, Counter[float]] = {}
    for sitting in sittings:
        counts = possible.setdefault(sitting.assessment, Counter())
        if sitting.score.possible is not None:
            counts[sitting.score.possible] += 1
    return {
        (title, codes): AssessmentRead(
            title,
            points_possible=max(counts, key=lambda points: (counts[points], points), default=None),
            standards=standards_in_title(codes) or standards_in_title(title),
        )
        for (title, codes, *_), counts in possible.items()
    }
