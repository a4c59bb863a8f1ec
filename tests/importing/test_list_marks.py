import pytest

from plplanner.importing.list_marks import has_list_mark, without_list_mark


@pytest.mark.parametrize(
    "text",
    ["1. Ana Roca", "11) Ana Roca", "(3) Ana Roca", "• Ana Roca", "- Ana Roca", "–Ana Roca",
     "4 Ana Roca", "☐ Ana Roca", "2.Ana Roca", "7 - Ana Roca"],
)  # fmt: skip
def test_what_stands_before_a_name_in_a_list_goes(text):
    assert has_list_mark(text)
    assert without_list_mark(text) == "Ana Roca"


@pytest.mark.parametrize("text", ["Ana Roca", "’t Hooft, Jan", "1.5", "- 3", "", "Student 1001"])
def test_other_text_stays(text):
    assert not has_list_mark(text)
    assert without_list_mark(text) == text
