from datetime import date

import pytest

from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.new_rule import KIND_WORDS, NewRule

FIRST, LAST = date(2026, 12, 7), date(2026, 12, 1)


def test_every_kind_has_words():
    assert set(KIND_WORDS) == set(RuleKind)


@pytest.mark.parametrize(
    ("rule", "lacks"),
    [
        (NewRule(RuleKind.APART, (1,)), "Select two or more students."),
        (NewRule(RuleKind.FIXED, (), identity_key="river"), "Select a student."),
        (NewRule(RuleKind.SPREAD_TAG, (1,)), "Write a tag, such as “leader”."),
        (NewRule(RuleKind.NO_LONE_TAG, (), tag="leader"), "Select everyone who has this tag."),
        (NewRule(RuleKind.APART, (1, 2), starts_on=FIRST, ends_on=LAST),
         "The last day is before the first."),
    ],
)  # fmt: skip
def test_what_is_still_missing_is_said(rule, lacks):
    assert rule.lacks == lacks


def test_a_whole_rule_lacks_nothing():
    assert NewRule(RuleKind.TOGETHER, (1, 2)).lacks == ""
    assert NewRule(RuleKind.NEVER_IN, (1,), identity_key="river").lacks == ""
    assert NewRule(RuleKind.TABLE_AT_MOST, count=6).lacks == ""
    assert NewRule(RuleKind.AT_MOST_TAG, (1,), tag="leader", count=1, ends_on=FIRST).lacks == ""
