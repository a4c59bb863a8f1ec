from datetime import datetime, timedelta

import pytest

from plplanner.gradebook.queries import assessments_of_class
from plplanner.importing.rows import RemovedImport
from plplanner.ui.screens.importing.history_model import (
    ImportHistory,
    facts_of,
    moment_words,
    removed_words,
    scores_brought,
)
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def history(stage, qtbot, tmp_path):
    a_drawer(stage, qtbot, a_file(tmp_path)).import_now()
    history = ImportHistory(stage)
    history.be_shown(True)
    return history


def test_an_import_is_listed_with_what_it_brought(history, stage):
    (row,) = history.rows
    assert (row.file_name, scores_brought(row), row.classes) == ("grades.csv", 4, ("G3",))
    facts = dict(facts_of(row, now=stage.clock()))
    assert facts["Looked like"] == "Canvas gradebook"
    assert facts["Brought"] == "4 new scores\n2 new assessments\n3 new students"
    assert history.page_of([row.id]) == [row]


@pytest.mark.long
def test_removing_it_is_a_step_that_says_so_and_can_be_undone(history, stage):
    said, before = [], stage.desk.planner.digest()
    stage.wishes.say.connect(said.append)
    history.remove(history.rows[0].id)
    assert said == ["Removed the import of “grades.csv”."]
    assert (history.rows, history.chosen, stage.choice.classes) == ((), None, [])
    stage.desk.undo()
    assert stage.desk.planner.digest() == before
    assert len(history.rows) == 1


@pytest.mark.long
def test_an_import_that_is_gone_cannot_be_removed_twice(history, stage):
    import_id = history.rows[0].id
    history.remove(import_id)
    label = stage.desk.undo_label
    history.remove(import_id)
    assert stage.desk.undo_label == label


def test_one_of_which_nothing_is_left_says_why_it_stays(history, stage):
    class_id = stage.choice.class_id
    assert stage.desk.ask(assessments_of_class, class_id=class_id)
    told = []
    stage.wishes.tell.connect(told.append)
    history.rows = (type(history.rows[0])(**{**vars(history.rows[0]), "is_removable": False,
                                             "why_not": "All replaced."}),)  # fmt: skip
    history.remove(history.rows[0].id)
    assert told == ["“grades.csv” stays. All replaced."]


def test_what_stays_is_named():
    removed = RemovedImport("a.csv", scores_put_back=2, edited=("Ann Li, Quiz",))
    assert removed_words(removed) == (
        "Removed the import of “a.csv”. 2 earlier scores are back. "
        "1 score changed by hand since stays: Ann Li, Quiz."
    )
    assert removed_words(RemovedImport("a.csv", assessments_put_back=2)) == (
        "Removed the import of “a.csv”. 2 assessments are as before."
    )


def test_a_moment_has_its_year_only_when_it_is_another():
    moment = datetime(2026, 11, 20, 12, 5).astimezone()
    assert moment_words(moment, now=moment) == "Fri 20 Nov, 12:05"
    later = moment + timedelta(days=100)
    assert moment_words(moment, now=later) == "Fri 20 Nov 2026, 12:05"
