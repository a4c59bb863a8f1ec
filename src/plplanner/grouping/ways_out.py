"""Ways out of rules that cannot hold together: the least changes, each of which mends all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plplanner.grouping.conflicts import can_hold
from plplanner.grouping.demands import Demands, only
from plplanner.grouping.notes import names_listed
from plplanner.grouping.rows import RuleToKeep, WayOut
from plplanner.grouping.rules import PlacedRule, students_in_order
from plplanner.terms import GROUP_IDENTITIES, RuleKind

_MOST_STEPS = 4
_MOST_SHOWN = 6
_COUNTED = {RuleKind.AT_MOST_TAG, RuleKind.TABLE_AT_MOST}


def ways_out(
    demands: Demands, conflict: Demands, mends: Sequence[frozenset[int]]
) -> tuple[WayOut, ...]:
    """The least changes, softest first. `mends` are sets of parts whose removal is known to help.

    A count or a size is moved by as little as will do; a rule is dropped or a lock lifted only
    where that alone is enough, else the smallest set of them that is.
    """
    parts = frozenset(range(len(demands.rules) + 3))
    chosen = [n for n, one in enumerate(conflict.rules) if one.places]
    softer = [*_softer_counts(demands, chosen), *_softer_sizes(demands, conflict)]
    single = [part for part in chosen if can_hold(only(demands, parts - {part}))]
    dropped = [_dropping(demands, (part,)) for part in single]
    if not single:
        rules_only = [mend for mend in mends if max(mend) < len(demands.rules)]
        least = min(map(len, rules_only), default=0)
        found = sorted({tuple(sorted(mend)) for mend in rules_only if len(mend) == least})
        dropped = [_dropping(demands, mend) for mend in found]
    offered = (*softer, *dropped)
    if not offered and mends:
        offered = (_together(demands, min(mends, key=lambda mend: (len(mend), sorted(mend)))),)
    return offered[:_MOST_SHOWN]


def _softer_counts(demands: Demands, chosen: Sequence[int]) -> Iterator[WayOut]:
    for part in chosen:
        rule = demands.rules[part].rule
        if rule.kind not in _COUNTED or rule.id is None:
            continue
        for count in range(rule.count + 1, rule.count + _MOST_STEPS + 1):
            softer = replace(demands.rules[part], rule=replace(rule, count=count))
            rules = (*demands.rules[:part], softer, *demands.rules[part + 1 :])
            if can_hold(replace(demands, rules=rules)):
                yield WayOut(_words_for_count(rule, count), soften=((rule.id, count),))
                break


def _words_for_count(rule: RuleToKeep, count: int) -> str:
    if rule.kind is RuleKind.TABLE_AT_MOST:
        return f"Allow {count} at the teacher’s table"
    of = f"with “{rule.tag}”" if rule.tag else "of them"
    return f"Allow {count} {of} in a group"


def _softer_sizes(demands: Demands, conflict: Demands) -> Iterator[WayOut]:
    smallest, largest, groups = demands.smallest, demands.largest, demands.groups
    if conflict.largest is not None and largest is not None:
        for size in range(largest + 1, demands.students + 1):
            if can_hold(replace(demands, largest=size)):
                yield WayOut(f"Allow groups of {size}", largest=size)
                break
    if conflict.smallest is not None and smallest is not None:
        for size in range(smallest - 1, 0, -1):
            if can_hold(replace(demands, smallest=size)):
                yield WayOut(f"Allow groups of {size}", smallest=size)
                break
    if conflict.groups is not None and groups is not None:
        near = sorted(range(1, demands.students + 1), key=lambda n: (abs(n - groups), n))
        for number in near:
            if number != groups and can_hold(replace(demands, groups=number)):
                word = "group" if number == 1 else "groups"
                yield WayOut(f"Make {number} {word}", groups=number)
                break


def _together(demands: Demands, mend: frozenset[int]) -> WayOut:
    """Rules and sizes that must give way at once, the sizes by as little as will do."""
    count = len(demands.rules)
    rules = sorted(part for part in mend if part < count)
    way = _dropping(demands, rules) if rules else WayOut("")
    rest = only(demands, frozenset(range(count + 3)) - mend)
    words = [way.words] if rules else []
    if count in mend and demands.smallest is not None:
        sizes = range(demands.smallest - 1, 0, -1)
        size = next(n for n in sizes if can_hold(replace(rest, smallest=n)))
        rest, way = replace(rest, smallest=size), replace(way, smallest=size)
        words.append(f"allow groups of {size}")
    if count + 1 in mend and demands.largest is not None:
        sizes = range(demands.largest + 1, demands.students + 1)
        size = next(n for n in sizes if can_hold(replace(rest, largest=n)))
        rest, way = replace(rest, largest=size), replace(way, largest=size)
        words.append(f"allow groups of {size}")
    if count + 2 in mend:
        way = replace(way, any_number=True)
        words.append("allow any number of groups")
    said = names_listed(words)
    return replace(way, words=said[:1].upper() + said[1:])


def _dropping(demands: Demands, parts: Sequence[int]) -> WayOut:
    rules = [demands.rules[part] for part in parts]
    words = names_listed([_words_for_drop(demands, one, n > 0) for n, one in enumerate(rules)])
    locked = {one for rule in rules if _is_lock(rule.rule) for one in rule.rule.student_ids}
    return WayOut(
        words=words,
        drop=tuple(one.rule.id for one in rules if one.rule.id is not None),
        unlock=tuple(sorted(locked)),
    )


def _is_lock(rule: RuleToKeep) -> bool:
    return rule.id is None and " locked in " in rule.name


def _words_for_drop(demands: Demands, one: PlacedRule, is_later: bool) -> str:
    words = _drop_spoken(demands, one.rule)
    return words[0].lower() + words[1:] if is_later else words


def _drop_spoken(demands: Demands, rule: RuleToKeep) -> str:
    students = students_in_order(demands.seated) if demands.seated is not None else ()
    names = names_listed([one.name for one in students if one.student_id in rule.student_ids])
    known = {identity.key: identity.word for identity in GROUP_IDENTITIES}
    words = "Unlock {names}" if _is_lock(rule) else _DROPPED[rule.kind]
    return words.format(
        names=names, word=known.get(rule.identity_key, ""), tag=rule.tag or names, name=rule.name
    )


_DROPPED = {
    RuleKind.APART: "Let {names} be together",
    RuleKind.TOGETHER: "Let {names} be in different groups",
    RuleKind.FIXED: "Let {names} leave {word}",
    RuleKind.NEVER_IN: "Let {names} be in {word}",
    RuleKind.AT_MOST_TAG: "Drop “{name}”",
    RuleKind.NO_LONE_TAG: "Let one student be alone with “{tag}”",
    RuleKind.SPREAD_TAG: "Let “{tag}” be spread unevenly",
    RuleKind.TABLE_AT_MOST: "Drop “{name}”",
}
