import pytest

from plplanner.importing import tall_sheet
from plplanner.importing.crowd import Crowd
from plplanner.importing.tall_sheet import tall_crowd, whole_rows

MEMBERS = {
    "xl/workbook.xml": b'<sheet name="A" sheetId="1" r:id="r1"/>',
    "xl/_rels/workbook.xml.rels": b'<Relationship Id="r1" Target="worksheets/s.xml"/>',
}
PATH = "xl/worksheets/s.xml"
SHARED = b"<si><t>Name</t></si><si><t>ID</t></si><si><t>Section</t></si><si><t>P&amp;2</t></si>"


def _row(number, cells):
    inner = "".join(
        f'<c r="{letter}{number}"{kind}>{body}</c>'
        for letter, (kind, body) in zip("ABC", cells, strict=True)
    )
    return f'<row r="{number}">{inner}</row>'


def _shared(place):
    return ' t="s"', f"<v>{place}</v>"


def _inline(text):
    return ' t="inlineStr"', f"<is><t>{text}</t></is>"


def _sheet(rows):
    head = _row(1, [_shared(0), _shared(1), _shared(2)])
    below = [
        _row(n, [_inline(f"Ann {n % 5}"), ("", f"<v>{n % 7}</v>"), _shared(3)])
        for n in range(2, rows + 2)
    ]
    return (head + "".join(below)).encode()


def _crowd(sheet, *, piece=97):
    def pieces(name):
        content = {PATH: sheet, "xl/sharedStrings.xml": SHARED}.get(name, b"")
        return [content[at : at + piece] for at in range(0, len(content), piece)]

    return tall_crowd(MEMBERS, {PATH: len(sheet)}, pieces)


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    monkeypatch.setattr(tall_sheet, "TALL_ROWS", 20)


def test_people_and_classes_of_a_tall_sheet_are_counted_from_its_bytes():
    assert _crowd(_sheet(30), piece=4000) == Crowd(7, ("P&2",))


def test_it_does_not_matter_where_the_pieces_are_cut():
    assert {_crowd(_sheet(30), piece=size) for size in (3000, 3001, 5000, 50_000)} == {
        Crowd(7, ("P&2",))
    }


def test_a_sheet_of_usual_height_is_left_to_the_reader():
    assert _crowd(_sheet(20)) is None


def test_a_tall_sheet_without_names_tells_nothing():
    assert _crowd(_sheet(30).replace(b"<v>0</v>", b"<v>3</v>", 1), piece=4000) is None


def test_rows_stay_whole():
    assert list(whole_rows([b"<row r='1'><c/", b"></row><ro", b"w r='2'></row>"])) == [
        b"",
        b"<row r='1'><c/></row>",
        b"<row r='2'></row>",
    ]
