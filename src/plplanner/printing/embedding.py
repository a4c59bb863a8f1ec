"""The PDF carries the letters it uses and nothing more, and can still be searched and copied.

reportlab's own TrueType fonts address characters, not glyphs, so they cannot hold shaped
Arabic or Devanagari. Here a font goes into the file by glyph number: a Type 0 font with
Identity-H encoding (ISO 32000-1, 9.7), cut down by HarfBuzz, with a ToUnicode map beside it.
"""

from dataclasses import dataclass, field

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

_LAYOUT_ONLY = ("GSUB", "GPOS", "GDEF", "STAT", "cmap", "name", "OS/2", "post", "gasp", "vhea")


@dataclass(eq=False)
class EmbeddedFont:
    """One font of one document. `name` is its name inside the PDF; `embolden` outlines it.

    `used` maps glyph numbers to the text they stand for; drawing fills it.
    """

    name: str
    blob: hb.Blob
    embolden: bool
    used: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.face = hb.Face(self.blob)
        self.shaper = hb.Font(self.face)
        self.units = self.face.upem
        self._known: dict[str, bool] = {}
        self._advances: dict[int, int] = {}

    def has(self, character: str) -> bool:
        """Whether the font draws this character."""
        known = self._known.get(character)
        if known is None:
            known = self.shaper.get_nominal_glyph(ord(character)) is not None
            self._known[character] = known
        return known

    def advance(self, glyph: int) -> int:
        """The plain width of a glyph in thousandths of the type size."""
        if glyph not in self._advances:
            wide = self.shaper.get_glyph_h_advance(glyph)
            self._advances[glyph] = round(wide * 1000 / self.units)
        return self._advances[glyph]

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab calls it by this name
        """Write the used part of the font into the file; reportlab calls this at the end."""
        if self.used:
            fonts = document.idToObject["BasicFonts"].dict
            fonts[self.name] = document.Reference(self._type0(document))

    def _type0(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
        base = pdfdoc.PDFName(f"{_subset_tag(self.used)}+{self._postscript_name()}")
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base)),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
                "DW": 1000,
                "W": pdfdoc.PDFArray(
                    [
                        part
                        for glyph in sorted(self.used)
                        for part in (glyph, pdfdoc.PDFArray([self.advance(glyph)]))
                    ]
                ),
            }
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": base,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(pdfdoc.PDFStream(content=to_unicode(self.used))),
            }
        )

    def _descriptor(self, document: pdfdoc.PDFDocument, base: str) -> pdfdoc.PDFDictionary:
        extents = self.shaper.get_font_extents("ltr")
        ascent = round(extents.ascender * 1000 / self.units)
        descent = round(extents.descender * 1000 / self.units)
        file = pdfdoc.PDFStream(content=self._subset())
        file.dictionary["Length1"] = len(file.content)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray([-500, descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(file),
            }
        )

    def _subset(self) -> bytes:
        wish = hb.SubsetInput()
        # Glyph numbers are already on the page when the font is cut, so they must not move.
        wish.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wish.glyph_set.update(self.used)
        wish.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.ljust(4).encode("ascii"), "big") for tag in _LAYOUT_ONLY
        )
        return bytes(hb.subset(self.face, wish).blob.data)

    def _postscript_name(self) -> str:
        return str(self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME, "en") or "Plplanner")


def to_unicode(used: dict[int, str]) -> bytes:
    """The map from glyph numbers back to text that search and copy rely on (Adobe TN 5411)."""
    rows = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for glyph, text in sorted(used.items())
        if text
    ]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /plplanner def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode("ascii")


def _subset_tag(used: dict[int, str]) -> str:
    """Six letters that name a subset; the same glyphs always give the same letters."""
    number = 0
    for glyph in sorted(used):
        number = (number * 31 + glyph) % 26**6
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))
