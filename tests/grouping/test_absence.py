from datetime import date

from plplanner.grouping.absence import is_too_small, rest_kept_still, with_absent_marked
from plplanner.grouping.draft import Draft
from plplanner.grouping.rows import (
    GroupingProposal,
    GroupProposal,
    Pile,
    StudentOnPile,
)
from plplanner.grouping.shown import GroupsShown
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import a_problem

DAY = date(2026, 11, 23)


def a_draft(*groups, smallest=3):
    made = (
        GroupProposal(GROUP_IDENTITIES[n], ids, MasteryLevel.SECURE) for n, ids in enumerate(groups)
    )
    proposal = GroupingProposal(tuple(made), (), 0, None, "feasible")
    return Draft(a_problem(1, 2, 3, 4, 5, 5, smallest=smallest, largest=4), proposal)


def test_who_is_absent_is_marked_and_sizes_count_who_is_here():
    students = tuple(
        StudentOnPile(n, f"Kid {n}", MasteryLevel.SECURE, "5/5", "", "") for n in range(3)
    )
    pile = Pile(GROUP_IDENTITIES[0], MasteryLevel.SECURE, "", students)
    shown = with_absent_marked(GroupsShown(piles=(pile,)), {1, 9}, sizes=(3, 8))
    assert [one.is_absent for one in shown.piles[0].students] == [False, True, False]
    assert shown.size_warnings == ("River has 2, at least 3 asked for",)


def test_a_group_is_too_small_only_because_of_who_is_absent():
    draft = a_draft((0, 1, 2), (3, 4))
    assert not is_too_small(draft, ())
    assert is_too_small(draft, {0})
    assert is_too_small(draft, {3})
    assert not is_too_small(a_draft((0, 1, 2, 3), (4, 5), smallest=2), {0})


def test_the_rest_are_seated_near_where_they_are():
    draft = a_draft((0, 1, 2), (3, 4, 5)).with_move(2, "comet")
    problem = rest_kept_still(draft, {0}, on=DAY)
    (before,) = problem.earlier
    assert [group.student_ids for group in before.groups] == [(1,), (2, 3, 4, 5)]
    assert (problem.calm, problem.absent) == (4, frozenset({0}))
    assert len(problem.students) == 6
