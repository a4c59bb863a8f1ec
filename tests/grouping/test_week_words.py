import pytest

from plplanner.grouping.rows import GroupingProposal, GroupProposal, WeeksAhead
from plplanner.grouping.week_words import said_of_week
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import name_of


def a_week(*groups):
    made = tuple(
        GroupProposal(GROUP_IDENTITIES[n], ids, MasteryLevel.NEARLY) for n, ids in enumerate(groups)
    )
    return GroupingProposal(made, (), 0, None, "feasible")


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (((0, 3), (1, 4), (2, 5)), "everyone has new partners."),
        (((0, 1, 3), (2, 4, 5)), "2 pairs are together again: Ana with Ben, Eli with Flo."),
        (((1, 0), (2, 3), (4,), (5,)), "1 pair is together again: Ana with Ben."),
        (((0, 1, 2), (3, 4, 5)), "6 pairs are together again, among them Ana with Ben."),
    ],
)
def test_who_meets_again_is_counted_and_someone_is_named(second, says):
    plan = WeeksAhead((a_week((0, 1, 2), (3, 4, 5)), a_week(*second)), 0)
    assert said_of_week(plan, 1, name_of) == says
    assert said_of_week(plan, 0, name_of) == ""
