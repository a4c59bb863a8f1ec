"""What a gradebook file says, and what would change if the teacher takes it in."""

import datetime
from collections.abc import Mapping
from dataclasses import astuple, field
from enum import StrEnum

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.terms import AssessmentKind, ItemResult, ScoreStatus


@record(frozen=True)
class StudentRead:
    """One person as the file names her. Ids are text as written; `grade` is the school year."""

    last: str | None
    first: str | None
    suffix: str | None = None
    nickname: str | None = None
    ids: Mapping[str, str | None] = field(default_factory=dict)
    section: str | None = None
    display: str | None = None
    grade: str | None = None


@record(frozen=True)
class AssessmentRead:
    """One column of scores. `points_possible` is None where the file does not say.

    `is_scale`: its heading says that its numbers are scale scores of a test, never points.
    """

    title: str | None
    points_possible: float | None = None
    date: datetime.date | None = None
    native_id: str | None = None
    standards: tuple[str, ...] = ()
    is_scale: bool = False


@record(frozen=True)
class ScoreRead:
    """One cell. Points, percent, scale score, percentile and level are never mixed up.

    `progress` (0–1) is how much of a resource was done, never how well. `mastered` is what an
    outcome gradebook says itself. `attempts` are the points of every try, newest last, where a
    file has more than one; the newest is the score. They are scale scores where it is one.
    `items` tell how each item of the test went, None for one without a right answer; () where the
    file says nothing of single items.
    """

    points: float | None = None
    possible: float | None = None
    percent: float | None = None
    status: ScoreStatus = ScoreStatus.NONE
    late: bool = False
    scale_score: float | None = None
    percentile: float | None = None
    level: str | None = None
    progress: float | None = None
    mastered: bool | None = None
    attempts: tuple[float | None, ...] = ()
    items: tuple[ItemResult | None, ...] = ()


@record(frozen=True)
class CellWarning:
    """A cell that needs a look. `row` counts from 1 as a spreadsheet does."""

    row: int
    column: str
    message: str


@record(frozen=True)
class ImportQuestion:
    """What the teacher would be asked; the reader has already answered with its best guess."""

    about: str
    message: str
    words: tuple[str, ...] = ()
    """The marks asked about, as the file writes them."""


@record(frozen=True)
class IgnoredColumn:
    """A column left out, and why: computed, empty, notes …"""

    header: str
    why: str


@record(frozen=True)
class ColumnRead:
    """One column of the file: its heading, what it is taken for, and why when it is left out.

    `assessment` is set for a column of scores and for no other.
    """

    header: str
    role: ColumnRole
    id_kind: str = ""
    why: str = ""
    assessment: AssessmentRead | None = None


@record(frozen=True)
class TableRead:
    """Where in its table a reader found what it says, so that the teacher can see and correct it.

    Rows and columns count from 0; `header` is -1 when the names begin in the first row. A table
    that was put together from what was read, not written so in the file, is not `as_written`.
    """

    table: Table
    header: int
    points: int | None
    students: tuple[int, ...]
    columns: tuple[ColumnRead, ...]
    not_available: ScoreStatus = ScoreStatus.NONE
    as_written: bool = True


