import io
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from plplanner.importing.file_tables import tables_of
from plplanner.importing.read_xlsx import cell_text, read_xlsx
from plplanner.problems import Problem
from tests.importing.old_workbook import Worked, an_old_workbook


def _saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _book(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def _read(content):
    return tables_of(content, file_name="a.xlsx")


def test_whole_numbers_stay_whole_and_fractions_lose_their_noise():
    table = _read(_saved(_book(["Name", 4.0, 0.1 + 0.2, True])))[0]
    assert table.rows == (("Name", "4", "0.3", "TRUE"),)


def test_dates_are_marked():
    table = _read(_saved(_book(["Quiz"], [datetime(2026, 3, 4)])))[0]
    assert (table.rows[1], table.dates) == (("2026-03-04",), {(1, 0)})


def test_percents_and_leading_zeros_are_read_as_shown():
    book = _book([0.85, 4200])
    book.active["A1"].number_format = "0%"
    book.active["B1"].number_format = "000000"
    assert _read(_saved(book))[0].rows == (("85%", "004200"),)


def test_a_formula_without_a_result_is_read_as_the_formula_it_is():
    rows = _read(_saved(_book(["Name", "Quiz"], ["Ann", "=3+4"])))[0].rows
    assert rows == (("Name", "Quiz"), ("Ann", "=3+4"))


def test_results_of_formulas_are_read_from_an_old_workbook():
    rows = [["Name", "Quiz"], [Worked("Ann"), Worked(8.5)], ["Bo", Worked(0.0)], ["Cy", None]]
    tables = tables_of(an_old_workbook(rows), file_name="a.xls")
    assert tables[0].rows == (("Name", "Quiz"), ("Ann", "8.5"), ("Bo", "0"), ("Cy", ""))


def test_row_numbers_are_those_of_the_sheet():
    book = Workbook()
    book.active["C3"] = "x"
    assert _read(_saved(book))[0].cell(2, 2) == "x"


def test_a_cell_at_the_far_end_is_refused_before_the_sheet_is_built():
    book = Workbook()
    book.active["A1048576"] = 1
    with pytest.raises(Problem, match="300,000 rows"):
        _read(_saved(book))


def test_of_a_very_tall_sheet_only_the_rows_of_one_class_are_read(monkeypatch):
    monkeypatch.setattr("plplanner.importing.read_xlsx.TALL_ROWS", 20)
    book = _book(["Name", "Section"], *([f"Ann {n}", f"P{n % 3}"] for n in range(40)))
    (table,) = read_xlsx(_saved(book), file_name="a.xlsx", section="P2")
    kept = {row[1] for row in table.rows[9:] if row}
    assert (len(table.rows), kept, table.rows[39]) == (41, {"P2"}, ("Ann 38", "P2"))
    assert all(read_xlsx(_saved(book), file_name="a.xlsx")[0].rows)


def test_rubbish_and_half_files_are_damaged():
    whole = _saved(_book(["Name", "Quiz"], ["Ann", 4]))
    for content in (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), whole[: len(whole) // 2]):
        with pytest.raises(Problem, match="damaged"):
            read_xlsx(content, file_name="a.xlsx")


def _ods(cells):
    out = io.BytesIO()
    sheet = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="S">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", sheet)
    return out.getvalue()


def test_an_ods_sheet_is_read():
    name = '<table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell>'
    four = '<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p>'
    row = f"<table:table-row>{name}{four}</table:table-cell></table:table-row>"
    assert _read(_ods(row))[0].rows == (("Name", "4"),)


def test_formulas_of_an_ods_sheet_are_read_by_their_results():
    cell = '<table:table-cell table:formula="of:=4+4"{}</table:table-cell>'
    told = cell.format(' office:value-type="float" office:value="8"><text:p>8</text:p>')
    row = f"<table:table-row>{told}{cell.format('>')}{told}</table:table-row>"
    assert _read(_ods(row))[0].rows == (("8", "=4+4", "8"),)


@pytest.mark.parametrize("times", ['="1000000"', "='1000000'", ' = "1000000000000"'])
def test_an_ods_row_repeated_a_million_times_is_refused(times):
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    row = f"<table:table-row table:number-rows-repeated{times}>{cell}</table:table-row>"
    with pytest.raises(Problem, match="300,000 rows"):
        _read(_ods(row))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), ""),
        (12.5, "12.5"),
        (date(2026, 3, 4), "2026-03-04"),
        (datetime(2026, 3, 4, 9, 5), "2026-03-04 09:05:00"),
        (time(9, 5), "09:05:00"),
        (None, ""),
    ],
)
def test_stored_values_become_text(value, text):
    assert cell_text(value) == text
