"""What the Scores screen shows and can do."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from plplanner.gradebook import commands
from plplanner.gradebook.mastery import evidence_on_assessment, number_words
from plplanner.gradebook.queries import assessments_of_class, scores_on
from plplanner.gradebook.rows import AssessmentRow, ScoreRow
from plplanner.gradebook.typed_scores import STATUS_WORDS, typed_day, typed_points, typed_score
from plplanner.library.queries import standards
from plplanner.library.rows import StandardRow
from plplanner.library.tagging import meant_codes, wrong_codes
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.roster.names import compare_key, sort_key
from plplanner.roster.queries import students_of_class
from plplanner.terms import LEVEL_WORDS, AssessmentKind, MasteryLevel, ScoreStatus
from plplanner.ui.desk import StepSession
from plplanner.ui.list_screen import ListModel
from plplanner.ui.screens.gradebook.measuring import codes_in_title, ids_of, said_of_new
from plplanner.ui.stage import Stage

KIND_WORDS = {
    AssessmentKind.EXIT_TICKET: "Exit ticket",
    AssessmentKind.QUICK_CHECK: "Quick check",
    AssessmentKind.QUIZ: "Quiz",
    AssessmentKind.UNIT_TEST: "Unit test",
    AssessmentKind.BENCHMARK: "Benchmark",
    AssessmentKind.HOMEWORK: "Homework",
    AssessmentKind.OTHER: "Other",
}


@record(frozen=True)
class ScoreLine:
    """One student on the chosen assessment. `typed` is what the cell says, as one would type it."""

    id: int
    name: str
    typed: str
    words: str
    level: MasteryLevel | None
    possible: float | None


def _oldest_first(row: AssessmentRow) -> tuple[object, ...]:
    return (row.taken_on or date.min,)


_SORTS: dict[str, Callable[[AssessmentRow], tuple[object, ...]]] = {
    "title": lambda row: (sort_key(row.title),),
    "date": _oldest_first,
    "kind": lambda row: (KIND_WORDS[row.kind],),
    "standards": lambda row: (not row.standards, row.standards),
    "points": lambda row: (row.points_possible or 0,),
    "scored": lambda row: (row.scored,),
}


class ScoresModel(ListModel):
    """The assessments of the class, newest first, and the scores of one of them."""

    watches = frozenset(
        {"assessment", "assessment_standard", "score", "student", "enrollment", "standard",
         "school_class"}
    )  # fmt: skip

    def __init__(self, stage: Stage) -> None:
        """Sorted by date, newest first, until told otherwise."""
        super().__init__(stage, sorted_by="date", is_down=True)
        self.rows: dict[int, AssessmentRow] = {}
        self.lines: dict[int, ScoreLine] = {}
        self.standards: tuple[StandardRow, ...] = ()
        self.grid_by, self.grid_down = "", False
        self.students = 0
        self._chosen: int | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All assessments of the class."""
        return len(self.rows)

    @property
    def chosen(self) -> AssessmentRow | None:
        """The assessment one stands on."""
        return self.rows.get(self._chosen) if self._chosen is not None else None

    @property
    def line_ids(self) -> tuple[int, ...]:
        """The students of the grid, in the order of the roster or by name or result."""
        lines = list(self.lines.values())
        if self.grid_by == "name":
            lines.sort(key=lambda line: sort_key(line.name), reverse=self.grid_down)
        elif self.grid_by == "score":
            lines.sort(key=_by_points, reverse=self.grid_down)
        return tuple(line.id for line in lines)

    def refresh(self) -> None:
        """The assessments of the class chosen now, and the scores of the one chosen."""
        ask, class_id = self.stage.desk.ask, self.stage.choice.class_id
        found = ask(assessments_of_class, class_id=class_id) if class_id is not None else []
        self.rows = {row.id: row for row in found}
        self.standards = tuple(ask(standards))
        self._ask_lines()
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort what is there."""
        wanted = [compare_key(word) for word in self.words.split()]
        rows = [row for row in self.rows.values() if _fits(row, wanted)]
        if self.sorted_by != "date":  # they come oldest first, those without a day in place
            rows.sort(key=_SORTS[self.sorted_by])
        if self.is_down:
            rows.reverse()
        self.ids = tuple(row.id for row in rows)
        self.refreshed.emit()

    def sort_grid_by(self, key: str) -> None:
        """Sort the scores; a third time goes back to the order of the roster."""
        if key != self.grid_by:
            self.grid_by, self.grid_down = key, False
        elif not self.grid_down:
            self.grid_down = True
        else:
            self.grid_by, self.grid_down = "", False
        self.refreshed.emit()

    def page_of(self, ids: Sequence[int]) -> list[AssessmentRow]:
        """The rows of these assessments."""
        return [self.rows[one] for one in ids if one in self.rows]

    def lines_of(self, ids: Sequence[int]) -> list[ScoreLine]:
        """The lines of these students."""
        return [self.lines[one] for one in ids if one in self.lines]

    def choose(self, assessment_id: int | None) -> None:
        """Stand on an assessment and ask for its scores."""
        self._chosen = assessment_id
        self._ask_lines()

    # -- what the teacher does ------------------------------------------------------------

    def enter(self, line: ScoreLine, text: str) -> None:
        """Enter one score as typed; what says the same as before is no step."""
        typed = typed_score(text)
        if typed is None or self._chosen is None or text.strip().casefold() == line.typed:
            return
        scores, now = {line.id: typed}, self.stage.clock()
        self.stage.desk.do_together(
            f"Enter score of {line.name}",
            partial(
                commands.enter_scores, assessment_id=self._chosen, scores=scores, entered_at=now
            ),
        )

    def set_standards(self, assessment_id: int, typed: str) -> None:
        """Say what it measures, as typed; nothing for no standard."""
        known, row = self.standards, self.rows.get(assessment_id)
        codes = meant_codes(typed, [one.code for one in known])
        if row is None or tuple(codes) == row.standards:
            return

        def act(session: StepSession) -> None:
            ids = ids_of(session, codes, known)
            commands.set_assessment_standards(
                session, assessment_id=assessment_id, standard_ids=ids
            )

        self.stage.desk.do_together(f"Set standards of “{row.title}”", act)
        self._say_new(codes, known)

    def wrong_standards(self, typed: str) -> str:
        """Why this does not name standards, in words; empty when it does."""
        return wrong_codes(typed, [row.code for row in self.standards])

    def rename(self, assessment_id: int, title: str) -> None:
        """Give an assessment another title."""
        self.stage.desk.do(commands.rename_assessment, assessment_id=assessment_id, title=title)

    def set_date(self, assessment_id: int, text: str) -> None:
        """Say on which day it was taken, as typed; nothing for no day."""
        day = typed_day(text, near=self.stage.choice.today) if text else None
        self.stage.desk.do(commands.set_assessment_date, assessment_id=assessment_id, taken_on=day)

    def wrong_date(self, text: str) -> str:
        """Why this cannot be a day, in words; empty when it can."""
        is_day = typed_day(text, near=self.stage.choice.today) is not None
        return "" if not text or is_day else "Type a day such as 20 Nov or 2026-11-20."

    def codes_in(self, title: str) -> list[str]:
        """The standards a title names by their codes."""
        return codes_in_title(title, self.standards)

    def add(
        self, *, title: str, points: str, standard_id: int | None, codes: Sequence[str] = ()
    ) -> int | None:
        """Add an exit ticket of today; its id, or None when a Problem was told.

        `codes` are standards besides, known or new.
        """
        class_id = self.stage.choice.class_id
        if class_id is None:
            return None
        if typed_points(points) is None:
            self.stage.wishes.warn.emit(
                Problem(f"“{points}” is no number of points.", "Type one, such as 5.")
            )
            return None
        known, today = self.standards, self.stage.choice.today

        def act(session: StepSession) -> int:
            chosen = [] if standard_id is None else [standard_id]
            return commands.add_assessment(
                session,
                class_id=class_id,
                title=title,
                kind=AssessmentKind.EXIT_TICKET,
                taken_on=today,
                points_possible=typed_points(points),
                standard_ids=[*chosen, *ids_of(session, codes, known)],
            )

        added = self.stage.desk.do_together(f"Add assessment “{title}”", act)
        self._say_new(codes, known)
        return added

    def remove(self, assessment_id: int) -> None:
        """Remove an assessment with its scores, and say so with Undo."""
        if (row := self.rows.get(assessment_id)) is not None:
            words = f"Removed “{row.title}” with its scores."
            self.do_saying(commands.remove_assessment, words, assessment_id=assessment_id)

    # -- inside ---------------------------------------------------------------------------

    def _say_new(self, codes: Sequence[str], known: Sequence[StandardRow]) -> None:
        words = said_of_new(codes, known)
        if words and self.stage.desk.did_step:
            self.stage.wishes.say.emit(words)

    def _ask_lines(self) -> None:
        ask, class_id, row = self.stage.desk.ask, self.stage.choice.class_id, self.chosen
        students = ask(students_of_class, class_id=class_id) if class_id is not None else []
        self.students, self.lines = len(students), {}
        if row is not None:
            stored = {score.student_id: score for score in ask(scores_on, assessment_id=row.id)}
            self.lines = {
                student.id: score_line(student.id, student.name, row, stored.get(student.id))
                for student in students
            }


def score_line(
    student_id: int, name: str, assessment: AssessmentRow, score: ScoreRow | None
) -> ScoreLine:
    """What the grid says of one student: the number as typed, and what it means in words."""
    possible = assessment.points_possible
    if score is None or score.status is ScoreStatus.NONE:
        return ScoreLine(student_id, name, "", STATUS_WORDS[ScoreStatus.NONE], None, possible)
    if score.status is not ScoreStatus.SCORED:
        words = STATUS_WORDS[score.status]
        return ScoreLine(student_id, name, _KEYS.get(score.status, ""), words, None, possible)
    (evidence,) = evidence_on_assessment([score])
    level = None if evidence.level is MasteryLevel.NO_EVIDENCE else evidence.level
    words = LEVEL_WORDS[level] if level else "scored"
    if score.points is None and score.percent is not None:
        words = f"{number_words(score.percent)} %, {words.lower()}"
    typed = "" if score.points is None else number_words(score.points)
    return ScoreLine(student_id, name, typed, words, level, possible)


_KEYS = {ScoreStatus.ABSENT: "a", ScoreStatus.EXCUSED: "x", ScoreStatus.MISSING: "-"}


def _by_points(line: ScoreLine) -> tuple[bool, float]:
    typed = typed_score(line.typed)
    points = typed.points if typed else None
    return (points is not None, points or 0)


def _fits(row: AssessmentRow, wanted: Sequence[str]) -> bool:
    own = compare_key(f"{row.title} {KIND_WORDS[row.kind]} {' '.join(row.standards)}")
    return all(word in own for word in wanted)
