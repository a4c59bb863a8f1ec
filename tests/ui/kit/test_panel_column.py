import pytest
from PySide6.QtWidgets import QLabel, QWidget

from plplanner.ui.kit.panel_column import fit_height, panel_column


@pytest.fixture
def panel(application, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.setFixedWidth(200)
    return made


def test_a_panel_begins_with_its_title_and_what_it_is_about(panel):
    column = panel_column(panel, "Templates", "What every group does there.")
    said = [column.itemAt(place).widget().text() for place in range(column.count())]
    assert said == ["Templates", "What every group does there."]


def test_a_panel_is_as_high_as_its_words_need(panel):
    panel_column(panel, "Templates", "Short.")
    fit_height(panel)
    low = panel.height()
    panel.findChildren(QLabel)[1].setText("Much longer, so that it takes several lines. " * 4)
    fit_height(panel)
    assert panel.height() > low
