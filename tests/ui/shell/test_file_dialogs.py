from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from plplanner.ui.shell.file_dialogs import FileDialogs


@pytest.fixture
def dialogs(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("plplanner.ui.shell.file_dialogs.downloads", lambda: tmp_path / "Downloads")
    window = QWidget()
    qtbot.addWidget(window)
    return FileDialogs(window)


def test_gradebooks_are_looked_for_where_the_last_ones_were(dialogs, monkeypatch, tmp_path):
    asked, found = [], str(tmp_path / "term" / "grades.csv")

    def choose(parent, title, start, kinds):
        asked.append(start)
        return [found], kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    assert dialogs.files() == [Path(found)]
    dialogs.files()
    assert asked == [str(tmp_path / "Downloads"), str(tmp_path / "term")]


def test_who_thinks_better_of_it_has_chosen_nothing(dialogs, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert dialogs.files() == dialogs.folder() == []


def test_a_folder_is_one_path(dialogs, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    assert dialogs.folder() == [tmp_path]
