"""Classes and students as screens, engines and paper see them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, time

from plplanner.records import record
from plplanner.terms import Weekday


@record(frozen=True)
class SchoolClassRow:
    """One class. `students` counts who is enrolled now."""

    id: int
    name: str
    subject: str
    section: str
    students: int


@record(frozen=True)
class StudentRow:
    """One student of a class; `name` is what is shown and printed, unique in the class."""

    id: int
    name: str
    last: str
    first: str
    suffix: str
    nickname: str
    roster_number: int
    home_language: str
    ids: Mapping[str, str]

    @property
    def key(self) -> str:
        """Orders students by what the teacher's own records say, not by ids of this file."""
        ids = "\x1f".join(f"{kind}={value}" for kind, value in sorted(self.ids.items()))
        return "\x1f".join((self.last, self.first, self.suffix, self.nickname, ids))


@record(frozen=True)
class PullOutRow:
    """A weekly time out of the room. `label` is neutral text, fit for a child's slip."""

    student_id: int
    starts_at: time
    ends_at: time
    label: str


@record(frozen=True)
class WeeklyPullOutRow:
    """One time out of the room in every week of one student."""

    weekday: Weekday
    starts_at: time
    ends_at: time
    label: str


@record(frozen=True)
class NewStudent:
    """A student to be added: names as the teacher writes them, ids by kind of system."""

    last: str = ""
    first: str = ""
    suffix: str = ""
    nickname: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)


@record(frozen=True)
class LeftStudentRow:
    """A student who left a class: since when, and the classes she is in now."""

    id: int
    name: str
    left_on: date
    now_in: tuple[str, ...] = ()


@record(frozen=True)
class RosterTakenBack:
    """How many students, places in a class and classes went when an import was removed."""

    students: int = 0
    enrollments: int = 0
    classes: int = 0
