from plplanner.importing.table import Table, column_letter, quoted


def test_cells_beyond_the_edge_are_blank():
    table = Table(rows=(("a", "b"), ("c",)))
    assert (table.cell(1, 1), table.cell(9, 0), table.cell(-1, 0)) == ("", "", "")
    assert table.width == 2
    assert table.column(1, rows=(0, 1)) == ("b", "")


def test_columns_are_named_as_in_a_spreadsheet():
    assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


def test_long_cells_are_cut_in_messages():
    assert quoted("4-Mar") == "“4-Mar”"
    assert quoted("x" * 60) == f"“{'x' * 39}…”"
