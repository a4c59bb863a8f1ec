"""A problem loosened by one of the ways out that were offered."""

from dataclasses import replace

from plplanner.grouping.rows import GroupingProblem, WayOut


def with_way_out(problem: GroupingProblem, way: WayOut) -> GroupingProblem:
    """The problem after the change."""
    counts = dict(way.soften)
    groups = None if way.any_number else problem.groups if way.groups is None else way.groups
    return replace(
        problem,
        rules=tuple(
            replace(rule, count=counts.get(rule.id, rule.count)) if rule.id is not None else rule
            for rule in problem.rules
            if rule.id is None or rule.id not in way.drop
        ),
        locks=tuple(lock for lock in problem.locks if lock.student_id not in way.unlock),
        smallest=problem.smallest if way.smallest is None else way.smallest,
        largest=problem.largest if way.largest is None else way.largest,
        groups=groups,
    )
