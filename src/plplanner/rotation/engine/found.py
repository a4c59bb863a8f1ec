"""What the search came to: who is where by number, and what is proven about it."""

from dataclasses import replace

from plplanner.records import record
from plplanner.rotation.engine.layout import At, Layout
from plplanner.rotation.engine.rows import Cells


@record(frozen=True)
class Found:
    """The best plan so far: who is where, its cost; and a proven bound on any plan's cost.

    `at` None: none found. `impossible`: proven that there is none.
    """

    at: tuple[At, ...] | None = None
    cost: int | None = None
    bound: int | None = None
    impossible: bool = False

    @property
    def is_proven(self) -> bool:
        """Whether nothing can be better."""
        return self.cost is not None and self.bound is not None and self.bound >= self.cost


def better_of(found: Found, other: Found | None) -> Found:
    """The cheaper of two plans, with the better of their bounds."""
    if other is None or found.impossible:
        return found
    bounds = [one.bound for one in (found, other) if one.bound is not None]
    cheaper = min(
        (one for one in (found, other) if one.cost is not None),
        key=lambda one: one.cost or 0,
        default=found,
    )
    return replace(cheaper, bound=max(bounds, default=None))


def cells_of(layout: Layout, at: tuple[At, ...]) -> Cells:
    """The plan in the words of the problem: station ids by group, day and round."""
    station = {(group, day, index): layout.stations[one].id for group, day, index, one in at}
    return {
        group.id: tuple(
            tuple(station.get((number, day, index)) for index in range(len(one.rounds)))
            for day, one in enumerate(layout.problem.days)
        )
        for number, group in enumerate(layout.groups)
    }
