import sys
from dataclasses import replace

import pytest

from plplanner.gradebook.queries import assessments_of_class
from plplanner.importing.corrections import BlankMeans
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.read_apart import FileReader
from plplanner.importing.told_column import told_column
from plplanner.problems import Problem
from plplanner.roster.commands import add_class
from plplanner.roster.queries import students_of_class
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.files_in import Outcome
from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from tests.importing.districts import a_district
from tests.importing.reader_here import ReaderHere
from tests.ui.screens.importing.drawers import GRADES, a_drawer, a_file, wait_for


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


def test_undo_takes_back_an_answer_and_not_what_was_saved_before(drawer, stage, qtbot):
    stage.desk.do(add_class, name="Art")
    first = drawer.told
    wait_for(drawer, qtbot, lambda: drawer.answers.say_blank(BlankMeans.ZERO))
    counted = drawer.preview.counts
    assert stage.desk.undo_label == "Correct the import"
    wait_for(drawer, qtbot, stage.desk.undo)
    assert drawer.told.corrections == first.corrections
    wait_for(drawer, qtbot, stage.desk.redo)
    assert drawer.preview.counts == counted
    drawer.leave()
    assert stage.desk.undo_label == "Add class “Art”"


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
    wait_for(drawer, qtbot, lambda: drawer.answers.say_column(4, column))
    wait_for(drawer, qtbot, lambda: drawer.answers.say_cell(2, 0, "Amara, Olá"))
    wait_for(drawer, qtbot, lambda: drawer.answers.say_blank(BlankMeans.ZERO))
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
    drawer.answers.take_extra_credit()
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
    wait_for(drawer, qtbot, lambda: drawer.answers.say_percent(True))
    wait_for(drawer, qtbot, lambda: drawer.answers.say_mark("zz", ScoreStatus.ABSENT))
    first, second, _ = (row[0] for row in drawer.preview.read.scores)
    assert (first.percent, second.status) == (80, ScoreStatus.ABSENT)
    wait_for(drawer, qtbot, lambda: drawer.answers.choose_match(0, 7))
    wait_for(drawer, qtbot, lambda: drawer.answers.choose_match(0, None))
    assert drawer.told.chosen == {}


def test_leaving_forgets_the_file(drawer, stage):
    rooms = []
    stage.wishes.go_to.connect(rooms.append)
    drawer.leave()
    assert (drawer.preview, drawer.file_name, rooms) == (None, "", ["scores"])
    assert stage.desk.undo_label is None


def test_leaving_offers_the_way_back_with_every_answer(drawer, stage, qtbot):
    banners, rooms = [], []
    stage.wishes.show_banner.connect(banners.append)
    wait_for(drawer, qtbot, lambda: drawer.answers.say_blank(BlankMeans.ZERO))
    stage.wishes.go_to.connect(rooms.append)
    drawer.leave()
    ((tone, says, (button, act)),) = banners
    assert (tone, says) == ("news", "“grades.csv” was not imported. Your answers are kept.")
    assert button == "Go on with it"
    wait_for(drawer, qtbot, act)
    assert rooms == ["scores", "scores", "import"]
    assert (drawer.file_name, drawer.corrections.blank) == ("grades.csv", BlankMeans.ZERO)
    assert drawer.preview is not None


def test_the_same_file_opened_again_has_the_answers_given_before(drawer, qtbot, tmp_path):
    wait_for(drawer, qtbot, lambda: drawer.say_class("Room 12"))
    drawer.put_aside()
    wait_for(drawer, qtbot, lambda: drawer.take_file(a_file(tmp_path, name="again.csv")))
    assert drawer.class_name == "Room 12"
    drawer.import_now()
    wait_for(drawer, qtbot, lambda: drawer.take_file(a_file(tmp_path)))
    assert not drawer.file.is_answered


def test_after_an_import_no_way_back_is_offered(drawer, stage):
    banners = []
    stage.wishes.show_banner.connect(banners.append)
    drawer.import_now()
    drawer.put_aside()
    assert banners == []


def test_in_another_planner_no_way_back_is_offered(drawer, stage, monkeypatch):
    banners = []
    stage.wishes.show_banner.connect(banners.append)
    monkeypatch.setattr(drawer.aside, "_planner", None)
    drawer.put_aside()
    assert (banners, drawer.files) == ([], ())


