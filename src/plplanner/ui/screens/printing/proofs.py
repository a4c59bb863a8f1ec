"""What will come out of the printer, before it does: each sheet as a PDF and as pictures.

Runs in a job. PDFium answers one thread at a time; the one thread of the jobs sees to that.
"""

from collections.abc import Mapping
from dataclasses import field

import pypdfium2
from PySide6.QtGui import QImage

from plplanner.printing.lesson_paper import (
    PaperWishes,
    Sheet,
    paper_pdf,
    sheets_of,
    students_on_paper,
    undrawable,
)
from plplanner.records import record
from plplanner.rotation.rows import LessonToPrint

_THUMB_PIXELS = 156  # 78 logical pixels, sharp at two times the pixels


@record(frozen=True)
class Proof:
    """One sheet as it will print: its pages, and its first page small."""

    pdf: bytes = field(repr=False)
    pages: int
    thumb: QImage = field(repr=False, compare=False)
    made_from: tuple[object, ...] = field(repr=False)


@record(frozen=True)
class Proofs:
    """All sheets of a lesson; a sheet that nobody gets (no student chosen) is missing."""

    sheets: Mapping[Sheet, Proof]
    undrawable_names: tuple[str, ...]


def make_proofs(lesson: LessonToPrint, wishes: PaperWishes, known: Mapping[Sheet, Proof]) -> Proofs:
    """The sheets as these wishes make them; a sheet in `known` that did not change is kept."""
    students = students_on_paper(lesson, wishes)
    for_nobody = (Sheet.BOARD, Sheet.SUBSTITUTE)  # of the whole class, whoever is chosen
    wanted = [sheet for sheet in sheets_of(lesson) if students or sheet in for_nobody]
    return Proofs(
        {sheet: _proof(lesson, wishes, sheet, known.get(sheet)) for sheet in wanted},
        undrawable(student.name for student in students),
    )


def _proof(lesson: LessonToPrint, wishes: PaperWishes, sheet: Sheet, known: Proof | None) -> Proof:
    made_from = _made_from(lesson, wishes, sheet)
    if known is not None and known.made_from == made_from:
        return known
    pdf = paper_pdf(lesson, wishes, sheets=[sheet])
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
    thumb = page_picture(pdf, 0, _THUMB_PIXELS, _THUMB_PIXELS)
    return Proof(pdf=pdf, pages=pages, thumb=thumb, made_from=made_from)


def _made_from(lesson: LessonToPrint, wishes: PaperWishes, sheet: Sheet) -> tuple[object, ...]:
    match sheet:
        case Sheet.BOARD | Sheet.SUBSTITUTE:
            return lesson, wishes.paper
        case Sheet.SLIPS:
            return lesson, wishes.paper, wishes.student_ids
        case Sheet.CARDS:
            return lesson, wishes


def page_picture(pdf: bytes, page: int, width: int, height: int, *, grey: bool = False) -> QImage:
    """A page (from 0) as large as it goes into `width` × `height` pixels of the screen."""
    with pypdfium2.PdfDocument(pdf) as document:
        leaf = document[page]
        wide, tall = leaf.get_size()
        return picture_of(leaf, min(width / wide, height / tall), grey=grey)


def picture_of(leaf: pypdfium2.PdfPage, scale: float, *, grey: bool) -> QImage:
    """A page at `scale` pixels to the point."""
    bitmap = leaf.render(scale=scale, grayscale=grey, prefer_bgrx=True)
    shape = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    seen = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, shape)
    kept = seen.copy()  # the bitmap's memory goes with the bitmap
    del seen
    bitmap.close()
    return kept
