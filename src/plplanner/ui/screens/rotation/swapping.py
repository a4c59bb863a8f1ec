"""Which rounds swap in a plan, and how that is said."""

from plplanner.rotation.plan_checks import PlanCheck, visits_of_plan
from plplanner.rotation.rows import PlanRow, RotationProblem
from plplanner.rotation.swaps import RoundSwap, swap_of
from plplanner.ui.screens.rotation.words import listed


def swap_in(
    plan: PlanRow, problem: RotationProblem, line: int, first_index: int, second_index: int
) -> RoundSwap:
    """The swap of two rounds of a line; of groups whoever is in the way swaps along."""
    asked = plan.groups[line]
    first, second = plan.rounds[first_index].number, plan.rounds[second_index].number
    return swap_of(
        visits_of_plan(plan, problem),
        group_id=asked.group_id,
        first=first,
        second=second,
        alone={one.group_id for one in plan.alone},
    )


def swapped_words(plan: PlanRow, swap: RoundSwap) -> str:
    """Who swapped, for the toast."""
    words = listed([one.identity.word for one in plan.groups if one.group_id in swap.group_ids])
    return f"Swapped rounds {swap.first} and {swap.second} of {words}."


def swap_words(plan: PlanRow, check: PlanCheck, swap: RoundSwap) -> str:
    """What the button of a mending swap says; the check itself names the other group."""
    others = [
        line.identity.word
        for line in plan.groups
        if line.group_id in swap.group_ids and line.identity.word not in check.text
    ]
    if len(swap.group_ids) == 2 and len(others) == 1:
        return f"Swap rounds with {others[0]}"
    return f"Swap rounds {swap.first} and {swap.second}"
