from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.plan_checks import PlanCheck
from plplanner.rotation.queries import plan_on
from plplanner.rotation.swaps import RoundSwap
from plplanner.ui.screens.rotation.swapping import swap_in, swap_words, swapped_words
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student


def plan_of(planner):
    return planner.ask(plan_on, class_id=1, day=MONDAY)


def test_groups_in_the_way_swap_along_and_are_named(planned):
    plan = plan_of(planned)
    swap = swap_in(plan, planned.ask(lesson_of_plan, plan=plan), 0, 0, 1)
    assert (swap.first, swap.second) == (1, 2)
    assert plan.groups[0].group_id in swap.group_ids
    words = swapped_words(plan, swap)
    assert words.startswith("Swapped rounds 1 and 2 of ")
    assert plan.groups[0].identity.word in words


def test_a_student_swaps_by_herself(grouped):
    plan_student_by_student(grouped)
    plan = plan_of(grouped)
    swap = swap_in(plan, grouped.ask(lesson_of_plan, plan=plan), 3, 0, 2)
    assert swap == RoundSwap(1, 3, (plan.groups[3].group_id,))


def test_the_button_names_the_other_group_where_there_is_one(planned):
    plan = plan_of(planned)
    first, second = plan.groups[:2]
    swap = RoundSwap(1, 2, (first.group_id, second.group_id))
    check = PlanCheck(f"{first.identity.word} is at two places.", "")
    assert swap_words(plan, check, swap) == f"Swap rounds with {second.identity.word}"
    alone = RoundSwap(1, 2, (first.group_id,))
    assert swap_words(plan, check, alone) == "Swap rounds 1 and 2"
