import codecs
import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.file_tables import tables_of
from plplanner.importing.read_file import read_gradebook
from plplanner.sharing.table_files import guarded, table_as_csv, table_as_xlsx

HEADINGS = ["Student", "ID", "Quiz (10 points)", "Note"]
ROWS = [["Li, Ann", "0042", 7.5, "=1+1"], ["Öz, Bo", "7", None, "'=x"], ["Wu, Cy", "9", 10, "@me"]]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1 (555) 1", "'+1 (555) 1"),
        ("-", "'-"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=x", "''=x"),
        ("-3", "-3"),
        ("+2,5", "+2,5"),
        ("'tis", "'tis"),
        ("Ann", "Ann"),
        ("", ""),
    ],
)
def test_what_looks_like_a_formula_is_guarded_and_nothing_else(text, safe):
    assert guarded(text) == safe


def test_a_csv_has_its_mark_and_its_line_ends():
    content = table_as_csv(HEADINGS, ROWS)
    assert content.startswith(codecs.BOM_UTF8)
    assert content.count(b"\r\n") == 4
    assert b"7.5" in content
    assert b",10," in content


@pytest.mark.parametrize("write", [table_as_csv, table_as_xlsx])
def test_a_table_imports_again_to_the_same_thing(write):
    (table,) = tables_of(write(HEADINGS, ROWS), file_name="t")
    assert [list(row) for row in table.rows] == [
        HEADINGS,
        ["Li, Ann", "0042", "7.5", "=1+1"],
        ["Öz, Bo", "7", "", "'=x"],
        ["Wu, Cy", "9", "10", "@me"],
    ]
    read = read_gradebook(file_name="t", content=write(HEADINGS, ROWS))
    assert [student.ids for student in read.students] == [
        {"student_id": "0042"},
        {"student_id": "7"},
        {"student_id": "9"},
    ]
    assert [row[0].points for row in read.scores] == [7.5, None, 10]


NUMBER = re.compile(r"[+-]\d+([.,]\d+)?\s*%?")
WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
def test_no_text_is_a_formula_and_every_text_comes_back(rows):
    written = table_as_csv(["Name", "Note"], rows)
    cells = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))[1:]
    for row in cells:
        for cell in row:
            assert cell[:1] not in tuple("=+-@") or NUMBER.fullmatch(cell)
    (table,) = tables_of(written, file_name="t")
    for row, back in zip(rows, table.rows[1:], strict=False):
        assert list(back) == list(row)


def test_a_workbook_keeps_text_as_text_and_is_the_same_twice():
    content = table_as_xlsx(["A"], [["=1+1"], [float("nan")], [3]], sheet_name="A/B: [1]")
    assert content == table_as_xlsx(["A"], [["=1+1"], [float("nan")], [3]], sheet_name="A/B: [1]")
    (table,) = tables_of(content, file_name="t")
    assert [row[0] for row in table.rows] == ["A", "=1+1", "", "3"]
