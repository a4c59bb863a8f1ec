import pytest
from PySide6.QtCore import Qt

from plplanner.problems import Problem
from plplanner.ui.screens.importing.files_in import FileIn, Outcome, file_in, file_refused
from plplanner.ui.screens.importing.files_list import FilesList, listed_file
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from tests.importing.files import read_text
from tests.importing.reader_here import ReaderHere
from tests.ui.screens.importing.drawers import GRADES, a_file, wait_for


@pytest.fixture
def files(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    drawer = ImportDrawer(stage)
    drawer.reading.new_reader = ReaderHere
    files = FilesList(drawer, stage.theme)
    drawer.refreshed.connect(files.show_files)
    qtbot.addWidget(files)
    files.resize(800, 140)
    paths = [a_file(tmp_path), a_file(tmp_path, GRADES, "b.csv"),
             a_file(tmp_path, "%PDF-1.7", "c.pdf")]  # fmt: skip
    wait_for(drawer, qtbot, lambda: drawer.take_files(paths))
    return files


def test_each_file_says_what_it_is_and_the_shown_one_is_marked(files):
    table = files.view.table
    rows = [[table.index(row, column).data() for column in range(3)] for row in range(3)]
    assert rows[0] == ["b.csv", "Canvas gradebook · 3 students, 2 assessments", "Shown"]
    assert rows[1][2] == "Waiting"
    assert "PDF" in rows[2][1]
    assert rows[2][2] == "Not a gradebook"
    assert files.view.current_id() == 0


def test_a_district_s_file_is_a_gradebook_read_one_class_at_a_time():
    crowd = Problem("A whole district.", "Choose one class.", choices=("P2", "P4"))
    row = listed_file(1, file_refused("d.csv", crowd, content=b"x"), is_shown=False)
    assert (row.says, row.state, row.icon) == (
        "A whole district: 2 classes, read one at a time", "Waiting", "page",
    )  # fmt: skip


def test_an_arrow_key_shows_the_next_file(files, qtbot):
    wait_for(files._drawer, qtbot, lambda: qtbot.keyClick(files.view, Qt.Key.Key_Down))
    assert files._drawer.file_name == "grades.csv"
    assert files.view.current_id() == 1


def test_one_file_needs_no_list(files, qtbot, tmp_path):
    wait_for(files._drawer, qtbot, lambda: files._drawer.take_file(a_file(tmp_path)))
    assert files.isHidden()


def test_a_low_window_shows_fewer_lines(files):
    before = files.view.height()
    files.show_rows(2)
    assert files.view.height() < before


def test_what_became_of_a_file_has_a_word_and_a_sign():
    read = file_in("a.csv", read_text("Name\nAnn\n"), "")
    done = listed_file(0, FileIn("a.csv", read.read, outcome=Outcome.IMPORTED), is_shown=True)
    assert (done.state, done.icon) == ("Imported", "check")
