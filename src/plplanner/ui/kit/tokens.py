"""The colours of the product, light and dark: one dictionary from which all else is made."""

from collections.abc import Mapping
from enum import StrEnum

from plplanner.records import record


class Mode(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


# name: (light, dark). Contrast of every text colour on its worst surface is AA.
TOKENS: Mapping[str, tuple[str, str]] = {
    "canvas": ("#FAF7F0", "#1D1B18"),
    "rail": ("#F2EDE2", "#171512"),
    "sheet": ("#FFFDF9", "#272420"),
    "sunk": ("#F5F0E6", "#211F1B"),
    "ink": ("#211D18", "#F2ECE0"),
    "ink2": ("#4F483D", "#CBC2B3"),
    "ink3": ("#6A6254", "#A89F8F"),
    "line": ("#E4DCCD", "#39352E"),
    "line2": ("#CFC5B2", "#4C463D"),
    "edge": ("#877D6B", "#8A8070"),
    "accent": ("#3D3A8F", "#B8B4F3"),
    "hover": ("#322F7A", "#CBC8F8"),
    "press": ("#28265F", "#A29DE8"),
    "onaccent": ("#FFFFFF", "#1A1738"),
    "tint": ("#EAE8F6", "#322F4E"),
    "tintline": ("#B7B3DE", "#67639C"),
    "warnink": ("#744000", "#F3CA7C"),
    "warnbg": ("#FBEED4", "#3A2F19"),
    "warnline": ("#D3A046", "#8E6D2E"),
    "errink": ("#981B1B", "#F5AC9D"),
    "errbg": ("#FBE6E0", "#41231D"),
    "errline": ("#D48A7B", "#9A5646"),
    "needbg": ("#F6E4CB", "#46371F"),
}


@record(frozen=True)
class Palette:
    """The colours of one mode, by name."""

    mode: Mode
    colours: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """The colour called `name`, as `#RRGGBB`; KeyError for a name that is not a token."""
        return self.colours[name]


def palette_of(mode: Mode) -> Palette:
    """All tokens in one mode."""
    place = 1 if mode is Mode.DARK else 0
    return Palette(mode, {name: both[place] for name, both in TOKENS.items()})
