"""plplanner's command line, run inside the test: what it says and how it ends."""

import io
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pypdfium2

from plplanner.cli.main import main
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences
from plplanner.terms import Paper
from tests.builders import NOW
from tests.importing.reader_here import ReaderHere

GRADEBOOKS = Path(__file__).parents[1] / "gradebook_files"
CANVAS = GRADEBOOKS / "canvas" / "2026-10-14T0915_Grades-MATH6-P2.csv"


@dataclass(frozen=True)
class Ran:
    """How one command line ended."""

    code: int
    out: str
    err: str


def surroundings(now: datetime = NOW, new_reader=ReaderHere) -> Surroundings:
    """Streams to read from, a clock that stands still, a computer that loads Letter."""
    preferences = Preferences(planner_folder=Path("planners"), paper=Paper.LETTER)
    return Surroundings(now, preferences, io.StringIO(), io.StringIO(), new_reader)


def run(*words: object, now: datetime = NOW, new_reader=ReaderHere) -> Ran:
    """Run one command line; no traceback ever reaches the person."""
    around = surroundings(now, new_reader)
    code = main([str(word) for word in words], around)
    ran = Ran(code, around.out.getvalue(), around.err.getvalue())
    assert "Traceback" not in ran.out + ran.err
    return ran


def done(*words: object, now: datetime = NOW, new_reader=ReaderHere) -> str:
    """What a command line prints that is expected to succeed."""
    ran = run(*words, now=now, new_reader=new_reader)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def refused(*words: object, code: int = 3) -> str:
    """The one plain line a command line is refused with; nothing is printed as an answer."""
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    return ran.err


def paper_text(path: Path) -> str:
    """All the text of a PDF in one line, hyphens at line ends undone."""
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "-").split())


def in_class(planner: Path, name: str = "Math 3") -> tuple[object, ...]:
    """`--planner P --class NAME`."""
    return ("--planner", planner, "--class", name)
