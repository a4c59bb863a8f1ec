"""Which rounds swap in a plan, and how that is said."""

from collections.abc import Collection

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


def judged_swap(
    plan: PlanRow, problem: RotationProblem, swap: RoundSwap, *, asked: int
) -> JudgedSwap:
    """What is found amiss after a swap that is not before it; else who would swap.

    `asked` is the id of the group that is dragged: a locked cell of any other is told.
    """
    found = clashes_after(problem, plan.rounds, visits_of_plan(plan, problem), swap)
    if found:
        more = f" And {len(found) - 1} more to look at." if len(found) > 1 else ""
        return JudgedSwap(f"{found[0].text}{more}", warns=True)
    held = _locked_along(plan, swap, [asked])
    along = f" What is locked for {listed(held)} would move." if held else ""
    words = f"{_who(plan, swap)} would swap rounds {_rounds(swap)}.{along}"
    return JudgedSwap(words, warns=bool(held))


def swapped_words(plan: PlanRow, swap: RoundSwap, *, asked: Collection[int]) -> str:
    """Who swapped, for the toast, and whose locked cell went along; `plan` as it was before."""
    held = _locked_along(plan, swap, asked)
    along = f" What was locked for {listed(held)} moved along." if held else ""
    return f"Swapped rounds {_rounds(swap)} of {_who(plan, swap)}.{along}"


def _locked_along(plan: PlanRow, swap: RoundSwap, asked: Collection[int]) -> list[str]:
    """Groups in the way of those `asked` whose cell in one of the two rounds is locked."""
    return [
        line.identity.word
        for line in plan.groups
        if line.group_id in swap.group_ids
        and line.group_id not in asked
        and any(
            visit is not None
            and visit.is_locked
            and visit.round_number in (swap.first, swap.second)
            for visit in line.visits
        )
    ]


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
