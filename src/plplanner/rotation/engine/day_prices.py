"""What a meeting on each day is worth to the groups: prices that prove a bound.

Lagrange's relaxation of “so many groups can be met on a day”: each group takes its cheapest way at
the prices, and no plan costs less than the sum of these less what the places bring in. Prices are
sought by raising and lowering those of days in a row together (a pattern search after Hooke and
Jeeves 1961). All numbers are integers, so the bound is exact whatever the prices.
"""

from collections.abc import Iterator, Sequence
from operator import add, mul

from plplanner.records import record
from plplanner.rotation.engine.small_lesson import SmallLesson

# Prices are steered by what a late day costs (thousands) and by minutes (tens).
_STEPS = (8192, 1024, 128, 16, 2)
_NEVER = 1 << 60


@record(frozen=True)
class DayPrices:
    """`of_day` are the prices; `least` (per group) the cost of its cheapest way at them."""

    of_day: tuple[int, ...]
    least: tuple[int, ...]
    bound: int


def day_prices(lesson: SmallLesson) -> DayPrices:
    """Prices whose bound no small step betters."""
    ways = [_cheapest_by_days(lesson, group) for group in range(len(lesson.choices))]
    moves = list(_moves(len(lesson.room)))
    best = _priced(lesson, ways, [0] * len(lesson.room))
    for step in _STEPS:
        place = missed = 0
        while missed < len(moves):
            prices = [
                price + step * one for price, one in zip(best.of_day, moves[place], strict=True)
            ]
            tried = _priced(lesson, ways, prices) if _may_be(lesson, prices) else best
            if tried.bound > best.bound:
                best, missed = tried, 0
            else:
                place, missed = (place + 1) % len(moves), missed + 1
    return best


def _cheapest_by_days(lesson: SmallLesson, group: int) -> list[int]:
    """The cheapest way of a group for every set of days it meets on (sets as bits)."""
    least = [_NEVER] * (1 << len(lesson.room))
    for one in lesson.choices[group]:
        least[one.days] = min(one.cost, least[one.days])
    return least


def _priced(lesson: SmallLesson, ways: Sequence[list[int]], prices: Sequence[int]) -> DayPrices:
    paid = [0]
    for price in prices:
        paid += [one + price for one in paid]
    least = tuple(min(map(add, own, paid)) for own in ways)
    return DayPrices(tuple(prices), least, sum(least) - sum(map(mul, prices, lesson.room)))


def _may_be(lesson: SmallLesson, prices: Sequence[int]) -> bool:
    """No price is below nothing, but the first day's where every place must be taken."""
    is_full = sum(lesson.fewest) == lesson.room[0]
    return all(price >= 0 for price in (prices[1:] if is_full else prices))


def _moves(days: int) -> Iterator[tuple[int, ...]]:
    """Up or down for all days in a row from one to another."""
    for sign in (1, -1):
        for first in range(days):
            for last in range(first, days):
                yield tuple(sign * (first <= day <= last) for day in range(days))
