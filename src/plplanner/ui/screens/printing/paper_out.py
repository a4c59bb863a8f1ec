"""Finished pages leave the program: onto a printer, or into a PDF when it does not answer."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count
from pathlib import Path

from plplanner.cli.save_file import save_file
from plplanner.printing.lesson_paper import PaperWishes, Sheet, paper_pdf
from plplanner.records import record
from plplanner.rotation.rows import LessonToPrint
from plplanner.ui.screens.printing.printers import PrinterSilent, Ticket

Send = Callable[[Sequence[bytes], Ticket], None]


@record(frozen=True)
class Outcome:
    """How it went: `saved` is where the pages are when they could not be printed."""

    saved: Path | None = None


@record(frozen=True)
class PaperOrder:
    """What is to leave the program: which sheets of which lesson."""

    lesson: LessonToPrint
    wishes: PaperWishes
    sheets: tuple[Sheet, ...]
    pages: int

    def pdf(self) -> bytes:
        """All its sheets as one PDF."""
        return paper_pdf(self.lesson, self.wishes, sheets=self.sheets)


def print_or_save(
    order: PaperOrder, pdfs: Sequence[bytes], *, ticket: Ticket, send: Send, documents: Path
) -> Outcome:
    """Print; when the printer does not answer, nothing is lost: a PDF is in `documents`.

    Raises Problem when even that cannot be saved.
    """
    try:
        send(pdfs, ticket)
    except PrinterSilent:
        target = free_place(documents / file_name(order.lesson))
        save_file(target, order.pdf())
        return Outcome(saved=target)
    return Outcome()


def save_order(order: PaperOrder, target: Path) -> Path:
    """Save an order as a PDF that only this user can read; returns where it is."""
    save_file(target, order.pdf())
    return target


def file_name(lesson: LessonToPrint) -> str:
    """`Math 3, 2026-11-23.pdf`: the class and the day, never a student."""
    day: date = lesson.plan.day
    words = re.sub(r'[\\/:*?"<>|\x00-\x20]+', " ", lesson.plan.class_name).strip(" .")
    return f"{words[:60] or 'Sheets'}, {day.isoformat()}.pdf"


def place_words(saved: Path) -> str:
    """`“Math 3, 2026-11-23.pdf” in “…/Documents”`: what to look for, and in which folder."""
    return f"“{saved.name}” in “{saved.parent}”"


def free_place(target: Path) -> Path:
    """`target`, or the next name that is not taken: a saved file is never replaced unasked."""
    names = (target.with_stem(f"{target.stem} {number}") for number in count(2))
    return target if not target.exists() else next(n for n in names if not n.exists())
