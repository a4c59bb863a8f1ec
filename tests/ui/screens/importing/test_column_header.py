import pytest
from PySide6.QtCore import Qt

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import ColumnRead
from plplanner.ui.screens.importing.column_header import width_of
from plplanner.ui.screens.importing.preview_table import PreviewTable
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def table(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    wide = "Name," + ",".join(f"Quiz {n} /5" for n in range(1, 31))
    rows = "\n".join(f"{name}," + ",".join("3" for _ in range(30)) for name in ("Ann", "Bo"))
    drawer = a_drawer(stage, qtbot, a_file(tmp_path, f"{wide}\n{rows}\n"))
    table = PreviewTable(drawer, stage.theme)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    table.show_preview()
    return table


def test_only_columns_in_sight_have_a_button(table):
    assert 4 < len(table.head.buttons) < 12
    assert table.head.buttons[0].accessibleName() == "Name: Name"


def test_scrolling_brings_the_other_buttons(table):
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    last = table.head.buttons[30]
    assert last.isVisible()
    assert last.x() == table.head.sectionViewportPosition(30) + 8


def test_a_button_opens_the_choice_of_its_column(table, qtbot):
    opened = []
    table.head._on_choose = opened.append
    qtbot.mouseClick(table.head.buttons[2], Qt.MouseButton.LeftButton)
    assert opened == [2]


def test_names_and_scores_get_more_room():
    kinds = (ColumnRole.NAME, ColumnRole.ID, ColumnRole.LEFT_OUT)
    assert [width_of(ColumnRead("x", role)) for role in kinds] == [150, 80, 80]
