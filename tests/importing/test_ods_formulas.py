from plplanner.importing.ods_formulas import ods_shapes

NUMBER = '<table:table-cell office:value-type="float" office:value="4"/>'
EMPTY = "<table:table-cell/>"


def worked(formula, *, result="8", kind="float", shown="8"):
    said = f' office:value-type="{kind}" office:value="{result}"' if result else ""
    return (
        f'<table:table-cell table:formula="of:={formula}"{said}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def shapes(*rows, name="S"):
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return ods_shapes(f'<table:table table:name="{name}">{lines}</table:table>'.encode())


def test_a_formula_without_a_result_shows_itself():
    blank = '<table:table-cell table:formula="of:=[.A1]+4"/>'
    assert shapes(NUMBER + blank)["S"].untold == {(0, 1): "=A1+4"}
    assert shapes(NUMBER + worked("4+4"))["S"].untold == {}


def test_an_empty_word_is_a_result():
    empty = '<table:table-cell table:formula="of:=X" office:value-type="string"/>'
    assert shapes(NUMBER + empty)["S"].untold == {}


def test_an_error_that_lost_its_cells_is_told_and_one_without_data_is_not():
    lost = worked("[.#REF!]+1", kind="string", shown="#REF!")
    assert shapes(lost + worked("1/0", kind="string", shown="#DIV/0!"))["S"].untold == {
        (0, 0): "#REF!"
    }
    assert shapes(worked("X", kind="string", shown="Err:508"))["S"].untold == {(0, 0): "Err:508"}


def test_places_count_what_is_repeated_and_covered():
    blank = '<table:table-cell table:formula="of:=9"/>'
    lines = (
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        f"<table:covered-table-cell/>{blank}</table:table-row>"
    )
    found = ods_shapes(f'<table:table table:name="S">{lines}</table:table>'.encode())
    assert found["S"].untold == {(3, 3): "=9"}


def test_a_column_worked_out_from_its_row_is_known():
    rows = [NUMBER + worked(f"SUM([.A{n}:.A{n}])") + worked("[$Other.A1]") for n in (1, 2, 3)]
    assert shapes(*rows)["S"].formulas == {1}


def test_every_sheet_has_its_own_and_a_workbook_without_formulas_none():
    first = f'<table:table table:name="A &amp; B"><table:table-row>{worked("4", result="")}'
    second = f'<table:table table:name="C"><table:table-row>{NUMBER}'
    found = ods_shapes(
        f"{first}</table:table-row></table:table>{second}</table:table-row>".encode()
    )
    assert found["A & B"].untold == {(0, 0): "=4"}
    assert found["C"].untold == {}
    assert shapes(NUMBER, EMPTY) == {}
