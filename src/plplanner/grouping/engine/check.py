"""The independent checker: which rules a grouping breaks, and what it costs, term by term.

Written apart from the solver in plain Python, and it may not import the solver's cost code. Every
answer passes here before anyone sees it; live edits on screen are weighed here too.

The objective is the sum of these terms over the students present (n of them):
pair: per group, its pair weight times the distances of its pairs (weighted squares over the
standards, plus `cut` per level between them); repeat: the weights of earlier weeks in which a pair
was together; balance: |n × group sum − size × class sum| per standard; tagbal: the same for counts
of tags; unary: ranks of topics; tt: scores at the teacher table; sizes: distance from the target,
and (2 × size − middle)² for the wish `uneven`; expert: ranks of expert topics; stay: students out
of the group they had; partners: what single pairs cost together.
A missing score counts as the class median, rounded down.

With the measure SHARED, pair is per group ⌊1000 × its pair weight × Σ distance ÷ e⌋, where e
members have evidence, a distance is the weighted differences over the standards both have
evidence on, and a student without evidence is at no distance from anyone.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from plplanner.grouping.engine.rows import (
    Assignment,
    Broken,
    Demand,
    EngineProblem,
    GroupToFill,
    HardRule,
    Learner,
    Measure,
    Verdict,
)
from plplanner.records import record

SHARE = 1000


def judged(problem: EngineProblem, assignment: Assignment) -> Verdict:
    """Broken rules and cost of an assignment. Costs are told only for a complete assignment."""
    misplaced = _misplaced(problem, assignment)
    if misplaced:
        return Verdict(tuple(misplaced), {})
    view = _View.of(problem, assignment)
    broken = [*_sizes_broken(view), *_rules_broken(view), *_experts_broken(view)]
    return Verdict(tuple(broken), terms_of(view))


def rules_kept(problem: EngineProblem, assignment: Assignment) -> frozenset[int]:
    """Which rules, by their place in the problem, a complete assignment keeps."""
    view = _View.of(problem, assignment)
    return frozenset(n for n, rule in enumerate(problem.rules) if not _breaks(view, rule))


@record(frozen=True)
class _View:
    problem: EngineProblem
    assignment: Assignment
    members: Mapping[str, Sequence[Learner]]
    values: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, problem: EngineProblem, assignment: Assignment) -> "_View":
        here = problem.here
        members: dict[str, list[Learner]] = {group.id: [] for group in problem.groups}
        for one in here:
            members[assignment.group[one.id]].append(one)
        return cls(problem, assignment, members, score_values(problem))


def score_values(problem: EngineProblem) -> dict[str, tuple[int, ...]]:
    """Scores per student present; where there is no evidence, the class median, rounded down."""
    here = problem.here
    medians = [_median([s.scores[k] for s in here]) for k in range(len(problem.standard_weights))]
    return {
        s.id: tuple(
            median if score is None else score
            for score, median in zip(s.scores, medians, strict=True)
        )
        for s in here
    }


def terms_of(view: _View) -> dict[str, int]:
    """Each term of the objective."""
    groups = view.problem.groups
    return {
        "pair": sum(_pair_cost(view, group) for group in groups),
        "repeat": _repeat_cost(view),
        "balance": sum(_balance_cost(view, group) for group in groups),
        "tagbal": sum(_tag_cost(view, group) for group in groups),
        "unary": _choice_cost(view),
        "tt": _table_cost(view),
        "sizes": sum(_size_cost(view, group) for group in groups),
        "expert": _expert_cost(view),
        "stay": _stay_cost(view),
        "partners": _partners_cost(view),
    }


def distance_between(problem: EngineProblem, one: Sequence[int], other: Sequence[int]) -> int:
    """Distance of two students' scores: weighted squares, plus a step for each cut between."""
    squares = sum(
        weight * (a - b) ** 2
        for weight, a, b in zip(problem.standard_weights, one, other, strict=True)
    )
    need = problem.need_standard
    levels = abs(_level(one[need], problem.cuts) - _level(other[need], problem.cuts)) if one else 0
    return squares + problem.wishes.cut * levels


