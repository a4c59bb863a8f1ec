import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.grouping.pile_name import PileName


@pytest.fixture
def named(qtbot, theme):
    """`named("Ana", 100)`: a name in so many pixels."""
    window = QWidget()
    qtbot.addWidget(window)

    def build(name, width=100):
        made = PileName(name, f"{name}, in no group", lambda: None, window)
        made.resize(width, made.height())
        window.show()
        return made

    yield build
    window.hide()


def test_a_short_name_stands_whole_and_needs_no_tooltip(named):
    made = named("R&D Li")
    assert (made.text(), made.toolTip()) == ("R&&D Li", "")
    assert made.accessibleName() == "R&D Li, in no group"


def test_a_long_name_is_cut_and_whole_in_the_tooltip(named):
    made = named("Bartholomew-Maximilian")
    assert made.text().startswith("Bartholo")
    assert made.text().endswith("…")
    assert "Bartholomew-Maximilian" in made.toolTip()


def test_a_name_written_from_the_right_ends_at_the_left(named):
    made = named("محمد عبد الرحمن الهاشمي")
    assert (made.text()[0], made.text()[-2:]) == ("\u200f", "…\u200f")


def test_a_wide_pile_shows_more_of_it(named):
    made = named("Bartholomew-Maximilian")
    made.resize(400, made.height())
    assert made.text() == "Bartholomew-Maximilian"


def test_the_arrows_ask_for_a_step_and_other_keys_do_not(named, qtbot):
    made, steps = named("Ana"), []
    made.step_wanted.connect(steps.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_X):
        qtbot.keyClick(made, key)
    assert steps == [1, -1]


def test_tab_stops_only_where_it_is_told_to(named):
    made = named("Ana")
    made.take_tab(False)
    assert made.focusPolicy() is Qt.FocusPolicy.ClickFocus
    made.take_tab(True)
    assert made.focusPolicy() is Qt.FocusPolicy.StrongFocus
