from dataclasses import replace

import pytest

from plplanner.importing.named_by_file import title_of_file, with_titles
from plplanner.importing.rows import AssessmentRead
from tests.importing.files import ANN, read_rows


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("Exit ticket 9-4.csv", "Exit ticket 9-4"),
        ("Exit ticket 9-4 (2).csv", "Exit ticket 9-4"),
        ("Ratios (Responses) - Form Responses 1.csv", "Ratios"),
        ("Ratios (Responses) (1).xlsx", "Ratios"),
        ("MATH6-Ratios-grades.csv", "MATH6-Ratios"),
        ("Ratios Quiz Student Analysis Report.csv", "Ratios"),
        ("C:\\Downloads\\Quiz 2.xls", "Quiz 2"),
        ("(1).csv", "(1)"),
        ("", "Assessment"),
    ],
)
def test_a_file_names_what_is_in_it(file_name, title):
    assert title_of_file(file_name) == title


def test_only_what_has_no_title_is_called_like_the_file():
    read = read_rows((*ANN, "4"))
    several = (AssessmentRead("Quiz"), AssessmentRead(None), AssessmentRead(None))
    titles = with_titles(replace(read, assessments=several), file_name="T.csv").assessments
    assert [one.title for one in titles] == ["Quiz", "T", "T 2"]
    assert with_titles(read, file_name="T.csv") is read
