"""A student as the list and its side show her."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from plplanner.gradebook.mastery import evidence_on_assessment, number_words
from plplanner.gradebook.rows import TitledScore
from plplanner.gradebook.typed_scores import STATUS_WORDS
from plplanner.records import record
from plplanner.roster.names import compare_key, sort_key
from plplanner.roster.rows import LeftStudentRow, StudentRow, WeeklyPullOutRow
from plplanner.rotation.rows import QuickNoteRow
from plplanner.terms import LEVEL_WORDS, GroupIdentity, MasteryLevel, ScoreStatus
from plplanner.ui.kit.moments import day_words


@record(frozen=True)
class StudentLine:
    """One student in the list. `scores` counts what is scored on the class's assessments.

    `left` is there for one who left the class.
    """

    student: StudentRow
    group: GroupIdentity | None
    scores: int
    left: LeftStudentRow | None = None

    @property
    def id(self) -> int:
        """The student's id."""
        return self.student.id

    @property
    def group_word(self) -> str:
        """The word of the group the student is in now, or since when she is away."""
        if self.left is not None:
            return f"Left {day_words(self.left.left_on)}"
        return self.group.word if self.group else ""


@record(frozen=True)
class ScoreLine:
    """One of the newest scores: what it was on, when, what came of it."""

    title: str
    taken_on: date | None
    words: str
    level: MasteryLevel

    @property
    def about(self) -> str:
        """`3 of 5, nearly, 16 Nov`."""
        day = f", {day_words(self.taken_on)}" if self.taken_on else ""
        has_level = self.level is not MasteryLevel.NO_EVIDENCE
        level = f", {LEVEL_WORDS[self.level].lower()}" if has_level else ""
        return f"{self.words}{level}{day}"


@record(frozen=True)
class StudentDetails:
    """What is known of the student one stands on."""

    line: StudentLine
    classes: tuple[str, ...]
    pull_outs: tuple[WeeklyPullOutRow, ...]
    scores: tuple[ScoreLine, ...]
    notes: tuple[QuickNoteRow, ...] = ()


def is_told_by_number(student: StudentRow) -> bool:
    """Whether nothing but the place on the roster tells this student from another: “Maria 35”."""
    called = student.nickname or student.first or student.last
    return student.name == f"{called} {student.roster_number}"


SORTS: Mapping[str, Callable[[StudentLine], tuple[object, ...]]] = {
    "name": lambda line: (sort_key(line.student.name),),
    "last": lambda line: (sort_key(line.student.last), sort_key(line.student.first)),
    "first": lambda line: (sort_key(line.student.first), sort_key(line.student.last)),
    "group": lambda line: (line.left.left_on.isoformat() if line.left else line.group_word,),
    "scores": lambda line: (line.scores,),
}


def fits(line: StudentLine, wanted: Sequence[str]) -> bool:
    """Whether each of the words begins a word of the names or of the group."""
    student = line.student
    names = (student.name, student.first, student.last, student.nickname, line.group_word)
    own = compare_key(" ".join(names)).split()
    return all(any(one.startswith(word) for one in own) for word in wanted)


def score_line(one: TitledScore) -> ScoreLine:
    """A score in words: its points, or why there are none."""
    score = one.score
    (evidence,) = evidence_on_assessment([score])
    if score.status is not ScoreStatus.SCORED:
        words = STATUS_WORDS[score.status]
    elif score.points is not None and score.possible:
        words = f"{number_words(score.points)} of {number_words(score.possible)}"
    elif score.percent is not None:
        words = f"{number_words(score.percent)} %"
    else:
        known = (one for one in (score.points, score.scale_score) if one is not None)
        words = next(map(number_words, known), "scored")
    return ScoreLine(one.title, score.taken_on, words, evidence.level)
