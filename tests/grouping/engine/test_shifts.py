from collections import Counter
from itertools import combinations

import pytest

from plplanner.grouping.engine.shifts import weeks_by_shifts


@pytest.mark.parametrize(("groups", "size", "weeks"), [(5, 3, 7), (4, 4, 5), (5, 5, 6), (8, 4, 4)])
def test_no_two_meet_twice(groups, size, weeks):
    plan = weeks_by_shifts(groups, size, weeks)
    assert len(plan) == weeks
    for week in plan:
        assert sorted(one for group in week for one in group) == list(range(groups * size))
        assert {len(group) for group in week} == {size}
    met = Counter(
        pair for week in plan for group in week for pair in combinations(sorted(group), 2)
    )
    assert max(met.values()) == 1


def test_what_no_pattern_reaches_is_not_claimed():
    assert weeks_by_shifts(2, 2, 4) is None
    assert weeks_by_shifts(0, 3, 1) is None
