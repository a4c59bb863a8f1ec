"""Text as a person would read it: one form for accents, nothing invisible, no stray spaces."""

import re
import unicodedata

MAX_NAME = 200
MAX_TITLE = 500
_JOINERS = "\u200c\u200d"
_FORMULA_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def without_guard(text: str) -> str:
    """A cell without the one apostrophe that keeps spreadsheets from seeing a formula in it."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def clean_text(text: str) -> str:
    """`text` in NFC without invisible, bidi and control characters, spaces made single.

    Joiners stay inside words, where Persian and Indic names need them. `="…"`, which guards a
    name against being read as a formula, is unwrapped.
    """
    if not (text.isascii() and text.isprintable()):
        composed = unicodedata.normalize("NFC", text)
        visible = "".join(_visible(composed, place) for place in range(len(composed)))
        text = unicodedata.normalize("NFC", visible)
    text = " ".join(text.split())
    if text.startswith("="):
        guarded = _FORMULA_TEXT.match(text)
        text = guarded.group(1).strip() if guarded else text
    return text


def _visible(text: str, place: int) -> str:
    """The character at `place`, a space for controls and odd spaces, "" for what cannot be seen."""
    letter = text[place]
    if letter in _JOINERS:
        inside = 0 < place < len(text) - 1
        return letter if inside and text[place - 1].isalpha() and text[place + 1].isalpha() else ""
    category = unicodedata.category(letter)
    if category in {"Cc", "Zs", "Zl", "Zp"}:
        return " "
    return "" if category in {"Cf", "Cs", "Cn"} else letter


def cut(text: str, *, limit: int) -> str:
    """`text` no longer than `limit` characters."""
    return text if len(text) <= limit else text[:limit].rstrip()


def word_form(text: str) -> str:
    """A header or label for comparing: lower case, plain marks, no edges of punctuation."""
    plain = clean_text(text).translate(_APOSTROPHES).translate(_DASHES).casefold()
    return " ".join(plain.replace("_", " ").strip(" :.*\t").split())


def name_form(text: str | None) -> str:
    """A name for exact comparing: lower case, one kind of apostrophe and hyphen, accents kept."""
    plain = clean_text(text or "").translate(_APOSTROPHES).translate(_DASHES)
    return unicodedata.normalize("NFC", plain.casefold())


def without_accents(text: str | None) -> str:
    """A name for kind comparing: letters only, accents and case dropped (“Łukasz” → “lukasz”)."""
    stroked = name_form(text).replace("ł", "l").replace("ø", "o").replace("đ", "d")
    apart = unicodedata.normalize("NFD", stroked)
    return "".join(letter for letter in apart if letter.isalnum() or letter == " ")
