"""Names cleaned as they come in, and compared kindly."""

import re
import unicodedata
from functools import lru_cache

_LONGEST_NAME = 200
_DIGITS, _LONGEST_NUMBER = re.compile(r"\d+"), 12
_JOINERS = "\u200c\u200d"
_APOSTROPHES = "'’‘`´ʻʼ′＇"
_FOLDED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys(_APOSTROPHES, "")
)


def clean_name(text: str) -> str:
    """A name as it is kept: no hidden characters, single spaces, NFC, at most 200 characters.

    Controls, text direction marks, zero-width characters and stray surrogates go; zero-width
    joiners and non-joiners stay inside a word, where Persian, Hindi and others need them.
    """
    visible = "".join(character for character in text if _is_kept(character))
    spaced = " ".join(visible.split())
    joined = "".join(
        character
        for index, character in enumerate(spaced)
        if character not in _JOINERS or _is_inside_word(spaced, index)
    )
    # Cutting may leave a joiner or a space at the end, which would not survive a second cleaning.
    return unicodedata.normalize("NFC", joined)[:_LONGEST_NAME].rstrip(_JOINERS + " ")


@lru_cache(maxsize=8192)
def compare_key(name: str) -> str:
    """What two names share when a reader would take them for the same name.

    Case, accents, punctuation, width and hidden characters do not count: “José” and “JOSE”,
    “O’Brien” and “obrien”, “Anne-Marie” and “Anne Marie” are alike. Marks are dropped from Latin,
    Greek and Cyrillic letters only; elsewhere they are letters in their own right. Punctuation
    alone is kept as it is, so that no name becomes nothing.
    """
    wide_open = unicodedata.normalize("NFKC", name).casefold().translate(_PLAIN_LETTERS)
    letters = unicodedata.normalize("NFD", wide_open)
    folded = "".join(_folded(letters)).split()
    return unicodedata.normalize("NFC", " ".join(folded)) or " ".join(name.casefold().split())


def sort_key(name: str) -> str:
    """Orders names as a reader does: “Number 2” before “Number 10”, accents set aside."""
    return _DIGITS.sub(lambda digits: digits[0].zfill(_LONGEST_NUMBER), compare_key(name))


def writes_surname_first(last: str, first: str) -> bool:
    """Whether a name is written surname first and without a space: 李小龙, 김민준."""
    return all(_is_east_asian(character) for character in last + first if character != " ")


def letters_of(text: str) -> list[str]:
    """The letters of a word as a reader counts them: marks and joiners stay with theirs."""
    letters: list[str] = []
    for character in text:
        joined = bool(letters) and letters[-1][-1] in _JOINERS
        mark = unicodedata.category(character)[0] == "M" or character in _JOINERS
        if letters and (mark or joined):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _is_kept(character: str) -> bool:
    if character in _JOINERS or character.isspace():
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Cn")


def _is_inside_word(text: str, index: int) -> bool:
    """Whether a letter or mark stands on both sides; of several joiners the last one counts."""
    return (
        0 < index < len(text) - 1
        and _is_letter(text[:index].rstrip(_JOINERS)[-1:])
        and _is_letter(text[index + 1])
    )


def _is_letter(character: str) -> bool:
    return character != "" and unicodedata.category(character)[0] in "LM"


def _folded(letters: str) -> list[str]:
    kept: list[str] = []
    on_folded_letter = False
    for character in letters:
        category = unicodedata.category(character)
        if category[0] == "M":
            if not on_folded_letter:
                kept.append(character)
            continue
        on_folded_letter = unicodedata.name(character, "").startswith(_FOLDED_SCRIPTS)
        if category[0] in "PZ" or character.isspace():
            kept.append(" ")
        elif category[0] != "C":
            kept.append(character.translate(_PLAIN_LETTERS))
    return kept


def _is_east_asian(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK ", "HANGUL ", "HIRAGANA ", "KATAKANA ", "KATAKANA-HIRAGANA "))
