"""Groups that rest on no score: drawn by lot, or put together by hand."""

from dataclasses import replace

from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.ui.screens.grouping.class_facts import ClassFacts

CLASS_LIST = GroupingBasis("the class list")


def with_class_list(facts: ClassFacts, *, is_wanted: bool) -> ClassFacts:
    """The class list stands among what groups can rest on when they do, or when that is wanted.

    A class without scores has nothing else. Once there are scores, the list is offered last and
    only while the saved groups rest on it.
    """
    scored = tuple(one for one in facts.bases if one != CLASS_LIST)
    is_needed = not scored and (is_wanted or facts.saved is not None)
    if facts.roster and (is_needed or rests_on_list(facts.saved)):
        return replace(facts, bases=(*scored, CLASS_LIST))
    return facts if scored == tuple(facts.bases) else replace(facts, bases=scored)


def rests_on_list(saved: GroupSetRow | None) -> bool:
    """Whether groups were formed from the class list, without any score."""
    if saved is None or saved.assessment_id is not None or saved.standard_id is not None:
        return False
    return saved.basis.startswith(CLASS_LIST.words)


def is_without_scores(facts: ClassFacts, basis: GroupingBasis | None = None) -> bool:
    """Whether no score is behind the groups: then “no evidence” is nothing to point out.

    `basis` is what those on the table rest on, None when nothing lies there yet.
    """
    return basis == CLASS_LIST or not facts.bases or tuple(facts.bases) == (CLASS_LIST,)
