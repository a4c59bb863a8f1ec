from itertools import combinations

import pytest

from plplanner.grouping import conflicts
from plplanner.grouping.conflicts import can_hold, fewest_conflicting
from plplanner.grouping.demands import demands_of
from plplanner.grouping.rules import PlacedRule, rules_in_order, students_in_order
from plplanner.terms import RuleKind
from tests.grouping.builders import a_problem, a_random_problem, a_rule_of, apart, together


def demands_for(problem):
    return demands_of(problem, rules_in_order(problem, students_in_order(problem)))


def size_of(demands):
    rules = sum(bool(one.places) for one in demands.rules)
    sizes = (demands.smallest, demands.largest, demands.groups)
    return rules + sum(size is not None for size in sizes)


def fewest_by_brute_force(demands):
    """The size of a smallest conflict, by trying every choice of demands."""
    parts = len(demands.rules) + 3
    for size in range(1, parts + 1):
        if any(not can_hold(kept(demands, set(some))) for some in combinations(range(parts), size)):
            return size
    return None


def kept(demands, some):
    count = len(demands.rules)
    return type(demands)(
        demands.students,
        tuple(
            one if n in some else PlacedRule(one.rule, ()) for n, one in enumerate(demands.rules)
        ),
        demands.smallest if count in some else None,
        demands.largest if count + 1 in some else None,
        demands.groups if count + 2 in some else None,
    )


@pytest.mark.long
def test_the_conflict_found_has_the_fewest_rules_possible():
    found = 0
    for seed in range(50):
        demands = demands_for(a_random_problem(seed, students=3 + seed % 5, rules=4))
        if not can_hold(demands):
            found += 1
            assert size_of(fewest_conflicting(demands)) == fewest_by_brute_force(demands), seed
    assert found > 12


def test_two_rules_are_named_among_thirty():
    harmless = [apart(n, n + 1) for n in range(2, 27)]
    chain = [together(0, 28), together(28, 29), apart(0, 29)]
    clash = [together(0, 1), apart(0, 1)]
    problem = a_problem(*[1] * 30, rules=[*harmless, *chain, *clash])
    conflict = fewest_conflicting(demands_for(problem))
    assert [one.rule for one in conflict.rules if one.places] == [clash[1], clash[0]]
    assert size_of(conflict) == 2


def test_sizes_count_as_rules():
    conflict = fewest_conflicting(demands_for(a_problem(*[1] * 5, groups=4, smallest=3)))
    assert (conflict.smallest, conflict.largest, conflict.groups) == (3, None, 4)


def test_a_class_that_can_be_grouped_has_no_conflict():
    with pytest.raises(RuntimeError, match="can hold"):
        fewest_conflicting(demands_for(a_problem(*[1] * 6)))


def with_tags(*rules, kind=RuleKind.NO_LONE_TAG):
    """Twelve in groups of any size; the rules reach beyond together and apart."""
    rules = [a_rule_of(kind, tag="leader"), *rules]
    return demands_for(a_problem(*[1] * 12, rules=rules, smallest=1, largest=12))


def test_what_conflicts_whatever_the_number_of_groups_is_not_asked_of_each(monkeypatch):
    asked, ask = [], conflicts.some_grouping

    def count(*problem, **how):
        asked.append(problem)
        return ask(*problem, **how)

    monkeypatch.setattr(conflicts, "some_grouping", count)
    fixed = a_rule_of(RuleKind.FIXED, 0, identity_key="kite")
    elsewhere = a_rule_of(RuleKind.FIXED, 0, identity_key="moon")
    assert not can_hold(with_tags(fixed, elsewhere))
    assert len(asked) == 1


@pytest.mark.parametrize("kind", [RuleKind.NO_LONE_TAG, RuleKind.SPREAD_TAG])
def test_groups_that_need_a_larger_number_are_found(kind):
    """Seven all apart take seven groups; a tag that is spread counts anew for each number."""
    seven = [apart(one, other) for one, other in combinations(range(7), 2)]
    assert can_hold(with_tags(*seven, kind=kind))
    assert can_hold(with_tags(*seven, kind=kind), fixed_order=True)
