"""Grouping problems and answers as JSON objects, in the judge's own format."""

from collections.abc import Mapping, Sequence
from typing import Any

from plplanner.grouping.engine.rows import (
    Answer,
    Assignment,
    Demand,
    EngineProblem,
    GroupToFill,
    HardRule,
    Jigsaw,
    Learner,
    Partners,
    Week,
    Wishes,
)

Json = Mapping[str, Any]

_WISHES = {
    "pair": "pair",
    "cut": "cut",
    "repeat": "repeat",
    "balance": "balance",
    "tag_balance": "tagbal",
    "choice": "pref",
    "teacher_table": "tt",
    "size": "size",
    "stay": "stay",
}


def problem_from(source: Json) -> EngineProblem:
    """The problem a file describes. KeyError when a needed part is missing."""
    weights = source["weights"]
    hard = source.get("hard", {})
    decay = source.get("history_decay", [])
    return EngineProblem(
        name=source.get("name", ""),
        students=tuple(_learner(one) for one in source["students"]),
        groups=tuple(_group(one) for one in source["groups"]),
        rules=(*_pair_rules(hard), *_tag_rules(hard)),
        wishes=Wishes(**{ours: int(weights.get(theirs, 0)) for ours, theirs in _WISHES.items()}),
        standard_weights=tuple(source.get("std_weight", [1] * source["standards"])),
        cuts=tuple(source.get("cuts") or ()),
        need_standard=source.get("need_std", 0),
        table_standard=source.get("tt_std", 0),
        balanced_tags=tuple(source.get("tagbal", ())),
        weeks=tuple(
            Week(tuple(tuple(group) for group in week), int(weight))
            for week, weight in zip(source.get("history", []), decay, strict=False)
        ),
        partners=tuple(
            Partners(str(one), str(other), int(cost))
            for one, other, cost in source.get("partners", ())
        ),
        ranks_count=source.get("mode") == "interest",
        jigsaw=_jigsaw(source),
    )


def assignment_to(assignment: Assignment) -> dict[str, Any]:
    """The solution file for the judge."""
    solution: dict[str, Any] = {"group": dict(sorted(assignment.group.items()))}
    if assignment.expert is not None:
        solution["expert"] = dict(sorted(assignment.expert.items()))
    return solution


def assignment_from(source: Json) -> Assignment:
    """The assignment of a solution file."""
    return Assignment(group=dict(source["group"]), expert=source.get("expert"))


def report_to(answer: Answer, *, seconds: float, cut_by_clock: bool) -> dict[str, Any]:
    """The report that goes with a solution file."""
    return {
        "status": str(answer.status),
        "objective": answer.objective,
        "bound": answer.bound,
        "seconds": seconds,
        "cut_by_clock": cut_by_clock,
        "reasons": list(answer.reasons),
    }


def _learner(one: Json) -> Learner:
    return Learner(
        id=str(one["id"]),
        scores=tuple(one["scores"]),
        tags=tuple(one.get("tags", ())),
        ranks=tuple(one.get("ranks", ())),
        present=bool(one.get("present", True)),
        before=one.get("before"),
    )


def _group(one: Json) -> GroupToFill:
    return GroupToFill(
        id=str(one["id"]),
        smallest=one["min"],
        largest=one["max"],
        target=one.get("target"),
        pair_weight=one.get("pw", 1),
        teacher_table=bool(one.get("teacher_table", False)),
        topic=one.get("topic", 0),
    )


def _jigsaw(source: Json) -> Jigsaw | None:
    if source.get("mode") != "jigsaw":
        return None
    return Jigsaw(source["topics"], source["emin"], source["emax"])


def _pair_rules(hard: Json) -> list[HardRule]:
    rules = []
    for demand, words in (
        (Demand.TOGETHER, "{} and {} together"),
        (Demand.APART, "{} and {} apart"),
    ):
        for one, other in _listed(hard, demand):
            rules.append(HardRule(demand, (one, other), name=words.format(one, other)))
    for demand, words in ((Demand.LOCKED, "{} in {}"), (Demand.FORBIDDEN, "{} not in {}")):
        for one, group in _listed(hard, demand):
            rules.append(HardRule(demand, (one,), group=group, name=words.format(one, group)))
    for one, topic in _listed(hard, Demand.EXPERT):
        rules.append(
            HardRule(Demand.EXPERT, (one,), count=topic, name=f"{one} expert of topic {topic}")
        )
    return rules


def _tag_rules(hard: Json) -> list[HardRule]:
    lone = [
        HardRule(Demand.NO_LONE, tag=tag, name=f"no one alone with {tag}")
        for tag in _listed(hard, Demand.NO_LONE)
    ]
    counted = [
        HardRule(demand, tag=tag, count=count, name=f"{words} {count} {tag} in a group")
        for demand, words in ((Demand.MAX_TAG, "at most"), (Demand.MIN_TAG, "at least"))
        for tag, count in sorted(hard.get(str(demand), {}).items())
    ]
    return [*lone, *counted]


def _listed(hard: Json, demand: Demand) -> Sequence[Any]:
    found: Sequence[Any] = hard.get(str(demand), [])
    return found