@record(frozen=True)
class GradebookRead:
    """All that a file says. `scores[i][j]` belongs to student i and assessment j.

    `unread` holds the (i, j) of cells that say something nobody could read; their score is NONE.
    """

    format: str
    students: tuple[StudentRead, ...] = ()
    assessments: tuple[AssessmentRead, ...] = ()
    scores: tuple[tuple[ScoreRead, ...], ...] = ()
    warnings: tuple[CellWarning, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    ignored_columns: tuple[IgnoredColumn, ...] = ()
    unread: frozenset[tuple[int, int]] = frozenset()
    source: TableRead | None = field(default=None, compare=False, repr=False)
    sections: tuple[str, ...] = ()
    """Classes the file lists by name beside its students, () where only students name them."""


@record(frozen=True)
class NamedRead:
    """One file of a folder, or several that belong together: what they say, or why nothing."""

    file_name: str
    read: GradebookRead | None = None
    problem: Problem | None = None

    @property
    def is_gradebook(self) -> bool:
        """It was read, or too large to be read whole and offers its classes."""
        return self.read is not None or bool(self.problem and self.problem.choices)


@record(frozen=True)
class KnownStudent:
    """A student already in the planner file. `id` is her row; `ids` are those of other systems.

    `aliases` are names under which the teacher recognised her in files, in lower case.
    """

    id: int
    last: str | None
    first: str | None
    suffix: str | None = None
    nickname: str | None = None
    ids: Mapping[str, str | None] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


class MatchBy(StrEnum):
    """By what a person in the file was recognised."""

    ID = "id"
    EMAIL = "email"
    NAME = "name"
    CHOICE = "choice"


@record(frozen=True)
class StudentMatch:
    """Whom one person in the file is taken for.

    `known_id` is None for a new student. `offered` are near misses (known ids) that the teacher
    may choose; nobody is ever taken for one of them silently.
    """

    known_id: int | None = None
    by: MatchBy | None = None
    offered: tuple[int, ...] = ()


@record(frozen=True)
class KnownAssessment:
    """An assessment already in the planner file.

    `imported_title` is what the last file called it; it differs from `title` when the teacher
    renamed it.
    """

    id: int
    title: str | None
    points_possible: float | None = None
    native_id: str | None = None
    imported_title: str | None = None


@record(frozen=True)
class KnownClass:
    """A class already in the planner file, with what was taken in before.

    `scores` are by (student id, assessment id), the newest attempt of each; its `attempts` are
    the points of all, when there are several. `score_days` are the days they were taken.
    `students` are in the class now; `left` were.
    """

    id: int
    name: str
    section: str
    assessments: tuple[KnownAssessment, ...] = ()
    scores: Mapping[tuple[int, int], ScoreRead] = field(default_factory=dict)
    score_days: Mapping[tuple[int, int], datetime.date | None] = field(default_factory=dict)
    students: tuple[int, ...] = ()
    left: tuple[int, ...] = ()


@record(frozen=True)
class KnownPlanner:
    """All that a planner file knows and an import is compared with."""

    classes: tuple[KnownClass, ...] = ()
    students: tuple[KnownStudent, ...] = ()


class ScoreChange(StrEnum):
    """What taking in one score would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@record(frozen=True)
class PlannedStudent:
    """One student to match or add. `known_id` None means new.

    `read` is her first row; `rows` are all her rows of the file (from 0); `sections` are the
    classes the file puts her in, () when it names none.
    """

    known_id: int | None
    read: StudentRead
    rows: tuple[int, ...]
    sections: tuple[str, ...] = ()
    by: MatchBy | None = None
    offered: tuple[int, ...] = ()


@record(frozen=True)
class PlannedAssessment:
    """One assessment to match or add. `known_id` None means new; `kind` is guessed.

    `renamed_from` is its title in the planner, when the file calls it something new and the
    teacher has not renamed it herself.
    """

    known_id: int | None
    read: AssessmentRead
    kind: AssessmentKind
    renamed_from: str = ""


@record(frozen=True)
class PlannedScore:
    """One score. `student` and `assessment` are places in the plan; `replaces` was stored.

    `is_new_attempt`: taken on a later day than what is stored, which stays as an earlier try.
    """

    student: int
    assessment: int
    score: ScoreRead
    what: ScoreChange
    replaces: ScoreRead | None = None
    is_new_attempt: bool = False


@record(frozen=True)
class ImportCounts:
    """How much a plan, or one class of it, would add, change and leave alone.

    `kept` counts blanks in the file that leave a stored score as it is; `unread` counts cells
    that could not be read.
    """

    students_new: int = 0
    students_matched: int = 0
    scores_new: int = 0
    scores_changed: int = 0
    scores_same: int = 0
    kept: int = 0
    unread: int = 0


@record(frozen=True)
class SectionPlan:
    """One class of the file; `section` is None for students without a class."""

    section: str | None
    students: tuple[int, ...]
    counts: ImportCounts


@record(frozen=True)
class ImportPlan:
    """What taking in a file would do, whole and per class; nothing has happened yet."""

    format: str
    students: tuple[PlannedStudent, ...]
    assessments: tuple[PlannedAssessment, ...]
    scores: tuple[PlannedScore, ...]
    sections: tuple[SectionPlan, ...]
    counts: ImportCounts
    assessments_new: int = 0
    warnings: tuple[CellWarning, ...] = ()
    questions: tuple[ImportQuestion, ...] = ()
    assessments_renamed: int = 0


@record(frozen=True)
class ClassImport:
    """What a file would do to one class.

    `class_id` None means a new class called `name`; `also` are sections of the file that the
    teacher put into it besides `section`, under whose name all of them are planned.
    `students` are places in `plan.students`, the people the file puts into this class, and in the
    class asked for those it puts nowhere.
    By known id: `not_in_file` are in the class now and nowhere in this part of the file; they stay.
    `left_before` are in the file but left the class; their scores come in, they stay away.
    `other_classes` names the classes that people of this part are in so far, besides this one.
    """

    class_id: int | None
    name: str
    section: str
    students: tuple[int, ...]
    plan: ImportPlan
    also: tuple[str, ...] = ()
    not_in_file: tuple[int, ...] = ()
    left_before: tuple[int, ...] = ()
    other_classes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> ImportCounts:
        """The figures of this class alone."""
        members = frozenset(self.students)
        mine = [
            astuple(part.counts)
            for part in self.plan.sections
            if part.section in (self.section, None) and members.issuperset(part.students)
        ]
        return ImportCounts(*(sum(figures) for figures in zip(*mine, strict=True)))


@record(frozen=True)
class RememberedMapping:
    """What the teacher corrected in a file, as JSON, under the shape files like it share."""

    shape: str
    corrections: str


@record(frozen=True)
class ImportRow:
    """One import in the history, as it was told then, class by class.

    `is_removable` is False when nothing of it is left; `why_not` then says so.
    """

    id: int
    file_name: str
    imported_at: datetime.datetime
    format: str
    classes: tuple[str, ...]
    counts: ImportCounts
    assessments_new: int = 0
    is_removable: bool = True
    why_not: str = ""


@record(frozen=True)
class RemovedImport:
    """What removing an import did. `edited` are “Ana Garcia, Exit ticket”: changed by hand since,
    so they stay."""

    file_name: str
    scores_removed: int = 0
    scores_put_back: int = 0
    scores_kept: int = 0
    assessments_removed: int = 0
    assessments_put_back: int = 0
    students_removed: int = 0
    classes_removed: int = 0
    edited: tuple[str, ...] = ()
