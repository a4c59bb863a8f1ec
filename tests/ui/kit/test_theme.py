import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette, QTextLayout
from PySide6.QtWidgets import QLabel

from plplanner.ui.kit.theme import FAMILY, body_font
from plplanner.ui.kit.tokens import TOKENS, Mode


def test_the_bundled_typeface_is_the_one_in_use(theme):
    assert QFontInfo(body_font()).family() == FAMILY


def test_digits_have_one_width_so_that_columns_stand_still(theme):
    metrics = QFontMetrics(body_font(14))
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_it_switches_live_and_tells(theme, qtbot, qapp):
    label = QLabel("x")
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Mode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == TOKENS["canvas"][1].lower()
    assert TOKENS["canvas"][1] in qapp.styleSheet()
    theme.choose(Mode.LIGHT)
    assert theme.mode is Mode.LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == TOKENS["canvas"][0].lower()


def test_choosing_the_same_mode_again_bothers_nobody(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(theme.mode)


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Łukasz",
        "Nguyễn Thị Ánh",
        "Дмитро",
        "محمد",
        "נועה",
        "अनन्या",
        "李静怡",
        "さくら",
        "김민준",
    ],
)
def test_names_of_every_script_are_drawn_with_letters_that_are_shipped(theme, name):
    layout = QTextLayout(name, body_font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    drawn = layout.glyphRuns()
    assert drawn
    assert not any(0 in run.glyphIndexes() for run in drawn), "an empty box"
