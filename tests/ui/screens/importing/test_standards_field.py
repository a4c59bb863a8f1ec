import pytest
from PySide6.QtCore import Qt

from plplanner.library.rows import StandardRow
from plplanner.ui.screens.importing.standards_field import StandardsField


@pytest.fixture
def field(qtbot):
    rows = [
        StandardRow(1, "3.NF.1", "Fractions", "I can cut", {}),
        StandardRow(2, "3.NF.2", "Number line", "", {}),
    ]
    field = StandardsField(rows)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_few_letters_find_a_standard_and_only_its_code_is_kept(field, qtbot):
    qtbot.keyClicks(field, "cut")
    assert field.completer_of_codes.currentCompletion() == "3.NF.1 · I can cut"
    field.take_code("3.NF.1 · I can cut")
    assert field.text() == "3.NF.1"


def test_a_second_one_and_one_that_nobody_knows_follow_a_comma(field, qtbot):
    qtbot.keyClicks(field, "3.NF.1, line")
    assert field.completer_of_codes.currentCompletion() == "3.NF.2 · Number line"
    field.take_code("3.NF.2 · Number line")
    qtbot.keyClicks(field, ", X.9,")
    assert field.codes() == "3.NF.1, 3.NF.2, X.9"


def test_nothing_typed_offers_nothing(field, qtbot):
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not field.completer_of_codes.popup().isVisible()
