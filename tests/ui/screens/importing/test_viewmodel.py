import sys

import pytest

from plplanner.gradebook.queries import assessments_of_class
from plplanner.importing.corrections import BlankMeans
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.read_apart import FileReader
from plplanner.importing.told_column import told_column
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.viewmodel import ImportDrawer, read_path
from tests.ui.screens.importing.drawers import ReaderHere, a_drawer, a_file, wait_for


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def drawer(stage, qtbot, tmp_path):
    return a_drawer(stage, qtbot, a_file(tmp_path))


def test_a_file_is_read_and_nothing_is_saved(drawer, stage):
    assert (drawer.class_name, drawer.can_import) == ("G3", True)
    assert drawer.preview.counts.scores_new == 4
    assert stage.desk.undo_label is None


def test_a_file_that_cannot_be_read_says_why(stage, qtbot, tmp_path):
    drawer = a_drawer(stage, qtbot, a_file(tmp_path, "%PDF-1.7", name="a.pdf"))
    assert "PDF" in drawer.problem.what
    assert (drawer.preview, drawer.can_import) == (None, False)
    missing = a_drawer(stage, qtbot, tmp_path / "gone.csv")
    assert "no file" in missing.problem.what


def test_importing_is_one_step_and_one_undo(drawer, stage, qtbot):
    backups, rooms, said = [], [], []
    stage.wishes.back_up.connect(lambda: backups.append(stage.desk.undo_label))
    stage.wishes.go_to.connect(rooms.append)
    stage.wishes.say.connect(said.append)
    before = stage.desk.planner.digest()
    drawer.import_now()
    assert (backups, rooms) == ([None], ["groups"])
    assert said == ["Imported 4 scores for 3 students."]
    assert stage.desk.undo_label == "Import “grades.csv”"
    assert (stage.choice.school_class.name, drawer.preview) == ("G3", None)
    stage.desk.undo()
    assert stage.desk.planner.digest() == before


def test_corrections_come_in_as_told(drawer, stage, qtbot):
    column = told_column(
        drawer.preview.source.columns[4], role=ColumnRole.SCORE, title="Quiz", points="12",
        standards="3.NF.2",
    )  # fmt: skip
    wait_for(drawer, qtbot, lambda: drawer.say_column(4, column))
    wait_for(drawer, qtbot, lambda: drawer.say_cell(2, 0, "Amara, Olá"))
    wait_for(drawer, qtbot, lambda: drawer.say_blank(BlankMeans.ZERO))
    wait_for(drawer, qtbot, lambda: drawer.say_class("Room 12"))
    assert (drawer.preview.troubles, drawer.preview.counts.scores_new) == ((), 6)
    drawer.import_now()
    ask, class_id = stage.desk.ask, stage.choice.class_id
    rows = ask(assessments_of_class, class_id=class_id)
    assert {(row.title, row.points_possible, row.standards) for row in rows} == {
        ("Exit 3.NF.1", 5, ("3.NF.1",)), ("Quiz", 12, ("3.NF.2",)),
    }  # fmt: skip
    assert stage.choice.school_class.name == "Room 12"
    assert "Olá" in [row.first for row in ask(students_of_class, class_id=class_id)]


def test_the_same_file_again_has_nothing_new(drawer, stage, qtbot, tmp_path):
    drawer.import_now()
    again = a_drawer(stage, qtbot, a_file(tmp_path))
    assert (again.can_import, again.preview.counts.students_matched) == (False, 3)


def test_enter_while_still_thinking_imports_what_was_corrected(drawer, stage, qtbot):
    drawer.take_extra_credit()
    drawer.import_now()
    qtbot.waitUntil(lambda: stage.choice.school_class is not None)
    assert stage.desk.undo_label == "Import “grades.csv”"


def test_a_class_name_that_fits_no_section_waits_for_a_better_one(stage, qtbot, tmp_path):
    text = "Name,Section,Quiz /5\nAnn,P2,4\nBo,P4,5\n"
    drawer = a_drawer(stage, qtbot, a_file(tmp_path, text))
    wait_for(drawer, qtbot, lambda: drawer.say_class("Science"))
    assert isinstance(drawer.preview.problem, Problem)
    assert not drawer.can_import


def test_marks_percents_and_matches_are_asked_again(stage, qtbot, tmp_path):
    drawer = a_drawer(stage, qtbot, a_file(tmp_path, "Name,Quiz\nAnn,80\nBo,zz\nCy,70\n"))
    wait_for(drawer, qtbot, lambda: drawer.say_percent(True))
    wait_for(drawer, qtbot, lambda: drawer.say_mark("zz", ScoreStatus.ABSENT))
    first, second, _ = (row[0] for row in drawer.preview.read.scores)
    assert (first.percent, second.status) == (80, ScoreStatus.ABSENT)
    wait_for(drawer, qtbot, lambda: drawer.choose_match(0, 7))
    wait_for(drawer, qtbot, lambda: drawer.choose_match(0, None))
    assert drawer.chosen == {}


def test_leaving_forgets_the_file(drawer, stage):
    rooms = []
    stage.wishes.go_to.connect(rooms.append)
    drawer.leave()
    assert (drawer.preview, drawer.file_name, rooms) == (None, "", ["scores"])
    assert stage.desk.undo_label is None


def test_a_slow_file_says_so_after_a_while(stage):
    drawer = ImportDrawer(stage)
    drawer.file_name = "big.xlsx"
    assert drawer.is_reading
    drawer._slow.timeout.emit()
    assert drawer.is_slow


def test_the_fingerprint_is_that_of_the_bytes(tmp_path):
    one, same = a_file(tmp_path, name="a.csv"), a_file(tmp_path, name="b.csv")
    prints = {read_path(path, ReaderHere()).fingerprint for path in (one, same)}
    assert len(prints) == 1


def test_leaving_ends_the_process_that_reads(stage, tmp_path):
    reader = FileReader(command=(sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"))
    drawer = ImportDrawer(stage)
    drawer.new_reader = lambda: reader
    with reader:
        drawer.take_file(a_file(tmp_path))
        drawer.leave()
        stage.jobs.wait()
        assert reader._process.returncode is not None
    assert (drawer.problem, drawer.preview) == (None, None)
