"""Tell the teacher why no grouping keeps all rules, and what would help, in plain words."""

from collections.abc import Sequence

from plplanner.grouping.conflicts import can_hold, conflict_and_mends
from plplanner.grouping.demands import MOST_GROUPS, Demands, demands_of
from plplanner.grouping.locks import with_lock_rules, with_locks_fixed
from plplanner.grouping.rows import GroupingProblem, ImpossibleGrouping
from plplanner.grouping.rules import PlacedRule, rules_in_order, students_in_order
from plplanner.grouping.ways_out import ways_out
from plplanner.terms import RuleKind

_PLAIN = {RuleKind.APART, RuleKind.TOGETHER}


def nobody_to_group() -> ImpossibleGrouping:
    """The answer for a class without students."""
    return ImpossibleGrouping(
        rules=(), explanation="There are no students to group. Add students, then form groups."
    )


def nothing_to_do(lacking: str) -> ImpossibleGrouping:
    """The answer where a way to group lacks something, or there is nobody to seat."""
    if not lacking:
        return nobody_to_group()
    return ImpossibleGrouping(rules=(), explanation=lacking)


def why_impossible(seated: GroupingProblem) -> ImpossibleGrouping:
    """Why the students to be seated cannot be; locks are said as the rules they stand for."""
    is_plain = all(rule.kind in _PLAIN for rule in seated.rules)
    said = with_lock_rules(seated) if is_plain else with_locks_fixed(seated)
    rules = rules_in_order(said, students_in_order(said))
    if can_hold(demands_of(said, rules)):
        return ImpossibleGrouping(rules=(), explanation=_not_found(seated))
    return explain_conflict(said, rules)


def _not_found(problem: GroupingProblem) -> str:
    topics = len(problem.further.topics)
    return (
        f"No groups were found that have an expert on each of {topics} topics. "
        f"Allow larger groups, or name fewer topics."
    )


def explain_conflict(problem: GroupingProblem, rules: Sequence[PlacedRule]) -> ImpossibleGrouping:
    """The fewest rules that cannot hold together, by their spoken names, and what would help."""
    demands = demands_of(problem, rules)
    conflict, mends = conflict_and_mends(demands)
    spoken = tuple(one.rule.name for one in conflict.rules if one.places)
    sizes = _spoken_sizes(conflict)
    names = spoken + sizes
    explanation = _sizes_alone(conflict) if not spoken else _with_rules(conflict, names)
    return ImpossibleGrouping(
        rules=names, explanation=explanation, ways_out=ways_out(demands, conflict, mends)
    )


def students_spoken(count: int) -> str:
    """“1 student”, “5 students”."""
    return f"{count} student" if count == 1 else f"{count} students"


def _spoken_sizes(conflict: Demands) -> tuple[str, ...]:
    spoken = []
    if conflict.smallest is not None:
        spoken.append(f"at least {conflict.smallest} in each group")
    if conflict.largest is not None:
        spoken.append(f"at most {conflict.largest} in each group")
    if conflict.groups is not None:
        spoken.append(_groups_spoken(conflict.groups))
    return tuple(spoken)


def _with_rules(conflict: Demands, names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    there_are = f"With {students_spoken(conflict.students)}"
    if len(quoted) == 1:
        return f"{there_are}, {quoted[0]} cannot be kept. Change or drop it, then form groups."
    together = "both" if len(quoted) == 2 else "all"
    listed = f"{', '.join(quoted[:-1])} and {quoted[-1]}"
    return (
        f"{there_are}, {listed} cannot {together} be kept. "
        "Change or drop one of them, then form groups."
    )


def _sizes_alone(conflict: Demands) -> str:
    students, groups = conflict.students, conflict.groups
    smallest, largest = conflict.smallest, conflict.largest
    if groups is None:
        return _without_number(conflict)
    if not 1 <= groups <= min(students, MOST_GROUPS):
        most = min(students, MOST_GROUPS)
        return (
            f"{students_spoken(students)} cannot make {_groups_spoken(groups)}. "
            f"Ask for 1–{most} groups."
            if most > 1
            else f"1 student cannot make {_groups_spoken(groups)}. Ask for 1 group."
        )
    if smallest is not None:
        return (
            f"{_groups_spoken(groups)} of at least {smallest} need {groups * smallest} students; "
            f"this class has {students}. Ask for fewer groups, or allow "
            f"{_allowed(students // groups)} in a group."
        )
    return (
        f"{_groups_spoken(groups)} of at most {largest} hold {groups * (largest or 0)} students; "
        f"this class has {students}. Ask for more groups, or allow "
        f"{-(-students // groups)} in a group."
    )


def _without_number(conflict: Demands) -> str:
    students, smallest, largest = conflict.students, conflict.smallest, conflict.largest
    if largest is None:
        return (
            f"A group of at least {smallest} needs more than {students_spoken(students)}. "
            f"Allow groups of {_allowed(students)}."
        )
    if smallest is None:
        needed = max(1, -(-students // MOST_GROUPS))
        return (
            f"Groups of at most {largest} are too small: there are names and symbols for "
            f"{MOST_GROUPS} groups, and {students_spoken(students)}. "
            f"Allow {needed} in a group."
        )
    if smallest > largest:
        return (
            f"A group cannot have at least {smallest} and at most {largest} students. "
            "Change one of the two sizes."
        )
    return (
        f"{students_spoken(students)} cannot be split into groups of {smallest}–{largest}. "
        "Allow smaller or larger groups."
    )


def _groups_spoken(groups: int) -> str:
    return "1 group" if groups == 1 else f"{groups} groups"


def _allowed(size: int) -> str:
    return str(max(1, size))
