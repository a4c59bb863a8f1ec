from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from plplanner.ui.usual_folders import documents, downloads


@pytest.fixture
def home(tmp_path, monkeypatch):
    names = {
        QStandardPaths.StandardLocation.DocumentsLocation: tmp_path / "Documents",
        QStandardPaths.StandardLocation.DownloadLocation: tmp_path / "Downloads",
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(names[place]))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def test_files_come_from_downloads_and_go_to_documents(home):
    for name in ("Documents", "Downloads"):
        (home / name).mkdir()
    assert (documents(), downloads()) == (home / "Documents", home / "Downloads")


def test_a_folder_that_is_not_there_gives_way_to_the_next(home):
    assert (documents(), downloads()) == (home, home)
    (home / "Documents").mkdir()
    assert downloads() == home / "Documents"
