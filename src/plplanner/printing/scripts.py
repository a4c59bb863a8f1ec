"""Every writing system reads in its own direction, on a line shared with others.

Pure: text in, clean text and reading order out. Nothing here knows a font or a page.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from bidi import algorithm


class Script(StrEnum):
    """Writing systems that ask for different fonts; LATIN stands for all the rest."""

    LATIN = "latin"
    GREEK = "greek"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    ARABIC = "arabic"
    DEVANAGARI = "devanagari"
    EAST_ASIAN = "east_asian"


# Unicode blocks: first code point of a stretch, and whose stretch it is (Unicode 15 Blocks.txt).
_BLOCKS: tuple[tuple[int, Script], ...] = (
    (0x0000, Script.LATIN),
    (0x0370, Script.GREEK),
    (0x0400, Script.CYRILLIC),
    (0x0530, Script.LATIN),
    (0x0590, Script.HEBREW),
    (0x0600, Script.ARABIC),
    (0x0700, Script.LATIN),
    (0x0750, Script.ARABIC),
    (0x0780, Script.LATIN),
    (0x0870, Script.ARABIC),
    (0x0900, Script.DEVANAGARI),
    (0x0980, Script.LATIN),
    (0x1100, Script.EAST_ASIAN),
    (0x1200, Script.LATIN),
    (0x1C80, Script.CYRILLIC),
    (0x1C90, Script.LATIN),
    (0x1F00, Script.GREEK),
    (0x2000, Script.LATIN),
    (0x2DE0, Script.CYRILLIC),
    (0x2E00, Script.LATIN),
    (0x2E80, Script.EAST_ASIAN),
    (0xA000, Script.LATIN),
    (0xA640, Script.CYRILLIC),
    (0xA6A0, Script.LATIN),
    (0xA8E0, Script.DEVANAGARI),
    (0xA900, Script.LATIN),
    (0xAC00, Script.EAST_ASIAN),
    (0xD800, Script.LATIN),
    (0xF900, Script.EAST_ASIAN),
    (0xFB00, Script.LATIN),
    (0xFB1D, Script.HEBREW),
    (0xFB50, Script.ARABIC),
    (0xFE00, Script.LATIN),
    (0xFE30, Script.EAST_ASIAN),
    (0xFE70, Script.ARABIC),
    (0xFF00, Script.EAST_ASIAN),
    (0x10000, Script.LATIN),
    (0x20000, Script.EAST_ASIAN),
    (0x40000, Script.LATIN),
)
_BLOCK_STARTS = tuple(start for start, _ in _BLOCKS)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_OPENING = frozenset(_CLOSING.values())
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_NEWER_LETTER = "a"


def clean_text(text: str) -> str:
    """The text as it goes on paper: composed letters, single spaces, no invisible controls.

    Controls that turn the reading direction around (U+202E and its kin) would let one name
    scramble a line, so they go; the joiners that some scripts need stay.
    """
    kept = (
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", text)
        if character.isspace()
        or character in _JOINERS
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs"}
    )
    return " ".join("".join(kept).split())


def script_of(character: str) -> Script | None:
    """The writing system of a letter or mark; None for digits, spaces and punctuation."""
    script = _BLOCKS[bisect_right(_BLOCK_STARTS, ord(character)) - 1][1]
    if script is Script.EAST_ASIAN:
        return script
    return script if unicodedata.category(character)[0] in "LM" else None


def breaks_anywhere(character: str) -> bool:
    """Whether a line may end after this character without a space (Chinese, Japanese)."""
    return script_of(character) is Script.EAST_ASIAN and not 0xAC00 <= ord(character) < 0xD800


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction reads right to left (rule P2 of UAX 9)."""
    return bool(algorithm.get_base_level(text) == 1)


def direction_levels(text: str) -> tuple[int, ...]:
    """One embedding level per character (UAX 9): even reads left to right, odd right to left."""
    if not any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return (0,) * len(text)
    storage = algorithm.get_empty_storage()
    level = algorithm.get_base_level(text)
    # Letters newer than this Python's tables have no direction there and would stop the algorithm.
    text = "".join(c if unicodedata.bidirectional(c) else _NEWER_LETTER for c in text)
    storage["base_level"], storage["base_dir"] = level, "LR"[level]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], level)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    levels = iter([entry["level"] for entry in storage["chars"]])
    # Rule X9 drops the joiners; they read as the letter before them.
    found: list[int] = []
    for character in text:
        dropped = unicodedata.bidirectional(character) == "BN"
        found.append((found[-1] if found else level) if dropped else next(levels))
    return tuple(found)


def _pair_brackets(entries: list[dict[str, Any]], level: int) -> None:
    """Brackets go with what they hold (rule N0 of UAX 9, which python-bidi's steps leave out)."""
    embedding = "LR"[level]
    opened: list[int] = []
    for end, entry in enumerate(entries):
        if entry["ch"] in _OPENING:
            opened.append(end)
        closing = _CLOSING.get(entry["ch"])
        if closing is None or not any(entries[start]["ch"] == closing for start in opened):
            continue
        while entries[start := opened.pop()]["ch"] != closing:
            pass
        inside = {_strong(held["type"]) for held in entries[start + 1 : end]} - {None}
        if inside:
            before = [_strong(held["type"]) for held in entries[:start]]
            outside = next((kind for kind in reversed(before) if kind), embedding)
            kind = embedding if embedding in inside else outside
            entries[start]["type"] = entries[end]["type"] = kind


def _strong(kind: str) -> str | None:
    return {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}.get(kind)


def visual_order(levels: Sequence[int]) -> tuple[int, ...]:
    """Positions of runs from left to right, given the level of each run (rule L2 of UAX 9)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return tuple(order)
