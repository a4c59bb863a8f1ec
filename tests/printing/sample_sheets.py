"""A small class on paper: say only what matters."""

from dataclasses import replace
from datetime import date, time

from plplanner.printing.rows import (
    BoardCell,
    BoardLine,
    CardItem,
    CardLink,
    ClassBoard,
    PlaylistCard,
    SlipRound,
    StudentSlip,
)
from plplanner.terms import ResourceKind, StationKind, group_identity

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
TIMES = (time(9, 10), time(9, 25), time(9, 40), time(9, 55), time(10, 10), time(10, 25))
NAMES = ("Ana G.", "Jun", "Maya", "Mateo", "Noor", "Theo", "Wanjiru", "Amara")
GROUPS = ("maple", "river", "comet", "kite", "lantern", "harbor", "pebble", "quilt", "moon")

TOGETHER = (StationKind.COLLABORATIVE, "Together", "Table 3")
ALONE = (StationKind.INDEPENDENT, "On my own", "My desk")
TEACHER = (StationKind.TEACHER_LED, "Teacher table", "Back table")
DIGITAL = (StationKind.DIGITAL, "Digital", "Chromebooks")

LINES = (
    ("maple", (TOGETHER, "Fraction match game"), (ALONE, "Playlist card"),
     (TEACHER, "Fractions on a line")),
    ("river", (TEACHER, "Build unit fractions"), (DIGITAL, "Fraction Lab: strips"),
     (TOGETHER, "Pattern-block wholes")),
    ("comet", (ALONE, "Playlist card"), (TOGETHER, "Story problems"),
     (DIGITAL, "Number Line Jump")),
    ("kite", (DIGITAL, "Fraction Lab: fair shares"), (TEACHER, "Fair shares of a whole"),
     (ALONE, "Pages 41–42")),
)  # fmt: skip


def a_board(*, groups: int = 4, rounds: int = 3) -> ClassBoard:
    keys = (*GROUPS, "bridge")
    lines = tuple(
        BoardLine(
            group_identity(keys[number] if groups > 4 else LINES[number][0]),
            tuple(
                BoardCell(kind, name, task, place)
                for (kind, name, place), task in (
                    LINES[number % 4][1 + turn % 3] for turn in range(rounds)
                )
            ),
        )
        for number in range(groups)
    )
    return ClassBoard(
        title="Math rotations",
        day=MONDAY,
        i_can="I can name and compare fractions.",
        round_starts=TIMES[:rounds],
        lines=lines,
        when_done="choose one “may do” from your card.",
        class_code="G3M · P2",
    )


def a_slip(
    name: str = "Ana G.", *, group: str = "river", rounds: int = 3, **changes
) -> StudentSlip:
    visits = (
        (TEACHER, "Build unit fractions"),
        (DIGITAL, "Fraction Lab: strips"),
        (TOGETHER, "Pattern-block wholes"),
        (ALONE, "Playlist card"),
    )
    slip = StudentSlip(
        name=name,
        group=group_identity(group),
        day=MONDAY,
        rounds=tuple(
            SlipRound(number + 1, TIMES[number], kind, station, task, place)
            for number in range(rounds)
            for (kind, station, place), task in [visits[number % 4]]
        ),
        pull_out=None,
        when_done="“may do” on my card",
        class_code="G3M · P2",
    )
    return replace(slip, **changes)


def a_card(name: str = "Ana G.", *, group: str = "river", **changes) -> PlaylistCard:
    card = PlaylistCard(
        name=name,
        group=group_identity(group),
        i_can="I can name a unit fraction.",
        i_can_at_home=None,
        starts_on=MONDAY,
        ends_on=FRIDAY,
        must=(
            CardItem("Fraction strips", ResourceKind.MANIPULATIVE, "table 3", 10),
            CardItem("Fraction Lab: strips", ResourceKind.APP_LESSON, "Chromebook", 8),
            CardItem("Pages 38–39", ResourceKind.WORKSHEET, "desk", 12),
        ),
        check_in="Show your teacher. Then go on.",
        may=("Match game", "Story problem"),
        check="5 questions",
        link=CardLink("https://example.org/fl3", "FL3", ResourceKind.APP_LESSON),
        class_code="G3M · P2",
    )
    return replace(card, **changes)


SPANISH = "Puedo nombrar una fracción unitaria."
