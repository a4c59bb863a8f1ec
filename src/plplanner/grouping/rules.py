"""Rules made ready for thinking: students in a lasting order, blocks that stay together, foes.

Everything after this module speaks of students by their place in `students_in_order`, so that
neither the order of rows nor the ids of this planner file can change an answer.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from plplanner.grouping.rows import GroupingProblem, RuleToKeep, StudentToGroup
from plplanner.records import record
from plplanner.terms import RuleKind


@record(frozen=True)
class PlacedRule:
    """A teacher's rule with the places of its students; students not grouped today fall out.

    The places of a rule about a tag are those of the students who have it; of one about the
    teacher's table, everyone's. A rule without places asks nothing.
    """

    rule: RuleToKeep
    places: tuple[int, ...]


@record(frozen=True)
class Blocks:
    """Students that stay together, merged (rules are transitive), and who keeps apart from whom.

    `members[b]` are the places of block b; `foes[b]` the blocks it may not share a group with.
    `contradictory` is True when one block holds two students to be kept apart.
    """

    members: tuple[tuple[int, ...], ...]
    foes: tuple[frozenset[int], ...]
    contradictory: bool


def students_in_order(problem: GroupingProblem) -> tuple[StudentToGroup, ...]:
    """The students by key, then evidence, then the rules they are in; ids decide nothing else.

    ValueError when one student stands twice in the problem.
    """
    ids = [student.student_id for student in problem.students]
    if len(set(ids)) != len(ids):
        raise ValueError("a student stands twice in the problem")
    return tuple(sorted(problem.students, key=lambda student: _lasting_key(student, problem)))


def rules_in_order(
    problem: GroupingProblem, students: Sequence[StudentToGroup]
) -> tuple[PlacedRule, ...]:
    """The rules in an order that does not hang on how they were listed."""
    place = {student.student_id: index for index, student in enumerate(students)}
    placed = [
        PlacedRule(rule, tuple(sorted({place[i] for i in _spoken_of(rule, problem) if i in place})))
        for rule in problem.rules
    ]
    return tuple(sorted(placed, key=lambda one: (one.rule.kind, one.places, one.rule.name)))


def _spoken_of(rule: RuleToKeep, problem: GroupingProblem) -> Iterable[int]:
    if rule.kind is RuleKind.TABLE_AT_MOST:
        return (student.student_id for student in problem.students)
    if rule.tag and not rule.student_ids:
        return (one.student_id for one in problem.further.students if rule.tag in one.tags)
    return rule.student_ids


def blocks_of(count: int, rules: Iterable[PlacedRule]) -> Blocks:
    """Merge `count` students by the together rules and lift the apart rules to blocks."""
    rules = tuple(rules)
    leader = _leaders(count, rules)
    numbers = {first: number for number, first in enumerate(sorted(set(leader)))}
    block_of = [numbers[first] for first in leader]
    members: list[list[int]] = [[] for _ in numbers]
    for student, block in enumerate(block_of):
        members[block].append(student)
    foes: list[set[int]] = [set() for _ in numbers]
    for one, other in apart_pairs(rules):
        foes[block_of[one]].add(block_of[other])
        foes[block_of[other]].add(block_of[one])
    return Blocks(
        members=tuple(map(tuple, members)),
        foes=tuple(map(frozenset, foes)),
        contradictory=any(block in enemies for block, enemies in enumerate(foes)),
    )


def apart_pairs(rules: Iterable[PlacedRule]) -> frozenset[tuple[int, int]]:
    """Each pair of places that some rule keeps apart, smaller place first."""
    return frozenset(
        pair
        for one in rules
        if one.rule.kind is RuleKind.APART
        for pair in combinations(one.places, 2)
    )


def _leaders(count: int, rules: Iterable[PlacedRule]) -> list[int]:
    """For each student the first student of her block."""
    leader = list(range(count))
    for one in rules:
        if one.rule.kind is RuleKind.TOGETHER and one.places:
            joined = {leader[student] for student in one.places}
            first = min(joined)
            leader = [first if old in joined else old for old in leader]
    return leader


def _lasting_key(student: StudentToGroup, problem: GroupingProblem) -> tuple[object, ...]:
    evidence = student.evidence
    mine = sorted(
        (rule.kind, rule.name, len(rule.student_ids))
        for rule in problem.rules
        if student.student_id in rule.student_ids
    )
    numbers = (evidence.percent, evidence.points, evidence.possible)
    return (
        student.key,
        student.name,
        evidence.level,
        tuple(-1.0 if number is None else number for number in numbers),
        evidence.count,
        tuple(mine),
        student.student_id,
    )
