import pytest
from PySide6.QtWidgets import QLineEdit

from plplanner.ui.kit.part_ahead import PartAhead


@pytest.fixture
def field(theme, qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.taken = []
    made.ahead = PartAhead(made, on_taken=lambda: made.taken.append(made.text()))
    made.ahead.offer(["3.NF.A.1 · I can name a fraction", "3.NF.A.2", "6.RP.A.1"])
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    made.ahead.put_away()


def offered(field):
    model = field.ahead.completionModel()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_only_the_part_after_the_last_comma_is_looked_for(field, qtbot):
    qtbot.keyClicks(field, "6.RP.A.1, fraction")
    assert offered(field) == ["3.NF.A.1 · I can name a fraction"]
    assert field.ahead.popup().isVisible()
    assert not field.ahead.has_chosen
    qtbot.keyClicks(field, ",")
    assert not field.ahead.popup().isVisible()


def test_what_begins_with_the_letters_comes_before_what_only_has_them(field, qtbot):
    field.ahead.offer(["Dutch", "French", "Chinese", "chess"])
    qtbot.keyClicks(field, "ch")
    assert offered(field) == ["Chinese", "chess", "Dutch", "French"]
    qtbot.keyClicks(field, "x")
    assert not field.ahead.popup().isVisible()


def test_what_is_taken_stands_in_the_place_of_that_part(field, qtbot):
    qtbot.keyClicks(field, "6.RP.A.1, fraction")
    field.ahead.take("3.NF.A.1 · I can name a fraction")
    assert field.taken == ["6.RP.A.1, 3.NF.A.1"]
    assert field.isModified()
