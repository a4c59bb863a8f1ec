"""What the Students screen shows and can do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from plplanner.gradebook.mastery import evidence_on_assessment, number_words
from plplanner.gradebook.queries import score_counts, scores_of_student
from plplanner.gradebook.rows import TitledScore
from plplanner.gradebook.typed_scores import STATUS_WORDS
from plplanner.grouping.queries import newest_groups
from plplanner.roster import commands
from plplanner.roster.names import compare_key
from plplanner.roster.queries import classes_of, pull_outs_of, students_of_class
from plplanner.roster.rows import NewStudent, StudentRow, WeeklyPullOutRow
from plplanner.terms import LEVEL_WORDS, GroupIdentity, MasteryLevel, ScoreStatus
from plplanner.ui.list_screen import ListModel
from plplanner.ui.stage import Stage

SHOWN_SCORES = 8
_OF_STUDENTS = frozenset(
    {"student", "enrollment", "learner_profile", "student_identifier", "pull_out", "school_class"}
)
_OF_GROUPS = frozenset({"small_group", "group_member", "group_set", "enrollment"})
_OF_SCORES = frozenset({"score", "assessment", "enrollment"})


@dataclass(frozen=True)
class StudentLine:
    """One student in the list. `scores` counts what is scored on the class's assessments."""

    student: StudentRow
    group: GroupIdentity | None
    scores: int

    @property
    def id(self) -> int:
        """The student's id."""
        return self.student.id

    @property
    def group_word(self) -> str:
        """The word of the group the student is in now."""
        return self.group.word if self.group else ""


@dataclass(frozen=True)
class ScoreLine:
    """One of the newest scores: what it was on, when, what came of it."""

    title: str
    taken_on: date | None
    words: str
    level: MasteryLevel

    @property
    def about(self) -> str:
        """`3 of 5, nearly, 16 Nov`."""
        day = f", {self.taken_on.day} {self.taken_on:%b}" if self.taken_on else ""
        has_level = self.level is not MasteryLevel.NO_EVIDENCE
        level = f", {LEVEL_WORDS[self.level].lower()}" if has_level else ""
        return f"{self.words}{level}{day}"


@dataclass(frozen=True)
class StudentDetails:
    """What is known of the student one stands on."""

    line: StudentLine
    classes: tuple[str, ...]
    pull_outs: tuple[WeeklyPullOutRow, ...]
    scores: tuple[ScoreLine, ...]


_SORTS: dict[str, Callable[[StudentLine], tuple[object, ...]]] = {
    "name": lambda line: (compare_key(line.student.name),),
    "last": lambda line: (compare_key(line.student.last), compare_key(line.student.first)),
    "first": lambda line: (compare_key(line.student.first), compare_key(line.student.last)),
    "group": lambda line: (line.group_word,),
    "scores": lambda line: (line.scores,),
}


