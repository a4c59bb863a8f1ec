import datetime

import pytest

from plplanner.importing.corrections import Corrections
from plplanner.importing.preview import preview_import
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import KnownPlanner, KnownStudent
from plplanner.ui.screens.importing.wording import (
    button_words,
    count_of,
    day_words,
    done_sentence,
    format_words,
    listed,
    person_words,
    report_lines,
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


def test_what_will_happen_is_said_in_order(preview):
    assert [(line.figure, line.rest) for line in report_lines(preview)] == [
        ("1 new class", "G3"),
        ("3 new students", "added to the class"),
        ("4 new scores", "go to 3.NF.1, 1 without a standard"),
        ("1 column", "is skipped. Totals are never imported."),
    ]


def test_known_students_say_how_they_were_found():
    known = KnownPlanner(students=(KnownStudent(1, "Amara", "Ola", ids={"canvas_id": "30412"}),))
    figures = [line.figure for line in report_lines(preview_of(GRADES, known))]
    assert figures[1:3] == ["1 student", "2 new students"]


def test_the_button_and_the_toast_name_the_figures(preview):
    assert button_words(preview) == "Import 4 scores"
    assert done_sentence(preview) == "Imported 4 scores for 3 students."
    roster = preview_of("Name\nAnn\nBo\n")
    assert button_words(roster) == "Import 2 students"
    assert done_sentence(roster) == "Imported 2 students."
    assert button_words(None) == "Import"


def test_counts_lists_and_days_read_as_one_says_them():
    assert [count_of(n, "class") for n in (1, 2, 1052)] == ["1 class", "2 classes", "1,052 classes"]
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
    assert day_words(datetime.date(2026, 11, 20)) == "Fri 20 Nov"


def test_columns_and_formats_have_short_words(preview):
    columns = preview.source.columns
    assert [taken_for(c) for c in columns] == ["Name", "ID", "Section", "3.NF.1", "Scores", "Skip"]
    assert format_words("canvas_gradebook") == "Canvas gradebook"
    assert format_words("nwea_map") == "Nwea map"


def test_a_known_person_is_named_with_a_number():
    assert person_words(KnownStudent(1, "Li", "Ann", ids={"canvas_id": "7"})) == "Ann Li (7)"
    assert person_words(KnownStudent(1, "Li", "Ann")) == "Ann Li"
