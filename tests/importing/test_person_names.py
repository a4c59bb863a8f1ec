import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.person_names import (
    PersonName,
    calm_given_name,
    calm_name,
    join_name,
    split_name,
    suffix_of,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Washington, Darnell, Jr.", ("Washington", "Darnell", "Jr.", None)),
        ("Washington Jr., Darnell", ("Washington", "Darnell", "Jr.", None)),
        ("Washington, Darnell Jr", ("Washington", "Darnell", "Jr.", None)),
        ("Darnell Washington Jr.", ("Washington", "Darnell", "Jr.", None)),
        ("Darnell Washington, Jr.", ("Washington", "Darnell", "Jr.", None)),
        ("Brown, Jaylen, III", ("Brown", "Jaylen", "III", None)),
        ("de la Cruz, Ana Sofía", ("de la Cruz", "Ana Sofía", None, None)),
        ("Ana Sofía de la Cruz", ("de la Cruz", "Ana Sofía", None, None)),
        ("Pieter van der Berg", ("van der Berg", "Pieter", None, None)),
        ("Olivia St. John", ("St. John", "Olivia", None, None)),
        ("Mei San Wong", ("Wong", "Mei San", None, None)),
        ("Siobhán O'BRIEN", ("O'Brien", "Siobhán", None, None)),
        ("Layla AL-ḤASAN", ("Al-Ḥasan", "Layla", None, None)),
        ("Cian Ó SÚILLEABHÁIN", ("Ó Súilleabháin", "Cian", None, None)),
        ("Pieter VAN DER BERG", ("van der Berg", "Pieter", None, None)),
        ("NÚÑEZ José Luis", ("Núñez", "José Luis", None, None)),
        ("Dakota Two Feathers", ("Two Feathers", "Dakota", None, None)),
        ("Ewan MACDONALD", ("MacDonald", "Ewan", None, None)),
        ("Ana MACHADO", ("Machado", "Ana", None, None)),
        ("Gehring, Darien (Darien)", ("Gehring", "Darien", None, None)),
        ("Wang, Evan ( Ev )", ("Wang", "Evan", None, "Ev")),
        ("12. Wong, Mei San", ("Wong", "Mei San", None, None)),
        ("Sukarno", (None, "Sukarno", None, None)),
        ("李, 小龙", ("李", "小龙", None, None)),
        ("小龙 李", ("李", "小龙", None, None)),
        ("李小龙", (None, "李小龙", None, None)),
    ],
)
def test_a_name_is_taken_apart(text, parts):
    assert split_name(text) == PersonName(*parts)


def test_split_columns_keep_suffix_and_middle_name():
    name = join_name(last="Washington Jr.", first="Darnell", middle="T")
    assert name == PersonName("Washington", "Darnell T", "Jr.")


def test_a_whole_name_in_the_last_name_column_is_still_taken_apart():
    assert join_name(last="Li, Wei", first="") == PersonName("Li", "Wei")


def test_a_nickname_column_counts_when_it_differs():
    assert join_name(last="Li", first="Wei", nickname="Will").nickname == "Will"
    assert join_name(last="Li", first="Wei", nickname="wei").nickname is None


def test_suffixes_have_one_spelling():
    assert (suffix_of("jr"), suffix_of("III"), suffix_of("Ivy")) == ("Jr.", "III", None)


@pytest.mark.parametrize(
    ("loud", "calm"),
    [
        ("DE LA CRUZ", "de la Cruz"),
        ("O'BRIEN-MCKAY", "O'Brien-McKay"),
        ("LE", "Le"),
        ("NÚÑEZ", "Núñez"),
        ("", ""),
    ],
)
def test_a_last_name_in_capitals_is_written_as_usual(loud, calm):
    assert calm_name(loud.split()) == calm


@pytest.mark.parametrize(
    ("loud", "calm"),
    [("BEN", "Ben"), ("MARIA DE LOS ANGELES", "Maria de los Angeles"), ("AL J.", "Al J.")],
)
def test_a_first_name_in_capitals_never_begins_small(loud, calm):
    assert calm_given_name(loud.split()) == calm


@given(st.text(max_size=300))
def test_any_text_gives_parts_of_at_most_two_hundred_characters(text):
    name = split_name(text)
    assert all(len(part) <= 210 for part in (name.last or "", name.first or ""))


def test_a_number_or_a_bullet_of_a_list_is_no_part_of_a_name():
    for text in ("1. Ana Roca", "12) Roca, Ana", "• Ana Roca", "- Ana Roca"):
        assert split_name(text) == PersonName("Roca", "Ana")


def test_an_arabic_comma_parts_a_name_too():
    assert split_name("الحسن، ليلى") == PersonName("الحسن", "ليلى")


@pytest.mark.parametrize("label", ["ELL", "ell", "EL", "504", "IEP", "SPED", "Tier 2"])
def test_a_note_in_brackets_is_no_name_to_go_by(label):
    name = split_name(f"Ben O'Neil ({label})")
    assert (name.first, name.last, name.nickname) == ("Ben", "O'Neil", None)


@pytest.mark.parametrize(
    ("text", "called"),
    [("Andrew (AJ) Smith", "AJ"), ("GARCIA, GUILLERMO (MEMO)", "MEMO"), ("Bo Li (小波)", "小波")],
)
def test_a_name_in_brackets_is(text, called):
    assert split_name(text).nickname == called
