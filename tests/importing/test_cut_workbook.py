import io
import zipfile

import pytest
from openpyxl import Workbook

from plplanner.importing import tall_sheet
from plplanner.importing.cut_workbook import cut_to_class
from plplanner.importing.file_tables import tables_of
from plplanner.importing.read_xlsx import read_xlsx

PATH = "xl/worksheets/sheet1.xml"
HEAD, LAST = 9, 2  # the sheet is looked at in two pieces here, and the last row of each stays


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    monkeypatch.setattr(tall_sheet, "TALL_ROWS", 20)
    monkeypatch.setattr("plplanner.importing.read_xlsx.TALL_ROWS", 20)


def a_workbook(section_of, rows=60, heading="Section"):
    book = Workbook()
    book.active.append(["Name", heading, "Quiz"])
    for number in range(rows):
        book.active.append([f"Ann {number}", section_of(number), number])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cut(content, section, change=lambda sheet: sheet):
    """The workbook cut, after `change` to the markup of its sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[PATH] = change(parts[PATH])
    sizes = {name: len(part) for name, part in parts.items()}
    return cut_to_class(
        content,
        members=parts,
        sizes=sizes,
        pieces=lambda name: [parts.get(name, b"")],
        section=section,
    )


def rows_left(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(PATH).count(b"<row ")


def test_only_the_class_and_the_first_and_last_rows_are_left_with_their_numbers():
    content = a_workbook(lambda n: f"P{n % 6}")
    shorter = cut(content, "P4")
    assert rows_left(shorter) == HEAD + 8 + LAST
    whole, short = (read_xlsx(one, file_name="a", section="P4") for one in (content, shorter))
    assert [row for row in short[0].rows if any(row)] == [row for row in whole[0].rows if any(row)]
    assert len(short[0].rows) == len(whole[0].rows) == 61
    assert short[0].rows[53] == whole[0].rows[53] == ("Ann 52", "P4", "52")


def test_a_student_of_two_classes_and_one_of_none_stay():
    kept = cut(a_workbook(lambda n: {20: "P1 and P4", 30: None}.get(n, "P1")), "P4")
    assert rows_left(kept) == HEAD + 2 + LAST


def test_a_row_written_in_another_way_stays_for_the_reader():
    content = a_workbook(lambda _: "P1")
    odd = cut(content, "P4", lambda sheet: sheet.replace(b'<c r="B40" ', b'<c s="0" r="B40" '))
    assert rows_left(odd) == HEAD + 1 + LAST


def test_a_sheet_of_usual_height_and_one_without_classes_are_left_alone(monkeypatch):
    nameless = a_workbook(lambda _: "P1", heading="Room")
    assert cut(nameless, "P1") is nameless
    monkeypatch.setattr(tall_sheet, "TALL_ROWS", 2000)
    short = a_workbook(lambda _: "P1")
    assert cut(short, "P1") is short


def test_the_reader_of_files_gives_the_same_class_as_without_the_cut(monkeypatch):
    content = a_workbook(lambda n: f"P{n % 6}")
    quick = tables_of(content, file_name="a.xlsx", section="P2")
    monkeypatch.setattr(tall_sheet, "TALL_ROWS", 2000)
    slow = tables_of(content, file_name="a.xlsx", section="P2")
    assert [row if any(row) else () for row in quick[0].rows] == [
        row if any(row) else () for row in slow[0].rows
    ]
