"""Why no plan keeps all rules: the fewest that conflict, by name, and the smallest ways out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plplanner.grouping.engine.hitting import Conflict, fewest_conflicting
from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.found import Found, cells_of
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.parts import Part, parts_of
from plplanner.rotation.engine.rows import Broken, ImpossibleLesson, LessonProblem, Rule
from plplanner.rotation.engine.search import any_plan

_MOST_ASKED = 120
_MOST_WAYS_OUT = 6
_EACH = seconds(5)


def why_impossible(problem: LessonProblem, work: Work) -> ImpossibleLesson:
    """The fewest rules that cannot hold together, and what would mend it all.

    Names none when the caller stops before they are known. RuntimeError when two solves disagree.
    """
    try:
        return _why(problem, work)
    except InterruptedError:
        return ImpossibleLesson((), (), is_fewest=False, work=work.spent)


def _why(problem: LessonProblem, work: Work) -> ImpossibleLesson:
    parts = parts_of(problem)
    known = _Known(problem, parts, work)
    conflict = fewest_conflicting(len(parts), known.keeps, most_asked=_MOST_ASKED)
    if conflict is None:
        raise RuntimeError("two solves disagree about a lesson")
    if _some_plan(_only(problem, parts, conflict.parts), work, again=True) is not None:
        raise RuntimeError("two solves disagree about a conflict")
    names = tuple(parts[number].name for number in sorted(conflict.parts))
    ways = tuple(_ways_out(problem, parts, conflict, work))
    return ImpossibleLesson(
        rules=names or ("there is no station where the groups could be",),
        ways_out=ways or ("Add a station without a teacher.",),
        is_fewest=conflict.is_fewest,
        work=work.spent,
    )


@dataclass
class _Known:
    """What was asked so far: what keeps some rules keeps fewer too, and the other way round."""

    problem: LessonProblem
    parts: Sequence[Part]
    work: Work
    held: list[frozenset[int]] = field(default_factory=list)
    failed: list[frozenset[int]] = field(default_factory=list)

    def keeps(self, asked: frozenset[int]) -> frozenset[int] | None:
        """As many rules as can be kept beside those asked for; None when these cannot be."""
        kept = self._ask(asked)
        if kept is None:
            return None
        rest = sorted(frozenset(range(len(self.parts))) - kept)
        return self._grown(kept, rest)

    def _grown(self, kept: frozenset[int], rest: Sequence[int]) -> frozenset[int]:
        """Rules are added by halves: most can be kept, and one question says so of many."""
        more = [one for one in rest if one not in kept]
        if not more:
            return kept
        answer = self._ask(kept.union(more))
        if answer is not None:
            return answer
        if len(more) == 1:
            return kept
        half = len(more) // 2
        return self._grown(self._grown(kept, more[:half]), more[half:])

    def _ask(self, asked: frozenset[int]) -> frozenset[int] | None:
        if any(one <= asked for one in self.failed):
            return None
        for one in self.held:
            if asked <= one:
                return one
        found = _some_plan(_only(self.problem, self.parts, asked), self.work)
        if found is None:
            self.failed.append(asked)
            return None
        kept = asked | _kept_by(self.problem, self.parts, found)
        self.held.append(kept)
        return kept


def _some_plan(problem: LessonProblem, work: Work, *, again: bool = False) -> Found | None:
    """A plan that keeps the rules; None when there is none. InterruptedError when stopped."""
    if work.asked_to_stop():
        raise InterruptedError("stopped before it was known")
    part = Work(_EACH, work.asked_to_stop)
    found = any_plan(layout_of(problem), part, again=again)
    work.spend(part.spent)
    if found.at is None and not found.impossible:
        raise InterruptedError("stopped before it was known")
    return None if found.at is None else found


def _only(problem: LessonProblem, parts: Sequence[Part], kept: frozenset[int]) -> LessonProblem:
    for number, part in enumerate(parts):
        if number not in kept:
            problem = part.drop(problem)
    return problem


def _kept_by(problem: LessonProblem, parts: Sequence[Part], found: Found) -> frozenset[int]:
    """All rules this plan keeps besides: saves asking for each of them."""
    verdict = judged(problem, cells_of(layout_of(problem), found.at or ()))
    broken = {_key(one) for one in verdict.broken}
    return frozenset(
        number for number, part in enumerate(parts) if (part.rule, part.subject) not in broken
    )


def _key(broken: Broken) -> tuple[Rule, str]:
    is_for_all = broken.rule is Rule.MEETINGS_PER_DAY
    return broken.rule, "" if is_for_all else broken.subject


def _ways_out(
    problem: LessonProblem, parts: Sequence[Part], conflict: Conflict, work: Work
) -> Iterator[str]:
    """The least change of each conflicting rule that mends everything; else the least drops."""
    found = 0
    for number in sorted(conflict.parts):
        way = _way_out(problem, parts[number], work)
        if way is not None:
            found += 1
            yield way
        if found == _MOST_WAYS_OUT:
            return
    if not found and conflict.mends:
        least = min(conflict.mends, key=lambda mend: (len(mend), sorted(mend)))
        yield " ".join(parts[number].drop_words for number in sorted(least))


def _way_out(problem: LessonProblem, part: Part, work: Work) -> str | None:
    """The least change of one rule that mends everything, None when not even dropping it does."""
    if _some_plan(part.drop(problem), work) is None:
        return None
    for words, change in part.softer:
        if _some_plan(change(problem), work) is not None:
            return words
    return part.drop_words
