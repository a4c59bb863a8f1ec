"""All that is asked of a grouping, part by part, and how many groups the sizes leave open."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.rows import GroupingProblem
from plplanner.grouping.rules import PlacedRule
from plplanner.grouping.slots import most_at_table
from plplanner.records import record
from plplanner.terms import GROUP_IDENTITIES

MOST_GROUPS = len(GROUP_IDENTITIES)


@record(frozen=True)
class Demands:
    """All that may be asked of a grouping; None means not asked. Each part can be dropped.

    A rule that is not asked has no places. `seated` are the students, for rules that ask for more
    than together and apart; then locks stand among the rules as rules that fix a group.
    """

    students: int
    rules: tuple[PlacedRule, ...]
    smallest: int | None
    largest: int | None
    groups: int | None
    seated: GroupingProblem | None = None


def demands_of(problem: GroupingProblem, rules: Sequence[PlacedRule]) -> Demands:
    """Everything the teacher asks for."""
    return Demands(
        students=len(problem.students),
        rules=tuple(rules),
        smallest=problem.smallest,
        largest=problem.largest,
        groups=problem.groups,
        seated=problem,
    )


def numbers_of_groups(demands: Demands) -> range:
    """How many groups the sizes leave open, before any other rule; never more than have a name."""
    smallest = max(demands.smallest or 1, 1)
    largest = max(demands.students if demands.largest is None else demands.largest, 1)
    fewest = max(1, -(-demands.students // largest))
    most = min(demands.students // smallest, MOST_GROUPS)
    if demands.groups is None:
        return range(fewest, most + 1)
    return range(demands.groups, demands.groups + int(fewest <= demands.groups <= most))


def numbers_with_table(demands: Demands, problem: GroupingProblem) -> range:
    """As `numbers_of_groups`; a teacher's table of its own size may ask for one more or less."""
    numbers = numbers_of_groups(demands)
    table = most_at_table(problem)
    if table is None:
        return numbers
    if demands.groups is not None:
        return range(demands.groups, demands.groups + 1)
    return range(max(1, numbers.start - 1), min(MOST_GROUPS, numbers.stop) + 1)


def only(demands: Demands, kept: frozenset[int] | set[int]) -> Demands:
    """The demands numbered in `kept`: rules first, then smallest, largest, number of groups.

    A dropped rule keeps its place, without students, so that numbers stay what they are.
    """
    count = len(demands.rules)
    return replace(
        demands,
        rules=tuple(
            one if number in kept else PlacedRule(one.rule, ())
            for number, one in enumerate(demands.rules)
        ),
        smallest=demands.smallest if count in kept else None,
        largest=demands.largest if count + 1 in kept else None,
        groups=demands.groups if count + 2 in kept else None,
    )
