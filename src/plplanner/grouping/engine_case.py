"""The teacher's problem and groups in the engine's words, and back again.

Students are known to the engine by their place in the lasting order and groups by their slot, so
that no id of this planner file and no order of rows can reach the answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from plplanner.grouping.engine.check import rules_kept
from plplanner.grouping.engine.rows import Assignment, Demand, EngineProblem, HardRule
from plplanner.grouping.rows import GroupingProblem, GroupingProposal, RuleToKeep, StudentToGroup
from plplanner.grouping.rules import students_in_order
from plplanner.grouping.slots import Slot, last_groups
from plplanner.grouping.ways import PRIVATE, Brought, engine_problem, further_of
from plplanner.records import record
from plplanner.terms import RuleKind

_BY_TAG = {RuleKind.AT_MOST_TAG, RuleKind.NO_LONE_TAG, RuleKind.SPREAD_TAG}


@record(frozen=True)
class EngineCase:
    """One number of groups of a problem. `students` are in their lasting order, as are `ids`.

    `rule_of[h]` is the place in `problem.rules` of the rule that hard rule h comes from, or −1 for
    a lock.
    """

    problem: GroupingProblem
    students: tuple[StudentToGroup, ...]
    ids: tuple[str, ...]
    slots: tuple[Slot, ...]
    engine: EngineProblem
    rule_of: tuple[int, ...]

    @property
    def id_of(self) -> Mapping[int, str]:
        """Engine ids by student id."""
        known = zip(self.students, self.ids, strict=True)
        return {student.student_id: one for student, one in known}

    @property
    def engine_before(self) -> Mapping[str, str | None]:
        """The slot each student was in last, by engine id, where calm holds on to it."""
        return {one.id: one.before for one in self.engine.students}

    @property
    def student_of(self) -> Mapping[str, StudentToGroup]:
        """Students by engine id."""
        return dict(zip(self.ids, self.students, strict=True))


def case_of(problem: GroupingProblem, slots: Sequence[Slot]) -> EngineCase:
    """The case of a problem whose students are all to be seated, in these slots."""
    students = students_in_order(problem)
    ids = tuple(f"s{place:04}" for place in range(len(students)))
    id_of = {one.student_id: name for one, name in zip(students, ids, strict=True)}
    tags = _tags(problem, students)
    rules = list(_hard_rules(problem, id_of, slots, dict(zip(ids, tags, strict=True))))
    brought = Brought(
        problem=problem,
        students=students,
        ids=ids,
        before=_before(problem, students, slots),
        tags=tags,
        slots=tuple(slots),
        rules=tuple(rule for _, rule in rules),
        weeks=_weeks(problem, id_of),
    )
    return EngineCase(
        problem=problem,
        students=students,
        ids=ids,
        slots=tuple(slots),
        engine=engine_problem(brought),
        rule_of=tuple(place for place, _ in rules),
    )


def assignment_of(case: EngineCase, proposal: GroupingProposal) -> Assignment:
    """A proposal in the engine's words; its groups must be those of the case's slots, in order.

    A student of the case who is in no group of the proposal is left out of the answer.
    """
    id_of = case.id_of
    seats = {
        id_of[one]: slot.id
        for slot, group in zip(case.slots, proposal.groups, strict=True)
        for one in group.student_ids
        if one in id_of
    }
    topics = {topic: place for place, topic in enumerate(case.problem.further.topics)}
    experts = {
        id_of[one.student_id]: topics[one.topic]
        for one in proposal.experts
        if one.topic in topics and one.student_id in id_of
    }
    return Assignment(seats, experts or None)


def members_by_slot(case: EngineCase, assignment: Assignment) -> list[list[int]]:
    """Places of students (in the lasting order) by slot."""
    slot = {one.id: number for number, one in enumerate(case.slots)}
    members: list[list[int]] = [[] for _ in case.slots]
    for place, one in enumerate(case.ids):
        if one in assignment.group:
            members[slot[assignment.group[one]]].append(place)
    return members


def names_broken(case: EngineCase, assignment: Assignment) -> tuple[str, ...]:
    """The names of the rules a full assignment breaks, as the teacher reads them aloud."""
    kept = rules_kept(case.engine, assignment)
    broken = [rule.name for place, rule in enumerate(case.engine.rules) if place not in kept]
    return tuple(dict.fromkeys(broken))


def _before(
    problem: GroupingProblem, students: Sequence[StudentToGroup], slots: Sequence[Slot]
) -> tuple[str | None, ...]:
    """The slot each student was in last, where that group goes on and calm holds on to it."""
    last = last_groups(problem)
    if last is None:
        return (None,) * len(students)
    slot_of = {slot.identity.key: slot.id for slot in slots if slot.identity is not None}
    seat = {
        one: slot_of.get(group.identity.key) for group in last.groups for one in group.student_ids
    }
    return tuple(seat.get(student.student_id) for student in students)


def _weeks(
    problem: GroupingProblem, id_of: Mapping[int, str]
) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(
            tuple(sorted(id_of[one] for one in group.student_ids if one in id_of))
            for group in earlier.groups
        )
        for earlier in problem.earlier[:3]
    )


def _tags(
    problem: GroupingProblem, students: Sequence[StudentToGroup]
) -> tuple[tuple[str, ...], ...]:
    """Each student's tags, and a private one for each rule that counts students it names."""
    own = [list(one.tags) for one in further_of(problem, students)]
    place_of = {student.student_id: place for place, student in enumerate(students)}
    for rule in problem.rules:
        if rule.kind in _BY_TAG and rule.student_ids:
            for place in _places(rule, place_of):
                own[place].append(_counted_tag(rule, place_of))
    return tuple(tuple(sorted(set(tags))) for tags in own)


