"""Groups before the first score: drawn by lot, or put together by hand."""

from dataclasses import replace

from plplanner.grouping.rows import GroupingBasis
from plplanner.ui.screens.grouping.class_facts import ClassFacts

CLASS_LIST = GroupingBasis("the class list")


def with_class_list(facts: ClassFacts, *, is_wanted: bool) -> ClassFacts:
    """A class without scores whose groups rest on its list: wanted so, or saved so before."""
    has_begun = is_wanted or facts.saved is not None
    if facts.bases or not facts.roster or not has_begun:
        return facts
    return replace(facts, bases=(CLASS_LIST,))


def is_without_scores(facts: ClassFacts) -> bool:
    """Whether nobody has a score: then “no evidence” is nothing to point out."""
    return not facts.bases or tuple(facts.bases) == (CLASS_LIST,)