class StudentsModel(ListModel):
    """The students of the class, filtered kindly and sorted; details of one."""

    watches = _OF_STUDENTS | _OF_GROUPS | _OF_SCORES

    def __init__(self, stage: Stage) -> None:
        """Sorted by last name until told otherwise."""
        super().__init__(stage, sorted_by="last")
        self.lines: dict[int, StudentLine] = {}
        self._groups: dict[int, GroupIdentity] = {}
        self._scores: dict[int, int] = {}
        self._chosen: int | None = None
        self._details: StudentDetails | None = None
        self._is_asked = False

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All students of the class."""
        return len(self.lines)

    @property
    def details(self) -> StudentDetails | None:
        """What is known of the student one stands on; asked when it is wanted."""
        if not self._is_asked:
            self._details, self._is_asked = self._ask_details(), True
        return self._details

    def refresh(self) -> None:
        """The students of the class chosen now."""
        self.lines = {line.id: line for line in self._ask_lines()}
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort who is there."""
        wanted = compare_key(self.words).split() if self.words.strip() else []
        lines = [line for line in self.lines.values() if not wanted or _fits(line, wanted)]
        lines.sort(key=lambda line: line.student.key)
        lines.sort(key=_SORTS[self.sorted_by], reverse=self.is_down)
        self.ids = tuple(line.id for line in lines)
        self._is_asked = False
        self.refreshed.emit()

    def page_of(self, ids: Sequence[int]) -> list[StudentLine]:
        """The lines of these students."""
        return [self.lines[one] for one in ids if one in self.lines]

    def choose(self, student_id: int | None) -> None:
        """Stand on a student."""
        self._chosen, self._is_asked = student_id, False

    # -- what the teacher does ------------------------------------------------------------

    def rename(self, line: StudentLine, *, last: str | None = None, first: str | None = None,
               nickname: str | None = None) -> None:  # fmt: skip
        """Correct parts of a name; the others stay."""
        student = line.student
        self.stage.desk.do(
            commands.rename_student,
            student_id=student.id,
            last=student.last if last is None else last,
            first=student.first if first is None else first,
            suffix=student.suffix,
            nickname=student.nickname if nickname is None else nickname,
        )

    def set_language(self, student_id: int, language: str) -> None:
        """Remember the language read at home."""
        self.stage.desk.do(commands.set_home_language, student_id=student_id, language=language)

    def add_student(self, *, first: str, last: str) -> int | None:
        """Add one student to the class; her id, or None when a Problem was told."""
        class_id = self.stage.choice.class_id
        if class_id is None:
            return None
        added = self.stage.desk.do(
            commands.add_students,
            class_id=class_id,
            students=[NewStudent(last=last, first=first)],
            entered_on=self.stage.clock().date(),
        )
        return added[0] if added else None

    def remove(self, student_id: int) -> None:
        """Remove a student with all scores, and say so with Undo."""
        if (line := self.lines.get(student_id)) is not None:
            words = f"Removed “{line.student.name}” with all scores."
            self.remove_saying(commands.remove_student, words, student_id=student_id)

    # -- inside ---------------------------------------------------------------------------

    def _ask_lines(self) -> list[StudentLine]:
        ask, class_id = self.stage.desk.ask, self.stage.choice.class_id
        if class_id is None:
            return []
        if self.is_touched(_OF_GROUPS):
            groups = ask(newest_groups, class_id=class_id)
            self._groups = {
                member.student_id: group.identity
                for group in (groups.groups if groups else ())
                for member in group.members
            }
        if self.is_touched(_OF_SCORES):
            self._scores = ask(score_counts, class_id=class_id)
        return [
            StudentLine(row, self._groups.get(row.id), self._scores.get(row.id, 0))
            for row in ask(students_of_class, class_id=class_id)
        ]

    def _ask_details(self) -> StudentDetails | None:
        ask, class_id = self.stage.desk.ask, self.stage.choice.class_id
        line = self.lines.get(self._chosen) if self._chosen is not None else None
        if line is None or class_id is None:
            return None
        found = ask(scores_of_student, student_id=line.id, class_id=class_id)
        return StudentDetails(
            line=line,
            classes=tuple(ask(classes_of, student_id=line.id)),
            pull_outs=tuple(ask(pull_outs_of, student_id=line.id)),
            scores=tuple(_score_line(one) for one in found[:SHOWN_SCORES]),
        )


def _fits(line: StudentLine, wanted: Sequence[str]) -> bool:
    student = line.student
    names = (student.name, student.first, student.last, student.nickname, line.group_word)
    own = compare_key(" ".join(names)).split()
    return all(any(one.startswith(word) for one in own) for word in wanted)


def _score_line(one: TitledScore) -> ScoreLine:
    score = one.score
    (evidence,) = evidence_on_assessment([score])
    if score.status is not ScoreStatus.SCORED:
        words = STATUS_WORDS[score.status]
    elif score.points is not None and score.possible:
        words = f"{number_words(score.points)} of {number_words(score.possible)}"
    elif score.percent is not None:
        words = f"{number_words(score.percent)} %"
    else:
        words = number_words(score.points) if score.points is not None else "scored"
    return ScoreLine(one.title, score.taken_on, words, evidence.level)
