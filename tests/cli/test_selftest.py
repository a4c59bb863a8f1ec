import os
import subprocess
import sys
from pathlib import Path

import pytest

import plplanner
from plplanner import assets
from plplanner.cli import selftest
from plplanner.cli.selftest import PROOFS
from tests.cli.command_line import done, run


def only(monkeypatch, *names):
    monkeypatch.setattr(selftest, "PROOFS", {name: PROOFS[name] for name in names})


@pytest.mark.long
def test_a_whole_installation_proves_itself_line_by_line():
    assert done("selftest") == "".join(f"{name}: fine\n" for name in PROOFS)


def test_what_is_missing_is_named_and_ends_with_4(monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path)
    only(monkeypatch, "Files", "Fonts")
    ran = run("selftest")
    assert (ran.code, ran.err) == (4, "")
    assert ran.out.splitlines() == [
        "Files: plplanner is incomplete: fonts is missing. Install plplanner again.",
        "Fonts: plplanner is incomplete: fonts/AtkinsonHyperlegibleNext_400Regular.ttf is "
        "missing. Install plplanner again.",
    ]


def test_an_empty_folder_is_as_good_as_none(monkeypatch, tmp_path):
    (tmp_path / "fonts").mkdir()
    monkeypatch.setattr(assets, "_INSTALLED", tmp_path)
    only(monkeypatch, "Files")
    assert "The folder “fonts” is empty." in run("selftest").out


def test_a_missing_library_is_named_and_the_other_proofs_still_run(monkeypatch):
    monkeypatch.setitem(sys.modules, "plplanner.printing.documents", None)
    only(monkeypatch, "Paper", "Files")
    ran = run("selftest")
    assert ran.code == 4
    assert ran.out.splitlines() == [
        "Paper: plplanner.printing.documents is missing. Install plplanner again.",
        "Files: fine",
    ]


@pytest.mark.long
def test_a_backup_that_holds_something_else_is_noticed(monkeypatch):
    digests = iter("abac")
    monkeypatch.setattr(
        "plplanner.store.planner_file.PlannerFile.digest", lambda self: next(digests)
    )
    only(monkeypatch, "Planner file")
    assert "A backup does not hold what was backed up." in run("selftest").out


@pytest.mark.parametrize(
    ("sheet", "saying"),
    [(b"", "without a page"), (b"%PDF /Type /Page %%EOF", "without its QR symbol")],
)
def test_paper_without_pages_or_without_a_symbol_is_noticed(monkeypatch, sheet, saying):
    monkeypatch.setattr("plplanner.printing.documents.cards_pdf", lambda *_, **__: sheet)
    only(monkeypatch, "Paper")
    assert saying in run("selftest").out


def test_a_window_that_aborts_ends_only_its_own_process(monkeypatch):
    monkeypatch.setattr(selftest, "_OPEN_WINDOW", "import os; os.abort()")
    only(monkeypatch, "Window")
    ran = run("selftest")
    assert (ran.code, ran.err) == (4, "")
    assert ran.out.startswith("Window: The window cannot open")


def test_a_window_that_never_opens_is_not_waited_for_for_ever(monkeypatch):
    def hang(*_, timeout, **__):
        raise subprocess.TimeoutExpired("plplanner", timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    only(monkeypatch, "Window")
    assert "does not open in a minute" in run("selftest").out


def test_a_proof_that_breaks_is_a_finding_without_its_message(monkeypatch):
    def break_down(around):
        raise RuntimeError("Siobhán")

    monkeypatch.setattr(selftest, "PROOFS", {"Fonts": break_down})
    ran = run("selftest")
    assert (ran.code, "Siobhán" in ran.out) == (4, False)
    assert ran.out == "Fonts: does not work (RuntimeError). Install plplanner again.\n"


@pytest.mark.long
def test_the_command_line_itself_never_loads_the_window():
    code = (
        "import sys, plplanner.cli.selftest as s; "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(plplanner.__file__).parents[1])}
    ended = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, env=env)
    assert ended.returncode == 0
