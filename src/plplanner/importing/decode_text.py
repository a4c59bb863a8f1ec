"""The letters of a text file, whatever program wrote it."""

import codecs
import re

_SAMPLE = 4_000
# Delimiters, digits and line ends alone are as many, whatever the letters of the names.
_LATIN_SHARE = 0.15
_DAMAGED = "\ufffd"
_LOOKED_AT = 200_000
# Windows in the west, the Macintosh, Windows in Central Europe.
_ONE_BYTE = ("cp1252", "mac_roman", "cp1250")
_SIGN = r"[^\x00-\x7f\w’‘“”–—«»‹›…°ºª€£®™·¿¡\xa0]"
_ODD = re.compile(rf"{_SIGN}|[–—”“«»…°ºª](?=\w)(?<=\w.)|(?<=[a-z])[À-Þ](?=[a-z])|[€£®™]|\ufffd")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_text(content: bytes) -> str:
    """`content` as text: by its mark, else UTF-16 by its NULs, UTF-8, else a byte a letter."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(content)
    if unmarked:
        return content.decode(unmarked, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(content) or _one_byte(content)


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


def _one_byte(content: bytes) -> str:
    """Windows letters, unless those of another system make better words of the same bytes."""
    high = sum(byte > 0x7F for byte in content[:_SAMPLE])
    if high > sum(chr(byte).isalpha() for byte in content[:_SAMPLE] if byte <= 0x7F):
        return content.decode("cp1251", errors="replace")  # more letters than not: Cyrillic
    texts = [content.decode(name, errors="replace") for name in _ONE_BYTE]
    return min(texts, key=_oddities)  # the first of equals: Windows


def _oddities(text: str) -> int:
    """Signs inside or at the edge of words, and capitals inside them."""
    return len(_ODD.findall(text[:_LOOKED_AT]))
