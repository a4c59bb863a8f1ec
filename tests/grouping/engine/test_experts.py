from dataclasses import replace

import numpy as np

from plplanner.grouping.engine.experts import experts_for
from plplanner.grouping.engine.rows import Jigsaw, Wishes
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.work import Work
from tests.grouping.engine.small_problems import like_with_like, rule

HOMES = np.array([0, 0, 1, 1])


def jigsaw(*ranks, topics=2, rules=()):
    problem = like_with_like(1, 2, 3, 4, rules=rules)
    students = tuple(replace(s, ranks=r) for s, r in zip(problem.students, ranks, strict=True))
    return tables_of(
        replace(problem, students=students, wishes=Wishes(choice=1), jigsaw=Jigsaw(topics, 2, 2))
    )


def test_everyone_gets_the_topic_she_likes_where_homes_allow():
    tables = jigsaw((0, 1), (0, 1), (1, 0), (0, 1))
    experts = experts_for(tables, HOMES, Work(10**7)).tolist()
    assert sorted(experts[:2]) == sorted(experts[2:]) == [0, 1]
    assert experts[2] == 1


def test_a_chosen_expert_stays():
    tables = jigsaw((0, 1), (0, 1), (1, 0), (0, 1), rules=[rule("expert_locked", "s2", count=0)])
    assert experts_for(tables, HOMES, Work(10**7))[2] == 0


def test_more_topics_than_members_cannot_be():
    tables = jigsaw(*[(0, 1, 2)] * 4, topics=3)
    assert experts_for(tables, HOMES, Work(10**7)) is None
