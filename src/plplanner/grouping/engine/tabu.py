"""Tabu search: swaps and moves, the weight of broken rules swinging, the same for the same seed."""

from dataclasses import dataclass
from random import Random

import numpy as np

from plplanner.grouping.engine.exact import Found
from plplanner.grouping.engine.position import FAR, Position
from plplanner.grouping.engine.tables import SHARE, Ints, Tables
from plplanner.grouping.engine.work import Progress, Work

_ALL_SWAPS_UP_TO = 260
_LOOK_EVERY = 8
_SWING = 12


@dataclass
class _Memory:
    """What a search remembers: the best without broken rules, and the least broken so far."""

    best: int | None
    groups: Ints
    broken: int
    penalty: int
    since: int = 0
    clean: int = 0
    dirty: int = 0


def tabu(
    tables: Tables,
    work: Work,
    *,
    seed: int = 0,
    start: Ints | None = None,
    stop_at: int | None = None,
    patience: int | None = None,
    on_better: Progress | None = None,
) -> Found:
    """The best grouping met. Where none kept all rules, `nearest` broke the fewest.

    Ends when the work does, at `stop_at` (a proven bound), or after `patience` steps in vain once
    something keeps all rules.
    """
    rng = Random(seed)
    first = _first_penalty(tables)
    position = Position(tables, first)
    position.stand_at(dealt_at_random(tables, rng) if start is None else start)
    memory = _remember_start(position, first)
    forbidden = np.zeros((tables.students, tables.groups), dtype=np.int64)
    step, units, last = 0, step_units(tables), 0
    in_vain = max(200, 6 * tables.students) if patience is None else min(patience, 9)
    while memory.best is None or stop_at is None or memory.best > stop_at:
        if work.asked_to_stop() or (step % _LOOK_EVERY == 0 and work.ended()):
            break
        step += 1
        work.spend(units)
        _take_best(position, forbidden, memory, step=step, rng=rng)
        improved = _note(position, memory, step)
        last = step if improved or memory.best is None else last
        if patience is not None and step - last > patience:
            break
        if improved and on_better is not None and memory.best is not None:
            on_better(memory.best, None)
        _swing_penalty(position, memory)
        if step - memory.since > in_vain:
            _kick(position, memory, rng)
            forbidden[:] = 0
            memory.since = step
    if memory.best is None:
        return Found(None, None, None, nearest=memory.groups)
    return Found(memory.groups, memory.best, None)


def step_units(tables: Tables) -> int:
    """Units of one step, by the size of the arrays it touches."""
    count = tables.students
    rows = count if count <= _ALL_SWAPS_UP_TO else 40_000 // count
    layers = 14 + 5 * len(tables.features) + 2 * len(tables.tags)
    return 250 + rows * count * layers // 270


def dealt_at_random(tables: Tables, rng: Random) -> Ints:
    """A random grouping of legal sizes; blocks locked somewhere start there.

    Sizes first reach their smallest, then their targets, then whatever has room.
    """
    group = np.full(tables.students, -1, dtype=np.int64)
    for student, where in tables.locked:
        group[student] = where
    waiting = [student for student in range(tables.students) if group[student] < 0]
    rng.shuffle(waiting)
    size = np.bincount(group[group >= 0], minlength=tables.groups)
    for student in waiting:
        wished = np.maximum(tables.target, tables.smallest)
        for goal in (tables.smallest, wished, tables.largest):
            room = np.flatnonzero(size < goal)
            if len(room):
                break
        where = int(room[np.argmin((size - goal)[room])]) if len(room) else 0
        group[student] = where
        size[where] += 1
    return group


def with_legal_sizes(tables: Tables, group: Ints) -> Ints:
    """The grouping with as few students moved as sizes ask for, none of them locked if possible.

    The sizes of all groups together must fit the students.
    """
    group = group.copy()
    size = np.bincount(group, minlength=tables.groups)
    locked = {student for student, _ in tables.locked}
    while True:
        short, over = tables.smallest - size, size - tables.largest
        if short.max() <= 0 and over.max() <= 0:
            return group
        spare = over if over.max() > 0 else size - tables.smallest
        wanted = short if short.max() > 0 else tables.largest - size
        home, to = int(spare.argmax()), int(wanted.argmax())
        inside = np.flatnonzero(group == home).tolist()
        student = max(inside, key=lambda one: (one not in locked, one))
        group[student] = to
        size[home] -= 1
        size[to] += 1


