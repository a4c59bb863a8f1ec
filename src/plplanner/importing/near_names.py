"""Whose name is nearly the same: what a teacher may be asked about, and what is never taken.

Near are: accents or a suffix missing, one typo, a pet name, parts swapped, a second given name or
half of a compound surname left out, and a first name with an initial (“Maria G”).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from plplanner.importing.clean_text import name_form, without_accents
from plplanner.importing.nicknames import names_behind
from plplanner.importing.person_names import split_name
from plplanner.importing.rows import KnownStudent, StudentRead
from plplanner.records import record

_LINKS = frozenset({"de", "del", "la", "las", "los", "da", "das", "do", "dos", "van", "von", "der"})
_SHORTEST_WITH_A_TYPO = 3
# Keys for a name without a surname, or with no more than an initial of it: its letters are fewer.
_SAYING_LITTLE = {"one word": 1, "initial": 2}
_Key = tuple[str, str, str]
_Person = StudentRead | KnownStudent


@record(frozen=True)
class _Name:
    """A name in plain letters: whole parts, and their single words."""

    last: str
    first: str
    lasts: tuple[str, ...]
    firsts: tuple[str, ...]
    nickname: str
    suffix: str


class NearNames:
    """Known people, found by names that are nearly theirs."""

    def __init__(self, known: Sequence[KnownStudent]) -> None:
        """Take note of everyone's near names once; looking one up is then quick."""
        self._names = {person.id: _name(person) for person in known}
        self._by_key: defaultdict[_Key, list[int]] = defaultdict(list)
        for person in known:
            for key in dict.fromkeys(_keys(self._names[person.id])):
                self._by_key[key].append(person.id)

    def of(self, person: StudentRead, *, in_class: frozenset[int]) -> tuple[int, ...]:
        """Known ids whose name is nearly this one, those of the class first.

        A bare initial says so little that only the class counts, where there is one.
        """
        name = _name(person)
        found = dict.fromkeys(
            known
            for key in _keys(name)
            for known in self._by_key.get(key, ())
            if self._is_near(key, name, known, in_class)
        )
        return tuple(sorted(found, key=lambda known: known not in in_class))

    def _is_near(self, key: _Key, name: _Name, known: int, in_class: frozenset[int]) -> bool:
        other = self._names[known]
        if name.suffix and other.suffix and name.suffix != other.suffix:
            return False
        if key[0] in _SAYING_LITTLE:
            shortest = min(len(name.last), len(other.last))
            says_so = shortest < _SAYING_LITTLE[key[0]]
            return says_so and (not in_class or known in in_class)
        return not key[0].startswith("typo") or _is_one_typo(name, other)


def _name(person: _Person) -> _Name:
    last, first, suffix, nickname = person.last, person.first, person.suffix, person.nickname
    shown = person.display if isinstance(person, StudentRead) else None
    if not last and not first and shown:
        split = split_name(shown)
        last, first, suffix, nickname = split.last, split.first, split.suffix, split.nickname
    lasts, firsts = _words(last), _words(first)
    return _Name(
        last="".join(lasts),
        first="".join(firsts),
        lasts=tuple(word for word in lasts if word not in _LINKS),
        firsts=firsts,
        nickname=without_accents(nickname).replace(" ", ""),
        suffix=name_form(suffix).strip("."),
    )


def _words(text: str | None) -> tuple[str, ...]:
    parted = name_form(text).replace("-", " ").replace(".", " ")
    plain = (without_accents(word).replace(" ", "") for word in parted.split())
    return tuple(word for word in plain if word)


def _keys(name: _Name) -> Iterator[_Key]:
    """Two names with a key in common are near, after a closer look at typos and initials."""
    called = [word for word in (name.first, *name.firsts[:1], name.nickname) if word]
    for first in called:
        for last in dict.fromkeys((name.last, *name.lasts)):
            yield "name", last, first
            yield "name", first, last
        for number in sorted(names_behind(first)):
            for last in dict.fromkeys((name.last, *name.lasts)):
                yield "pet name", last, str(number)
        yield "initial", name.last[:1], first
        yield "initial", "", first
    if not name.last:
        yield "one word", "", name.first
    elif name.firsts:  # “mariag” and “MariaGarcia” are how players call themselves
        yield "one word", "", name.firsts[0] + name.last[0]
        yield "one word", "", name.first + name.last
    yield from _typo_keys(name)


def _typo_keys(name: _Name) -> Iterator[_Key]:
    """Both parts, one of them with a letter left out: names one typo apart share such a key."""
    if not name.last or not name.first:
        return
    for short in _with_a_letter_less(name.last):
        yield "typo in last", short, name.first
    for short in _with_a_letter_less(name.first):
        yield "typo in first", name.last, short


def _with_a_letter_less(word: str) -> Iterable[str]:
    if len(word) < _SHORTEST_WITH_A_TYPO:
        return ()
    return {word: None} | {word[:i] + word[i + 1 :]: None for i in range(len(word))}


def _is_one_typo(name: _Name, other: _Name) -> bool:
    one_typo = _one_letter_apart(name.last, other.last), _one_letter_apart(name.first, other.first)
    same = name.last == other.last, name.first == other.first
    return (one_typo[0] and same[1]) or (same[0] and one_typo[1])


def _one_letter_apart(one: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
