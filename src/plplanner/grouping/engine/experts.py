"""Jigsaw: who becomes expert of which topic, once the home groups stand."""

import numpy as np

from plplanner.grouping.engine.highs import IntegerModel, Rows, solve_integer
from plplanner.grouping.engine.tables import FORBIDDEN_TOPIC, Ints, Tables
from plplanner.grouping.engine.work import Work


def experts_for(tables: Tables, groups: Ints, work: Work) -> Ints | None:
    """The cheapest topics (n) for these home groups; None when no choice keeps the rules.

    Every home group has each topic at least once, and each topic keeps its sizes. An assignment
    problem: the linear programme already answers in whole numbers or very nearly so.
    """
    jigsaw, ranks = tables.problem.jigsaw, tables.ranks
    if jigsaw is None or ranks is None:
        return None
    count, topics = tables.students, jigsaw.topics
    low = np.concatenate(
        [np.ones(count), np.ones(tables.groups * topics), np.full(topics, float(jigsaw.smallest))]
    )
    high = np.concatenate(
        [
            np.ones(count),
            np.full(tables.groups * topics, float(count)),
            np.full(topics, float(jigsaw.largest)),
        ]
    )
    model = IntegerModel(
        cost=np.where(ranks >= FORBIDDEN_TOPIC, 0, ranks).ravel(),
        upper=(ranks < FORBIDDEN_TOPIC).astype(np.int64).ravel(),
        low=low,
        high=high,
        matrix=_rows(count, topics, tables.groups, groups),
    )
    chosen = solve_integer(model, work.part(work.left)).chosen
    if chosen is None:
        return None
    experts: Ints = chosen.reshape(count, topics).argmax(axis=1)
    return experts


def _rows(count: int, topics: int, homes: int, groups: Ints) -> Rows:
    student = np.repeat(np.arange(count), topics)
    topic = np.tile(np.arange(topics), count)
    in_home = count + groups[student] * topics + topic
    in_topic = count + homes * topics + topic
    rows = np.stack([student, in_home, in_topic], axis=1).ravel().astype(np.int32)
    starts = np.arange(0, len(rows) + 1, 3, dtype=np.int32)
    return Rows(starts.astype(np.int64), rows.astype(np.int64), np.ones(len(rows)))
