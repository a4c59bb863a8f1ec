from dataclasses import replace

from plplanner.importing.rows import GradebookRead
from plplanner.ui.screens.importing.files_in import FileIn, Outcome, Told
from plplanner.ui.screens.importing.put_aside import PutAside, left_words

TOLD = Told(class_name="Room 4")
FILE = FileIn("a.csv", GradebookRead("plain"), fingerprint="f1", told=TOLD, is_answered=True)


def test_answers_wait_for_the_same_file_under_any_name():
    aside = PutAside()
    aside.keep([FILE])
    assert aside.told_of(FileIn("b.csv", fingerprint="f1")) == TOLD
    assert aside.told_of(FileIn("a.csv", fingerprint="f2")) is None
    assert aside.told_of(FileIn("a.csv")) is None


def test_a_file_without_answers_or_taken_in_leaves_nothing_behind():
    aside = PutAside()
    aside.keep([replace(FILE, is_answered=False)])
    assert aside.told_of(FILE) is None
    aside.keep([FILE])
    aside.keep([replace(FILE, outcome=Outcome.IMPORTED)])
    assert aside.told_of(FILE) is None


def test_what_lay_open_is_taken_up_once():
    aside = PutAside()
    assert aside.take_up() is None
    aside.leave([FILE], 0)
    assert aside.take_up() == ((FILE,), 0)
    assert aside.take_up() is None


def test_it_is_said_what_was_not_imported():
    assert left_words([FILE]) == "“a.csv” was not imported. Your answers are kept."
    other = replace(FILE, name="b.csv", is_answered=False)
    assert left_words([other]) == "“b.csv” was not imported."
    assert left_words([FILE, other]) == "2 files were not imported. Your answers are kept."
    assert left_words([replace(FILE, outcome=Outcome.SKIPPED), other]) == (
        "“b.csv” was not imported."
    )
