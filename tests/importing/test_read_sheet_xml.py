import pytest

from plplanner.importing.file_tables import tables_of
from plplanner.importing.read_sheet_xml import looks_like_sheet_xml, read_sheet_xml
from plplanner.problems import Problem

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
)
STYLES = (
    '<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="z"><NumberFormat ss:Format="00000"/></Style></Styles>'
)


def _cell(text, kind="String", more=""):
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def _book(rows):
    return f'{HEAD}{STYLES}<Worksheet ss:Name="P2"><Table>{rows}</Table></Worksheet></Workbook>'


def _rows(rows):
    (table,) = read_sheet_xml(_book(rows).encode(), file_name="a.xls")
    return table


def test_rows_and_cells_stand_where_they_say():
    name = _cell("Name") + _cell("Quiz", more='ss:Index="3"')
    table = _rows(
        f'<Row>{name}</Row><Row ss:Index="4">{_cell("Ann")}{_cell("4.5", "Number")}</Row>'
    )
    assert table.rows == (("Name", "", "Quiz"), (), (), ("Ann", "4.5"))
    assert table.name == "P2"


def test_merged_cells_take_their_room():
    row = _cell("Unit", more='ss:MergeAcross="2"') + _cell("Total")
    assert _rows(f"<Row>{row}</Row>").rows == (("Unit", "", "", "Total"),)


def test_numbers_are_read_as_the_sheet_shows_them():
    cells = (
        _cell("0.85", "Number", 'ss:StyleID="p"'),
        _cell("42", "Number", 'ss:StyleID="z"'),
        _cell("4.0", "Number"),
        _cell("1", "Boolean"),
    )
    assert _rows(f"<Row>{''.join(cells)}</Row>").rows == (("85%", "00042", "4", "TRUE"),)


def test_dates_are_marked():
    table = _rows(f"<Row>{_cell('2026-03-04T00:00:00.000', 'DateTime')}</Row>")
    assert (table.rows, table.dates) == ((("2026-03-04",),), {(0, 0)})


def test_a_comment_in_a_cell_is_not_its_value():
    cell = '<Cell><Data ss:Type="String">4</Data><Comment><Data>late</Data></Comment></Cell>'
    assert _rows(f"<Row>{cell}</Row>").rows[0][0] in {"4", "late"}


@pytest.mark.parametrize(
    "evil", ['<!DOCTYPE a [<!ENTITY x "y">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">']
)
def test_a_declaration_is_refused_before_it_is_followed(evil):
    content = _book("<Row><Cell/></Row>").replace("<Workbook", f"{evil}<Workbook", 1)
    with pytest.raises(Problem, match="declarations"):
        read_sheet_xml(content.encode(), file_name="a.xls")


def test_broken_xml_is_damaged_and_a_far_row_is_too_large():
    with pytest.raises(Problem, match="damaged"):
        read_sheet_xml(_book("<Row>").encode()[:-30], file_name="a.xls")
    with pytest.raises(Problem, match="300,000 rows"):
        read_sheet_xml(_book('<Row ss:Index="900000"/>').encode(), file_name="a.xls")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_content_decides_that_it_is_such_a_sheet(encoding):
    text = _book(f"<Row>{_cell('Name')}</Row>")
    (table,) = tables_of(text.encode(encoding), file_name="a.csv")
    assert table.rows == (("Name",),)
    assert not looks_like_sheet_xml(b"Name,Workbook\n")
