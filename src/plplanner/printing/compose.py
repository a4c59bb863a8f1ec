"""A saved plan becomes public sheets: only names, places, times and tasks go through this door."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.printing.card_items import items_of_day
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
from plplanner.roster.rows import PullOutRow, StudentRow
from plplanner.rotation.rows import LessonToPrint, PlanGroupRow, PlanRow, VisitRow
from plplanner.rotation.station_words import place_of, voice_words, where_and_how
from plplanner.terms import GroupIdentity, ItemRole, ResourceKind, own_identity

CHECK_IN = "Show your teacher. Then go on."
WHILE_AWAY = "While you were away"
CALLED = "Teacher table when called"
BACK = "Catch up first"
_PLAIN_MUST = (
    ("Finish what you started", ResourceKind.WORKSHEET),
    ("Correct one answer", ResourceKind.WORKSHEET),
    ("Explain it to a partner", ResourceKind.DISCUSSION),
)
_PLAIN_MAY = ("Write your own problem", "Help a classmate")
_PLAIN_CHECK = "one new question"

Assigned = Mapping[int, tuple[PlaylistRow, date, date]]


def board_of(
    plan: PlanRow,
    playlists: Assigned,
    *,
    called: Sequence[str] = (),
    students: Iterable[StudentRow] = (),
) -> ClassBoard:
    """The class board of a plan, with the goals of the lesson.

    Where the teacher wrote none, the “I can” line stands there if all groups share it.

    Where students go their own way it says who of `students` is at which station. Who has a seat
    of her own beside groups is not on it: her slip tells her.
    `called` are the names on the list of the teacher's table; a substitute calls nobody.
    """
    sentences = {
        playlist.standard.i_can
        for playlist, _, _ in playlists.values()
        if playlist.standard is not None and playlist.standard.i_can
    }
    return ClassBoard(
        title=f"{plan.subject or plan.class_name} rotations",
        day=plan.day,
        i_can=plan.goals.content or (sentences.pop() if len(sentences) == 1 else None),
        language_goal=plan.goals.language,
        round_starts=tuple(planned.starts_at for planned in plan.rounds),
        lines=tuple(_station_lines(plan, students))
        if plan.is_own_ways
        else tuple(
            BoardLine(group.identity, tuple(_cell(visit) for visit in group.visits))
            for group in plan.together
        ),
        when_done=plan.when_done,
        class_code=plan.class_name,
        called=() if plan.has_substitute else tuple(called),
    )


def called_to_table(lesson: LessonToPrint) -> tuple[str, ...]:
    """The names of those called to the teacher's table who are there, in the order of the list."""
    here = lesson.called - lesson.absent
    return tuple(student.name for student in lesson.students if student.id in here)


def slips_of(
    plan: PlanRow,
    students: Iterable[StudentRow],
    pull_outs: Iterable[PullOutRow],
    *,
    absent: Collection[int] = (),
    called: Collection[int] = (),
    back: Collection[int] = (),
) -> tuple[StudentSlip, ...]:
    """One slip per student, sorted by group and then by name.

    The slip of a student who is absent says what she missed, for the day she is back; of one who is
    `called`, that she comes to the teacher's table; of one who is `back`, to catch up first.
    """
    outs: dict[int, str] = dict.fromkeys(back, BACK)
    outs |= dict.fromkeys(() if plan.has_substitute else called, CALLED)
    for out in pull_outs:
        text = f"{_clock(out.starts_at)}–{_clock(out.ends_at)} {out.label}"
        outs[out.student_id] = f"{outs[out.student_id]}, {text}" if out.student_id in outs else text
    outs |= dict.fromkeys(absent, WHILE_AWAY)
    return tuple(
        StudentSlip(
            name=student.name,
            group=_on_paper(group),
            day=plan.day,
            rounds=_slip_rounds(plan, group),
            pull_out=outs.get(student.id),
            when_done=plan.when_done,
            class_code=plan.class_name,
            watch_next=plan.goals.watch_next,
        )
        for group, student in _by_group(plan, students)
    )


def cards_of(
    plan: PlanRow,
    students: Iterable[StudentRow],
    playlists: Assigned,
    *,
    qr_codes: bool = True,
    second_language: bool = True,
) -> tuple[PlaylistCard, ...]:
    """One card per student, sorted by group and then by name.

    A group without a playlist gets a card with plain steps: finish, correct, explain. Without
    `qr_codes` a card keeps the short code of its link; without `second_language` the goal
    stands in the language of the class alone.
    """
    cards = (
        _card(plan, group, student, playlists.get(group.group_id))
        for group, student in _by_group(plan, students)
    )
    return tuple(
        replace(
            card,
            link=card.link if qr_codes else _code_alone(card.link),
            i_can_at_home=card.i_can_at_home if second_language else None,
        )
        for card in cards
    )