def _first_penalty(tables: Tables) -> int:
    count, groups = tables.students, tables.groups
    share = count / max(1, groups)
    weighed = float(tables.distance.mean() * tables.pair_weight.mean())
    typical = weighed * (share if tables.counted is None else SHARE)
    typical += float(abs(tables.repeat).mean()) * share
    typical += float((tables.place - tables.place.min(axis=1)[:, None]).mean())
    if len(tables.features):
        spread = tables.features.std(axis=1) * tables.feature_weight
        typical += float(spread.mean()) * tables.spread_over
    return max(4, int(typical))


def _remember_start(position: Position, first: int) -> _Memory:
    broken = position.broken()
    best = position.weight if broken == 0 else None
    return _Memory(best=best, groups=position.group.copy(), broken=broken, penalty=first)


def _take_best(
    position: Position, forbidden: Ints, memory: _Memory, *, step: int, rng: Random
) -> None:
    tables = position.tables
    rows = _rows_to_try(tables.students, rng)
    change = position.swap_changes() if rows is None else position.swap_changes_of(rows)
    asked = np.arange(tables.students) if rows is None else rows
    barred = forbidden > step
    if barred.any():
        there = barred[asked][:, position.group]
        back = barred[:, position.group[asked]].T
        _bar(change, there & back, position.weight, memory)
    flat = int(change.argmin())
    best_swap = int(change.flat[flat])
    best_move, move = FAR, 0
    if position.is_flexible:
        moves = position.move_changes()
        _bar(moves, barred, position.weight, memory)
        move = int(moves.argmin())
        best_move = int(moves.flat[move])
    if min(best_move, best_swap) >= FAR // 2:
        memory.since = -(10**9)
        return
    until = step + 5 + rng.randrange(6 + tables.students // 6)
    if best_move < best_swap:
        _go(position, forbidden, *divmod(move, tables.groups), until=until)
    else:
        one, other = int(asked[flat // tables.students]), flat % tables.students
        home, there_group = int(position.group[one]), int(position.group[other])
        _go(position, forbidden, one, there_group, until=until)
        _go(position, forbidden, other, home, until=until)
    position.weight += min(best_move, best_swap)


def _bar(change: Ints, barred: np.ndarray, weight: int, memory: _Memory) -> None:
    """Forbid what was undone lately, unless it beats the best."""
    worse = memory.best is None or change >= memory.best - weight
    change[barred & worse & (change < FAR)] = FAR - 1


def _go(position: Position, forbidden: Ints, student: int, to: int, *, until: int) -> None:
    forbidden[student, position.group[student]] = until
    position.move(student, to)


def _rows_to_try(count: int, rng: Random) -> Ints | None:
    if count <= _ALL_SWAPS_UP_TO:
        return None
    few = max(8, 40_000 // count)
    return np.array(sorted(rng.sample(range(count), min(count, few))), dtype=np.int64)


def _note(position: Position, memory: _Memory, step: int) -> bool:
    broken = position.broken()
    if broken:
        memory.dirty += 1
        if memory.best is None and broken < memory.broken:
            memory.broken, memory.groups, memory.since = broken, position.group.copy(), step
        return False
    memory.clean += 1
    if memory.best is not None and position.weight >= memory.best:
        return False
    memory.best, memory.groups, memory.broken = position.weight, position.group.copy(), 0
    memory.since = step
    return True


def _swing_penalty(position: Position, memory: _Memory) -> None:
    """Let broken rules weigh more when all lately broke one, less when none did."""
    if memory.clean + memory.dirty < _SWING:
        return
    if memory.clean == 0:
        position.weigh_rules(min(10**8, position.penalty * 8 // 5 + 1))
    elif memory.dirty == 0 and position.penalty > max(2, memory.penalty // 16):
        position.weigh_rules(position.penalty * 2 // 3)
    memory.clean = memory.dirty = 0


def _kick(position: Position, memory: _Memory, rng: Random) -> None:
    """Start again near the best: a few random swaps, and another weight for broken rules."""
    count = position.tables.students
    position.stand_at(memory.groups)
    for _ in range(rng.randrange(2, max(4, count // 4))):
        one, other = rng.randrange(count), rng.randrange(count)
        home, there = int(position.group[one]), int(position.group[other])
        position.move(one, there)
        position.move(other, home)
    position.weigh_rules(memory.penalty * rng.choice((1, 50)))
