import re

from plplanner.ui.kit.style_sheet import style_sheet
from plplanner.ui.kit.tokens import Mode, palette_of


def test_every_colour_comes_from_a_token():
    palette = palette_of(Mode.DARK)
    sheet = style_sheet(palette, down_arrow="down.png", tick="tick.png")
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)) <= set(palette.colours.values())
    assert "$" not in sheet
    assert "url(down.png)" in sheet and "url(tick.png)" in sheet


def test_no_text_is_smaller_than_twelve_pixels():
    sheet = style_sheet(palette_of(Mode.LIGHT), down_arrow="", tick="")
    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", sheet)) >= 12