def _by_group(
    plan: PlanRow, students: Iterable[StudentRow]
) -> list[tuple[PlanGroupRow, StudentRow]]:
    by_id = {student.id: student for student in students}
    return [
        (group, student)
        for group in plan.groups
        for student in sorted(
            (by_id[student_id] for student_id in group.student_ids if student_id in by_id),
            key=lambda student: (student.name.casefold(), student.key),
        )
    ]


def _station_lines(plan: PlanRow, students: Iterable[StudentRow]) -> Iterator[BoardLine]:
    """Who is at each station in each round, in the order of the list; nothing says why."""
    names = {student.id: student.name for student in students}
    visits = [visit for line in plan.groups for visit in line.visits if visit is not None]
    first = {visit.station_name: visit for visit in reversed(visits)}
    there: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for line in plan.groups:
        for visit in line.visits:
            if visit is not None:
                there[visit.station_name, visit.round_number] += line.student_ids
    for name, visit in sorted(first.items()):
        place = where_and_how(visit)
        cells = (
            tuple(text for one, text in names.items() if one in there[name, planned.number])
            for planned in plan.rounds
        )
        yield BoardLine(
            own_identity(name),
            tuple(
                BoardCell(visit.station_kind, "", "", place, here) if here else None
                for here in cells
            ),
            visit.planned_kind or visit.station_kind,
        )


def _on_paper(group: PlanGroupRow) -> GroupIdentity | None:
    return None if group.is_own_way else group.identity


def _cell(visit: VisitRow | None) -> BoardCell | None:
    if visit is None:
        return None
    return BoardCell(visit.station_kind, visit.station_name, visit.task, where_and_how(visit))


def _slip_rounds(plan: PlanRow, group: PlanGroupRow) -> tuple[SlipRound, ...]:
    return tuple(
        SlipRound(
            number=planned.number,
            starts_at=planned.starts_at,
            station_kind=visit.station_kind,
            station_name=visit.station_name,
            # Beside the task, for beside the place most slips have no room.
            task=" · ".join(part for part in (visit.task, voice_words(visit.voice)) if part),
            place=place_of(visit),
        )
        for planned, visit in zip(plan.rounds, group.visits, strict=True)
        if visit is not None
    )


def _card(
    plan: PlanRow,
    group: PlanGroupRow,
    student: StudentRow,
    assigned: tuple[PlaylistRow, date, date] | None,
) -> PlaylistCard:
    if assigned is None:
        return _plain_card(plan, group, student)
    playlist, starts_on, ends_on = assigned
    standard, items = playlist.standard, items_of_day(playlist.items, plan)
    must = _with_role(items, ItemRole.MUST)
    checks = _with_role(items, ItemRole.CHECK)
    return PlaylistCard(
        name=student.name,
        group=_on_paper(group),
        i_can=standard.i_can if standard else None,
        i_can_at_home=standard.translations.get(student.home_language) if standard else None,
        starts_on=starts_on,
        ends_on=ends_on,
        must=tuple(CardItem(item.title, item.kind, item.place, item.minutes) for item in must),
        check_in=CHECK_IN if _with_role(items, ItemRole.CHECK_IN) else None,
        may=tuple(item.title for item in _with_role(items, ItemRole.MAY)),
        check=checks[0].title if checks else None,
        link=_first_link(items) if plan.has_internet else None,
        class_code=plan.class_name,
    )


def _plain_card(plan: PlanRow, group: PlanGroupRow, student: StudentRow) -> PlaylistCard:
    return PlaylistCard(
        name=student.name,
        group=_on_paper(group),
        i_can=None,
        i_can_at_home=None,
        starts_on=plan.day,
        ends_on=plan.day,
        must=tuple(CardItem(title, kind, "", None) for title, kind in _PLAIN_MUST),
        check_in=None if plan.has_substitute else CHECK_IN,
        may=_PLAIN_MAY,
        check=_PLAIN_CHECK,
        link=None,
        class_code=plan.class_name,
    )


def _with_role(items: Sequence[PlaylistItemRow], role: ItemRole) -> list[PlaylistItemRow]:
    return [item for item in items if item.role is role]


def _first_link(items: Sequence[PlaylistItemRow]) -> CardLink | None:
    for item in items:
        if item.address.startswith(("https://", "http://")):
            return CardLink(item.address, item.code or "", item.kind)
    return None


def _code_alone(link: CardLink | None) -> CardLink | None:
    return replace(link, address="") if link is not None and link.code else None


def _clock(moment: object) -> str:
    return f"{moment:%H:%M}".removeprefix("0")
