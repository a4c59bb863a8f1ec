import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.numbers_read import as_typed, damage, read_number, uses_decimal_comma


@pytest.mark.parametrize(
    ("text", "number"),
    [("4", 4), ("4.50", 4.5), (".5", 0.5), ("4,5", 4.5), ("0,125", 0.125), ("-1", -1), ("٤", 4)],
)
def test_plain_numbers_are_read(text, number):
    assert read_number(text, decimal_comma=False) == number


@pytest.mark.parametrize("text", ["1,234", "1.234,50", "1e5", "4-Mar", "", "4/5", "nan", "inf"])
def test_anything_doubtful_is_not_guessed(text):
    assert read_number(text, decimal_comma=False) is None


def test_a_point_before_three_digits_is_doubtful_where_commas_are_decimal():
    assert read_number("1.234", decimal_comma=True) is None
    assert read_number("1.234", decimal_comma=False) == 1.234


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4-Mar", "3/4"),
        ("Mar-4", "3/4"),
        ("3/4/2026", "a date"),
        ("2026-03-04", "a date"),
        ("1.23E+05", "shortened"),
        ("1,234", "thousands or as decimals"),
        ("#REF!", "lost what it worked with"),
        ("Err:508", "lost what it worked with"),
        ("=SUM(B2:C2)", "without its result. Open the file in your spreadsheet program"),
    ],
)
def test_damage_is_explained_and_quotes_the_cell(text, words):
    message = damage(text)
    assert f"“{text}”" in message
    assert words in message


@pytest.mark.parametrize("text", ["4", "absent", "4/5", "12,5"])
def test_sound_cells_have_no_damage(text):
    assert damage(text) is None


def test_decimal_commas_need_proof_and_no_points():
    assert uses_decimal_comma(["12,5", "3"])
    assert not uses_decimal_comma(["12,5", "3.5"])
    assert not uses_decimal_comma(["1,234", "3"])


@given(st.text(max_size=30), st.booleans())
def test_no_cell_breaks_the_reading(text, decimal_comma):
    number = read_number(text, decimal_comma=decimal_comma)
    assert number is None or math.isfinite(number)
    assert damage(text) is None or "“" in damage(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("8½", "8.5"), ("8 3/4", "8.75"), ("¼", "0.25"), ("'17", "17"), ("4½ / 5", "4.5 / 5"),
     ("1/2", "1/2"), ("’t Hooft", "’t Hooft"), ("10/12", "10/12"), ("", "")],
)  # fmt: skip
def test_typed_fractions_become_decimals_and_other_text_stays(text, number):
    assert as_typed(text) == number
