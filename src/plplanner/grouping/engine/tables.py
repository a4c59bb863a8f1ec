"""A problem as integer arrays: what every pair, place and count costs. Made once per solve."""

import numpy as np
import numpy.typing as npt

from plplanner.grouping.engine.rows import Demand, EngineProblem, GroupToFill, Learner, Measure
from plplanner.records import record

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

# Sums up to here are exact in int64 even after scaling, and costs are exact as doubles.
SAFE = 2**46
# With the measure SHARED, distances are multiplied by this before they are shared out.
SHARE = 1000
# Products of integer matrices are slow; from this size on running sums are quicker.
_SUMMED_FROM = 1_000


@record(frozen=True)
class Tables:
    """n students in order of id, G groups in the problem's order.

    `size_cost` (G × n + 2) is what each size costs a group. `counted` (n), with the measure SHARED
    only, is 1 for students with evidence; a group's distances are then shared out among them.

    `distance` (n × n) is weighted by each group's `pair_weight` (G); `repeat` (n × n) is not.
    `place` (n × G) is what a student costs in a group; `allowed` (n × G) says where she may be.
    `features` (m × n) must be spread evenly, with `feature_weight` (m): |n·S − size·T|.
    `tags` (t × n) are the tags some rule counts; `fewest`, `most` (t) and `lone` (t) bound them.
    `ranks` (n × topics) are the costs of expert topics, None without a jigsaw.
    """

    problem: EngineProblem
    ids: tuple[str, ...]
    distance: Ints
    repeat: Ints
    pair_weight: Ints
    place: Ints
    allowed: Bools
    smallest: Ints
    largest: Ints
    target: Ints
    size_weight: int
    size_cost: Ints
    features: Ints
    feature_weight: Ints
    spread_over: int
    feature_total: Ints
    tags: Ints
    fewest: Ints
    most: Ints
    lone: Bools
    together: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    locked: tuple[tuple[int, int], ...]
    ranks: Ints | None = None
    counted: Ints | None = None

    @property
    def students(self) -> int:
        """How many students there are to place."""
        return len(self.ids)

    @property
    def groups(self) -> int:
        """How many groups there are to fill."""
        return len(self.smallest)


def tables_of(problem: EngineProblem) -> Tables:
    """The arrays of a problem. OverflowError when its costs are too large to sum exactly."""
    here = problem.here
    values = _values(problem, here)
    place = {one.id: index for index, one in enumerate(here)}
    slot = {group.id: index for index, group in enumerate(problem.groups)}
    features, weights = _features(problem, here, values)
    tags, fewest, most, lone = _tag_bounds(problem, here)
    locked = _places(problem, Demand.LOCKED, place, slot)
    tables = Tables(
        problem=problem,
        ids=tuple(one.id for one in here),
        distance=_distances(problem, here, values),
        repeat=_repeats(problem, place),
        pair_weight=np.array([g.pair_weight for g in problem.groups], dtype=np.int64),
        place=_place_costs(problem, here, values, slot),
        allowed=_allowed(problem, place, slot),
        smallest=np.array([g.smallest for g in problem.groups], dtype=np.int64),
        largest=np.array([g.largest for g in problem.groups], dtype=np.int64),
        target=np.array([_target(g) for g in problem.groups], dtype=np.int64),
        size_weight=problem.wishes.size,
        size_cost=_size_costs(problem, len(here)),
        features=features,
        feature_weight=weights,
        spread_over=len(here),
        feature_total=features.sum(1),
        tags=tags,
        fewest=fewest,
        most=most,
        lone=lone,
        together=_pairs(problem, Demand.TOGETHER, place),
        apart=_pairs(problem, Demand.APART, place),
        locked=locked,
        ranks=_expert_costs(problem, here, place),
        counted=_counted(problem, here),
    )
    _refuse_overflow(tables)
    return tables


def class_medians(values: npt.NDArray[np.float64]) -> Ints:
    """The median of each column, rounded down; NaN is no evidence, 0 where nobody has any."""
    known = np.where(np.isnan(values).all(axis=0), 0.0, values)
    medians: Ints = np.floor(np.nanmedian(known, axis=0)).astype(np.int64)
    return medians


def sums_by_group(costs: Ints, group: Ints, member: Ints) -> Ints:
    """What each student's costs with the members of each group add up to (n × G).

    `costs` is n × n, `member` (n × G) is 1 where a student is, and `group` (n) says the same.
    """
    count, groups = member.shape
    if count * groups < _SUMMED_FROM:
        small: Ints = costs @ member
        return small
    order = np.argsort(group, kind="stable")
    running = np.zeros((count, count + 1), dtype=np.int64)
    np.cumsum(costs[:, order], axis=1, out=running[:, 1:])
    ends = np.cumsum(np.bincount(group, minlength=groups))
    sums: Ints = running[:, ends] - running[:, np.concatenate([[0], ends[:-1]])]
    return sums


