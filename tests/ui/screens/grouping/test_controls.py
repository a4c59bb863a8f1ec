import pytest
from PySide6.QtCore import Qt

from plplanner.grouping.draft import SIZE_CHOICES, Asked
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.score_strip import ScoreStrip
from plplanner.ui.screens.grouping.controls import Controls

BASES = [GroupingBasis("“Exit ticket”, Nov 19", 6), GroupingBasis("“Quiz”, Nov 13", 3)]
STRIP = ScoreStrip(bars=(0, 1, 3, 8, 9, 7), nearly=3, secure=4, possible=5)


@pytest.fixture
def controls(qtbot, theme):
    made = Controls(theme)
    qtbot.addWidget(made)
    made.resize(886, 60)
    made.show_asked(Asked(basis=BASES[1], size=SIZE_CHOICES[2]), BASES, STRIP)
    made.show()
    return made


def test_what_is_asked_for_is_shown_without_telling_anyone(controls):
    assert controls.basis.currentText() == "“Quiz”, Nov 13"
    assert controls.size_choice.currentText() == SIZE_CHOICES[2].words


def test_a_choice_made_by_keyboard_is_told(controls, qtbot):
    bases, sizes = [], []
    controls.basis_chosen.connect(bases.append)
    controls.size_chosen.connect(sizes.append)
    qtbot.keyClick(controls.basis, Qt.Key.Key_Up)
    qtbot.keyClick(controls.size_choice, Qt.Key.Key_Down)
    assert (bases, sizes) == ([0], [SIZE_CHOICES[3]])


def test_other_strategies_are_there_but_say_that_they_are_not(controls):
    strategy = next(
        combo
        for combo in controls.findChildren(type(controls.basis))
        if combo.accessibleName() == "Strategy"
    )
    items = strategy.model()
    assert [items.item(row).isEnabled() for row in range(4)] == [True, False, False, False]
    assert "not available yet" in strategy.itemData(1, Qt.ItemDataRole.ToolTipRole)
    controls.be_narrow(True)
    assert not strategy.isVisible()


def test_names_are_shuffled_by_one_button(controls, qtbot):
    with qtbot.waitSignal(controls.shuffle_wanted):
        qtbot.mouseClick(controls.shuffle, Qt.MouseButton.LeftButton)
