"""A day for a substitute on paper: say only what matters."""

from datetime import time

from plplanner.roster.rows import PullOutRow, StudentRow
from plplanner.rotation.rows import (
    SUBSTITUTE,
    ForSubstitute,
    LessonToPrint,
    PlanGroupRow,
    PlanRow,
    RoundRow,
    SubstituteWords,
    VisitRow,
)
from plplanner.terms import PlanState, StationKind, group_identity
from tests.printing.sample_sheets import GROUPS, MONDAY

LONG = "Maximiliana-Konstantina Featherstonehaugh-Papadopoulou"
NAMES = (
    "Ana Gómez",
    LONG,
    "محمد عبد الرحمن",
    "王小明",
    "Nguyễn Thị Hồng Phượng",
    "Siobhán",
    "Maya",
)
STATIONS = (
    ("Teacher table", StationKind.TEACHER_LED, "Back table", "Fractions with me"),
    ("Digital", StationKind.DIGITAL, "Chromebooks", "Fraction Lab"),
    ("Together", StationKind.COLLABORATIVE, "Table 3", "Match game"),
    ("On my own", StationKind.INDEPENDENT, "My desk", "Playlist card"),
    ("Build it", StationKind.HANDS_ON, "Carpet", "Pattern blocks"),
    ("Make-up", StationKind.MAKE_UP, "Window", "Finish one open task"),
)
WORDS = SubstituteWords("Blue cart.", "A raised hand means quiet.", "Mrs. Alvarez, room 14.", "")


def a_visit(number, station):
    name, kind, place, task = STATIONS[station]
    if kind is not StationKind.TEACHER_LED:
        return VisitRow(number, name, kind, place, task)
    alone = StationKind.INDEPENDENT
    return VisitRow(number, name, alone, place, "Pages 38–39", SUBSTITUTE, task, kind)


def a_day(*, students=7, groups=3, rounds=3, words=WORDS):
    """A lesson that was handed over; a few names are long or in other letters."""
    names = [NAMES[one] if one < len(NAMES) else f"Student Name{one}" for one in range(students)]
    lines = tuple(
        PlanGroupRow(
            line,
            group_identity(GROUPS[line]),
            tuple(range(line, students, groups)),
            tuple(a_visit(turn + 1, (line + turn) % groups) for turn in range(rounds)),
        )
        for line in range(groups)
    )
    minutes = 13 if rounds < 4 else 9
    starts = [time(9, 10 + turn * (minutes + 2)) for turn in range(rounds)]
    plan = PlanRow(
        1, 1, "Grade 3 Math", "Math", MONDAY, PlanState.READY, time(9), 60,
        tuple(RoundRow(turn + 1, start, minutes) for turn, start in enumerate(starts)),
        lines, "Choose one “may do” from your card.", has_substitute=True,
    )  # fmt: skip
    return LessonToPrint(
        plan,
        tuple(
            StudentRow(one, name, "", "", "", "", one, "en", {}) for one, name in enumerate(names)
        ),
        (PullOutRow(6, time(9, 5), time(9, 25), "Ms. R"),),
        {},
        absent=frozenset({5}),
        for_substitute=ForSubstitute(
            words, ((0, 2),), (("Mr. Okafor", "Digital"),), knows_rotation=True
        ),
    )
