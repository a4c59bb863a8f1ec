"""What the planner knows, asked a slice at a time so that the window never stands still."""

from collections.abc import Callable, Collection
from dataclasses import field, replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from plplanner.importing.class_plans import classes_meant
from plplanner.importing.known_scores import StoredClass, StoredTry, with_stored
from plplanner.importing.queries import (
    assessments_to_compare,
    known_people,
    stored_tries,
    when_taken_in,
)
from plplanner.importing.rows import KnownPlanner
from plplanner.records import record
from plplanner.ui.desk import Desk

_AT_MOST = 300


@record(frozen=True)
class Gathered:
    """Everyone and every class, and what is stored of the classes meant."""

    people: KnownPlanner = field(default_factory=KnownPlanner)
    stored: tuple[StoredClass, ...] = ()

    def whole(self) -> KnownPlanner:
        """Put together; for the background, a gradebook takes a while."""
        return with_stored(self.people, self.stored)


class Knowing(QObject):
    """Gathers for a file; what was gathered for the same classes is kept until `forget`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Knows nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._gathered: Gathered | None = None
        self._meant: tuple[int, ...] = ()
        self._then: Callable[[Gathered], object] | None = None
        self._tries: tuple[StoredTry, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._gather)

    @property
    def is_under_way(self) -> bool:
        """Whether somebody waits for an answer."""
        return self._then is not None

    def people(self) -> KnownPlanner:
        """Everyone and every class, without scores."""
        if self._gathered is None:
            self._gathered, self._meant = Gathered(self._desk.ask(known_people)), ()
        return self._gathered.people

    def taken_in_before(self, fingerprint: str) -> datetime | None:
        """When the very same file came in, to the byte; None for one that never did."""
        return self._desk.ask(when_taken_in, file_hash=fingerprint)

    def ask(self, names: Collection[str], then: Callable[[Gathered], object]) -> None:
        """Hand `then` all that a file of these classes is compared with, at once when known."""
        self.stop()
        people = self.people()
        meant = classes_meant(people, names)
        if meant != self._meant:
            self._gathered, self._meant = Gathered(people), meant
        self._then = then
        self._tries = ()
        if self._is_whole():
            self._answer()
        else:
            self._timer.start()

    def stop(self) -> None:
        """Nobody waits any more."""
        self._timer.stop()
        self._then = None

    def forget(self) -> None:
        """Something changed: nothing that was gathered holds."""
        self.stop()
        self._gathered, self._meant = None, ()

    def _is_whole(self) -> bool:
        return self._gathered is not None and len(self._gathered.stored) == len(self._meant)

    def _gather(self) -> None:
        """One slice; the next follows when the window had its turn."""
        if self._gathered is None or self._then is None:
            return
        class_id = self._meant[len(self._gathered.stored)]
        after = self._tries[-1].id if self._tries else 0
        more = self._desk.ask(stored_tries, class_id=class_id, after=after, at_most=_AT_MOST)
        self._tries += more
        if len(more) < _AT_MOST:
            assessments = self._desk.ask(assessments_to_compare, class_id=class_id)
            stored = StoredClass(class_id, assessments, self._tries)
            self._gathered = replace(self._gathered, stored=(*self._gathered.stored, stored))
            self._tries = ()
        if self._is_whole():
            self._answer()
        else:
            self._timer.start()

    def _answer(self) -> None:
        then, gathered = self._then, self._gathered
        self._then = None
        if then is not None and gathered is not None:
            then(gathered)