def _median(scores: Sequence[int | None]) -> int:
    known = sorted(score for score in scores if score is not None)
    if not known:
        return 0
    middle = len(known) // 2
    return known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) // 2


def _level(score: int, cuts: Sequence[int]) -> int:
    return sum(1 for cut in cuts if score >= cut)


def _misplaced(problem: EngineProblem, assignment: Assignment) -> list[Broken]:
    here = {one.id for one in problem.here}
    groups = {group.id for group in problem.groups}
    broken = [Broken("unassigned", (one,)) for one in sorted(here - set(assignment.group))]
    for one, group in sorted(assignment.group.items()):
        if one not in here:
            broken.append(Broken("absent or unknown", (one,)))
        elif group not in groups:
            broken.append(Broken("no such group", (one, group)))
    return broken


def _sizes_broken(view: _View) -> list[Broken]:
    return [
        Broken("size", (group.id, str(len(view.members[group.id]))))
        for group in view.problem.groups
        if not group.smallest <= len(view.members[group.id]) <= group.largest
    ]


def _rules_broken(view: _View) -> list[Broken]:
    return [broken for rule in view.problem.rules for broken in _breaks(view, rule)]


def _breaks(view: _View, rule: HardRule) -> list[Broken]:
    if rule.demand in (Demand.NO_LONE, Demand.MAX_TAG, Demand.MIN_TAG):
        return _tag_breaks(view, rule)
    place = [view.assignment.group.get(one) for one in rule.students]
    if rule.demand is Demand.EXPERT or None in place:
        return []
    is_broken = {
        Demand.TOGETHER: place[0] != place[-1],
        Demand.APART: place[0] == place[-1],
        Demand.LOCKED: place[0] != rule.group,
        Demand.FORBIDDEN: place[0] == rule.group,
    }[rule.demand]
    named = (*rule.students, rule.group) if rule.group else rule.students
    return [Broken(str(rule.demand), named)] if is_broken else []


def _tag_breaks(view: _View, rule: HardRule) -> list[Broken]:
    broken = []
    for group, members in view.members.items():
        count = sum(1 for one in members if rule.tag in one.tags)
        kept = {
            Demand.NO_LONE: count != 1,
            Demand.MAX_TAG: count <= rule.count,
            Demand.MIN_TAG: count >= rule.count,
        }[rule.demand]
        if not kept:
            broken.append(Broken(str(rule.demand), (rule.tag, group, str(count))))
    return broken


def _experts_broken(view: _View) -> list[Broken]:
    jigsaw, experts = view.problem.jigsaw, view.assignment.expert or {}
    if jigsaw is None:
        return []
    topics = range(jigsaw.topics)
    lost = [
        Broken("expert unassigned", (s.id,))
        for s in view.problem.here
        if experts.get(s.id, -1) not in topics
    ]
    if lost:
        return lost
    counts = [sum(1 for s in view.problem.here if experts[s.id] == t) for t in topics]
    sizes = [
        Broken("expert size", (str(t), str(counts[t])))
        for t in topics
        if not jigsaw.smallest <= counts[t] <= jigsaw.largest
    ]
    missing = [
        Broken("topic missing", (group, str(t)))
        for group, members in view.members.items()
        for t in topics
        if all(experts[s.id] != t for s in members)
    ]
    locked = [
        Broken(str(rule.demand), (*rule.students, str(rule.count)))
        for rule in view.problem.rules
        if rule.demand is Demand.EXPERT and experts.get(rule.students[0], rule.count) != rule.count
    ]
    return [*sizes, *missing, *locked]


def _pair_cost(view: _View, group: GroupToFill) -> int:
    weight = view.problem.wishes.pair * group.pair_weight
    if not weight:
        return 0
    if view.problem.measure is Measure.SHARED:
        return _shared_cost(view, group, weight)
    values = [view.values[one.id] for one in view.members[group.id]]
    return weight * sum(distance_between(view.problem, a, b) for a, b in combinations(values, 2))


