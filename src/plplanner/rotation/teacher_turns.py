"""Whose turn it is in the order of the day: drawn every week, moved on every weekday.

Blind to need, so the wall never shows a rank, and equal groups take turns.
"""

from collections.abc import Collection
from datetime import date
from hashlib import sha256


def neutral_draw(seed: int, purpose: str, key: str) -> int:
    """A number drawn from seed, purpose and key: the same on every machine, blind to need."""
    return int.from_bytes(sha256(f"{seed}|{purpose}|{key}".encode()).digest()[:8], "big")


def order_of_the_day(
    keys: Collection[str], *, purpose: str, day: date, seed: int
) -> dict[str, int]:
    """Each key's place in today's turn, from 0; blind to everything but seed and date."""
    week = day.toordinal() - day.weekday()
    drawn = sorted(keys, key=lambda key: (neutral_draw(seed, f"{purpose} {week}", key), key))
    return {key: (place + day.weekday()) % len(drawn) for place, key in enumerate(drawn)}
