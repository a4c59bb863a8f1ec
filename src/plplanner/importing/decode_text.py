"""The letters of a text file, whatever program wrote it."""

import codecs
import re

_SAMPLE = 4_000
# Delimiters, digits and line ends alone are as many, whatever the letters of the names.
_LATIN_SHARE = 0.15
_DAMAGED = "\ufffd"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_text(content: bytes) -> str:
    """`content` as text: by its mark, else UTF-16 by its NULs, strict UTF-8, else cp1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(content)
    if unmarked:
        return content.decode(unmarked, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(content) or _cp1252(content)


def _mostly_utf8(content: bytes) -> str | None:
    """UTF-8 with a few damaged bytes; None where most letters beyond ASCII are damaged so."""
    text = content.decode("utf-8", errors="replace")
    damaged = text.count(_DAMAGED)
    whole = len(_BEYOND_ASCII.findall(text)) - damaged
    return text if whole > damaged else None


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 shows as NULs on every other byte of Latin text."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return None
    odd = sample[1::2].count(0)
    even = sample[0::2].count(0)
    if odd > _LATIN_SHARE * half and even < 0.1 * odd:
        return "utf-16-le"
    if even > _LATIN_SHARE * half and odd < 0.1 * even:
        return "utf-16-be"
    return None


def _cp1252(content: bytes) -> str:
    """Windows letters; the five bytes cp1252 leaves free become the replacement mark."""
    return content.decode("cp1252", errors="replace")
