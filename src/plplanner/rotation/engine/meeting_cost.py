"""What one meeting costs by itself, and what it costs to move: see `check` for the terms."""

from plplanner.rotation.engine.layout import Layout, Place


def meeting_cost(layout: Layout, place: Place, station: int) -> int:
    """What one meeting with the teacher costs by itself: who misses it, when, instead of what."""
    group, wishes = layout.groups[place[0]], layout.problem.wishes
    cost = wishes.miss * layout.pulled_out(place) + wishes.order * group.minutes_wanted * place[2]
    if place[1] < len(group.turns):
        cost += wishes.turn * abs(place[2] - group.turns[place[1]])
    return cost + stay_cost(layout, place, station)


def stay_cost(layout: Layout, place: Place, station: int) -> int:
    """What it costs that the group is not where the plan so far had it."""
    before = layout.was_at(place)
    moved = before is not None and before != layout.stations[station].id
    return layout.problem.wishes.stay if moved else 0
