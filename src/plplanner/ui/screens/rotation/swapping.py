"""Which rounds swap in a plan, and how that is said."""

from plplanner.records import record
from plplanner.rotation.plan_checks import PlanCheck, visits_of_plan
from plplanner.rotation.rows import PlanRow, RotationProblem
from plplanner.rotation.swaps import RoundSwap, clashes_after, swap_of
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


@record(frozen=True)
class JudgedSwap:
    """What a swap would come to, in a sentence; `warns` where something would be amiss."""

    words: str
    warns: bool


def judged_swap(plan: PlanRow, problem: RotationProblem, swap: RoundSwap) -> JudgedSwap:
    """What is found amiss after a swap that is not before it; else who would swap."""
    found = clashes_after(problem, plan.rounds, visits_of_plan(plan, problem), swap)
    if not found:
        return JudgedSwap(f"{_who(plan, swap)} would swap rounds {_rounds(swap)}.", warns=False)
    more = f" And {len(found) - 1} more to look at." if len(found) > 1 else ""
    return JudgedSwap(f"{found[0].text}{more}", warns=True)


def swapped_words(plan: PlanRow, swap: RoundSwap) -> str:
    """Who swapped, for the toast."""
    return f"Swapped rounds {_rounds(swap)} of {_who(plan, swap)}."


def swap_words(plan: PlanRow, check: PlanCheck, swap: RoundSwap) -> str:
    """What the button of a mending swap says; the check itself names the other group."""
    others = [
        line.identity.word
        for line in plan.groups
        if line.group_id in swap.group_ids and line.identity.word not in check.text
    ]
    if len(swap.group_ids) == 2 and len(others) == 1:
        return f"Swap rounds with {others[0]}"
    return f"Swap rounds {_rounds(swap)}"


def _who(plan: PlanRow, swap: RoundSwap) -> str:
    return listed([one.identity.word for one in plan.groups if one.group_id in swap.group_ids])


def _rounds(swap: RoundSwap) -> str:
    return f"{swap.first} and {swap.second}"
