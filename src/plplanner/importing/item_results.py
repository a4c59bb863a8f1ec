"""Which items of a test a student got right, where a file says so and its own count agrees."""

import re
from collections.abc import Mapping

from plplanner.terms import ItemResult

Items = tuple[ItemResult | None, ...]

_NEARLY_ALL = 0.9
_CLOSE = 0.005
_KEY = re.compile(r"[A-Ha-h](?:[\s,;/|]*[A-Ha-h])*")
_OPEN = frozenset({"", "-", "–", "—"})
_SAID = {
    ItemResult.RIGHT: """1 correct right true yes ✓ ✔ ✔︎ ✅ c richtig correcto correcta juste bonne
correto correta certo corretto corretta giusto goed juist poprawna poprawne poprawny rätt riktig
rigtig 正解 正确 정답 правильно верно""",
    ItemResult.WRONG: """0 incorrect wrong false no ✗ ✘ ✘︎ ❌ x falsch incorrecto incorrecta faux
incorrecte mauvaise incorreto incorreta errado errato sbagliato fout onjuist niepoprawna niepoprawne
niepoprawny błędna fel felaktig feil forkert 不正解 错误 오답 неправильно неверно""",
    ItemResult.NOT_ANSWERED: "unattempted unanswered skipped",
}
_WORDS = {word: result for result, words in _SAID.items() for word in words.split()}


def is_left_open(answer: str) -> bool:
    """Nothing was answered: a blank or a dash."""
    return answer.strip() in _OPEN


def result_in_words(text: str) -> ItemResult | None:
    """“Correct”, “✗”, 1, “Unattempted” and their like in the languages we know; else None."""
    said = text.strip().casefold()
    return ItemResult.NOT_ANSWERED if is_left_open(said) else _WORDS.get(said)


def result_by_key(answer: str, key: str) -> ItemResult | None:
    """One letter against those the key takes; None for an item without a key."""
    if is_left_open(key):
        return None
    if is_left_open(answer):
        return ItemResult.NOT_ANSWERED
    is_right = answer.strip().casefold() in key.casefold()
    return ItemResult.RIGHT if is_right else ItemResult.WRONG


def is_key(text: str) -> bool:
    """A letter or several, or no key at all."""
    return is_left_open(text) or _KEY.fullmatch(text.strip()) is not None


def result_of_points(points: float | None, possible: float | None) -> ItemResult | None:
    """All points are right, none is wrong; part of them, or no points at all, tell neither."""
    if points is None or not possible:
        return None
    if points >= possible - _CLOSE:
        return ItemResult.RIGHT
    return ItemResult.WRONG if points <= _CLOSE else None


def right_in(items: Items) -> int:
    """How many items were right."""
    return sum(result is ItemResult.RIGHT for result in items)


def where_counts_agree(
    items: Mapping[int, Items],
    *,
    said: Mapping[int, float | None],
    added: Mapping[int, float],
    within: float = _CLOSE,
) -> dict[int, Items]:
    """The items of those rows whose result the file's own agrees with, by row.

    `said` is what the file gives as the result of a row, `added` what its items come to. Where
    more than one row in ten disagrees, the key was not understood, and nothing is said at all.
    `within` is how far rounding may put the two apart.
    """
    told = [row for row in items if said.get(row) is not None and any(items[row])]
    agreed = {row: items[row] for row in told if _is_near(said[row], added[row], within)}
    return agreed if len(agreed) >= _NEARLY_ALL * len(told) else {}


def _is_near(one: float | None, other: float, within: float) -> bool:
    return one is not None and abs(one - other) < within
