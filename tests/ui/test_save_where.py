from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from plplanner.ui.exports import TABLE_KINDS
from plplanner.ui.save_where import ask_where, is_named, target_of

PDF = (("PDF", ".pdf"),)


@pytest.fixture
def asked(stage_on, empty_planner, qtbot, monkeypatch, tmp_path):
    """`asked(name)`: where the file goes when this is typed, and what is told meanwhile."""

    def act(name):
        stage, parent, told = stage_on(empty_planner), QWidget(), []
        qtbot.addWidget(parent)
        stage.wishes.warn.connect(told.append)
        typed = str(tmp_path / name) if name else ""
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, "PDF (*.pdf)"))
        start = tmp_path / "Monday.pdf"
        return ask_where(stage, parent, says="Save as PDF", start=start, kinds=PDF), told

    return act


def test_a_name_gets_its_kind_and_keeps_its_dots(asked, tmp_path):
    assert asked("Unit 1.5 cards") == (tmp_path / "Unit 1.5 cards.pdf", [])
    assert asked("cards.pdf") == (tmp_path / "cards.pdf", [])


def test_a_name_without_its_kind_gets_one_and_replaces_nothing(tmp_path):
    taken = tmp_path / "Math 3.1.csv"
    taken.touch()
    assert target_of(tmp_path / "Math 3.1", TABLE_KINDS, ".csv").name == "Math 3.1 2.csv"
    assert target_of(taken, TABLE_KINDS, ".xlsx") == taken
    assert target_of(Path("t.XLSX"), TABLE_KINDS, ".csv") == Path("t.XLSX")


@pytest.mark.parametrize("name", [" ", " .pdf", ".pdf", "..", ". ."])
def test_blanks_and_dots_are_no_name(name):
    assert not is_named(Path("Documents") / name, PDF)


def test_without_a_name_one_is_asked_for_in_words(asked):
    target, (problem,) = asked(" .pdf")
    assert target is None
    assert problem.what == "The file has no name yet."
    assert "“Monday”" in problem.next_step
    assert asked("") == (None, [])
