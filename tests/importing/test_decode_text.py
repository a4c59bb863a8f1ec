import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.decode_text import decode_text

TEXT = "Student;Poäng\nÅberg, Åsa;4,5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_without_a_mark_is_read_in_its_encoding(encoding):
    assert decode_text(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_mark_decides_and_is_not_part_of_the_text(mark, encoding):
    assert decode_text(mark + TEXT.encode(encoding)) == TEXT


@given(st.binary())
def test_any_bytes_become_text(content):
    assert isinstance(decode_text(content), str)


def test_one_damaged_byte_does_not_turn_all_letters():
    damaged = "Åberg, Åsa\nÖz, Bo\n".encode() + b"\xff"
    assert decode_text(damaged) == "Åberg, Åsa\nÖz, Bo\n\ufffd"


def test_names_without_latin_letters_are_read_without_a_mark():
    text = "姓名,分数\n" + "李小龙,4\n王芳,5\n" * 5
    assert decode_text(text.encode("utf-16-le")) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Student,Quiz\r“Muñoz”, Íñigo,9\rLefèvre, Zoé,8\r", "mac_roman"),
        ("Uczeń;Kartkówka\nŻak, Łucja;8\n", "cp1250"),
        ("Фамилия;Имя\nИванова;Анна\n", "cp1251"),
        ("Name,Note\nMüller – Æsa,naïve “x” 5 €\nO’Brien, Señor ©,1º\n", "cp1252"),
    ],
)
def test_the_letters_that_make_words_decide_between_systems(text, encoding):
    assert decode_text(text.encode(encoding)) == text
