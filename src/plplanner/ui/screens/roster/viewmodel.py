"""What the Students screen shows and can do."""

from collections.abc import Sequence

from plplanner.gradebook.queries import score_counts, scores_of_student
from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster import commands
from plplanner.roster.names import compare_key
from plplanner.roster.pull_outs.commands import set_pull_outs
from plplanner.roster.queries import (
    classes_of,
    pull_outs_of,
    students_of_class,
    students_who_left,
)
from plplanner.roster.rows import (
    LeftStudentRow,
    NewStudent,
    SchoolClassRow,
    WeeklyPullOutRow,
)
from plplanner.rotation.lived.commands import remove_note
from plplanner.rotation.lived.queries import notes_about
from plplanner.terms import GroupIdentity
from plplanner.ui.list_screen import ListModel
from plplanner.ui.screens.roster.student_lines import (
    SORTS,
    StudentDetails,
    StudentLine,
    fits,
    score_line,
)
from plplanner.ui.stage import Stage

SHOWN_SCORES = 8
_OF_STUDENTS = frozenset(
    {"student", "enrollment", "learner_profile", "student_identifier", "pull_out", "school_class"}
)
_OF_GROUPS = frozenset({"small_group", "group_member", "group_set", "enrollment"})
_OF_ENROLLMENT = frozenset({"enrollment", "school_class"})
_OF_SCORES = frozenset({"score", "assessment", "enrollment"})
_OF_NOTES = frozenset({"quick_note"})


class StudentsModel(ListModel):
    """The students of the class or those who left it, filtered kindly and sorted."""

    watches = _OF_STUDENTS | _OF_GROUPS | _OF_SCORES | _OF_NOTES

    def __init__(self, stage: Stage) -> None:
        """Sorted by last name until told otherwise."""
        super().__init__(stage, sorted_by="last")
        self.lines: dict[int, StudentLine] = {}
        self.left: dict[int, LeftStudentRow] = {}
        self._wants_left = False
        self._of_class, self._listed_class = 0, stage.choice.class_id
        self._groups: dict[int, GroupIdentity] = {}
        self._scores: dict[int, int] = {}
        self._chosen: int | None = None
        self._details: StudentDetails | None = None
        self._is_asked = False

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All who can be listed: the students of the class, or those who left."""
        return len(self.lines)

    @property
    def shows_left(self) -> bool:
        """Whether those are listed who left; in a class that all have left they always are."""
        return bool(self.left) and (self._wants_left or not self._of_class)

    @property
    def can_turn(self) -> bool:
        """Whether there are both, students in the class and some who left."""
        return bool(self.left) and bool(self._of_class)

    @property
    def other_classes(self) -> tuple[SchoolClassRow, ...]:
        """Where a student can move to."""
        own = self.stage.choice.class_id
        return tuple(row for row in self.stage.choice.classes if row.id != own)

    @property
    def details(self) -> StudentDetails | None:
        """What is known of the student one stands on; asked when it is wanted."""
        if not self._is_asked:
            self._details, self._is_asked = self._ask_details(), True
        return self._details

    def refresh(self) -> None:
        """The students of the class chosen now."""
        if self._listed_class != self.stage.choice.class_id:
            self._listed_class, self._wants_left = self.stage.choice.class_id, False
        self.lines = {line.id: line for line in self._ask_lines()}
        self._wants_left = self.shows_left and self._wants_left
        self.arrange()

    def show_left(self, is_wanted: bool) -> None:
        """List those who left the class, or those who are in it."""
        self._wants_left = is_wanted
        self.refresh()

    def arrange(self) -> None:
        """Filter and sort who is there."""
        wanted = compare_key(self.words).split() if self.words.strip() else []
        lines = [line for line in self.lines.values() if not wanted or fits(line, wanted)]
        lines.sort(key=lambda line: line.student.key)
        lines.sort(key=SORTS[self.sorted_by], reverse=self.is_down)
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

    def set_pull_outs(self, line: StudentLine, times: Sequence[WeeklyPullOutRow]) -> None:
        """Remember when a student is out of the room each week."""
        self.stage.desk.do(
            set_pull_outs, student_id=line.id, times=tuple(times), name=line.student.name
        )

    def add_student(self, *, first: str, last: str) -> int | None:
        """Add one student to the class; her id, or None when a Problem was told."""
        class_id = self.stage.choice.class_id
        if class_id is None:
            return None
        self._wants_left = False
        added = self.stage.desk.do(
            commands.add_students,
            class_id=class_id,
            students=[NewStudent(last=last, first=first)],
            entered_on=self.stage.clock().date(),
        )
        return added[0] if added else None

    def move(self, student_id: int, to_class_id: int) -> None:
        """Move a student to another class; what was stays with the class of before."""
        own, to = self.stage.choice.school_class, self._class(to_class_id)
        line = self.lines.get(student_id)
        if line is None or own is None or to is None:
            return
        name = line.student.name
        self.do_saying(
            commands.move_student,
            f"Moved “{name}” to “{to.name}”. The scores of “{own.name}” are kept.",
            student_id=student_id,
            from_class_id=own.id,
            to_class_id=to.id,
            moved_on=self.stage.clock().date(),
            name=name,
        )

    def archive(self, student_id: int) -> None:
        """A student leaves the class; scores, groups and plans of before stay."""
        own, line = self.stage.choice.school_class, self.lines.get(student_id)
        if line is None or own is None:
            return
        name = line.student.name
        self.do_saying(
            commands.archive_student,
            f"“{name}” left “{own.name}”. The scores are kept.",
            student_id=student_id,
            left_on=self.stage.clock().date(),
            name=name,
            class_id=own.id,
        )

    def bring_back(self, student_id: int) -> None:
        """A student who left is in the class again, with everything of before."""
        own, line = self.stage.choice.school_class, self.lines.get(student_id)
        if line is None or own is None:
            return
        name = line.student.name
        self.do_saying(
            commands.restore_student,
            f"“{name}” is back in “{own.name}”.",
            student_id=student_id,
            class_id=own.id,
            name=name,
        )

    def remove_note(self, note_id: int) -> None:
        """Remove a note on a student, and say so with Undo."""
        self.do_saying(remove_note, "Removed the note.", note_id=note_id)

    def remove(self, student_id: int) -> None:
        """Remove a student with all scores, and say so with Undo."""
        if (line := self.lines.get(student_id)) is not None:
            words = f"Removed “{line.student.name}” with all scores."
            self.do_saying(commands.remove_student, words, student_id=student_id)

    # -- inside ---------------------------------------------------------------------------

    def _ask_lines(self) -> list[StudentLine]:
        ask, class_id = self.stage.desk.ask, self.stage.choice.class_id
        if class_id is None:
            self.left, self._of_class = {}, 0
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
        if self.is_touched(_OF_STUDENTS if self._wants_left else _OF_ENROLLMENT):
            self.left = {row.id: row for row in ask(students_who_left, class_id=class_id)}
        here = ask(students_of_class, class_id=class_id)
        self._of_class = len(here)
        if not self.shows_left:
            return [
                StudentLine(row, self._groups.get(row.id), self._scores.get(row.id, 0))
                for row in here
            ]
        gone = ask(students_of_class, class_id=class_id, who_left=True)
        return [
            StudentLine(row, None, self._scores.get(row.id, 0), self.left[row.id]) for row in gone
        ]

    def _class(self, class_id: int) -> SchoolClassRow | None:
        return next((row for row in self.stage.choice.classes if row.id == class_id), None)

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
            scores=tuple(score_line(one) for one in found[:SHOWN_SCORES]),
            notes=tuple(ask(notes_about, student_id=line.id)),
        )
