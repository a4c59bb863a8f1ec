import pytest

from plplanner.importing.corrections import Corrections
from plplanner.importing.preview import preview_import
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import KnownPlanner, KnownStudent, ScoreRead, StudentRead
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.files_in import FileIn, file_in
from plplanner.ui.screens.importing.wording import (
    button_words,
    count_of,
    done_sentence,
    known_name,
    list_line,
    listed,
    name_in_file,
    names_told_apart,
    nothing_new_words,
    person_words,
    place_of_first,
    score_words,
    taken_for,
)
from tests.ui.screens.importing.drawers import GRADES


@pytest.fixture
def preview():
    return preview_of(GRADES)


def preview_of(text, known=None):
    read = read_gradebook(file_name="a.csv", content=text.encode())
    return preview_import(
        read, known or KnownPlanner(), class_name="G3", corrections=Corrections(), chosen={}
    )


def test_the_button_and_the_toast_name_the_figures(preview):
    assert button_words(preview) == "Import 4 scores"
    assert done_sentence(preview) == "Imported 4 scores for 3 students."
    roster = preview_of("Name\nAnn\nBo\n")
    assert button_words(roster) == "Import 2 students"
    assert done_sentence(roster) == "Imported 2 students."
    assert button_words(None) == "Import"


def test_several_classes_are_each_named_and_the_first_of_the_file_is_open():
    text = "Name,Section,Quiz (5)\nAnn,P2,3\nBo,P2,4\nCy,P4,5\n"
    read = read_gradebook(file_name="a.csv", content=text.encode())
    asked = preview_import(
        read, KnownPlanner(), class_name="P4", corrections=Corrections(), chosen={}
    )
    assert [part.name for part in asked.classes] == ["P4", "P2"]
    said = "Imported 3 scores: 2 students in P2 and 1 in P4. P2 is open."
    assert done_sentence(asked) == said
    assert place_of_first(asked) == 1
    names = read_gradebook(file_name="a.csv", content=b"Name,Section\nAnn,P2\nCy,P4\n")
    roster = preview_import(
        names, KnownPlanner(), class_name="P4", corrections=Corrections(), chosen={}
    )
    assert done_sentence(roster) == "Imported 1 student in P2 and 1 in P4. P2 is open."


def test_counts_and_lists_read_as_one_says_them():
    assert [count_of(n, "class") for n in (1, 2, 1052)] == ["1 class", "2 classes", "1,052 classes"]
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_columns_have_short_words(preview):
    columns = preview.source.columns
    assert [taken_for(c) for c in columns] == ["Name", "ID", "Section", "3.NF.1", "Scores", "Skip"]


def test_two_known_people_of_one_name_are_told_apart_by_their_numbers():
    ids = ({"sis_user_id": "s1"}, {"sis_user_id": "s2"}, {})
    names = (("Garcia", "Maria"), ("García", "Maria"), ("Lee", "Ben"))
    known = [KnownStudent(n, *name, ids=ids[n]) for n, name in enumerate(names)]
    assert names_told_apart(known) == ["Maria Garcia (s1)", "Maria García (s2)", "Ben Lee"]


def test_a_known_person_is_named_with_a_number():
    assert person_words(KnownStudent(1, "Li", "Ann", ids={"canvas_id": "7"})) == "Ann Li (7)"
    assert person_words(KnownStudent(1, "Li", "Ann")) == "Ann Li"
    assert known_name(KnownStudent(1, "Li", "Ann", suffix="Jr.")) == "Ann Li Jr."
    assert name_in_file(StudentRead(None, None, display="mariag")) == "mariag"


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (ScoreRead(points=3, possible=5, status=ScoreStatus.SCORED), "3 of 5"),
        (ScoreRead(scale_score=201, status=ScoreStatus.SCORED), "201"),
        (ScoreRead(level="Mid 6", status=ScoreStatus.SCORED), "Mid 6"),
        (ScoreRead(percent=80, status=ScoreStatus.SCORED), "80 %"),
        (ScoreRead(status=ScoreStatus.EXCUSED), "excused"),
        (ScoreRead(points=2.5, status=ScoreStatus.SCORED, late=True), "2.5, late"),
    ],
)
def test_a_score_reads_as_one_says_it(score, words):
    assert score_words(score) == words


def test_a_file_in_the_list_says_what_it_is_or_why_it_is_none():
    read = read_gradebook(file_name="a.csv", content=GRADES.encode())
    assert list_line(file_in("a.csv", read, "")) == "Canvas gradebook · 3 students, 2 assessments"
    refused = FileIn("a.pdf", problem=Problem("This is a PDF.", "Export it as CSV."))
    assert list_line(refused) == "This is a PDF. Export it as CSV."


def test_nothing_new_says_what_to_do_next(preview):
    assert "Go on to your groups" in nothing_new_words(preview)
