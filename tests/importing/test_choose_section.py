import pytest

from plplanner.importing.choose_section import section_meant
from plplanner.problems import Problem

SECTIONS = ("Math 6 - P2", "Math 6 - P4")


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("Math P2", "Math 6 - P2"),
        ("p4", "Math 6 - P4"),
        ("MATH 6 - P2", "Math 6 - P2"),
        ("Period 4", "Math 6 - P4"),
    ],
)
def test_the_class_asked_for_is_found_under_its_own_name_for_it(name, section):
    assert section_meant(name, SECTIONS) == section


def test_the_exact_name_wins_over_one_that_shares_more_words():
    assert section_meant("Math 6", ("Math 6 Honors", "Math 6")) == "Math 6"


def test_a_file_without_sections_means_everyone():
    assert section_meant("Math P2", ()) is None


def test_the_only_section_is_meant_whatever_it_is_called():
    assert section_meant("My homeroom", ("Rivera 6",)) == "Rivera 6"


@pytest.mark.parametrize("name", ["Science", "Math", "Math 6", ""])
def test_a_name_that_fits_none_or_several_asks_and_names_them(name):
    with pytest.raises(Problem, match="classes “Math 6 - P2”, “Math 6 - P4”"):
        section_meant(name, SECTIONS)
