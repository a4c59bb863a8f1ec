from datetime import date
from itertools import permutations
from random import Random

from plplanner.grouping.names_kept import groups_before, names_that_go_on, past_as_earlier
from plplanner.grouping.rows import EarlierGroup, EarlierGroups
from plplanner.grouping.saved.rows import (
    GroupSetRow,
    MemberRow,
    PastGroup,
    PastGroups,
    SmallGroupRow,
)
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, GroupSetState, MasteryLevel

DAY = date(2026, 11, 12)


def earlier(*groups):
    made = (EarlierGroup(GROUP_IDENTITIES[n], tuple(ids)) for n, ids in enumerate(groups))
    return EarlierGroups(DAY, tuple(made))


def words(names):
    return {place: identity.word for place, identity in names.items()}


def test_a_group_that_keeps_most_students_keeps_its_name():
    names = names_that_go_on([{4, 5, 1}, {2, 3, 6}], earlier((1, 2, 3), (4, 5, 6)))
    assert words(names) == {0: "Comet", 1: "River"}


def test_the_sum_counts_not_the_single_best_match():
    names = names_that_go_on([{1, 2, 3, 4, 5}, {6, 7}], earlier((1, 2, 6, 7), (3, 4, 5)))
    assert words(names) == {0: "Comet", 1: "River"}


def test_a_group_without_anybody_of_before_has_no_old_name():
    assert words(names_that_go_on([{1}, {8, 9}], earlier((1, 2), (3,)))) == {0: "River"}


def test_more_groups_than_before_leave_some_without_an_old_name():
    names = names_that_go_on([{1}, {2, 3}, {4}], earlier((1, 2, 3), (4,)))
    assert words(names) == {1: "River", 2: "Comet"}


def test_without_groups_before_nothing_goes_on():
    assert names_that_go_on([{1}, {2}], earlier()) == {}
    assert names_that_go_on([], earlier((1,))) == {}


def test_as_many_students_as_can_be_keep_their_group_s_name():
    dice = Random(3)
    for _ in range(60):
        students = range(dice.randint(1, 14))
        old = [[s for s in students if s % 4 == n] for n in range(4)]
        seats = {s: dice.randrange(4) for s in students}
        new = [{s for s in students if seats[s] == n} for n in range(4)]
        names = words(names_that_go_on(new, earlier(*old)))
        ours = [one.word for one in GROUP_IDENTITIES[:4]]
        kept = sum(len(new[p] & set(old[ours.index(word)])) for p, word in names.items())
        best = max(sum(len(new[p] & set(old[o])) for p, o in enumerate(way)) for way in
                   permutations(range(4)))  # fmt: skip
        assert kept == best
        assert len(set(names.values())) == len(names)


def test_saved_groups_are_groups_before():
    member = MemberRow(7, "Ana", "Why")
    group = SmallGroupRow(1, GROUP_IDENTITIES[2], MasteryLevel.SECURE, (member,))
    before = groups_before(GroupSetRow(1, 1, DAY, "a quiz", None, (group,)))
    assert before == EarlierGroups(DAY, (EarlierGroup(GROUP_IDENTITIES[2], (7,)),))


def test_groups_of_the_history_are_groups_before_too():
    group = PastGroup(GROUP_IDENTITIES[2], MasteryLevel.SECURE, ((7, "Ana"),))
    past = PastGroups(1, DAY, "a quiz", GroupingStrategy.NEED, GroupSetState.IN_USE, (group,))
    before = EarlierGroups(DAY, (EarlierGroup(GROUP_IDENTITIES[2], (7,)),))
    assert past_as_earlier(past) == before
