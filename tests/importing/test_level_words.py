import pytest

from plplanner.importing.level_words import are_levels, is_level_word


@pytest.mark.parametrize(
    "text",
    ["Meets", "NOT YET", "Below Basic", "4 - Advanced", "2: Developing", "Godkänd", "3 Stars"],
)
def test_words_of_a_scale_are_levels(text):
    assert is_level_word(text)


@pytest.mark.parametrize("text", ["", "4", "Blue", "good work today", "Absent"])
def test_other_words_are_none(text):
    assert not is_level_word(text)


def test_a_column_is_one_of_levels_when_most_of_it_is():
    assert are_levels(["Meets", "Absent", "", "Exceeds"])
    assert not are_levels(["Meets", "late again", "talked a lot"])
    assert not are_levels(["Absent", ""])


def test_m_means_mastery_only_beside_near_mastery():
    assert are_levels(["M", "NM", "R", ""])
    assert not are_levels(["M", "M", ""])
