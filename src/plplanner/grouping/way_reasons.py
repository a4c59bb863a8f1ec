"""Why each student is in her group when need does not decide: one true sentence, real numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from plplanner.grouping.explain import score_words
from plplanner.grouping.notes import names_listed
from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    GroupProposal,
    Reason,
    StudentFurther,
    StudentToGroup,
)
from plplanner.grouping.ways import further_of, is_learning
from plplanner.records import record
from plplanner.terms import LEVEL_WORDS, GroupingStrategy, MasteryLevel

_TIMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_LEVELS = (MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE)


@record(frozen=True)
class _View:
    problem: GroupingProblem
    proposal: GroupingProposal
    known: dict[int, StudentToGroup]
    further: dict[int, StudentFurther]

    def others(self, group: GroupProposal, student_id: int) -> list[int]:
        """The rest of her group, in order."""
        return [one for one in group.student_ids if one != student_id]

    def names(self, ids: Iterable[int]) -> str:
        """“Ben, Cy and Dee”."""
        return names_listed([self.known[one].name for one in ids])


def way_reasons(
    problem: GroupingProblem, students: Sequence[StudentToGroup], proposal: GroupingProposal
) -> tuple[Reason, ...]:
    """A reason for every student of the proposal's groups."""
    more = further_of(problem, students)
    view = _View(
        problem=problem,
        proposal=proposal,
        known={one.student_id: one for one in students},
        further={one.student_id: one for one in more},
    )
    sentence = _SENTENCES[problem.strategy]
    return tuple(
        Reason(one, sentence(view, group, one))
        for group in proposal.groups
        for one in group.student_ids
    )


def _mixed(view: _View, group: GroupProposal, student_id: int) -> str:
    levels = Counter(view.known[one].evidence.level for one in group.student_ids)
    counts = [f"{levels[one]} {LEVEL_WORDS[one].lower()}" for one in _LEVELS if levels[one]]
    has = score_words(view.known[student_id])
    if not counts:
        return f"{has}; nobody in {group.identity.word} has a score yet."
    return f"{has}; {group.identity.word} is mixed on purpose: {', '.join(counts)}."


def _profile(view: _View, group: GroupProposal, student_id: int) -> str:
    name, own = view.known[student_id].name, view.further[student_id].profile
    spoken = [
        f"{code} {score} %"
        for code, score in zip(view.problem.further.targets, own, strict=False)
        if score is not None
    ]
    if not spoken:
        return f"{name} has no score on these targets yet. Give a quick check."
    near = sorted(
        (_apart(own, view.further[one].profile), place, one)
        for place, one in enumerate(view.others(group, student_id))
        if _apart(own, view.further[one].profile) is not None
    )
    has = f"{name} has {', '.join(spoken)}"
    if not near:
        return f"{has}; nobody else in {group.identity.word} has scores to compare."
    return f"{has}; nearest in {group.identity.word} is {view.known[near[0][2]].name}."


def _apart(one: Sequence[int | None], other: Sequence[int | None]) -> float | None:
    """Mean difference over the targets both have a score on; None when there is none."""
    gaps = [abs(a - b) for a, b in zip(one, other, strict=False) if a is not None and b is not None]
    return sum(gaps) / len(gaps) if gaps else None


def _random(view: _View, group: GroupProposal, student_id: int) -> str:
    name, others = view.known[student_id].name, view.others(group, student_id)
    if not view.problem.earlier:
        return f"{name} was dealt into {group.identity.word} by lot."
    again = [one for one in others if _weeks_together(view, student_id, one)]
    if not again:
        return f"{name} was dealt into {group.identity.word} by lot, with new partners only."
    met = f"met {view.names(again)} in the last groups"
    return f"{name} was dealt into {group.identity.word} by lot; {met}."


def _weeks_together(view: _View, one: int, other: int) -> int:
    return sum(
        any(one in group.student_ids and other in group.student_ids for group in week.groups)
        for week in view.problem.earlier
    )


def _make_up(view: _View, group: GroupProposal, student_id: int) -> str:
    name, own = view.known[student_id].name, view.further[student_id].missing
    listed = names_listed([f"“{title}”" for title in own])
    alike = [
        one for one in view.others(group, student_id) if set(own) & set(view.further[one].missing)
    ]
    if not alike:
        return f"{name} has {listed} to hand in."
    verb = "has" if len(alike) == 1 else "have"
    return f"{name} has {listed} to hand in; {view.names(alike)} {verb} some of the same."


def _interest(view: _View, group: GroupProposal, student_id: int) -> str:
    name, choices = view.known[student_id].name, view.further[student_id].choices
    if group.topic in choices:
        return f"“{group.topic}” is {_choice_spoken(name, choices, group.topic)}."
    if choices:
        return f"{name} did not choose “{group.topic}”; the topics she chose had no place left."
    return f"{name} has made no choice yet; {group.identity.word} had a place."


def _choice_spoken(name: str, choices: Sequence[str], topic: str) -> str:
    place = choices.index(topic)
    time = _TIMES[place] if place < len(_TIMES) else f"{place + 1}th"
    return f"{name}’s {time} choice"


def _jigsaw(view: _View, _group: GroupProposal, student_id: int) -> str:
    name, choices = view.known[student_id].name, view.further[student_id].choices
    topic = next(one.topic for one in view.proposal.experts if one.student_id == student_id)
    chosen = f", {_choice_spoken(name, choices, topic)}" if topic in choices else ""
    return f"{name} becomes the expert on “{topic}”{chosen}."


def _language(view: _View, group: GroupProposal, student_id: int) -> str:
    name, own = view.known[student_id].name, view.further[student_id]
    language = own.home_language
    same = [
        one for one in view.others(group, student_id) if view.further[one].home_language == language
    ]
    if is_learning(view.problem, own):
        if same:
            verb = "reads" if len(same) == 1 else "read"
            return f"{name} reads {language} at home; so {verb} {view.names(same)}."
        return f"{name} reads {language} at home; nobody else with a free place does."
    learners = [
        one
        for one in view.others(group, student_id)
        if is_learning(view.problem, view.further[one])
    ]
    if learners:
        return f"{name} works with {view.names(learners)}, who reads another language at home."
    return f"{name} sits with {view.names(view.others(group, student_id))}."


def _by_hand(view: _View, group: GroupProposal, student_id: int) -> str:
    name, last = view.known[student_id].name, view.problem.earlier[:1]
    was = next(
        (one.identity for week in last for one in week.groups if student_id in one.student_ids),
        None,
    )
    if was is None:
        return f"{name} had no group yet; {group.identity.word} had a place."
    if was == group.identity:
        return f"{name} stays in {group.identity.word}."
    return f"{name} was in {was.word}; the rules and sizes leave a place in {group.identity.word}."


_SENTENCES: dict[GroupingStrategy, Callable[[_View, GroupProposal, int], str]] = {
    GroupingStrategy.PROFILE: _profile,
    GroupingStrategy.MIXED: _mixed,
    GroupingStrategy.PROJECT: _mixed,
    GroupingStrategy.INTEREST: _interest,
    GroupingStrategy.RANDOM: _random,
    GroupingStrategy.JIGSAW: _jigsaw,
    GroupingStrategy.MAKE_UP: _make_up,
    GroupingStrategy.LANGUAGE_PAIRS: _language,
    GroupingStrategy.BY_HAND: _by_hand,
}
