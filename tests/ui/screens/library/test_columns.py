import pytest

from plplanner.library.rows import ResourceRow
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.screens.library.columns import resource_columns
from plplanner.ui.screens.library.side_panel import ResourcePanel
from plplanner.ui.screens.library.viewmodel import ResourcesModel

ROW = ResourceRow(
    1, "Strips", ResourceKind.MANIPULATIVE, None, "", 10, "table 3", GroupMode.PAIR, True,
    False, ("3.NF.A.1", "3.NF.A.2"), (),
)  # fmt: skip


@pytest.fixture
def columns(stage_on, empty_planner, qtbot):
    model = ResourcesModel(stage_on(empty_planner))
    side = ResourcePanel(wrong_standards=model.wrong_standards)
    qtbot.addWidget(side)
    return resource_columns(model, side)


def test_a_resource_is_told_in_one_line(columns):
    assert {one.heading: one.text(ROW) for one in columns} == {
        "Title": "Strips", "Kind": "Hands-on", "Standards": "3.NF.A.1 +1", "Minutes": "10",
        "Place": "table 3", "Needs": "Device", "Code": "",
    }  # fmt: skip


def test_every_cell_is_typed_over_or_leads_to_where_it_is_changed(columns):
    assert [one.heading for one in columns if not one.edit and not one.beside] == []
