import pytest
from PySide6.QtGui import QGuiApplication

from plplanner.ui import show_saved as module
from plplanner.ui.show_saved import show_saved


@pytest.fixture
def stage(stage_on, empty_planner, monkeypatch):
    """A computer on which no program opens anything."""
    monkeypatch.setattr(module, "show_file", lambda _path, *, if_not: if_not())
    return stage_on(empty_planner)


@pytest.fixture
def told(stage):
    heard = []
    stage.wishes.show_banner.connect(heard.append)
    return heard


def test_without_a_program_for_it_one_reads_where_the_file_is_and_what_to_do(stage, told, tmp_path):
    (tmp_path / "Math 3.pdf").touch()
    show_saved(stage, tmp_path / "Math 3.pdf")
    ((tone, text, (says, act)),) = told
    assert (tone, says) == ("warn", "Show in folder")
    assert text == (
        f"No program on this computer opens PDF files. The file is safe: “Math 3.pdf” in "
        f"“{tmp_path}”. Install a program for it, or open it on another computer."
    )
    act()
    assert told[1][1].startswith("The folder could not be shown. It is ")


def test_a_folder_that_cannot_be_shown_is_named_and_its_path_can_be_copied(stage, told, tmp_path):
    show_saved(stage, tmp_path)
    ((_tone, text, (says, act)),) = told
    assert (says, str(tmp_path) in text) == ("Copy the path", True)
    act()
    assert QGuiApplication.clipboard().text() == str(tmp_path)


def test_a_file_that_was_moved_away_is_not_said_to_need_a_program(stage, told, tmp_path):
    show_saved(stage, tmp_path / "gone.pdf")
    assert told == [("warn", f"“gone.pdf” is not in “{tmp_path}” any longer. Save it again.", None)]


def test_what_opens_says_nothing(stage, told, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(module, "show_file", lambda path, **_: opened.append(path.name))
    show_saved(stage, tmp_path)
    assert (opened, told) == ([tmp_path.name], [])
