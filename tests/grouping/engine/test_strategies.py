from dataclasses import replace

import pytest

from plplanner.grouping.engine import strategies
from plplanner.grouping.engine.rows import Learner, Status
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.strategies import Circumstances, Shape
from tests.grouping.engine.small_problems import learners

PAIRS = Shape(groups=3, smallest=2, largest=2)
AROUND = Circumstances()
SIX = learners(1, 9, 2, 8, 5, 5)
# The same six with a percent and a level each, as same need asks for them.
WITH_LEVELS = tuple(
    replace(one, scores=(10 * one.scores[0], (one.scores[0] >= 4) + (one.scores[0] >= 7)))
    for one in SIX
)


def together(problem, work=10**6):
    answer = solve(problem, work=work)
    assert answer.status is Status.OPTIMAL
    groups = {}
    for student, group in sorted(answer.assignment.group.items()):
        groups.setdefault(group, []).append(student)
    return sorted(map(tuple, groups.values()))


def test_same_need_puts_like_scores_together():
    made = strategies.same_need(WITH_LEVELS, PAIRS, AROUND)
    assert together(made) == [("s0", "s2"), ("s1", "s3"), ("s4", "s5")]


def test_the_teachers_table_takes_the_lowest_and_no_more_than_it_holds():
    shape = Shape(groups=2, smallest=2, largest=4, table=2)
    made = strategies.same_need(WITH_LEVELS, shape, AROUND)
    answer = solve(made, work=10**6)
    assert [s for s, g in answer.assignment.group.items() if g == "g0"] == ["s0", "s2"]


def test_profiles_look_at_all_targets():
    students = tuple(replace(one, scores=(one.scores[0], 0)) for one in SIX)
    assert ("s4", "s5") in together(strategies.skill_profile(students, PAIRS, AROUND))


def test_mixed_groups_are_like_the_class():
    assert together(strategies.mixed_readiness(SIX, PAIRS, AROUND))[0] in (
        ("s0", "s1"),
        ("s0", "s3"),
    )


def test_interest_follows_the_lists():
    students = tuple(replace(s, ranks=(0, 1) if n < 2 else (1, 0)) for n, s in enumerate(SIX))
    shape = Shape(groups=2, smallest=2, largest=4)
    made = strategies.by_interest(students, shape, AROUND, groups_per_topic=(1, 1))
    assert together(made) == [("s0", "s1"), ("s2", "s3", "s4", "s5")]
    with pytest.raises(ValueError, match="topic"):
        strategies.by_interest(students, shape, AROUND, groups_per_topic=(1,))


def test_a_jigsaw_has_an_expert_of_each_topic_in_each_home():
    students = tuple(replace(s, ranks=(n % 2, 1 - n % 2)) for n, s in enumerate(SIX))
    answer = solve(strategies.jigsaw(students, PAIRS, AROUND, topics=2), work=10**6)
    assert answer.status is Status.OPTIMAL
    assert sorted(answer.assignment.expert.values()) == [0, 0, 0, 1, 1, 1]


def test_make_up_groups_share_the_missing_work():
    missing = {f"s{n}": frozenset({"quiz" if n % 2 else "essay"}) for n in range(4)}
    shape = Shape(groups=2, smallest=2, largest=2)
    made = strategies.make_up(SIX, shape, AROUND, missing=missing)
    assert together(made) == [("s0", "s2"), ("s1", "s3")]


def test_language_learners_sit_with_a_fluent_speaker_of_their_language():
    made = strategies.language_pairs(
        SIX,
        PAIRS,
        AROUND,
        language={"s0": "es", "s3": "es", "s1": "zh", "s5": "zh"},
        learning=frozenset({"s0", "s1"}),
    )
    assert together(made) == [("s0", "s3"), ("s1", "s5"), ("s2", "s4")]


def test_friends_in_a_project_may_work_together():
    made = strategies.project(learners(5, 5, 5, 5), Shape(2, 2, 2), AROUND, liked=[("s0", "s3")])
    assert ("s0", "s3") in together(made)


def test_chance_follows_the_seed_and_avoids_last_weeks_partners():
    around = Circumstances(weeks=((("s0", "s1"), ("s2", "s3"), ("s4", "s5")),))
    first, again, other = (
        together(strategies.at_random(SIX, PAIRS, around, seed=seed)) for seed in (1, 1, 4)
    )
    assert first == again
    assert first != other
    assert ("s0", "s1") not in first


def test_calm_leaves_students_where_they_were():
    students = tuple(Learner(f"s{n}", (0,), before=f"g{n % 3}") for n in range(6))
    made = strategies.skill_profile(students, PAIRS, Circumstances(calm=5))
    assert together(made) == [("s0", "s3"), ("s1", "s4"), ("s2", "s5")]


def test_numbers_of_groups_follow_from_sizes():
    assert list(strategies.numbers_of_groups(26, smallest=4, largest=5)) == [6]
    assert list(strategies.numbers_of_groups(3, smallest=0, largest=5)) == []
