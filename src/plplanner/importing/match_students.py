"""Whom the file means: by id, then e-mail, then exact name; near misses are only offered."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from plplanner.importing.clean_text import name_form, without_accents
from plplanner.importing.rows import KnownStudent, MatchBy, StudentMatch, StudentRead

# One school number under the names that different systems give it.
_SCHOOL_NUMBER = frozenset(
    {"student_id", "student_number", "sis_user_id", "org_defined_id", "id_number", "custom_id"}
)
_EMAIL = "email"
_Key = tuple[str, str]
_Person = StudentRead | KnownStudent


def match_students(
    read_students: Sequence[StudentRead], known_students: Sequence[KnownStudent]
) -> tuple[StudentMatch, ...]:
    """One match per read student, in order.

    An id that points at two people, a name that two people bear, or a name with another id
    matches nobody; it offers those people instead.
    """
    by_id = _index(known_students, _id_keys)
    by_email = _index(known_students, _email_keys)
    by_name = _index(known_students, _name_keys)
    by_near = _index(known_students, _near_keys)
    known = {student.id: student for student in known_students}
    bearers = _people_per_name(read_students)
    return tuple(
        _match(
            person,
            known=known,
            by_id=by_id,
            by_email=by_email,
            by_name=by_name,
            by_near=by_near,
            bearers=bearers,
        )
        for person in read_students
    )


def _match(
    person: StudentRead,
    *,
    known: Mapping[int, KnownStudent],
    by_id: Mapping[_Key, tuple[int, ...]],
    by_email: Mapping[_Key, tuple[int, ...]],
    by_name: Mapping[_Key, tuple[int, ...]],
    by_near: Mapping[_Key, tuple[int, ...]],
    bearers: Mapping[_Key, int],
) -> StudentMatch:
    """The first of id, e-mail and name that points at somebody decides."""
    for index, keys, by in ((by_id, _id_keys, MatchBy.ID), (by_email, _email_keys, MatchBy.EMAIL)):
        found = _found(index, keys(person))
        if len(found) == 1:
            return StudentMatch(found[0], by)
        if found:
            return StudentMatch(offered=found)
    near = tuple(i for i in _found(by_near, _near_keys(person)) if not _differ(person, known[i]))
    named = _found(by_name, _name_keys(person))
    same = tuple(i for i in named if not _differ(person, known[i]))
    alone = all(bearers[key] == 1 for key in _name_keys(person))
    if len(named) == 1 and len(same) == 1 and alone:
        return StudentMatch(same[0], MatchBy.NAME)
    return StudentMatch(offered=tuple(dict.fromkeys(same + near)))


def _differ(person: StudentRead, known: KnownStudent) -> bool:
    """True when both have a number of the same kind and the numbers are not the same."""
    mine, theirs = dict(_id_keys(person)), dict(_id_keys(known))
    return any(kind in theirs and theirs[kind] != value for kind, value in mine.items())


def _index(
    people: Sequence[KnownStudent], keys: Callable[[_Person], tuple[_Key, ...]]
) -> Mapping[_Key, tuple[int, ...]]:
    """Known ids under each of their keys, in order."""
    found: defaultdict[_Key, dict[int, None]] = defaultdict(dict)
    for student in people:
        for key in keys(student):
            found[key][student.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _found(index: Mapping[_Key, tuple[int, ...]], keys: Iterable[_Key]) -> tuple[int, ...]:
    """Everybody under any of the keys, each once."""
    return tuple(dict.fromkeys(i for key in keys for i in index.get(key, ())))


def _people_per_name(people: Sequence[StudentRead]) -> Mapping[_Key, int]:
    """How many different people of the file bear each name; rows with one id are one person."""
    bearers: defaultdict[_Key, set[object]] = defaultdict(set)
    for place, person in enumerate(people):
        identity = tuple(_id_keys(person)) or tuple(_email_keys(person)) or place
        for key in _name_keys(person):
            bearers[key].add(identity)
    return {key: len(identities) for key, identities in bearers.items()}


def _id_keys(person: _Person) -> tuple[_Key, ...]:
    """Ids of other systems; the school number is one kind under all its names."""
    return tuple(
        ("school_number" if kind in _SCHOOL_NUMBER else kind, value.strip())
        for kind, value in person.ids.items()
        if value and value.strip() and kind != _EMAIL
    )


def _email_keys(person: _Person) -> tuple[_Key, ...]:
    email = (person.ids.get(_EMAIL) or "").strip().casefold()
    return ((_EMAIL, email),) if email else ()


def _name_keys(person: _Person) -> tuple[_Key, ...]:
    """The whole name, suffix included, with accents."""
    whole = f"{name_form(person.last)}|{name_form(person.suffix).strip('.')}"
    first = name_form(person.first)
    return ((whole, first),) if first or person.last else ()


def _near_keys(person: _Person) -> tuple[_Key, ...]:
    """Names that are nearly the same: no accents or suffix, nickname for first, parts swapped."""
    last = without_accents(person.last)
    first = without_accents(person.first)
    short = first.split()[0] if first else ""
    called = without_accents(person.nickname)
    pairs = [(last, first), (last, short), (last, called), (first, last)]
    return tuple(dict.fromkeys(pair for pair in pairs if pair[1] and (pair[0] or not person.last)))
