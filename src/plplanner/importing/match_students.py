"""Whom the file means: by id, then e-mail, then exact name; near misses are only offered."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from plplanner.importing.clean_text import name_form
from plplanner.importing.near_names import NearNames
from plplanner.importing.rows import KnownStudent, MatchBy, StudentMatch, StudentRead
from plplanner.records import record

# One school number under the names that different systems give it.
_SCHOOL_NUMBER = frozenset(
    {
        *("student_id", "student_number", "student_identifier", "sis_user_id"),
        *("org_defined_id", "id_number", "custom_id", "zipgrade_id", "identifier"),
    }
)
_EMAIL = "email"
_ALIAS = "alias"
_Key = tuple[str, str]
_Person = StudentRead | KnownStudent
_Index = Mapping[_Key, tuple[int, ...]]


@record(frozen=True)
class _Known:
    """The people in the planner, by all that tells one from another."""

    people: Mapping[int, KnownStudent]
    by_id: _Index
    by_email: _Index
    by_name: _Index
    by_alias: _Index


def match_students(
    read_students: Sequence[StudentRead],
    known_students: Sequence[KnownStudent],
    *,
    in_class: Collection[int] = (),
) -> tuple[StudentMatch, ...]:
    """One match per read student, in order. `in_class` are the known ids of the class meant.

    An id that points at two people, a name that two people bear, or a name with another id
    matches nobody; it offers those people instead. A name that the teacher chose somebody for
    once is hers from then on. Whom the file names elsewhere is not offered as a near miss.
    """
    known = _Known(
        people={student.id: student for student in known_students},
        by_id=_index(known_students, _id_keys),
        by_email=_index(known_students, _email_keys),
        by_name=_index(known_students, _name_keys),
        by_alias=_index(known_students, _alias_keys),
    )
    bearers = _people_per_name(read_students)
    matches = [_match(person, known, bearers) for person in read_students]
    if all(match.known_id is not None for match in matches):
        return tuple(matches)
    near, class_ids = NearNames(known_students), frozenset(in_class)
    taken = {match.known_id for match in matches}
    return tuple(
        match
        if match.known_id is not None
        else _with_near(person, match, known, near.of(person, in_class=class_ids), taken)
        for person, match in zip(read_students, matches, strict=True)
    )


def written_name(person: StudentRead) -> str:
    """The whole name as one line in lower case, to know it again."""
    parts = (person.first, person.last, person.suffix)
    return name_form(" ".join(part for part in parts if part) or person.display)


def _match(person: StudentRead, known: _Known, bearers: Mapping[_Key, int]) -> StudentMatch:
    """The first of id, e-mail and name that points at somebody decides."""
    for index, keys, by in (
        (known.by_id, _id_keys, MatchBy.ID),
        (known.by_email, _email_keys, MatchBy.EMAIL),
    ):
        found = _found(index, keys(person))
        sure = by is MatchBy.ID or not any(_differ(person, known.people[i]) for i in found)
        if len(found) == 1 and sure:
            return StudentMatch(found[0], by)
        if found:
            return StudentMatch(offered=found)
    named = _found(known.by_name, _name_keys(person))
    same = tuple(i for i in named if not _differ(person, known.people[i]))
    alone = all(bearers[key] == 1 for key in _name_keys(person))
    if len(named) == 1 and len(same) == 1 and alone:
        return StudentMatch(same[0], MatchBy.NAME)
    chosen = _found(known.by_alias, ((_ALIAS, written_name(person)),))
    if len(chosen) == 1 and alone and not same and not _differ(person, known.people[chosen[0]]):
        return StudentMatch(chosen[0], MatchBy.CHOICE)
    return StudentMatch(offered=tuple(dict.fromkeys((*same, *chosen))))


def _with_near(
    person: StudentRead,
    match: StudentMatch,
    known: _Known,
    near: tuple[int, ...],
    taken: Collection[int | None],
) -> StudentMatch:
    """The match with near misses offered too, but for other people of the same kind of id."""
    free = (i for i in near if i not in taken and not _differ(person, known.people[i]))
    return StudentMatch(offered=tuple(dict.fromkeys((*match.offered, *free))))


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


def _alias_keys(person: _Person) -> tuple[_Key, ...]:
    aliases = person.aliases if isinstance(person, KnownStudent) else ()
    return tuple((_ALIAS, name_form(written)) for written in aliases)


def _name_keys(person: _Person) -> tuple[_Key, ...]:
    """The whole name, suffix included, with accents: in its parts, and as one line.

    As one line “Cruz, Ana de la” is the same name as “de la Cruz, Ana”: where the surname begins
    is only guessed when a file writes “First Last”.
    """
    if not person.first and not person.last:
        return ()
    suffix = name_form(person.suffix).strip(".")
    last, first = name_form(person.last), name_form(person.first)
    return (f"{last}|{suffix}", first), (f"|{suffix}", f"{first} {last}".strip())