def _values(problem: EngineProblem, here: tuple[Learner, ...]) -> Ints:
    standards = len(problem.standard_weights)
    raw = np.array([s.scores for s in here], dtype=np.float64).reshape(len(here), standards)
    if not raw.size:
        return np.zeros((len(here), standards), dtype=np.int64)
    filled = np.where(np.isnan(raw), class_medians(raw)[None, :], raw)
    return filled.astype(np.int64)


def _distances(problem: EngineProblem, here: tuple[Learner, ...], values: Ints) -> Ints:
    wishes, count = problem.wishes, len(values)
    if not wishes.pair:
        return np.zeros((count, count), dtype=np.int64)
    if problem.measure is Measure.SHARED:
        return _differences(problem, here)
    total = np.zeros((count, count), dtype=np.int64)
    for k, weight in enumerate(problem.standard_weights):
        total += weight * (values[:, k, None] - values[None, :, k]) ** 2
    if problem.cuts:
        level = np.searchsorted(np.array(problem.cuts), values[:, problem.need_standard], "right")
        total += wishes.cut * abs(level[:, None] - level[None, :])
    scaled: Ints = wishes.pair * total
    return scaled


def _differences(problem: EngineProblem, here: tuple[Learner, ...]) -> Ints:
    total = np.zeros((len(here), len(here)), dtype=np.int64)
    for k, weight in enumerate(problem.standard_weights):
        known = np.array([s.scores[k] is not None for s in here])
        score = np.array([s.scores[k] or 0 for s in here], dtype=np.int64)
        both = known[:, None] & known[None, :]
        total += weight * abs(score[:, None] - score[None, :]) * both
    scaled: Ints = problem.wishes.pair * total
    return scaled


def _counted(problem: EngineProblem, here: tuple[Learner, ...]) -> Ints | None:
    if problem.measure is not Measure.SHARED or not problem.wishes.pair:
        return None
    known = [any(score is not None for score in one.scores) for one in here]
    return np.array(known, dtype=np.int64)


def _size_costs(problem: EngineProblem, count: int) -> Ints:
    """What each group costs at each size, 0 … count + 1."""
    sizes = np.arange(count + 2)
    rows = [
        problem.wishes.size * abs(sizes - group.target) if group.target is not None else 0 * sizes
        for group in problem.groups
    ]
    costs = np.array(rows, dtype=np.int64).reshape(len(rows), len(sizes))
    for index, group in enumerate(problem.groups):
        if group.middle is not None:
            costs[index] += problem.wishes.uneven * (2 * sizes - group.middle) ** 2
    return costs


def _repeats(problem: EngineProblem, place: dict[str, int]) -> Ints:
    total = np.zeros((len(place), len(place)), dtype=np.int64)
    for week in problem.weeks:
        group_of = {one: number for number, group in enumerate(week.groups) for one in group}
        number = np.array([group_of.get(one, -1 - place[one]) for one in place], dtype=np.int64)
        total += week.weight * (number[:, None] == number[None, :])
    total *= problem.wishes.repeat
    for pair in problem.partners:
        if pair.one in place and pair.other in place:
            one, other = place[pair.one], place[pair.other]
            total[one, other] += pair.cost
            total[other, one] += pair.cost
    np.fill_diagonal(total, 0)
    return total


def _place_costs(
    problem: EngineProblem, here: tuple[Learner, ...], values: Ints, slot: dict[str, int]
) -> Ints:
    wishes = problem.wishes
    cost = np.zeros((len(here), len(problem.groups)), dtype=np.int64)
    for index, group in enumerate(problem.groups):
        if problem.ranks_count and wishes.choice:
            cost[:, index] += wishes.choice * np.array([s.ranks[group.topic] for s in here])
        if group.teacher_table and wishes.teacher_table:
            cost[:, index] += wishes.teacher_table * values[:, problem.table_standard]
    for row, one in enumerate(here):
        if one.before in slot and wishes.stay:
            cost[row] += wishes.stay
            cost[row, slot[one.before]] -= wishes.stay
    return cost


