from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.rows import ImpossibleGrouping
from plplanner.grouping.weeks_ahead import weeks_ahead
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, apart

TWELVE = replace(
    a_problem(*[n % 6 for n in range(12)], groups=4, smallest=3, largest=3),
    strategy=GroupingStrategy.RANDOM,
)


def meetings(plan):
    return Counter(
        pair
        for week in plan.weeks
        for group in week.groups
        for pair in combinations(sorted(group.student_ids), 2)
    )


def test_nobody_meets_twice_where_that_can_be():
    plan = weeks_ahead(TWELVE, weeks=3, work=400_000)
    assert max(meetings(plan).values()) == 1
    assert (plan.repeats, plan.note) == (0, "In 3 weeks nobody is with the same partner twice.")


def test_every_week_keeps_the_rules_and_repeats_are_counted_truly():
    problem = replace(TWELVE, rules=(apart(0, 1), apart(2, 3)))
    plan = weeks_ahead(problem, weeks=6, work=300_000)
    for week in plan.weeks:
        assert broken_rules(problem, week) == ()
    assert plan.repeats == sum(times - 1 for times in meetings(plan).values()) > 0
    assert f"again {plan.repeats} times" in plan.note


def test_only_mixed_and_random_groups_are_planned_for_weeks():
    plan = weeks_ahead(replace(TWELVE, strategy=GroupingStrategy.NEED), weeks=2)
    assert plan == ImpossibleGrouping((), "Only mixed and random groups can be planned for weeks.")
    with pytest.raises(ValueError, match="at least one week"):
        weeks_ahead(TWELVE, weeks=0)


def test_what_cannot_be_done_once_cannot_be_done_for_weeks():
    nobody = replace(TWELVE, students=())
    assert "There are no students" in weeks_ahead(nobody, weeks=2).explanation
    plan = weeks_ahead(replace(TWELVE, rules=(apart(0, 1, 2, 3, 4),)), weeks=2)
    assert "at least 3 in each group" in plan.rules
