"""Prove that this installation works: its files, fonts, planner file, paper and window."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from plplanner.assets import asset
from plplanner.cli.surroundings import Surroundings
from plplanner.problems import Problem, WhoMends
from plplanner.terms import GROUP_IDENTITIES, Paper, ResourceKind

# What the proofs use is imported inside them: a library that is missing is then a finding with
# a name, and the other proofs still run.

_DONE, _MACHINE_LACKS = 0, 4
_FOLDERS = ("fonts", "icons", "sample", "symbols")
_REPAIR = "Install plplanner again."
_PAGE = re.compile(rb"/Type\s*/Page\b")
_OPEN_WINDOW = (
    "from PySide6.QtWidgets import QApplication, QWidget; "
    "app = QApplication([]); QWidget().show(); print('open')"
)
_PATIENCE_SECONDS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`plplanner selftest` takes no words."""
    del parser


def run(arguments: argparse.Namespace, around: Surroundings) -> int:
    """Print one line per proof; exit code 4 when this computer lacks something."""
    del arguments
    failed = 0
    for name, proof in PROOFS.items():
        missing = _what_is_missing(proof, around)
        around.say(f"{name}: {missing or 'fine'}")
        failed += missing is not None
    return _MACHINE_LACKS if failed else _DONE


def _what_is_missing(proof: Callable[[Surroundings], None], around: Surroundings) -> str | None:
    try:
        proof(around)
    except Problem as problem:
        return str(problem)
    except ImportError as error:
        return f"{error.name or 'a library'} is missing. {_REPAIR}"
    except OSError as error:
        return f"{error}. {_REPAIR}"
    except Exception as fault:  # a proof that breaks is what a self test is there to report
        return f"does not work ({type(fault).__name__}). {_REPAIR}"
    return None


def _files(_: Surroundings) -> None:
    for folder in _FOLDERS:
        if not any(asset(folder).iterdir()):
            raise _lacking(f"The folder “{folder}” is empty.")
    for identity in GROUP_IDENTITIES:
        asset("symbols", f"{identity.symbol}.svg")
        asset("symbols", f"{identity.hatch}.svg")


def _fonts(_: Surroundings) -> None:
    from plplanner.printing.fonts import CHAIN, FontBook, Weight, glyphs_missing  # noqa: PLC0415

    book = FontBook()
    for family in CHAIN:
        for weight in Weight:
            book.font(family, weight)
    unprintable = glyphs_missing("Ana Łukasiewicz Nguyễn Ольга ليلى नूर 李小龙 נועה", book)
    if unprintable:
        raise _lacking(f"No font draws {' '.join(unprintable)}.")


def _planner(around: Surroundings) -> None:
    from plplanner.roster.commands import add_class  # noqa: PLC0415
    from plplanner.store.planner_file import create_planner, open_planner  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="plplanner") as folder:
        planner = create_planner(Path(folder) / "proof.plplanner", now=around.now)
        try:
            empty = planner.digest()
            planner.do(add_class, name="Proof")
            filled = planner.digest()
            backup = planner.back_up(now=around.now)
            planner.undo()
            if planner.digest() != empty:
                raise _lacking("A step cannot be undone.")
        finally:
            planner.close()
        copy = open_planner(backup, now=around.now)
        try:
            if copy.digest() != filled or copy.findings():
                raise _lacking("A backup does not hold what was backed up.")
        finally:
            copy.close()


def _paper(_: Surroundings) -> None:
    from plplanner.printing.documents import cards_pdf  # noqa: PLC0415
    from plplanner.printing.rows import CardItem, CardLink, PlaylistCard  # noqa: PLC0415

    card = PlaylistCard(
        name="Ana",
        group=GROUP_IDENTITIES[0],
        i_can="I can name a fraction.",
        i_can_at_home=None,
        starts_on=date(2026, 11, 23),
        ends_on=date(2026, 11, 27),
        must=(CardItem("Fraction strips", ResourceKind.MANIPULATIVE, "table 3", 10),),
        check_in=None,
        may=(),
        check=None,
        link=CardLink("https://example.org/strips", "FS", ResourceKind.VIDEO),
        class_code="Math 3",
    )
    for paper in Paper:
        sheet = cards_pdf([card], paper=paper)
        whole = sheet.startswith(b"%PDF") and sheet.rstrip().endswith(b"%%EOF")
        if not whole or not _PAGE.search(sheet):
            raise _lacking("A sheet comes out without a page.")
        if len(sheet) <= len(cards_pdf([replace(card, link=None)], paper=paper)):
            raise _lacking("A card comes out without its QR symbol.")


def _window(_: Surroundings) -> None:
    # In a process of its own: Qt ends the whole program when it finds no screen to use.
    try:
        child = subprocess.run(
            [sys.executable, "-c", _OPEN_WINDOW],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
    except subprocess.TimeoutExpired as error:
        raise _lacking("The window does not open in a minute.") from error
    if child.returncode or "open" not in child.stdout:
        raise _lacking("The window cannot open: PySide6 is missing or lacks a system library.")


def _lacking(what: str) -> Problem:
    return Problem(what, _REPAIR, who_mends=WhoMends.MACHINE)


PROOFS: Mapping[str, Callable[[Surroundings], None]] = {
    "Files": _files,
    "Fonts": _fonts,
    "Planner file": _planner,
    "Paper": _paper,
    "Window": _window,
}