def test_a_slow_file_says_so_after_a_while(stage):
    drawer = ImportDrawer(stage)
    drawer._reading = "big.xlsx"
    assert drawer.is_reading
    heard = []
    drawer.refreshed.connect(lambda: heard.append(drawer.reading.is_slow))
    drawer.reading._slow.timeout.emit()
    assert heard == [True]


def test_leaving_ends_the_process_that_reads(stage, tmp_path):
    reader = FileReader(command=(sys.executable, "-I", "-S", "-c", "import time; time.sleep(60)"))
    drawer = ImportDrawer(stage)
    drawer.reading.new_reader = lambda: reader
    with reader:
        drawer.take_file(a_file(tmp_path))
        drawer.leave()
        stage.jobs.wait()
        assert reader._process.returncode is not None
    assert (drawer.problem, drawer.preview) == (None, None)


def two_files(tmp_path):
    other = GRADES.replace("Exit 3.NF.1 (11)", "Exit 3.NF.2 (13)")
    return [a_file(tmp_path), a_file(tmp_path, other, "later.csv"),
            a_file(tmp_path, "%PDF-1.7", "letter.pdf")]  # fmt: skip


def an_open_drawer(stage):
    drawer = ImportDrawer(stage)
    drawer.reading.new_reader = ReaderHere
    drawer.be_shown(True)
    return drawer


def test_several_files_are_taken_in_one_after_the_other(stage, qtbot, tmp_path):
    drawer, rooms = an_open_drawer(stage), []
    stage.wishes.go_to.connect(rooms.append)
    wait_for(drawer, qtbot, lambda: drawer.take_files(two_files(tmp_path)))
    assert [one.name for one in drawer.files] == ["grades.csv", "later.csv", "letter.pdf"]
    wait_for(drawer, qtbot, drawer.import_now)
    assert (drawer.file_name, drawer.files[0].outcome, rooms) == (
        "later.csv", Outcome.IMPORTED, [],
    )  # fmt: skip
    wait_for(drawer, qtbot, drawer.import_now)
    assert (drawer.files, rooms) == ((), ["groups"])
    assert stage.desk.undo_label == "Import “later.csv”"


def test_a_skipped_file_is_left_out_and_the_others_stay_in_reach(stage, qtbot, tmp_path):
    drawer, rooms = an_open_drawer(stage), []
    stage.wishes.go_to.connect(rooms.append)
    wait_for(drawer, qtbot, lambda: drawer.take_files(two_files(tmp_path)))
    wait_for(drawer, qtbot, drawer.skip)
    assert drawer.file_name == "later.csv"
    wait_for(drawer, qtbot, lambda: drawer.show_file(2))
    assert "PDF" in drawer.problem.what
    wait_for(drawer, qtbot, lambda: drawer.show_file(0))
    assert drawer.can_import
    wait_for(drawer, qtbot, lambda: drawer.show_file(1))
    wait_for(drawer, qtbot, drawer.skip)
    assert (drawer.files, rooms, stage.desk.undo_label) == ((), ["scores"], None)


def test_what_was_told_about_a_file_stays_while_another_is_shown(stage, qtbot, tmp_path):
    drawer = an_open_drawer(stage)
    wait_for(drawer, qtbot, lambda: drawer.take_files(two_files(tmp_path)))
    wait_for(drawer, qtbot, lambda: drawer.answers.say_blank(BlankMeans.ZERO))
    wait_for(drawer, qtbot, lambda: drawer.show_file(1))
    assert drawer.corrections.blank is BlankMeans.NO_EVIDENCE
    wait_for(drawer, qtbot, lambda: drawer.show_file(0))
    assert drawer.corrections.blank is BlankMeans.ZERO


def test_a_pasted_table_comes_in_like_a_file(stage, qtbot):
    drawer = an_open_drawer(stage)
    wait_for(drawer, qtbot, lambda: drawer.take_pasted(b"Name\tQuiz /5\nAnn\t3\nBo\t4\n"))
    assert (drawer.file_name, drawer.preview.counts.scores_new) == ("Pasted table", 2)
    drawer.import_now()
    assert stage.desk.undo_label == "Import “Pasted table”"


@pytest.mark.long
def test_what_was_said_last_time_is_remembered_and_can_be_forgotten(drawer, stage, qtbot, tmp_path):
    wait_for(drawer, qtbot, lambda: drawer.answers.say_blank(BlankMeans.NOT_HANDED_IN))
    drawer.import_now()
    again = a_drawer(stage, qtbot, a_file(tmp_path))
    assert (again.told.is_remembered, again.corrections.blank) == (
        True, BlankMeans.NOT_HANDED_IN,
    )  # fmt: skip
    wait_for(again, qtbot, again.answers.start_afresh)
    assert (again.told.is_remembered, again.corrections.blank) == (False, BlankMeans.NO_EVIDENCE)


