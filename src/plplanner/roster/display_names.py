"""What to call each student on screen and paper, so that no two in a class read alike."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from plplanner.records import record
from plplanner.roster.names import compare_key, letters_of, writes_surname_first


@record(frozen=True)
class PersonName:
    """A student's name as the roster keeps it; any part may be missing."""

    id: int
    last: str | None
    first: str | None
    suffix: str | None = None
    nickname: str | None = None
    roster_number: int | None = None


def display_names(students: Iterable[PersonName]) -> dict[int, str]:
    """What to call each student of a class, by id, so that no two read alike.

    The nickname, else the first name, else the last; names in Chinese, Japanese or Korean
    writing are shown whole, surname first. Students who would read alike (see `compare_key`:
    “José” and “Jose” do) get the shortest part of the surname that tells them apart (“Ana Ga.”,
    “Ana Go.”); of one surname, what else their names hold: a suffix (“Sam L. Jr.”) or the whole
    first name behind a nickname. Only where nothing differs it is the roster number (“Ana 4”),
    and Students asks for a name to go by. The answer does not depend on the order of `students`.
    """
    in_order = sorted(students, key=_roster_order)
    alike: dict[str, list[PersonName]] = {}
    for person in in_order:
        alike.setdefault(compare_key(_call_name(person)), []).append(person)
    shown = {twins[0].id: _call_name(twins[0]) for twins in alike.values() if len(twins) == 1}
    taken = {compare_key(name) for name in shown.values()}
    for twins in alike.values():
        for person in twins if len(twins) > 1 else ():
            names = _telling_names(person, [twin for twin in twins if twin is not person])
            shown[person.id] = next(name for name in names if compare_key(name) not in taken)
            taken.add(compare_key(shown[person.id]))
    return {person.id: shown[person.id] for person in in_order}


def _roster_order(person: PersonName) -> tuple[bool, int, int]:
    return person.roster_number is None, person.roster_number or 0, person.id


def _call_name(person: PersonName) -> str:
    """The name a student goes by when nobody else is called the same."""
    nickname, first, last = (
        (part or "").strip() for part in (person.nickname, person.first, person.last)
    )
    if nickname:
        return nickname
    if first and last and writes_surname_first(last, first):
        return (last + first).replace(" ", "")
    return first or last or "Student"


def _telling_names(person: PersonName, twins: Sequence[PersonName]) -> Iterator[str]:
    """Names that tell a student from her twins, the plainest first; never runs out.

    A student without anything beyond the shared name keeps it when all her twins have more.
    """
    called, surname = _call_name(person), _surname_beyond(person)
    others = [_surname_beyond(twin) for twin in twins]
    if surname or all(others):
        yield from _with_surname(called, surname, others)
    namesakes = [twin for twin in twins if _is_same(_surname_beyond(twin), surname)]
    strangers = [one for one in others if not _is_same(one, surname)]
    short = next(_telling_starts(surname, strangers), surname)
    if _differs(person.suffix, [twin.suffix for twin in namesakes]):
        yield _joined(called, short, person.suffix)
    if person.first and _differs(person.first, [twin.first for twin in namesakes]):
        yield _joined(person.first, short)
    if person.roster_number is not None:
        yield f"{called} {person.roster_number}"
    for number in count(1):
        yield f"{called} {number}"


def _with_surname(called: str, surname: str, others: Collection[str]) -> Iterator[str]:
    yield from (_joined(called, start) for start in _telling_starts(surname, others))
    if not any(_is_same(other, surname) for other in others):
        yield _joined(called, surname)


def _telling_starts(surname: str, others: Collection[str]) -> Iterator[str]:
    """“Ga.”: first letters of a surname that no other begins with, the shortest first."""
    letters = letters_of(surname)
    for length in range(1, len(letters)):
        start = "".join(letters[:length]).rstrip()
        if not any(_begins_alike(other, start, length) for other in others):
            yield f"{start}."


def _begins_alike(other: str, start: str, length: int) -> bool:
    return _is_same("".join(letters_of(other)[:length]), start)


def _differs(own: str | None, others: Iterable[str | None]) -> bool:
    return not any(_is_same(other or "", own or "") for other in others)


def _is_same(one: str, other: str) -> bool:
    return compare_key(one) == compare_key(other)


def _joined(*parts: str | None) -> str:
    return " ".join(part.strip() for part in parts if part and part.strip())


def _surname_beyond(person: PersonName) -> str:
    """The surname, unless the name the student goes by already holds it."""
    last = (person.last or "").strip()
    called = compare_key(_call_name(person))
    whole = compare_key(f"{person.last or ''}{person.first or ''}".replace(" ", ""))
    return "" if called in (compare_key(last), whole) else last
