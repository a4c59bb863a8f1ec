from dataclasses import replace

import pytest

from plplanner.importing.rows import GradebookRead
from plplanner.ui.screens.importing.files_in import FileIn, Outcome, Told
from plplanner.ui.screens.importing.put_aside import PutAside, left_words

TOLD = Told(class_name="Room 4")
FILE = FileIn("a.csv", GradebookRead("plain"), fingerprint="f1", told=TOLD, is_answered=True)


@pytest.fixture
def aside(stage_on, empty_planner):
    return PutAside(stage_on(empty_planner))


def test_answers_wait_for_the_same_file_under_any_name(aside):
    aside.keep([FILE])
    assert aside.told_of(FileIn("b.csv", fingerprint="f1")) == TOLD
    assert aside.told_of(FileIn("a.csv", fingerprint="f2")) is None
    assert aside.told_of(FileIn("a.csv")) is None


def test_a_file_without_answers_or_taken_in_leaves_nothing_behind(aside):
    aside.keep([replace(FILE, is_answered=False)])
    assert aside.told_of(FILE) is None
    aside.keep([FILE])
    aside.keep([replace(FILE, outcome=Outcome.IMPORTED)])
    assert aside.told_of(FILE) is None


def test_what_lay_open_is_offered_and_taken_up_once(aside):
    banners = []
    aside._stage.wishes.show_banner.connect(banners.append)
    assert aside.take_up() is None
    aside.offer_return([FILE], 0, act=aside.take_up)
    ((tone, says, (button, act)),) = banners
    assert (tone, says, button) == ("news", left_words([FILE]), "Go on with it")
    assert act() == ((FILE,), 0)
    assert aside.take_up() is None


def test_of_files_that_were_taken_in_nothing_is_said(aside):
    banners = []
    aside._stage.wishes.show_banner.connect(banners.append)
    aside.offer_return([replace(FILE, outcome=Outcome.IMPORTED)], 0, act=aside.take_up)
    aside.offer_return([], 0, act=aside.take_up)
    assert banners == []


def test_it_is_said_what_was_not_imported():
    assert left_words([FILE]) == "“a.csv” was not imported. Your answers are kept."
    other = replace(FILE, name="b.csv", is_answered=False)
    assert left_words([other]) == "“b.csv” was not imported."
    assert left_words([FILE, other]) == "2 files were not imported. Your answers are kept."
    assert left_words([replace(FILE, outcome=Outcome.SKIPPED), other]) == (
        "“b.csv” was not imported."
    )
