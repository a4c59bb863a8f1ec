from plplanner.grouping.engine.candidates import candidates, partition_of
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Answer, Assignment, Status
from plplanner.grouping.engine.solve import solve
from tests.grouping.engine.small_problems import like_with_like

PROBLEM = like_with_like(1, 2, 3, 7, 8, 9, smallest=3, largest=3)


def test_three_candidates_differ_and_the_first_is_the_best():
    found = candidates(PROBLEM, solve(PROBLEM, work=10**6), work=3 * 10**6)
    assert len({partition_of(one.assignment) for one in found}) == 3
    assert found[0].objective == min(one.objective for one in found)
    assert found[0].trades == {}
    assert found[0].regrouped == 0


def test_trades_are_the_real_differences():
    first, second = candidates(PROBLEM, solve(PROBLEM, work=10**6), count=2, work=10**6)
    assert second.trades == {"pair": second.objective - first.objective}
    assert judged(PROBLEM, second.assignment).broken == ()
    assert second.regrouped == 6


def test_where_only_one_grouping_exists_only_one_is_shown():
    alone = like_with_like(1, 2, count=1, smallest=2, largest=2)
    assert len(candidates(alone, solve(alone), work=10**5)) == 1
    assert candidates(alone, Answer(Status.UNKNOWN), work=10**5) == ()


def test_a_partition_does_not_hang_on_names():
    assert partition_of(Assignment({"a": "g0", "b": "g1"})) == partition_of(
        Assignment({"a": "g1", "b": "g0"})
    )
