import pytest

from plplanner.importing.class_columns import with_class_column
from tests.importing.tables import a_table


def test_a_class_in_each_column_becomes_a_list_with_classes():
    table = with_class_column(a_table("Period 1,Period 2\nAna Roca,Cy Ng\n2. Bo Li,\n"))
    assert table.rows == (
        ("Student", "Section"),
        ("Ana Roca", "Period 1"),
        ("Bo Li", "Period 1"),
        ("Cy Ng", "Period 2"),
    )


@pytest.mark.parametrize(
    "text",
    ["Name,Period 2\nAna Roca,9\nBo Li,8\n", "Red team,Blue team\nAna Roca,Cy Ng\nBo Li,\n",
     "Period 1,Period 2\nAna Roca,9\nBo Li,8\n", "Period 1,Period 1\nAna Roca,Cy Ng\nBo Li,\n",
     "Period 1,Period 2\n"],
)  # fmt: skip
def test_other_tables_stay_as_they_are(text):
    table = a_table(text)
    assert (with_class_column(table) is table) == ("Red team" not in text)
