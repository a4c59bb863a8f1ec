import pytest

from plplanner.importing.number_formats import sheet_shapes, show_number, whole_tags

WORKBOOK = {
    "xl/workbook.xml": b'<sheets><sheet name="A &amp; B" sheetId="1" r:id="rId3"/></sheets>',
    "xl/_rels/workbook.xml.rels": b'<Relationship Id="rId3" Target="worksheets/s.xml"/>',
    "xl/styles.xml": b'<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs>'
    b'<xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>',
    "xl/worksheets/s.xml": b'<c r="A1" s="2"><v>42</v></c><c r="B2" s="1"><v>0.8</v></c>'
    b'<c r="ZZ900" s="1"/>',
}


def test_shape_and_formats_of_a_sheet_are_told_before_it_is_read():
    shape = sheet_shapes(WORKBOOK)["A & B"]
    assert (shape.rows, shape.columns) == (2, 2)
    assert shape.formats == {(0, 0): "000000", (1, 1): "0%"}


@pytest.mark.parametrize(
    ("cells", "shape"),
    [
        (b'<c r="HNULL12"><v>1</v></c>', (12, 3_916_392)),
        (b"<c r='ab3'><v>1</v></c>", (3, 28)),
        (b'<c s="1" r = "A1048576" ><v>1</v></c>', (1_048_576, 1)),
        (b'<x:c r="B123456789012"><v>1</v></x:c>', (123_456_789_012, 2)),
        (b'<row r="9000"><c><v>2</v></c></row>', (9000, 0)),
        (b"<row r='9000'><c t='n'><v>2</v></c></row>", (9000, 0)),
        (b'<row r="9000"><c/><c t="n"/></row>', (0, 0)),
    ],
)
def test_a_far_cell_is_seen_however_it_is_written(cells, shape):
    found = sheet_shapes(WORKBOOK | {"xl/worksheets/s.xml": cells})["A & B"]
    assert (found.rows, found.columns) == shape


def test_a_workbook_without_its_parts_has_no_shapes():
    assert sheet_shapes({}) == {}


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("0.85", "0%", "85%"),
        ("0.855", "0.00%", "85.5%"),
        ("4200", "000000", "004200"),
        ("4", '0" / 10"', "4 / 10"),
        ("4", "General", "4"),
    ],
)
def test_numbers_are_read_as_the_sheet_shows_them(text, code, shown):
    assert show_number(text, code) == shown


def test_a_sheet_may_come_in_pieces():
    sheet = WORKBOOK["xl/worksheets/s.xml"]
    shapes = sheet_shapes(WORKBOOK, lambda _: [sheet[n : n + 7] for n in range(0, len(sheet), 7)])
    assert shapes == sheet_shapes(WORKBOOK)
    assert list(whole_tags([b"<a><b", b"c>x", b"<d/>"])) == [b"<a>", b"<bc>x", b"<d/>"]


def test_formulas_without_a_result_are_told_wherever_the_pieces_are_cut():
    cells = b'<c r="A1"><f>4+4</f><v/></c><c r="B1"><f>4+4</f><v>8</v></c><c r="C1" t="e"><v>#REF!'
    sheet = cells + b'</v></c><c r="D1"><f>4-4</f><v>0</v></c>'
    for size in (5, 11, 500):
        cut = [sheet[n : n + size] for n in range(0, len(sheet), size)]
        shape = sheet_shapes(WORKBOOK, lambda _, cut=cut: cut)["A & B"]
        assert shape.untold == {(0, 0): "=4+4", (0, 2): "#REF!"}


def test_a_nought_that_waits_to_be_worked_out_is_none():
    waits = WORKBOOK["xl/workbook.xml"] + b'<calcPr calcId="124519" fullCalcOnLoad="1"/>'
    sheet = b'<c r="A1"><f>4+4</f><v>0</v></c><c r="B1"><v>0</v></c>'
    members = WORKBOOK | {"xl/workbook.xml": waits, "xl/worksheets/s.xml": sheet}
    assert sheet_shapes(members)["A & B"].untold == {(0, 0): "=4+4"}


def test_columns_of_formulas_are_told():
    cells = b"".join(b'<c r="C%d"><f>A%d+B%d</f><v>3</v></c>' % (n, n, n) for n in (2, 3))
    shape = sheet_shapes({**WORKBOOK, "xl/worksheets/s.xml": cells})["A & B"]
    assert shape.formulas == {2}
