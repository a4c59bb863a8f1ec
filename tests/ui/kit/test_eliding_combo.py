import pytest
from PySide6.QtGui import QPixmap

from plplanner.ui.kit.eliding_combo import ElidingCombo


@pytest.fixture
def combo(qtbot, theme):
    made = ElidingCombo()
    qtbot.addWidget(made)
    made.addItems(["Short", "A choice that is far longer than its field is wide"])
    made.setMinimumWidth(120)
    made.resize(120, 32)
    made.show()
    return made


def picture(combo):
    return combo.grab(combo.rect()).toImage()


def test_a_long_choice_does_not_make_the_field_wider(combo):
    combo.setCurrentIndex(1)
    assert combo.minimumSizeHint().width() == 120
    assert not QPixmap.fromImage(picture(combo)).isNull()


def test_the_list_shows_every_choice_whole(combo):
    combo.showPopup()
    longest = combo.fontMetrics().horizontalAdvance(combo.itemText(1))
    assert combo.view().minimumWidth() > longest
    combo.hidePopup()


def test_a_long_choice_is_cut_at_a_letter_so_that_its_end_does_not_matter(combo):
    combo.setCurrentIndex(1)
    before = picture(combo)
    combo.setItemText(1, combo.itemText(1) + " and ends otherwise")
    assert picture(combo) == before