def _shared_cost(view: _View, group: GroupToFill, weight: int) -> int:
    known = [one for one in view.members[group.id] if any(s is not None for s in one.scores)]
    apart = sum(difference(view.problem, a, b) for a, b in combinations(known, 2))
    return SHARE * weight * apart // len(known) if known else 0


def difference(problem: EngineProblem, one: Learner, other: Learner) -> int:
    """How far apart two students are on the standards both have evidence on (measure SHARED)."""
    return sum(
        weight * abs(a - b)
        for weight, a, b in zip(problem.standard_weights, one.scores, other.scores, strict=True)
        if a is not None and b is not None
    )


def _repeat_cost(view: _View) -> int:
    if not view.problem.wishes.repeat:
        return 0
    total = 0
    for week in view.problem.weeks:
        was = {one: number for number, group in enumerate(week.groups) for one in group}
        for members in view.members.values():
            known = [was[one.id] for one in members if one.id in was]
            total += week.weight * sum(a == b for a, b in combinations(known, 2))
    return view.problem.wishes.repeat * total


def _balance_cost(view: _View, group: GroupToFill) -> int:
    if not view.problem.wishes.balance:
        return 0
    members, everyone = view.members[group.id], len(view.values)
    total = 0
    for k, weight in enumerate(view.problem.standard_weights):
        of_class = sum(values[k] for values in view.values.values())
        of_group = sum(view.values[one.id][k] for one in members)
        total += weight * abs(everyone * of_group - len(members) * of_class)
    return view.problem.wishes.balance * total


def _tag_cost(view: _View, group: GroupToFill) -> int:
    if not view.problem.wishes.tag_balance:
        return 0
    members, here = view.members[group.id], view.problem.here
    total = 0
    for tag in view.problem.balanced_tags:
        of_class = sum(1 for one in here if tag in one.tags)
        of_group = sum(1 for one in members if tag in one.tags)
        total += abs(len(here) * of_group - len(members) * of_class)
    return view.problem.wishes.tag_balance * total


def _choice_cost(view: _View) -> int:
    weight = view.problem.wishes.choice
    if not (weight and view.problem.ranks_count):
        return 0
    topic = {group.id: group.topic for group in view.problem.groups}
    return weight * sum(
        one.ranks[topic[group]] for group, members in view.members.items() for one in members
    )


def _table_cost(view: _View) -> int:
    weight, k = view.problem.wishes.teacher_table, view.problem.table_standard
    if not weight:
        return 0
    tables = [group.id for group in view.problem.groups if group.teacher_table]
    return weight * sum(view.values[one.id][k] for group in tables for one in view.members[group])


def _size_cost(view: _View, group: GroupToFill) -> int:
    size, wishes = len(view.members[group.id]), view.problem.wishes
    off = 0 if group.target is None else abs(size - group.target)
    uneven = 0 if group.middle is None else (2 * size - group.middle) ** 2
    return wishes.size * off + wishes.uneven * uneven


def _expert_cost(view: _View) -> int:
    experts, weight = view.assignment.expert, view.problem.wishes.choice
    topics = view.problem.jigsaw.topics if view.problem.jigsaw else 0
    if not (topics and weight and experts):
        return 0
    return weight * sum(
        one.ranks[experts[one.id]]
        for one in view.problem.here
        if experts.get(one.id, -1) in range(topics)
    )


def _stay_cost(view: _View) -> int:
    groups = {group.id for group in view.problem.groups}
    moved = sum(
        1
        for group, members in view.members.items()
        for one in members
        if one.before in groups and one.before != group
    )
    return view.problem.wishes.stay * moved


def _partners_cost(view: _View) -> int:
    place = view.assignment.group
    return sum(
        pair.cost
        for pair in view.problem.partners
        if pair.one in place and pair.other in place and place[pair.one] == place[pair.other]
    )
