import pytest

from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.rows import KnownClass


def suggested(file_name="x.csv", sections=(), classes=(), chosen=None):
    return suggested_class_name(
        sections=sections, classes=classes, chosen=chosen, file_name=file_name
    )


def test_the_class_of_a_section_is_known_again_by_section_or_name():
    math = KnownClass(1, "First period", "Math 6 - P2")
    assert suggested(sections=["Math 6 - P4", "Math 6 - P2"], classes=[math]) == "First period"
    assert suggested(sections=["first period"], classes=[math]) == "First period"


def test_a_new_section_names_the_class():
    assert suggested(sections=["P2", "P4"], chosen="Science") == "P2"


def test_without_sections_the_class_chosen_now_is_meant():
    assert suggested(chosen="Science") == "Science"


@pytest.mark.parametrize(
    ("file_name", "name"),
    [
        ("2026-10-14T0915_Grades-MATH6-P2.csv", "MATH6-P2"),
        ("2026-11-20_Grades-G3-12.csv", "G3-12"),
        ("Period 3 scores (1).xlsx", "Period 3"),
        ("gradebook.csv", "My class"),
        ("gc_MATH6_fullgc_2026-10-12-08-41-07.xls", "MATH6"),
        ("MATH6_GradesExport_2026-10-12-21-56.csv", "MATH6"),
        ("org_MATH6_2026_grade_report_2026-10-01-1200.csv", "MATH6 2026"),
        ("plickers scoresheet P2.csv", "P2"),
        ("Outcomes-MATH6.csv", "MATH6"),
        ("Ratios Exit Ticket (Responses) - Form Responses 1.csv", "My class"),
        ("quiz-Unit1-standard20180510.csv", "My class"),
        ("Unit1Formative.csv", "My class"),
    ],
)
def test_a_file_name_gives_its_telling_words(file_name, name):
    assert suggested(file_name) == name
