import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.clean_text import (
    clean_text,
    cut,
    name_form,
    without_accents,
    without_guard,
    word_form,
)


def test_invisible_and_bidi_characters_go():
    assert clean_text("\u202eSmith\u202c,\u00a0A\u200bnn\ufeff") == "Smith, Ann"


def test_joiners_stay_inside_words_only():
    assert clean_text("\u200cعلی\u200cرضا\u200d") == "علی\u200cرضا"


def test_accents_are_kept_in_one_form():
    assert clean_text("Nu\u0301n\u0303ez") == "Núñez"


def test_a_guarded_formula_is_unwrapped():
    assert clean_text('="=Foo, Bar"') == "=Foo, Bar"


@given(st.text(st.characters(exclude_characters="=")))
def test_clean_text_is_stable_and_composed(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_cutting_keeps_the_limit():
    assert cut("abc def", limit=4) == "abc"


def test_labels_compare_without_case_marks_and_edges():
    assert word_form(" Out_of: ") == "out of"


def test_names_compare_with_accents_and_one_kind_of_apostrophe():
    assert name_form("O’Brien") == name_form("o'brien")
    assert name_form("Núñez") != name_form("Nunez")


def test_kind_comparison_drops_accents_and_strokes():
    assert without_accents("Łukasz-Óg") == "lukaszog"


def test_only_the_guard_of_a_formula_is_taken_off():
    texts = ("'=1", "''=1", "'tis", "O'Neill", "'-")
    assert [without_guard(text) for text in texts] == ["=1", "'=1", "'tis", "O'Neill", "-"]
