"""An invented class on paper: a board, slips and cards as printing takes them."""

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
from plplanner.terms import GROUP_IDENTITIES, GroupIdentity, ResourceKind, StationKind

_DAY = date(2026, 11, 23)
_STARTS = (time(9, 8), time(9, 23), time(9, 38))
_STATIONS = (
    (StationKind.TEACHER_LED, "Teacher table", "Front table"),
    (StationKind.COLLABORATIVE, "Together", "Round tables"),
    (StationKind.INDEPENDENT, "On my own", "Desks"),
)
_TASK = "Fraction strips to 1: sort, then explain"
_WHEN_DONE = "Done early? Read, or ask for a may-do card."
_CODE = "Math 3"
_GROUPS = 5


def board() -> ClassBoard:
    """A board of three groups and three rounds."""
    return ClassBoard(
        title="Mathematics rotations",
        day=_DAY,
        i_can="I can place fractions on a number line.",
        round_starts=_STARTS,
        lines=tuple(
            BoardLine(
                identity,
                tuple(
                    BoardCell(kind, name, _TASK, place)
                    for kind, name, place in (_STATIONS * 2)[shift : shift + 3]
                ),
            )
            for shift, identity in enumerate(GROUP_IDENTITIES[:3])
        ),
        when_done=_WHEN_DONE,
        class_code=_CODE,
    )


def slip(number: int) -> StudentSlip:
    """The slip of one student."""
    return StudentSlip(
        name=_name(number),
        group=_group(number),
        day=_DAY,
        rounds=tuple(
            SlipRound(place + 1, _STARTS[place], kind, name, _TASK, where)
            for place, (kind, name, where) in enumerate(_STATIONS)
        ),
        pull_out="9:05–9:25 Ms. R" if number % 10 == 0 else None,
        when_done=_WHEN_DONE,
        class_code=_CODE,
    )


def card(number: int, *, links: int) -> PlaylistCard:
    """The playlist card of one student; `links` is how many different QR symbols are dealt."""
    link = number % links
    return PlaylistCard(
        name=_name(number),
        group=_group(number),
        i_can="I can place fractions on a number line.",
        i_can_at_home="Puedo ubicar fracciones en una recta numérica." if number % 7 == 0 else None,
        starts_on=_DAY,
        ends_on=date(2026, 11, 27),
        must=tuple(
            CardItem(f"{_TASK} {step}", ResourceKind.WORKSHEET, "Shelf 2", 10) for step in (1, 2, 3)
        ),
        check_in="Show your teacher. Then go on.",
        may=("Write your own problem", "Number line game"),
        check="Exit ticket: one new line",
        link=CardLink(f"https://example.org/lesson/{link}", f"F{link}", ResourceKind.VIDEO),
        class_code=_CODE,
    )


def _name(number: int) -> str:
    return f"{('Ada', 'Ben', 'Chidi', 'Dara', 'Elif', 'Noé', 'Hana')[number % 7]} {number}"


def _group(number: int) -> GroupIdentity:
    return GROUP_IDENTITIES[number % _GROUPS]
