import pytest

from plplanner.ui.kit.tokens import TOKENS, Mode, palette_of

TEXT_ON = {
    "ink": ("canvas", "sheet", "sunk", "tint"),
    "ink2": ("canvas", "sheet", "sunk", "rail"),
    "ink3": ("canvas", "sheet", "sunk"),
    "accent": ("canvas", "sheet", "tint"),
    "onaccent": ("accent", "hover", "press"),
    "warnink": ("warnbg",),
    "errink": ("errbg",),
}


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", list(Mode))
def test_every_text_colour_is_readable_on_every_ground_it_stands_on(mode):
    palette = palette_of(mode)
    for text, grounds in TEXT_ON.items():
        for ground in grounds:
            assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_borders_of_controls_can_be_seen(mode):
    palette = palette_of(mode)
    for ground in ("canvas", "sheet"):
        assert contrast(palette["edge"], palette[ground]) >= 3


def test_light_and_dark_name_the_same_colours():
    assert palette_of(Mode.LIGHT).colours.keys() == palette_of(Mode.DARK).colours.keys()
    assert all(len(both) == 2 for both in TOKENS.values())
