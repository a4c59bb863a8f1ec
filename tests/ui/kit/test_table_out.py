from dataclasses import replace

from plplanner.ui.kit.row_table import RowTable
from plplanner.ui.kit.table_out import table_out
from tests.ui.kit.list_of_words import Animals


def test_all_rows_leave_in_the_order_shown_with_numbers_as_numbers():
    animals = Animals("=cat()", "dog", "emu")
    animals.table.show_ids((3, 1))
    table = table_out(animals.table)
    assert table.headings == ("Name", "Kind", "Legs")
    assert table.rows == (("emu", "animal", 4.0), ("=cat()", "animal", 4.0))


def test_a_column_may_say_more_in_a_file_than_on_screen():
    name, kind, legs = Animals("cat").columns()
    columns = [
        replace(name, text=lambda _row: "5 of 6", is_number=True),
        replace(kind, heading_out="Kind (read only)", out=lambda row: row.id),
        replace(legs, text=lambda _row: ""),
    ]
    shown = RowTable(columns, Animals("cat").page_of)
    shown.show_ids((1,))
    table = table_out(shown)
    assert table.headings == ("Name", "Kind (read only)", "Legs")
    assert table.rows == (("5 of 6", 1, None),)
