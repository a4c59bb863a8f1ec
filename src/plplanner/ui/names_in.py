"""Typed or pasted names on their way into a new class or one there is."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QObject

from plplanner.importing.names_to_add import NameToAdd, names_to_add, who_they_are
from plplanner.importing.pasted_names import PastedNames, parse_pasted_names
from plplanner.importing.queries import known_planner
from plplanner.importing.rows import KnownPlanner
from plplanner.roster.commands import add_alias, add_class, add_students, enroll
from plplanner.roster.rows import SchoolClassRow
from plplanner.ui.desk import StepSession
from plplanner.ui.screen import ViewModel
from plplanner.ui.stage import Stage


class NamesIn(ViewModel):
    """Understands what is typed, asks who is meant, and adds all of it as one step."""

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Starts with nothing pasted."""
        super().__init__(stage, parent)
        self.pasted = PastedNames()
        self.is_pasting = False
        self.into: SchoolClassRow | None = None
        self.may_be_empty = False
        self.names: tuple[NameToAdd, ...] = ()
        self.known_as: dict[int, str] = {}
        self._known = KnownPlanner()
        self._answers: dict[str, int | None] = {}

    def open_paste(
        self, is_open: bool, *, into: SchoolClassRow | None = None, may_be_empty: bool = False
    ) -> None:
        """Show or put aside the panel for names; `into` a class, or a new one.

        A new class `may_be_empty` when its students can be added one by one afterwards.
        """
        self.is_pasting, self.into, self.may_be_empty = is_open, into, may_be_empty
        self._answers.clear()
        self._look_up()
        self.refreshed.emit()

    def read_names(self, text: str) -> None:
        """Understand what stands in the text area now."""
        self.pasted = parse_pasted_names(text)
        self._match()
        self.refreshed.emit()

    # -- who is meant ---------------------------------------------------------------------

    @property
    def to_ask(self) -> tuple[NameToAdd, ...]:
        """Names that a known student has too, or nearly has."""
        return tuple(one for one in self.names if one.offered)

    @property
    def to_add(self) -> tuple[NameToAdd, ...]:
        """Names of which something comes into the class."""
        here = frozenset(self.here)
        return tuple(
            one for one in self.names if not one.is_here and self.answer_for(one) not in here
        )

    @property
    def here(self) -> tuple[int, ...]:
        """Who is in the class already."""
        if self.into is None:
            return ()
        found = (row.students for row in self._known.classes if row.id == self.into.id)
        return next(found, ())

    def answer_for(self, one: NameToAdd) -> int | None:
        """Whom the teacher means, until she says otherwise the one of this very name."""
        return self._answers.get(one.name, one.meant)

    def answer(self, one: NameToAdd, student_id: int | None) -> None:
        """The teacher says who is meant; None for a new student."""
        self._answers[one.name] = student_id
        self.refreshed.emit()

    # -- adding ---------------------------------------------------------------------------

    def add_names(self, class_name: str) -> None:
        """Add the names, and their class when it is new, as one step; then show the students."""
        self._look_up()
        into, adding = self.into, self.to_add
        label = f"Add {_students(len(adding))}" if adding else f"Add class “{class_name.strip()}”"

        def add(session: StepSession) -> int:
            made = add_class(session, name=class_name) if into is None else into.id
            self._add(session, made, adding)
            return made

        class_id = self.stage.desk.do_together(label, add)
        if class_id is None:
            return
        name = into.name if into else class_name.strip()
        said = f"Added {_students(len(adding))} to “{name}”." if adding else f"Added “{name}”."
        self.pasted, self.names, self.is_pasting = PastedNames(), (), False
        self.stage.choice.choose_class(class_id)
        self.stage.wishes.go_to.emit("students")
        self.stage.wishes.say.emit(said)
        self.refreshed.emit()

    def _add(self, session: StepSession, class_id: int, adding: Sequence[NameToAdd]) -> None:
        """In the order typed: new students and known ones by turns."""
        today = self.stage.clock().date()
        for is_new, run in groupby(adding, lambda one: self.answer_for(one) is None):
            names = list(run)
            if is_new:
                new = [one.new for one in names]
                add_students(session, class_id=class_id, students=new, entered_on=today)
                continue
            known = [(one, found) for one in names if (found := self.answer_for(one)) is not None]
            ids = [found for _, found in known]
            enroll(session, class_id=class_id, student_ids=ids, entered_on=today)
            for one, found in known:
                if found != one.meant:
                    add_alias(session, student_id=found, written=one.name)

    # -- inside ---------------------------------------------------------------------------

    def _look_up(self) -> None:
        self._known = self.stage.desk.ask(known_planner, names=())
        self.known_as = dict(who_they_are(self._known))
        self._match()

    def _match(self) -> None:
        class_id = self.into.id if self.into else None
        self.names = names_to_add(self.pasted.students, self._known, class_id=class_id)


def _students(count: int) -> str:
    return f"{count} student{'' if count == 1 else 's'}"
