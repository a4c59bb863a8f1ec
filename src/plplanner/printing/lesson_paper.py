"""One lesson on paper: which sheets, for whom, on what; and what is worth knowing beforehand."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from plplanner.records import record
from plplanner.roster.rows import StudentRow
from plplanner.rotation.rows import LessonToPrint
from plplanner.terms import Paper


class Sheet(StrEnum):
    """The sheets there are, in the order they are printed."""

    SUBSTITUTE = "substitute"
    BOARD = "board"
    SLIPS = "slips"
    CARDS = "cards"


SHEET_NAMES = {
    Sheet.SUBSTITUTE: "For a substitute",
    Sheet.BOARD: "Class board",
    Sheet.SLIPS: "Student slips",
    Sheet.CARDS: "Playlist cards",
}


@record(frozen=True)
class PaperWishes:
    """How the sheets are made. `student_ids` None means everyone; the board shows all groups."""

    paper: Paper
    student_ids: frozenset[int] | None = None
    qr_codes: bool = True
    second_language: bool = True


def sheets_of(lesson: LessonToPrint) -> tuple[Sheet, ...]:
    """The sheets a lesson has: those for a substitute on her day alone, the rest with groups."""
    there = {Sheet.SUBSTITUTE} if lesson.plan.has_substitute else set()
    if lesson.plan.groups or not there:
        there |= {Sheet.BOARD, Sheet.SLIPS, Sheet.CARDS}
    return tuple(sheet for sheet in Sheet if sheet in there)


def paper_pdf(lesson: LessonToPrint, wishes: PaperWishes, *, sheets: Collection[Sheet]) -> bytes:
    """The sheets asked for that there are, as one PDF; the same lesson gives the same bytes."""
    # Fonts and PDF are loaded by whoever makes paper; a screen that only names sheets is not
    # made to wait for them.
    from plplanner.printing.compose import (  # noqa: PLC0415
        board_of,
        called_to_table,
        cards_of,
        slips_of,
    )
    from plplanner.printing.documents import sheets_pdf  # noqa: PLC0415
    from plplanner.printing.for_substitute import substitute_sheet_of  # noqa: PLC0415

    sheets = [sheet for sheet in sheets_of(lesson) if sheet in sheets]
    students = students_on_paper(lesson, wishes)
    slips = (
        slips_of(
            lesson.plan,
            students,
            lesson.pull_outs,
            absent=lesson.absent,
            called=lesson.called,
            back=lesson.back,
        )
        if Sheet.SLIPS in sheets
        else ()
    )
    cards = (
        cards_of(
            lesson.plan,
            students,
            lesson.playlists,
            qr_codes=wishes.qr_codes,
            second_language=wishes.second_language,
        )
        if Sheet.CARDS in sheets
        else ()
    )
    return sheets_pdf(
        substitute=substitute_sheet_of(lesson) if Sheet.SUBSTITUTE in sheets else None,
        board=(
            board_of(
                lesson.plan,
                lesson.playlists,
                called=called_to_table(lesson),
                students=lesson.students,
            )
            if Sheet.BOARD in sheets
            else None
        ),
        slips=slips,
        cards=cards,
        paper=wishes.paper,
    )


def students_on_paper(lesson: LessonToPrint, wishes: PaperWishes) -> tuple[StudentRow, ...]:
    """Who gets a slip and a card: those asked for who are in a group of the plan."""
    placed = {student_id for group in lesson.plan.groups for student_id in group.student_ids}
    return tuple(
        student
        for student in lesson.students
        if student.id in placed and (wishes.student_ids is None or student.id in wishes.student_ids)
    )


def names_without_group(lesson: LessonToPrint) -> tuple[str, ...]:
    """Students of the class who are in no group of this plan: they get no slip and no card."""
    placed = {student_id for group in lesson.plan.groups for student_id in group.student_ids}
    return tuple(student.name for student in lesson.students if student.id not in placed)


def names_without_playlist(lesson: LessonToPrint, wishes: PaperWishes) -> tuple[str, ...]:
    """Students whose card will have plain steps."""
    bare = {
        student_id
        for group in lesson.plan.groups
        if group.group_id not in lesson.playlists
        for student_id in group.student_ids
    }
    return tuple(row.name for row in students_on_paper(lesson, wishes) if row.id in bare)


@record(frozen=True)
class OnCards:
    """What the cards asked for have to show: how many a link, how many a goal as read at home."""

    links: int = 0
    second_language: int = 0


def there_on_cards(lesson: LessonToPrint, wishes: PaperWishes) -> OnCards:
    """How many cards a choice of QR codes, or of a second language, would change."""
    from plplanner.printing.compose import cards_of  # noqa: PLC0415 - as above

    cards = cards_of(lesson.plan, students_on_paper(lesson, wishes), lesson.playlists)
    return OnCards(
        links=sum(card.link is not None for card in cards),
        second_language=sum(bool(card.i_can_at_home) for card in cards),
    )


def undrawable(names: Iterable[str]) -> tuple[str, ...]:
    """Names with letters that no bundled font can draw. Opens the fonts: not for every key."""
    from plplanner.printing.fonts import FontBook, glyphs_missing  # noqa: PLC0415 - as above

    book = FontBook()
    return tuple(name for name in names if glyphs_missing(name, book))
