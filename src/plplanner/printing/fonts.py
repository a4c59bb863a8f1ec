"""Every name prints: which of the bundled fonts draws which character.

Atkinson Hyperlegible Next is the face of plplanner. It has no Cyrillic, Vietnamese, Arabic,
Hebrew, Devanagari or Chinese; the fonts after it in the chain have.
"""

from dataclasses import dataclass, field
from enum import StrEnum

import uharfbuzz as hb

from plplanner.assets import asset
from plplanner.printing.embedding import EmbeddedFont
from plplanner.printing.scripts import Script, clean_text, script_of
from plplanner.records import record


class Weight(StrEnum):
    """The two weights paper uses."""

    REGULAR = "regular"
    BOLD = "bold"


@record(frozen=True)
class FontFamily:
    """The files of one family. Without a bold file, bold is the regular with a thin outline."""

    regular: str
    bold: str | None


ATKINSON = FontFamily(
    "AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_700Bold.ttf"
)
NOTO_SANS = FontFamily("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
NASKH = FontFamily("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf")
HEBREW = FontFamily("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf")
DEVANAGARI = FontFamily("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf")
DROID = FontFamily("DroidSansFallback.ttf", None)

CHAIN: tuple[FontFamily, ...] = (ATKINSON, NOTO_SANS, NASKH, HEBREW, DEVANAGARI, DROID)


@dataclass
class FontBook:
    """The fonts of one document: opened when first needed, embedded as far as they were used."""

    _opened: dict[tuple[FontFamily, Weight], EmbeddedFont] = field(default_factory=dict)

    def font(self, family: FontFamily, weight: Weight) -> EmbeddedFont:
        """The font of a family in one weight."""
        key = (family, weight)
        if key not in self._opened:
            bold = weight is Weight.BOLD
            file = family.bold if bold and family.bold else family.regular
            # F1 takes the place of the Helvetica that reportlab starts every document with and
            # does not embed.
            self._opened[key] = EmbeddedFont(
                name=f"F{len(self._opened) + 1}",
                blob=hb.Blob.from_file_path(str(asset("fonts", file))),
                embolden=bold and family.bold is None,
            )
        return self._opened[key]

    def used(self) -> tuple[EmbeddedFont, ...]:
        """The fonts opened so far, in the order of their first use."""
        return tuple(self._opened.values())

    def fonts_for(self, text: str, weight: Weight) -> tuple[EmbeddedFont, ...]:
        """One font per character of clean text.

        All letters of one writing system in a text come from one font when one has them all:
        “Nguyễn Ánh” is not set in two faces. Marks and spaces stay with the letter before.
        """
        faces = {script: self._font_of_script(text, script, weight) for script in _scripts(text)}
        chosen: list[EmbeddedFont] = []
        for character in text:
            script = script_of(character)
            before = chosen[-1] if chosen else None
            if script is None or character in "\u200c\u200d":
                chosen.append(self._font_of_sign(character, before, weight))
            else:
                face = faces[script]
                chosen.append(face if face.has(character) else self._first(character, weight))
        return tuple(chosen)

    def _font_of_script(self, text: str, script: Script, weight: Weight) -> EmbeddedFont:
        letters = sorted({character for character in text if script_of(character) is script})
        best, most = self.font(ATKINSON, weight), -1
        for family in CHAIN:
            font = self.font(family, weight)
            drawn = sum(map(font.has, letters))
            if drawn > most:
                best, most = font, drawn
            if most == len(letters):
                break
        return best

    def _font_of_sign(
        self, character: str, before: EmbeddedFont | None, weight: Weight
    ) -> EmbeddedFont:
        stays = character == " " or character in "\u200c\u200d"
        if stays and before is not None and before.has(character):
            return before
        return self._first(character, weight)

    def _first(self, character: str, weight: Weight) -> EmbeddedFont:
        for family in CHAIN:
            font = self.font(family, weight)
            if font.has(character):
                return font
        return self.font(ATKINSON, weight)


def glyphs_missing(text: str, fonts: FontBook | None = None) -> tuple[str, ...]:
    """The characters no bundled font can draw, sorted; they would print as an empty box."""
    book = fonts or FontBook()
    chain = [book.font(family, Weight.REGULAR) for family in CHAIN]
    return tuple(
        character
        for character in sorted(set(clean_text(text)))
        if not any(font.has(character) for font in chain)
    )


def _scripts(text: str) -> tuple[Script, ...]:
    return tuple(sorted({script for script in map(script_of, text) if script is not None}))
