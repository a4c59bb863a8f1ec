import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.name_lists import name_list

THREE = [("Ana Roca",), ("Bo Li",), ("Cy Ng",)]


def names(text):
    table = name_list(text)
    return table and list(table.rows[table.names_from :])


@pytest.mark.parametrize(
    "text",
    [
        "1. Ana Roca\r\n2. Bo Li\r\n3. Cy Ng\r\n",
        "• Ana Roca\n• Bo Li\n• Cy Ng\n",
        "Period 2 – Math 6\n\n- Ana Roca\n- Bo Li\n- Cy Ng",
        "Math Stars\n\nAna Roca\nBo Li\nCy Ng\n",
        "Students\nAna Roca\nBo Li\nCy Ng\n",
        "Ana Roca; Bo Li; Cy Ng",
        "Ana Roca, Bo Li, Cy Ng",
        "1\tAna Roca\n2\tBo Li\n3\tCy Ng\n",
    ],
)
def test_a_list_of_names_is_read_however_it_is_written(text):
    assert names(text) == THREE


def test_last_names_with_a_comma_keep_their_suffix():
    text = "Roca, Ana\nWashington, Darnell, Jr.\n"
    assert names("1) " + text.replace("\nW", "\n2) W")) == [
        ("Roca, Ana",),
        ("Washington, Darnell, Jr.",),
    ]


def test_addresses_copied_from_a_mail_program_stand_beside_the_names():
    ana, bo = ("Ana Roca", "a@x.example"), ("Bo Li", "b@x.example")
    assert names("Ana Roca <a@x.example>\nBo Li <b@x.example>\n") == [ana, bo]
    assert names("Ana Roca <a@x.example>, Bo Li <b@x.example>, Cy Ng <c@x.example>")[:2] == [
        ana,
        bo,
    ]


def test_each_name_keeps_its_row_and_a_heading_within_is_seen():
    table = name_list("Girls:\n- Ana Roca\n\n- Bo Li\nBoys:\n- Cy Ng\n")
    assert (table.names_from, table.rows[3], table.rows[4]) == (1, ("Bo Li",), ("Boys:",))


def test_a_list_of_several_classes_tells_the_class_of_each():
    for marks in ("", "- "):
        text = f"Period 1\n{marks}Ana Roca\n{marks}Bo Li\n\nPeriod 2:\n{marks}Cy Ng\n"
        assert [row[::2] for row in name_list(text).rows[1:]] == [
            ("Ana Roca", "Period 1"), ("Bo Li", "Period 1"), ("Cy Ng", "Period 2"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "First, Last\nAna, Roca\nBo, Li\nCy, Ng\n",
        "First,Last\nAna,Roca\nBo,Li\nCy,Ng\n",
        "Ana,Roca\nBo,Li\nCy,Ng\n",
        "Student\tQuiz\nAna Roca\t9\n",
        "Dear parents,\nPlease send lunch money.\nThank you\n",
        "flour\nsugar\neggs\n",
        "Ana Roca\nBo Li\n",
        "Ana Roca 9\nBo Li 8\nCy Ng 7\n",
        "Average\nTotal\nPoints possible\n",
        "",
        "Ana Roca\n" * 8_000,
    ],
)
def test_a_table_or_a_letter_is_no_list_of_names(text):
    assert name_list(text) is None


@given(st.text(alphabet="Ab ,;.-•1\n\t\"<@>'’ʼ", max_size=200))
def test_any_text_is_a_list_or_none(text):
    table = name_list(text)
    assert table is None or 0 <= table.names_from < len(table.rows)
