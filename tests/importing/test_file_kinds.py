import pytest

from plplanner.importing.file_kinds import (
    other_xml,
    refuse_foreign,
    refuse_foreign_zip,
    refuse_old_document,
    zip_in_zip,
)
from plplanner.problems import Problem


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"%PDF-1.7", "a PDF"),
        ("a.csv", b"\x89PNG\r\n", "a picture"),
        ("a.csv", b"\0\0\0\x18ftypheic", "a picture"),
        ("a.csv", b"\0\0\0\x18ftypmp42", "a video"),
        ("a.csv", b"RIFF\0\0\0\0AVI ", "a video"),
        ("a.csv", b"BM\x36\0\0\0", "a picture"),
        ("a.csv", b"{\\rtf1 x", "RTF"),
        ("a.csv", b"MZ\x90\0\x03", "a program"),
        ("a.csv", b"\x7fELF\x02", "a program"),
        ("a.csv", b"7z\xbc\xaf\x27\x1c", "7z"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n", "a calendar"),
        ("a.csv", b'{"scores": [1]}', "JSON"),
        ("a.gsheet", b'{"url":"https://docs.google.com/x","doc_id":"1"}', "points to a Google"),
        ("a.csv", b"SQLite format 3\0" + bytes(84), "a database"),
        ("a.csv", b"SQLite format 3\0" + bytes(52) + b"plpl", "a planner file"),
        ("My.plplanner", bytes(range(60)), "a planner file"),
    ],
)
def test_what_is_no_table_is_called_by_its_name(name, content, words):
    with pytest.raises(Problem, match=words) as raised:
        refuse_foreign(content, file_name=name)
    assert name in raised.value.what
    assert raised.value.next_step.endswith(".")


@pytest.mark.parametrize(
    "content", [b"BM,Name\n1,Ann\n", b"MZ;Name\n", b"ID3,Name\n", b"Name,Quiz\n", b"{Name},x\n"[1:]]
)
def test_a_table_that_begins_like_something_else_is_still_a_table(content):
    assert refuse_foreign(content, file_name="a.csv") is None


@pytest.mark.parametrize(
    ("member", "name", "kind", "words"),
    [
        ("Index/Document.iwa", "a.numbers", b"", "a Numbers document"),
        ("Index/Document.iwa", "a.pages", b"", "a Pages document"),
        ("Index/Slide-1.iwa", "a.key", b"", "a Keynote presentation"),
        ("word/document.xml", "a.docx", b"", "a Word document"),
        ("ppt/presentation.xml", "a.pptx", b"", "a presentation"),
        ("xl/workbook.bin", "a.xlsb", b"", "a binary workbook"),
        ("imsmanifest.xml", "a.imscc", b"", "a course package"),
        ("content.xml", "a.odt", b"application/vnd.oasis.opendocument.text", "text document"),
    ],
)
def test_zipped_documents_are_called_by_their_name(member, name, kind, words):
    with pytest.raises(Problem, match=words):
        refuse_foreign_zip([member], kind=kind, file_name=name)


def test_a_workbook_is_no_foreign_zip():
    assert refuse_foreign_zip(["xl/workbook.xml"], kind=b"", file_name="a.xlsx") is None


def test_old_office_documents_are_told_from_workbooks():
    with pytest.raises(Problem, match="a Word document"):
        refuse_old_document("WordDocument".encode("utf-16-le"), file_name="a.doc")
    assert refuse_old_document("Workbook".encode("utf-16-le"), file_name="a.xls") is None


def test_a_zip_in_a_zip_and_other_xml_say_what_to_do():
    assert "Unzip it" in zip_in_zip("a.zip").next_step
    assert "“a.xml”" in other_xml("a.xml").what