def _places(rule: RuleToKeep, place_of: Mapping[int, int]) -> list[int]:
    return sorted(place_of[one] for one in set(rule.student_ids) if one in place_of)


def _counted_tag(rule: RuleToKeep, place_of: Mapping[int, int]) -> str:
    if not rule.student_ids:
        return rule.tag
    return PRIVATE + " ".join(map(str, _places(rule, place_of)))


def _hard_rules(
    problem: GroupingProblem,
    id_of: Mapping[int, str],
    slots: Sequence[Slot],
    tags: Mapping[str, Sequence[str]],
) -> Iterator[tuple[int, HardRule]]:
    """Hard rules with the place of the rule they come from, in an order that lasts."""
    slot_of = {slot.identity.key: slot.id for slot in slots if slot.identity is not None}
    place_of = {student_id: place for place, student_id in enumerate(id_of)}
    named = [_places(rule, place_of) for rule in problem.rules]
    ids = tuple(id_of.values())
    order = sorted(
        range(len(named)), key=lambda n: (problem.rules[n].name, problem.rules[n].kind, named[n])
    )
    for number in order:
        rule = problem.rules[number]
        if rule.kind in _BY_TAG:
            tag = _counted_tag(rule, place_of)
            have = sum(tag in tags[one] for one in ids)
            found = _rules_on_tag(rule, tag, have, len(slots))
        else:
            found = _rules_on_students(rule, [ids[place] for place in named[number]], slot_of)
        yield from ((number, hard) for hard in found)
    names = {student.student_id: student.name for student in problem.students}
    for lock in sorted(problem.locks, key=lambda one: id_of.get(one.student_id, "")):
        if lock.student_id in id_of:
            name = f"{names[lock.student_id]} locked in {lock.identity.word}"
            group = slot_of.get(lock.identity.key, lock.identity.key)
            yield -1, HardRule(Demand.LOCKED, (id_of[lock.student_id],), group=group, name=name)


def _rules_on_students(
    rule: RuleToKeep, named: Sequence[str], slot_of: Mapping[str, str]
) -> Iterator[HardRule]:
    key = rule.identity_key
    match rule.kind:
        case RuleKind.APART:
            for pair in combinations(named, 2):
                yield HardRule(Demand.APART, pair, name=rule.name)
        case RuleKind.TOGETHER:
            for pair in pairwise(named):
                yield HardRule(Demand.TOGETHER, pair, name=rule.name)
        case RuleKind.FIXED:
            for one in named:
                yield HardRule(Demand.LOCKED, (one,), group=slot_of.get(key, key), name=rule.name)
        case RuleKind.NEVER_IN if key in slot_of:
            for one in named:
                yield HardRule(Demand.FORBIDDEN, (one,), group=slot_of[key], name=rule.name)


def _rules_on_tag(rule: RuleToKeep, tag: str, have: int, groups: int) -> Iterator[HardRule]:
    match rule.kind:
        case RuleKind.AT_MOST_TAG:
            yield HardRule(Demand.MAX_TAG, tag=tag, count=rule.count, name=rule.name)
        case RuleKind.NO_LONE_TAG:
            yield HardRule(Demand.NO_LONE, tag=tag, name=rule.name)
        case RuleKind.SPREAD_TAG:
            fewest, over = divmod(have, groups)
            yield HardRule(Demand.MIN_TAG, tag=tag, count=fewest, name=rule.name)
            yield HardRule(Demand.MAX_TAG, tag=tag, count=fewest + bool(over), name=rule.name)
