import sys

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QDesktopServices

from plplanner.ui.kit.show_file import show_file


@pytest.fixture
def opener(monkeypatch):
    """`opener(path)`: this computer opens files with the program at `path`; "" for none of ours."""

    def be(path):
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(QStandardPaths, "findExecutable", lambda _name: str(path))

    return be


@pytest.mark.parametrize("is_found", [True, False])
def test_a_file_is_handed_to_its_program_or_one_hears_that_there_is_none(
    tmp_path, monkeypatch, opener, is_found
):
    asked, missed = [], []
    opener("")

    def open_url(url):
        asked.append(url.toLocalFile())
        return is_found

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    show_file(tmp_path / "Math 3, p 2#1.pdf", if_not=lambda: missed.append(1))
    assert asked == [str(tmp_path / "Math 3, p 2#1.pdf")]
    assert missed == ([] if is_found else [1])


@pytest.mark.parametrize("code", [0, 4])
def test_an_opener_that_finds_no_program_says_so_when_it_ends(qtbot, tmp_path, opener, code):
    missed, script = [], tmp_path / "opened.py"
    script.write_text(f"raise SystemExit({code})")
    opener(sys.executable)
    show_file(script, if_not=lambda: missed.append(1))
    (process,) = (one for one in QCoreApplication.instance().children() if one.inherits("QProcess"))
    with qtbot.waitSignal(process.destroyed):
        pass
    assert missed == ([1] if code else [])


def test_an_opener_that_cannot_be_started_counts_as_none(qtbot, tmp_path, opener):
    missed = []
    opener(tmp_path / "gone")
    show_file(tmp_path, if_not=lambda: missed.append(1))
    qtbot.waitUntil(lambda: missed == [1])
