"""Classes to share, for tests: say only what matters."""

from datetime import date

from plplanner.gradebook.rows import AssessmentRow
from plplanner.roster.rows import SchoolClassRow, StudentRow
from plplanner.sharing.rows import SharedClass
from plplanner.terms import AssessmentKind

DAY = date(2026, 11, 20)


def a_student(number: int, last: str, first: str, **more: object) -> StudentRow:
    plain = {"suffix": "", "nickname": "", "ids": {}} | more
    return StudentRow(
        id=number,
        name=first,
        last=last,
        first=first,
        roster_number=number,
        home_language="en",
        **plain,
    )


def a_ticket(number: int, title: str, *, possible: float | None = 5, **more: object):
    plain = {"taken_on": DAY, "standards": ()} | more
    return AssessmentRow(
        id=number,
        class_id=1,
        title=title,
        kind=AssessmentKind.EXIT_TICKET,
        points_possible=possible,
        scored=0,
        **plain,
    )


def a_shared_class(**parts: object) -> SharedClass:
    return SharedClass(SchoolClassRow(1, "Math 6", "Math", "P2", 0), **parts)
