"""Why each student is in her group: one short, true statement from real numbers.

Every claim is read off the final groups: “same need” is said only when another member has the
same level, “would fit Kite” only when Kite's scores lie nearer on average and a rule names
someone there, “has the fewest members” only when it has.
"""

from collections.abc import Sequence
from fractions import Fraction

from plplanner.gradebook.mastery import number_words
from plplanner.grouping.costs import Costs
from plplanner.grouping.piles import missed_words
from plplanner.grouping.rows import GroupProposal, Reason, StudentToGroup
from plplanner.grouping.rules import PlacedRule, apart_pairs
from plplanner.terms import LEVEL_WORDS, MasteryLevel, RuleKind, ScoreStatus

_QUICK_CHECK = "Give a quick check."
_SINGLE_ITEMS_UP_TO = 20
_NOTHING_COUNTS = {
    ScoreStatus.MISSING: "has not handed it in",
    ScoreStatus.EXCUSED: "is excused",
    ScoreStatus.ABSENT: "was absent",
    ScoreStatus.INCOMPLETE: "has not finished",
}


class _View:
    """The final groups by place, with the questions an explanation asks of them."""

    def __init__(
        self,
        students: Sequence[StudentToGroup],
        rules: Sequence[PlacedRule],
        costs: Costs,
        groups: Sequence[GroupProposal],
    ) -> None:
        self.students = students
        self.costs = costs
        self.groups = groups
        place = {student.student_id: index for index, student in enumerate(students)}
        self.members = [[place[one] for one in group.student_ids] for group in groups]
        self.foes: list[set[int]] = [set() for _ in students]
        self.friends: list[set[int]] = [set() for _ in students]
        for one, other in apart_pairs(rules):
            self.foes[one].add(other)
            self.foes[other].add(one)
        for rule in rules:
            if rule.rule.kind is RuleKind.TOGETHER:
                for one in rule.places:
                    self.friends[one].update(set(rule.places) - {one})

    def distance(self, student: int, group: int) -> Fraction | None:
        """Mean distance to the group's other members with evidence; None when there are none."""
        others = [
            other for other in self.members[group] if other != student and self.costs.counted[other]
        ]
        if not others:
            return None
        return Fraction(sum(self.costs.distance[student][other] for other in others), len(others))

    def nearer(self, student: int, home: int) -> list[int]:
        """Groups whose scores lie strictly nearer than those at home, nearest first."""
        here = self.distance(student, home)
        apart = [(self.distance(student, g), g) for g in range(len(self.groups)) if g != home]
        return [
            group
            for there, group in sorted(
                (there, group)
                for there, group in apart
                if there is not None and here is not None and there < here
            )
        ]

    def foe_in(self, student: int, group: int) -> int | None:
        """The first member of the group whom a rule keeps apart from this student."""
        return min(self.foes[student].intersection(self.members[group]), default=None)

    def word(self, group: int) -> str:
        """The group's word, as on the wall."""
        return self.groups[group].identity.word


def reasons_for(
    students: Sequence[StudentToGroup],
    rules: Sequence[PlacedRule],
    costs: Costs,
    groups: Sequence[GroupProposal],
) -> tuple[Reason, ...]:
    """A reason for every student, in order of groups and members."""
    view = _View(students, rules, costs, groups)
    return tuple(
        Reason(students[student].student_id, _reason(view, student, home))
        for home, members in enumerate(view.members)
        for student in members
    )


def score_words(student: StudentToGroup) -> str:
    """“Ana has 2 of 5, missed items 2, 4: not yet”: the newest score, the items missed where they
    are known, and the level over all that count."""
    evidence = student.evidence
    level = LEVEL_WORDS[evidence.level].lower()
    if evidence.points is not None and evidence.possible is not None:
        score = f"{number_words(evidence.points)} of {number_words(evidence.possible)}"
    elif evidence.percent is not None:
        score = f"{number_words(evidence.percent)} %"
    elif evidence.level is MasteryLevel.NO_EVIDENCE:
        return f"{student.name} {_without(student)}"
    else:
        return f"{student.name} is {level}"
    if evidence.count > 1 and evidence.points is not None:
        return f"{student.name} has {score} now, {level} over {evidence.count} scores"
    missed = missed_words(evidence)
    return f"{student.name} has {score}, {missed}{': ' if missed else ''}{level}"


def _reason(view: _View, student: int, home: int) -> str:
    one = view.students[student]
    if one.evidence.level is MasteryLevel.NO_EVIDENCE:
        return _without_score(view, student, home)
    return f"{score_words(one)}{_edge(one)}{_place(view, student, home)}"


def _edge(student: StudentToGroup) -> str:
    if not student.evidence.borderline:
        return ""
    possible = student.evidence.possible
    if possible is not None and possible <= _SINGLE_ITEMS_UP_TO:
        return ", within one item of the cut"
    return ", close to the cut"


def _place(view: _View, student: int, home: int) -> str:
    """The rest of the sentence: a rule if a rule decided, else the need that is shared."""
    nearer = view.nearer(student, home)
    if nearer:
        foe = view.foe_in(student, nearer[0])
        if foe is not None:
            return f". {_kept_apart(view, student, foe, nearer[0])}"
        if view.friends[student]:
            return f"; stays with {view.students[min(view.friends[student])].name}, as asked."
    return f"; {_shared_need(view, student, home, bool(nearer))}"


def _shared_need(view: _View, student: int, home: int, is_nearer_elsewhere: bool) -> str:
    word = view.word(home)
    level = view.students[student].evidence.level
    alike = [
        view.students[one].name
        for one in view.members[home]
        if one != student and view.students[one].evidence.level is level
    ]
    if alike and level is view.groups[home].level:
        return f"{word} works on the same need."
    if alike:
        return f"{alike[0]} in {word} has the same need."
    if view.distance(student, home) is None:
        return f"nobody else in {word} has a score yet."
    if is_nearer_elsewhere:
        return f"the sizes and the other students leave a place in {word}."
    return f"no group has nearer scores than {word}."


def _kept_apart(view: _View, student: int, foe: int, group: int) -> str:
    name = view.students[student].name
    first, second = sorted((student, foe))
    pair = f"{view.students[first].name} and {view.students[second].name}"
    return f"{name} would fit {view.word(group)}, but {pair} are kept apart."


def _without_score(view: _View, student: int, home: int) -> str:
    name, word = view.students[student].name, view.word(home)
    begin = f"{name} {_without(view.students[student])}"
    fewest = _fewest(view, name, home)
    if fewest:
        return f"{begin}; {fewest}. {_QUICK_CHECK}"
    if view.friends[student]:
        friend = view.students[min(view.friends[student])].name
        return f"{begin} and stays with {friend}, as asked. {_QUICK_CHECK}"
    return f"{begin} and sits with {word}. {_QUICK_CHECK}"


def _without(student: StudentToGroup) -> str:
    return _NOTHING_COUNTS.get(student.evidence.status or ScoreStatus.NONE, "has no score yet")


def _fewest(view: _View, name: str, home: int) -> str:
    """What is true of the sizes, said no stronger than it is; empty when sizes did not decide."""
    word = view.word(home)
    size = len(view.members[home])
    others = [len(members) for group, members in enumerate(view.members) if group != home]
    if not others or size - 1 > min(others):
        return ""
    if size < min(others):
        return f"{word} has the fewest members"
    if size == min(others):
        return f"without {name}, {word} has the fewest members"
    return f"without {name}, no group has fewer members than {word}"
