"""What a reader of a PDF sees: its words, where they stand, how large they are, its pixels."""

import ctypes
from dataclasses import dataclass

import numpy as np
import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Words:
    """One piece of text; lengths in hundredths of an inch from the top left of its page."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    points: float


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, line ends and spaces tidied."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_tidy(page.get_textpage().get_text_range()) for page in document]


def all_text(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def words_of(pdf: bytes) -> list[Words]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            words for number, page in enumerate(document) for words in _words_of_page(number, page)
        ]


def _words_of_page(number: int, page: pypdfium2.PdfPage) -> list[Words]:
    height = page.get_height()
    textpage = page.get_textpage()
    found = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = thing.get_bounds()
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing, ctypes.byref(size))
        text = textpage.get_text_bounded(left, bottom, right, top)
        box = (left / 0.72, (height - top) / 0.72, right / 0.72, (height - bottom) / 0.72)
        words = text.strip().replace("\ufffe", "-")
        found.append(Words(number, words, *box, size.value))
    return found


def picture(pdf: bytes, page: int = 0, *, dpi: int = 100, grey: bool = False) -> np.ndarray:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dpi / 72, grayscale=grey).to_numpy().copy()


def _tidy(text: str) -> str:
    # PDFium shows a hyphen at the end of a line as U+FFFE and joins the lines.
    text = text.replace("\ufffe", "-")
    return "\n".join(" ".join(line.split()) for line in text.splitlines())
