"""A class as a stranger calls the roll: last names first, as the office writes them."""

from collections import Counter
from collections.abc import Iterable

from plplanner.roster.names import compare_key, sort_key, writes_surname_first
from plplanner.roster.rows import StudentRow


def roll_names(students: Iterable[StudentRow]) -> dict[int, str]:
    """How each student stands in the roll, by id, in its order: “Garcia, Guillermo (Memo)”.

    What slips and board say stands in brackets for a nickname, and where two would read alike.
    """
    roll = sorted(students, key=lambda one: (sort_key(one.last), sort_key(one.first)))
    plain = {one.id: _last_first(one) for one in roll}
    alike = Counter(compare_key(name) for name in plain.values())
    return {
        one.id: f"{plain[one.id]} ({one.name})"
        if plain[one.id] != one.name and (one.nickname or alike[compare_key(plain[one.id])] > 1)
        else plain[one.id]
        for one in roll
    }


def _last_first(student: StudentRow) -> str:
    if not student.last or not student.first:
        return student.name
    if writes_surname_first(student.last, student.first):
        return (student.last + student.first).replace(" ", "")
    return f"{student.last}, {' '.join(filter(None, (student.first, student.suffix)))}"
