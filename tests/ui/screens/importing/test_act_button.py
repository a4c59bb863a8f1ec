import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plplanner.ui.screens.importing.act_button import ActButton

LONG = "Mathematics for the middle years, advanced cohort"


@pytest.fixture
def button(qtbot, theme):
    """`button(name, width)`: in a card of so many pixels."""
    card = QWidget()
    qtbot.addWidget(card)
    row = QHBoxLayout(card)

    def build(name, width):
        made = ActButton("New class “{}”", lambda: None, long=name)
        row.addWidget(made)
        row.addStretch(1)
        card.resize(width, 60)
        card.show()
        return made

    yield build
    card.hide()


def test_a_long_name_is_cut_inside_its_marks_and_whole_in_the_tooltip(button):
    made = button(LONG, 200)
    assert made.text().startswith("New class “Math")
    assert made.text().endswith("…”")
    assert LONG in made.toolTip()
    assert made.accessibleName() == f"New class “{LONG}”"
    assert made.window().minimumSizeHint().width() < 200


def test_a_short_name_stands_whole(button):
    made = button("R&D 6", 300)
    assert (made.text(), made.toolTip()) == ("New class “R&&D 6”", "")