def _allowed(problem: EngineProblem, place: dict[str, int], slot: dict[str, int]) -> Bools:
    allowed = np.ones((len(place), len(slot)), dtype=np.bool_)
    for row, column in _places(problem, Demand.FORBIDDEN, place, slot):
        allowed[row, column] = False
    for row, column in _places(problem, Demand.LOCKED, place, slot):
        allowed[row, :column] = False
        allowed[row, column + 1 :] = False
    for rule in problem.rules:
        if rule.demand is Demand.LOCKED and rule.group not in slot and rule.students[0] in place:
            allowed[place[rule.students[0]]] = False
    return allowed


def _features(problem: EngineProblem, here: tuple[Learner, ...], values: Ints) -> tuple[Ints, Ints]:
    rows: list[Ints] = []
    weights: list[int] = []
    if problem.wishes.balance:
        for k, weight in enumerate(problem.standard_weights):
            rows.append(values[:, k])
            weights.append(problem.wishes.balance * weight)
    if problem.wishes.tag_balance:
        for tag in problem.balanced_tags:
            rows.append(np.array([tag in s.tags for s in here], dtype=np.int64))
            weights.append(problem.wishes.tag_balance)
    features = np.array(rows, dtype=np.int64).reshape(len(rows), len(here))
    return features, np.array(weights, dtype=np.int64)


def _tag_bounds(
    problem: EngineProblem, here: tuple[Learner, ...]
) -> tuple[Ints, Ints, Ints, Bools]:
    counted = (Demand.NO_LONE, Demand.MAX_TAG, Demand.MIN_TAG)
    names = sorted({rule.tag for rule in problem.rules if rule.demand in counted})
    row = {tag: index for index, tag in enumerate(names)}
    tags = np.array([[tag in s.tags for s in here] for tag in names], dtype=np.int64)
    fewest = np.zeros(len(names), dtype=np.int64)
    most = np.full(len(names), len(here), dtype=np.int64)
    lone = np.zeros(len(names), dtype=np.bool_)
    for rule in problem.rules:
        if rule.demand is Demand.NO_LONE:
            lone[row[rule.tag]] = True
        elif rule.demand is Demand.MAX_TAG:
            most[row[rule.tag]] = min(most[row[rule.tag]], rule.count)
        elif rule.demand is Demand.MIN_TAG:
            fewest[row[rule.tag]] = max(fewest[row[rule.tag]], rule.count)
    return tags.reshape(len(names), len(here)), fewest, most, lone


def _pairs(
    problem: EngineProblem, demand: Demand, place: dict[str, int]
) -> tuple[tuple[int, int], ...]:
    found = {
        (min(ends), max(ends))
        for rule in problem.rules
        if rule.demand is demand and all(one in place for one in rule.students)
        for ends in [[place[one] for one in rule.students]]
        if ends[0] != ends[-1] or demand is Demand.APART
    }
    return tuple(sorted(found))


def _places(
    problem: EngineProblem, demand: Demand, place: dict[str, int], slot: dict[str, int]
) -> tuple[tuple[int, int], ...]:
    found = {
        (place[rule.students[0]], slot[rule.group])
        for rule in problem.rules
        if rule.demand is demand and rule.students[0] in place and rule.group in slot
    }
    return tuple(sorted(found))


def _expert_costs(
    problem: EngineProblem, here: tuple[Learner, ...], place: dict[str, int]
) -> Ints | None:
    if problem.jigsaw is None:
        return None
    topics = problem.jigsaw.topics
    ranks = np.array([s.ranks or (0,) * topics for s in here], dtype=np.int64)
    costs: Ints = problem.wishes.choice * ranks.reshape(len(here), -1)[:, :topics]
    for rule in problem.rules:
        if rule.demand is Demand.EXPERT and rule.students[0] in place:
            row = place[rule.students[0]]
            costs[row, : rule.count] = FORBIDDEN_TOPIC
            costs[row, rule.count + 1 :] = FORBIDDEN_TOPIC
    return costs


# Dearer than any grouping, and still small enough to sum.
FORBIDDEN_TOPIC = 2**40


def _target(group: GroupToFill) -> int:
    return -1 if group.target is None else group.target


def _refuse_overflow(tables: Tables) -> None:
    pairs = float(abs(tables.distance).sum()) * max(1, abs(tables.pair_weight).max(initial=1))
    pairs *= 1 if tables.counted is None else SHARE
    spread = tables.feature_weight @ (tables.spread_over * abs(tables.feature_total)) * 2
    total = pairs + float(abs(tables.repeat).sum()) + float(abs(tables.place).sum())
    total += float(tables.size_cost.max(initial=0)) * tables.groups
    if total + float(spread) * max(1, tables.groups) > SAFE:
        raise OverflowError("the scores and weights are too large to be summed exactly")
