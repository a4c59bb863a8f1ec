from itertools import combinations
from random import Random

from plplanner.grouping.engine.hitting import fewest_conflicting, smallest_hitting


def keeps_unless(conflicts):
    def keeps(asked):
        return None if any(one <= asked for one in conflicts) else asked

    return keeps


def test_the_fewest_parts_are_found_not_merely_some():
    conflicts = [frozenset({0, 1, 2}), frozenset({3, 4})]
    found = fewest_conflicting(6, keeps_unless(conflicts))
    assert found.parts == {3, 4}
    assert found.is_fewest


def test_random_conflicts_agree_with_trying_everything():
    for seed in range(30):
        rng = Random(seed)
        conflicts = [frozenset(rng.sample(range(9), rng.randrange(2, 5))) for _ in range(4)]
        found = fewest_conflicting(9, keeps_unless(conflicts))
        assert len(found.parts) == min(map(len, conflicts))
        for mend in found.mends:
            assert keeps_unless(conflicts)(frozenset(range(9)) - mend) is not None


def test_what_holds_has_no_conflict():
    assert fewest_conflicting(3, keeps_unless([])) is None


def test_after_too_many_questions_an_irreducible_conflict_is_told():
    conflicts = [frozenset({0, 1, 2}), frozenset({3, 4})]
    found = fewest_conflicting(6, keeps_unless(conflicts), most_asked=1)
    assert not found.is_fewest
    assert found.parts in conflicts


def test_a_smallest_hitting_set_meets_all():
    sets = [frozenset(pair) for pair in combinations(range(4), 2)]
    assert smallest_hitting(sets) == {0, 1, 2}
