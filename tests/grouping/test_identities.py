from collections import Counter

import pytest

from plplanner.grouping.identities import deal_identities
from plplanner.terms import GROUP_IDENTITIES


def test_every_group_gets_an_identity_of_its_own():
    for count in range(1, 21):
        dealt = deal_identities(range(count), seed=count)
        assert sorted(group for _, group in dealt) == list(range(count))
        assert len({identity.word for identity, _ in dealt}) == count


def test_the_stone_set_joins_only_beyond_ten():
    for seed in range(50):
        assert not any(one.outline for one, _ in deal_identities(range(10), seed=seed))
        beyond = deal_identities(range(13), seed=seed)
        assert sum(one.outline for one, _ in beyond) == 3


def test_neither_place_nor_word_tells_which_group_it_was():
    places, words = Counter(), Counter()
    for seed in range(2000):
        for place, (identity, group) in enumerate(deal_identities(range(4), seed=seed)):
            places[place, group] += 1
            words[identity.word, group] += 1
    assert len(places) == 16
    assert all(420 < times < 580 for times in places.values())
    assert len(words) == 40
    assert all(140 < times < 260 for times in words.values())


def test_the_same_seed_deals_the_same():
    assert deal_identities("abcd", seed=7) == deal_identities("abcd", seed=7)
    assert deal_identities("abcd", seed=7) != deal_identities("abcd", seed=8)


def test_more_groups_than_identities_are_refused():
    with pytest.raises(ValueError, match="21 groups"):
        deal_identities(range(21), seed=0)


def test_a_group_that_keeps_its_identity_leaves_the_others_to_the_dice():
    for seed in range(20):
        kept = {1: GROUP_IDENTITIES[2], 3: GROUP_IDENTITIES[12]}
        dealt = {group: who for who, group in deal_identities("abcde", seed=seed, kept=kept)}
        assert (dealt["b"].word, dealt["d"].word) == ("Maple", "Maple Stone")
        assert len({who.key for who in dealt.values()}) == 5
