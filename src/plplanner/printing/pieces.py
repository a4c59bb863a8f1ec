"""The single pieces a lesson has on paper, and which of them read otherwise than when printed.

A piece is a board, one student's slip or one student's card: only what reads otherwise needs paper
again, not the page it happened to share with others.
"""

from collections.abc import Collection
from hashlib import blake2b

from plplanner.printing.compose import board_of, called_to_table, cards_of, slips_of
from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.printing.lesson_paper import PaperWishes, Sheet, students_on_paper
from plplanner.printing.rows import ClassBoard, PlaylistCard, StudentSlip, SubstituteSheet
from plplanner.records import record
from plplanner.rotation.rows import LessonToPrint, PrintedPieces
from plplanner.terms import Paper

_BYTES = 8
_MOST_NAMES = 2


@record(frozen=True)
class ChangedPaper:
    """What to print again: the board or not, and whose slips and cards."""

    board: bool = False
    substitute: bool = False
    slips: frozenset[int] = frozenset()
    cards: frozenset[int] = frozenset()

    @property
    def is_any(self) -> bool:
        """Whether anything reads otherwise than on paper."""
        return self.board or self.substitute or bool(self.slips or self.cards)


def pieces_printed(
    lesson: LessonToPrint, wishes: PaperWishes, sheets: Collection[Sheet]
) -> PrintedPieces:
    """What is to be remembered of these sheets once they are on paper."""
    return PrintedPieces(
        {
            **_fingerprints(lesson, wishes, sheets),
            **{_whole(sheet): "" for sheet in sheets if wishes.student_ids is None},
        },
        wishes.qr_codes,
        wishes.second_language,
    )


def as_reprinted(
    lesson: LessonToPrint, printed: PrintedPieces, changed: ChangedPaper
) -> PrintedPieces:
    """What is to be remembered of the changed pieces once they are on paper."""
    now = _now(lesson, printed)
    wanted = {_piece(Sheet.SLIPS, one) for one in changed.slips}
    wanted |= {_piece(Sheet.CARDS, one) for one in changed.cards}
    wanted |= {Sheet.BOARD.value} if changed.board else set()
    wanted |= {Sheet.SUBSTITUTE.value} if changed.substitute else set()
    pieces = {piece: now[piece] for piece in sorted(wanted)}
    return PrintedPieces(pieces, printed.qr_codes, printed.second_language)


def changed_since(lesson: LessonToPrint, printed: PrintedPieces) -> ChangedPaper:
    """What reads otherwise than when it was printed; whoever joined since gets her pieces.

    Of a sheet that was never printed, or not for that student, nothing has changed.
    """
    now = _now(lesson, printed)
    due = {
        piece
        for piece, fingerprint in now.items()
        if printed.pieces.get(piece, "" if _is_due(piece, printed) else fingerprint) != fingerprint
    }
    return ChangedPaper(
        board=Sheet.BOARD.value in due,
        substitute=Sheet.SUBSTITUTE.value in due,
        slips=_students(due, Sheet.SLIPS),
        cards=_students(due, Sheet.CARDS),
    )


def changed_pdf(
    lesson: LessonToPrint, printed: PrintedPieces, changed: ChangedPaper, *, paper: Paper
) -> bytes:
    """The changed pieces on as few pages as they take, as one PDF."""
    # As in `lesson_paper`: fonts and PDF are loaded by whoever makes paper.
    from plplanner.printing.documents import sheets_pdf  # noqa: PLC0415

    plan = lesson.plan
    slips = [row for row in lesson.students if row.id in changed.slips]
    cards = [row for row in lesson.students if row.id in changed.cards]
    return sheets_pdf(
        substitute=substitute_sheet_of(lesson) if changed.substitute else None,
        board=(
            board_of(
                plan, lesson.playlists, called=called_to_table(lesson), students=lesson.students
            )
            if changed.board
            else None
        ),
        slips=slips_of(
            plan, slips, lesson.pull_outs,
            absent=lesson.absent, called=lesson.called, back=lesson.back,
        ),
        cards=cards_of(
            plan, cards, lesson.playlists,
            qr_codes=printed.qr_codes, second_language=printed.second_language,
        ),
        paper=paper,
    )  # fmt: skip


def changed_words(lesson: LessonToPrint, changed: ChangedPaper) -> str:
    """`The board and the slip of Maya`, `3 slips and 2 cards`: what the pages hold."""
    names = {student.id: student.name for student in lesson.students}
    parts = ["the substitute’s pages"] if changed.substitute else []
    parts += ["the board"] if changed.board else []
    for students, word in ((changed.slips, "slip"), (changed.cards, "card")):
        if 0 < len(students) <= _MOST_NAMES:
            named = " and ".join(sorted(names[one] for one in students))
            parts.append(f"the {word}{'' if len(students) == 1 else 's'} of {named}")
        elif students:
            parts.append(f"{len(students)} {word}s")
    words = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
    return words[:1].upper() + words[1:]


def _fingerprints(
    lesson: LessonToPrint, wishes: PaperWishes, sheets: Collection[Sheet]
) -> dict[str, str]:
    found: dict[str, str] = {}
    if Sheet.SUBSTITUTE in sheets and lesson.plan.has_substitute:
        found[Sheet.SUBSTITUTE.value] = _fingerprint(substitute_sheet_of(lesson))
    if Sheet.BOARD in sheets:
        found[Sheet.BOARD.value] = _fingerprint(
            board_of(
                lesson.plan,
                lesson.playlists,
                called=called_to_table(lesson),
                students=lesson.students,
            )
        )
    for student in students_on_paper(lesson, wishes):
        if Sheet.SLIPS in sheets:
            (slip,) = slips_of(
                lesson.plan,
                [student],
                lesson.pull_outs,
                absent=lesson.absent,
                called=lesson.called,
                back=lesson.back,
            )
            found[_piece(Sheet.SLIPS, student.id)] = _fingerprint(slip)
        if Sheet.CARDS in sheets:
            (card,) = cards_of(
                lesson.plan, [student], lesson.playlists,
                qr_codes=wishes.qr_codes, second_language=wishes.second_language,
            )  # fmt: skip
            found[_piece(Sheet.CARDS, student.id)] = _fingerprint(card)
    return found


def _now(lesson: LessonToPrint, printed: PrintedPieces) -> dict[str, str]:
    # No word depends on the size of the paper.
    wishes = PaperWishes(Paper.LETTER, None, printed.qr_codes, printed.second_language)
    return _fingerprints(lesson, wishes, tuple(Sheet))


def _fingerprint(words: ClassBoard | StudentSlip | PlaylistCard | SubstituteSheet) -> str:
    return blake2b(repr(words).encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def _piece(sheet: Sheet, student_id: int) -> str:
    return f"{sheet} {student_id}"


def _whole(sheet: str) -> str:
    return f"whole {sheet}"


def _is_due(piece: str, printed: PrintedPieces) -> bool:
    """Whether a piece that was never printed belongs to a sheet that everyone got."""
    return _whole(piece.partition(" ")[0]) in printed.pieces


def _students(pieces: set[str], sheet: Sheet) -> frozenset[int]:
    start = f"{sheet} "
    return frozenset(int(one.removeprefix(start)) for one in pieces if one.startswith(start))
