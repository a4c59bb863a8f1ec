import pytest

from plplanner.importing.untold_cells import cell_begun, column_number, untold_cells


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (b'<c r="B2"><f>4+4</f><v /></c>', "=4+4"),
        (b'<c r="B2" s="3"><f>4+4</f><v></v></c>', "=4+4"),
        (b'<x:c r="B2"><x:f>SUM(A1,A2)&amp;""</x:f></x:c>', '=SUM(A1,A2)&""'),
        (b'<c r="B2"><f t="shared" si="0"/></c>', "="),
        (b'<c r="B2" t="e"><f>#REF!+1</f><v>#REF!</v></c>', "#REF!"),
        (b'<c r="B2" t="e"><v>#NAME?</v></c>', "#NAME?"),
    ],
)
def test_a_cell_without_a_result_shows_its_formula_or_its_error(cell, shown):
    assert untold_cells(cell, stale=False) == {(1, 1): shown}


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B2"><f>4+4</f><v>8</v></c>',
        b'<c r="B2"><f>4-4</f><v>0</v></c>',
        b'<c r="B2" t="str"><f>IF(A2="","",A2)</f><v></v></c>',
        b'<c r="B2"/><c r="C2"><v>4</v></c>',
        b'<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        b'<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>',
    ],
)
def test_a_result_is_a_result_and_an_empty_one_is_a_blank(cell):
    assert untold_cells(cell, stale=False) == {}


def test_nought_is_no_result_where_the_workbook_asks_to_be_worked_out_again():
    nought = b'<c r="B2"><f>4+4</f><v>0</v></c><c r="C2"><f>4+4</f><v>8</v></c>'
    assert untold_cells(nought, stale=True) == {(1, 1): "=4+4"}


def test_a_long_formula_is_cut():
    cell = b'<c r="B2"><f>' + b"A1+" * 500 + b"1</f></c>"
    assert len(untold_cells(cell, stale=False)[1, 1]) == 60


def test_a_cell_cut_in_two_is_begun_until_its_end_came():
    assert cell_begun(b'<c r="A1"/><c r="B2"><f>') == b'<c r="B2"><f>'
    assert cell_begun(b"4+4", b'<c r="B2"><f>') == b'<c r="B2"><f>4+4'
    assert cell_begun(b"</f></c></row>", b'<c r="B2"><f>4+4') == b""
    assert cell_begun(b'<x:c r="A1"/><x:c r="B2">') == b'<x:c r="B2">'
    assert cell_begun(b"<row>") == b""


def test_columns_are_counted_as_their_letters_go():
    assert [column_number(letters) for letters in (b"A", b"z", b"AA")] == [1, 26, 27]
