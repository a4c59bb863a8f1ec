"""A cell with a person's name, taken apart into last, first, suffix and nickname."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import MAX_NAME, clean_text, cut
from plplanner.importing.list_marks import without_list_mark
from plplanner.records import record

_SUFFIXES = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_NICKNAME = re.compile(r"\s*[(\[（]([^()\[\]（）]+)[)\]）]\s*|\s+[\"“]([^\"”]+)[\"”]\s*")
# “AJ” is a name; of two letters only these are not.
_LABELS = frozenset({"el", "ml", "gt", "ese", "ell", "iep", "esl", "sped", "lep", "gate"})
_SHORTEST_LABEL = 3
_COMMA = re.compile(r"[,，、،]")
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "der",
        "den",
        "de",
        "del",
        "della",
        "delle",
        "dos",
        "das",
        "do",
        "da",
        "di",
        "du",
        "des",
        "la",
        "las",
        "los",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "binti",
        "bint",
        "abu",
        "ben",
        "ter",
        "ten",
        "te",
        "af",
        "av",
        "ap",
        "st",
        "st.",
        "saint",
        "san",
        "santa",
        "ó",
        "ní",
        "mac",
        "y",
        "e",
        "dal",
    ]
)
# With a capital these are as often a given name or a surname of their own (“Mei San Wong”).
_ONLY_SMALL = frozenset(
    [
        "le",
        "el",
        "al",
        "san",
        "santa",
        "ten",
        "ter",
        "te",
        "bin",
        "ben",
        "do",
        "da",
        "mac",
        "e",
        "y",
        "abu",
        "af",
        "av",
        "ap",
    ]
)
# “Dakota Two Feathers”, “Ann Standing Bear”: with a capital these open a last name of two words.
_OPENERS = frozenset(
    [
        *("Two", "Three", "Four", "Red", "White", "Black", "Yellow", "Little", "Big"),
        *("Standing", "Running", "Walking", "Flying", "Sitting", "Lone", "Iron", "Spotted"),
    ]
)
_AFTER_MAC = frozenset(
    [
        *("donald", "donell", "donnell", "kenzie", "leod", "gregor", "arthur", "pherson", "millan"),
        *("dougall", "dougal", "intosh", "intyre", "lean", "kay", "farlane", "neil", "neill"),
        *("innes", "callum", "aulay", "bride", "cormack", "gowan", "allister", "alister", "adam"),
        *("askill", "beth", "queen", "rae", "laren", "namara", "mahon", "manus", "duff", "ewan"),
        *("ewen", "iver", "ivor", "nab", "naughton", "phail", "quarrie", "taggart", "kinnon"),
        *("kinlay", "lachlan", "laughlin", "master", "murray", "nair", "niven", "vicar"),
    ]
)
_HAN = re.compile(r"^[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u3040-\u30ff]+$")


@record(frozen=True)
class PersonName:
    """A name in its parts. A single word is a first name without a last."""

    last: str | None
    first: str | None
    suffix: str | None = None
    nickname: str | None = None


def split_name(text: str) -> PersonName:
    """The parts of “Last, First”, “Last, First, Jr.”, “First Last”, “First LAST” or one word.

    “12. Last, First” of a numbered list loses its number.
    """
    written = without_list_mark(cut(clean_text(text), limit=MAX_NAME))
    plain, nickname = _without_nickname(written)
    parts = [part.strip() for part in _COMMA.split(plain) if part.strip()]
    if len(parts) > 1:
        name = _around_comma(parts)
    else:
        words, suffix = _without_suffix((parts[0] if parts else plain).split())
        name = _in_order(words, suffix)
    return _with_nickname(name, nickname)


def join_name(
    *, last: str, first: str, middle: str = "", suffix: str = "", nickname: str = ""
) -> PersonName:
    """The parts of a name that comes in several columns; a comma in one cell still counts."""
    last_plain, aside_last = _without_nickname(cut(clean_text(last), limit=MAX_NAME))
    first_plain, aside_first = _without_nickname(cut(clean_text(first), limit=MAX_NAME))
    if not first_plain and _COMMA.search(last_plain):
        return _with_nickname(split_name(last), clean_text(nickname) or None)
    last_words, last_suffix = _without_suffix(_COMMA.sub(" ", last_plain).split())
    first_words, first_suffix = _without_suffix(_COMMA.sub(" ", first_plain).split())
    own_suffix = clean_text(suffix)
    given = " ".join([*first_words, *clean_text(middle).split()])
    name = PersonName(
        last=" ".join(last_words) or None,
        first=given or None,
        suffix=_SUFFIXES.get(own_suffix.strip(".").casefold(), own_suffix)
        or last_suffix
        or first_suffix,
    )
    return _with_nickname(name, clean_text(nickname) or aside_first or aside_last)


def _without_nickname(text: str) -> tuple[str, str | None]:
    """The name and what stands in brackets or quotes beside it."""
    found = _NICKNAME.search(text)
    if not found or not (text[: found.start()] + text[found.end() :]).strip():
        return text, None
    inside = (found.group(1) or found.group(2) or "").strip()
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    called = None if _is_label(inside, beside=rest) else inside
    return " ".join(rest.replace(" ,", ",").split()), called or None


def _is_label(inside: str, *, beside: str) -> bool:
    """A note about a student (ELL, 504) is no name, and never goes on a card."""
    is_shouted = inside.isupper() and not beside.strip().isupper()
    return (
        inside.casefold() in _LABELS
        or any(letter.isdigit() for letter in inside)
        or (is_shouted and inside.isascii() and len(inside) >= _SHORTEST_LABEL)
    )


def _with_nickname(name: PersonName, nickname: str | None) -> PersonName:
    """A nickname is kept only when it differs from the first name."""
    if not nickname or nickname.casefold() == (name.first or "").casefold():
        return name
    return PersonName(last=name.last, first=name.first, suffix=name.suffix, nickname=nickname)


def suffix_of(word: str) -> str | None:
    """“jr” → “Jr.”, “III” → “III”; None for any other word."""
    return _SUFFIXES.get(word.strip(".").casefold())


def _without_suffix(words: list[str]) -> tuple[list[str], str | None]:
    """The words before a closing Jr., Sr., II, III or IV, and that suffix."""
    suffix = suffix_of(words[-1]) if len(words) > 1 else None
    return (words[:-1], suffix) if suffix else (words, None)


def _around_comma(parts: list[str]) -> PersonName:
    """Comma forms; a fifth (“V”) counts as suffix only in a place of its own."""
    place = next((i for i in range(1, len(parts)) if suffix_of(parts[i]) or parts[i] == "V"), None)
    own = None
    if place is not None:
        own = suffix_of(parts[place]) or parts[place]
        parts = parts[:place] + parts[place + 1 :]
    if len(parts) == 1:
        words, inner = _without_suffix(parts[0].split())
        return _in_order(words, own or inner)
    last, last_suffix = _without_suffix(parts[0].split())
    first, first_suffix = _without_suffix(" ".join(parts[1:]).split())
    return PersonName(" ".join(last), " ".join(first), own or last_suffix or first_suffix)


def _in_order(words: list[str], suffix: str | None) -> PersonName:
    """“First Last” as spoken; capitals and particles tell where the last name starts."""
    if len(words) < 2:
        return PersonName(None, " ".join(words) or None, suffix)
    if all(_HAN.match(word) for word in words) and len(words) == 2:
        family = min(words, key=len) if len(words[0]) != len(words[1]) else words[0]
        given = words[1] if family is words[0] else words[0]
        return PersonName(family, given, suffix)
    loud = [_is_loud(word) for word in words]
    if loud[-1] and not loud[0]:
        start = next(place for place in range(len(words)) if all(loud[place:]))
        return PersonName(calm_name(words[start:]), " ".join(words[:start]), suffix)
    if loud[0] and not loud[-1]:
        end = next(place for place in range(len(words)) if not loud[place])
        return PersonName(calm_name(words[:end]), " ".join(words[end:]), suffix)
    start = next((i for i in range(1, len(words) - 1) if _is_particle(words[i])), len(words) - 1)
    return PersonName(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_particle(word: str) -> bool:
    """“van”, “de la”, “St.”: words that open a last name."""
    small = word.casefold()
    particle = small in _PARTICLES and (word == small or small not in _ONLY_SMALL)
    return particle or word in _OPENERS


def _is_loud(word: str) -> bool:
    """All capitals, more than an initial."""
    letters = [letter for letter in word if letter.isalpha()]
    return (len(letters) > 1 and word.isupper()) or word in {"Ó", "Ò"}


def calm_name(words: Sequence[str]) -> str:
    """A name in capitals as it is usually written: “O'BRIEN” → “O'Brien”."""
    calmed = [word.casefold() if _is_calm_particle(word) else _title(word) for word in words[:-1]]
    return " ".join([*calmed, *map(_title, words[-1:])])


def calm_given_name(words: Sequence[str]) -> str:
    """“MARIA DE LOS ANGELES” → “Maria de los Angeles”; what comes first is never a particle."""
    return " ".join([*map(_title, words[:1]), calm_name(words[1:])]).strip()


def _is_calm_particle(word: str) -> bool:
    return word.casefold() in _PARTICLES - {"st", "st.", "saint", "ó", "san", "santa", "mac"}


def _title(word: str) -> str:
    """Capitals at the start and after an apostrophe or hyphen, and after Mc and Scottish Mac."""
    pieces = re.split(r"(['’\-.])", word)
    return "".join(_capital(piece) for piece in pieces)


def _capital(piece: str) -> str:
    """“MCKAY” is “McKay” and “MACDONALD” “MacDonald”, but “MACHADO” stays “Machado”."""
    calm = piece[:1] + piece[1:].lower()
    cut_at = 2 if calm.startswith("Mc") else 3 if calm[3:] in _AFTER_MAC else 0
    if cut_at and calm.startswith(("Mc", "Mac")) and len(calm) > 3:
        return calm[:cut_at] + calm[cut_at:].capitalize()
    return calm