def test_a_district_file_waits_for_one_class_and_takes_only_that(stage, qtbot, tmp_path):
    rows = "\n".join(f"Ann Li{n},Class {n},3" for n in range(50))
    path = a_file(tmp_path, f"Name,Section,Quiz /5\n{rows}\n", "district.csv")
    drawer = a_drawer(stage, qtbot, path)
    assert (drawer.file.needs_class, drawer.preview, drawer.is_reading) == (True, None, False)
    drawer.say_section("No such class")
    assert drawer.file.needs_class
    wait_for(drawer, qtbot, lambda: drawer.say_section("Class 7"))
    assert (drawer.class_name, drawer.preview.counts.students_new) == ("Class 7", 1)
    assert drawer.preview.read.warnings == ()
    drawer.import_now()
    assert [row.name for row in stage.choice.classes] == ["Class 7"]


@pytest.mark.long
def test_a_file_too_large_to_be_read_whole_is_read_again_for_one_class(
    stage, qtbot, tmp_path, monkeypatch
):
    drawer = a_drawer(stage, qtbot, a_district(tmp_path, monkeypatch))
    assert (drawer.file.needs_class, drawer.problem, drawer.is_reading) == (True, None, False)
    wait_for(drawer, qtbot, lambda: drawer.say_section("Math P1"))
    assert (drawer.class_name, drawer.preview.counts.students_new) == ("Math P1", 20)
    wait_for(drawer, qtbot, lambda: drawer.say_section("Math P2"))
    assert (drawer.class_name, drawer.told.section) == ("Math P2", "Math P2")
    drawer.import_now()
    assert [row.name for row in stage.choice.classes] == ["Math P2"]


def test_the_next_district_file_shows_the_class_that_is_known_at_once(
    stage, qtbot, tmp_path, monkeypatch
):
    stage.desk.do(add_class, name="Math P1")
    drawer = a_drawer(stage, qtbot, a_district(tmp_path, monkeypatch))
    assert (drawer.told.section, drawer.preview.counts.students_new) == ("Math P1", 20)


def test_a_class_that_cannot_be_read_is_asked_for_again(stage, qtbot, tmp_path, monkeypatch):
    drawer = a_drawer(stage, qtbot, a_district(tmp_path, monkeypatch))
    drawer.files = (replace(drawer.file, sections=("Math P1", "Art"), content=b"gone"),)
    wait_for(drawer, qtbot, lambda: drawer.say_section("Math P1"))
    assert drawer.file.needs_class
    assert drawer.problem is not None


def test_two_people_of_one_known_name_must_be_chosen_first(stage, qtbot, tmp_path):
    drawer = a_drawer(stage, qtbot, a_file(tmp_path, "Name,Quiz /5\nAna Li,3\nBo Ek,4\n"))
    drawer.import_now()
    twins = a_file(tmp_path, "Name,Quiz B /5\nAna Li,3\nAna Li,5\nBo Ek,4\n")
    again = a_drawer(stage, qtbot, twins)
    assert [row for row, _ in again.to_settle] == [0, 1]
    assert not again.can_import
    known = again.to_settle[0][1].offered[0]
    wait_for(again, qtbot, lambda: again.answers.choose_matches({0: known, 1: None}))
    assert (again.to_settle, again.can_import) == ((), True)
    assert again.preview.counts.students_new == 1


def test_only_changes_are_shown_of_a_file_that_came_before(drawer, stage, qtbot, tmp_path):
    heard = []
    drawer.import_now()
    again = a_drawer(
        stage, qtbot, a_file(tmp_path, GRADES.replace('Ola",30412,G3,3', 'Ola",30412,G3,4'))
    )
    again.refreshed.connect(lambda: heard.append(again.told.only_changes))
    again.show_only_changes(False)
    assert heard == [False]


def test_a_change_elsewhere_is_compared_anew(drawer, stage, qtbot):
    assert drawer.preview.classes[0].class_id is None
    wait_for(drawer, qtbot, lambda: stage.desk.do(add_class, name="G3"))
    assert drawer.preview.classes[0].class_id is not None
