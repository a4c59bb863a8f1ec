"""Decide exactly whether groups exist that keep every rule, and give one way if they do."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from plplanner.grouping.rules import Blocks

_Failed = set[tuple[frozenset[int], tuple[tuple[int, tuple[int, ...]], ...]]]


@dataclass
class _Search:
    """Where the search stands: block -> group, students per group, states known to fail."""

    blocks: Blocks
    smallest: int
    largest: int
    students: int
    loads: list[int]
    fixed_order: bool
    group_of: dict[int, int] = field(default_factory=dict)
    failed: _Failed = field(default_factory=set)


def find_placement(
    blocks: Blocks, *, smallest: int, largest: int, groups: int, fixed_order: bool = False
) -> tuple[int, ...] | None:
    """A group (0 … groups-1) for every block, or None when none exists. Never guesses.

    A complete search over the blocks that any rule touches: the block with the fewest open
    groups first (`fixed_order`: as numbered, for a second opinion), empty groups tried once,
    and a state that failed is not entered again. Two states are the same when the same blocks
    are left and the groups agree in load and in the left blocks they refuse. Single students
    without foes are interchangeable, so for them counting is enough.
    """
    students = sum(map(len, blocks.members))
    smallest = max(smallest, 1)
    if blocks.contradictory or not groups * smallest <= students <= groups * largest:
        return None
    search = _Search(blocks, smallest, largest, students, [0] * groups, fixed_order)
    touched = frozenset(
        block
        for block, members in enumerate(blocks.members)
        if len(members) > 1 or blocks.foes[block]
    )
    if not _seat(search, touched):
        return None
    return _with_singles(search)


def _seat(search: _Search, left: frozenset[int]) -> bool:
    if _needed(search) > search.students - sum(search.loads):
        return False
    if not left:
        return True
    state = _state(search, left)
    if state in search.failed:
        return False
    options = {block: _open_groups(search, block) for block in left}
    block = min(left) if search.fixed_order else _most_pressed(search.blocks, options)
    size = len(search.blocks.members[block])
    for group in options[block]:
        search.group_of[block] = group
        search.loads[group] += size
        if _seat(search, left - {block}):
            return True
        search.loads[group] -= size
        del search.group_of[block]
    search.failed.add(state)
    return False


def _most_pressed(blocks: Blocks, options: dict[int, list[int]]) -> int:
    return min(
        options,
        key=lambda block: (
            len(options[block]),
            -len(blocks.members[block]),
            -len(blocks.foes[block]),
            block,
        ),
    )


def _open_groups(search: _Search, block: int) -> list[int]:
    """Groups with room and without foes; of several empty groups only the first."""
    refused = {search.group_of[foe] for foe in search.blocks.foes[block] if foe in search.group_of}
    room = search.largest - len(search.blocks.members[block])
    found: list[int] = []
    seen_empty = False
    for group, load in enumerate(search.loads):
        if group in refused or load > room or (seen_empty and load == 0):
            continue
        seen_empty = seen_empty or load == 0
        found.append(group)
    return found


def _needed(search: _Search) -> int:
    return sum(max(0, search.smallest - load) for load in search.loads)


def _state(
    search: _Search, left: frozenset[int]
) -> tuple[frozenset[int], tuple[tuple[int, tuple[int, ...]], ...]]:
    refused: list[set[int]] = [set() for _ in search.loads]
    for block, group in search.group_of.items():
        refused[group] |= search.blocks.foes[block] & left
    groups = sorted(
        (load, tuple(sorted(enemies))) for load, enemies in zip(search.loads, refused, strict=True)
    )
    return left, tuple(groups)


def _with_singles(search: _Search) -> tuple[int, ...]:
    """Free single students fill the smallest group first; the count says that they fit."""
    loads = list(search.loads)
    placement: Sequence[int] = range(len(search.blocks.members))
    chosen: list[int] = []
    for block in placement:
        group = search.group_of.get(block)
        if group is None:
            group = loads.index(min(loads))
            loads[group] += 1
        chosen.append(group)
    return tuple(chosen)
