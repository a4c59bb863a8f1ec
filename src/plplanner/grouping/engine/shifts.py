"""Weeks in which no two meet twice, searched among regular patterns.

Two families are searched, in the order of their size; nothing is looked up.
Rows: students stand in rows, one row per place in a group; each week every row is shifted by an
amount of its own, in a group Z_g or Z_2^k; two rows may never be shifted alike twice.
Turns: one week is searched whose pairs stay different when the students turn in circles.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

Weeks = tuple[tuple[tuple[int, ...], ...], ...]
_MOST_NODES = 400_000


def weeks_by_shifts(groups: int, size: int, weeks: int) -> Weeks | None:
    """`weeks` divisions of groups × size students without a pair twice, or None."""
    if groups < 1 or size < 2 or weeks < 1:
        return None
    for adding in _additions(groups):
        found = _shifted(groups, size, weeks, adding)
        if found is not None:
            return found
    return _turned(groups, size, weeks)


def _additions(groups: int) -> Iterator[list[list[int]]]:
    numbers = range(groups)
    yield [[(a + b) % groups for b in numbers] for a in numbers]
    if groups & (groups - 1) == 0:
        yield [[a ^ b for b in numbers] for a in numbers]


def _shifted(groups: int, size: int, weeks: int, adding: list[list[int]]) -> Weeks | None:
    # Students of one row never meet in shifted weeks, so rows themselves may be a week.
    rest_week = size == groups
    shifts = _shifts(groups, size, weeks - rest_week, adding)
    if shifts is None:
        return None
    found = [
        tuple(
            tuple(row * groups + adding[number][shift] for row, shift in enumerate(week))
            for number in range(groups)
        )
        for week in shifts
    ]
    if rest_week:
        rows = tuple(tuple(range(r * groups, (r + 1) * groups)) for r in range(size))
        found.insert(0, rows)
    return tuple(found)


def _shifts(groups: int, size: int, weeks: int, adding: list[list[int]]) -> list[list[int]] | None:
    """Shifts per week and row, no difference of two rows twice; the first row rests."""
    minus = [row.index(0) for row in adding]
    used = [[[False] * groups for _ in range(size)] for _ in range(size)]
    table = [[0] * size for _ in range(weeks)]
    nodes = 0

    def fill(place: int) -> bool:
        nonlocal nodes
        if place == weeks * size:
            return True
        week, row = divmod(place, size)
        nodes += 1
        if nodes > _MOST_NODES:
            return False
        # The first row never shifts, and the second by the number of the week: a matter of names.
        tries = range(groups) if row > 1 else [0 if row == 0 else week]
        for shift in tries:
            if shift >= groups:
                continue
            apart = [adding[shift][minus[table[week][other]]] for other in range(row)]
            if any(used[row][other][difference] for other, difference in enumerate(apart)):
                continue
            table[week][row] = shift
            for other, difference in enumerate(apart):
                used[row][other][difference] = True
            if fill(place + 1):
                return True
            for other, difference in enumerate(apart):
                used[row][other][difference] = False
        return False

    return table if fill(0) else None


def _turned(groups: int, size: int, weeks: int) -> Weeks | None:
    """One week turned `weeks` times: students in circles of that length, one may stand still."""
    students = groups * size
    circles, still = divmod(students, weeks)
    if still > 1 or weeks < 2:
        return None
    base = _base_week(students, size, weeks, circles)
    if base is None:
        return None

    def turned(student: int, by: int) -> int:
        if student >= circles * weeks:
            return student
        return student // weeks * weeks + (student % weeks + by) % weeks

    return tuple(
        tuple(tuple(sorted(turned(one, by) for one in group)) for group in base)
        for by in range(weeks)
    )


def _base_week(
    students: int, size: int, weeks: int, circles: int
) -> tuple[tuple[int, ...], ...] | None:
    used: set[tuple[int, int, int]] = set()
    groups: list[tuple[int, ...]] = []
    nodes = 0

    def orbit(one: int, other: int) -> tuple[int, int, int]:
        one, other = min(one, other), max(one, other)
        if other >= circles * weeks:
            return one // weeks, circles, 0
        first, second = one // weeks, other // weeks
        step = (other - one) % weeks
        return first, second, min(step, weeks - step) if first == second else step

    def fill(free: Sequence[int]) -> bool:
        nonlocal nodes
        if not free:
            return True
        first, rest = free[0], free[1:]
        for others in combinations(rest, size - 1):
            nodes += 1
            if nodes > _MOST_NODES:
                return False
            pairs = [orbit(one, other) for one, other in combinations((first, *others), 2)]
            if len(set(pairs)) < len(pairs) or not used.isdisjoint(pairs):
                continue
            used.update(pairs)
            groups.append((first, *others))
            if fill([one for one in rest if one not in others]):
                return True
            groups.pop()
            used.difference_update(pairs)
        return False

    return tuple(groups) if fill(range(students)) else None
