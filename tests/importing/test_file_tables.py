import io

import pytest
from openpyxl import Workbook

from plplanner.importing import tall_sheet
from plplanner.importing.file_tables import packed_files, tables_of
from plplanner.problems import Problem
from tests.importing.packed import a_zip


def _book(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_only_a_zip_of_plain_files_is_unpacked():
    assert packed_files(b"Name,Quiz\n", file_name="a") is None
    assert packed_files(_book(["Name"]), file_name="a") is None
    assert packed_files(a_zip({"x/a.csv": "Name"}), file_name="a") == {"x/a.csv": b"Name"}
    with pytest.raises(Problem, match="a Word document"):
        packed_files(a_zip({"word/document.xml": "x"}), file_name="a")


def test_text_and_workbooks_become_tables_whatever_they_are_called():
    for content in (b"Name,Quiz\nAnn,4\n", _book(["Name", "Quiz"], ["Ann", 4])):
        (table,) = tables_of(content, file_name="a.pdf")
        assert table.rows == (("Name", "Quiz"), ("Ann", "4"))


def test_xml_that_declares_entities_is_not_opened():
    members = {"xl/workbook.xml": "<!DOCTYPE x>", "xl/worksheets/sheet1.xml": "<a/>"}
    with pytest.raises(Problem, match="declarations"):
        tables_of(a_zip(members), file_name="a.xlsx")


def test_other_xml_and_old_documents_are_named():
    with pytest.raises(Problem, match="XML made for programs"):
        tables_of(b"<?xml version='1.0'?><feed/>", file_name="a.xml")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    with pytest.raises(Problem, match="a Word document"):
        tables_of(old, file_name="a.doc")


def test_a_locked_ods_is_told():
    members = {"content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(Problem, match="password"):
        tables_of(a_zip(members), file_name="a.ods")


def test_a_district_workbook_is_told_before_it_is_read(monkeypatch):
    monkeypatch.setattr(tall_sheet, "TALL_ROWS", 20)
    monkeypatch.setattr("plplanner.importing.crowd.MAX_STUDENTS", 30)
    rows = [[f"Ann {n}", f"P{n % 3}"] for n in range(40)]
    content = _book(["Name", "Section"], *rows)
    with pytest.raises(Problem, match="3 classes and 40 students: “P0”, “P1”, “P2”"):
        tables_of(content, file_name="a.xlsx")
    assert len(tables_of(content, file_name="a.xlsx", section="P2")[0].rows) == 41
