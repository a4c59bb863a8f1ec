from datetime import date

import pytest

from plplanner.grouping.rule_words import dates_words, rule_words
from plplanner.terms import RuleKind


@pytest.mark.parametrize(
    ("kind", "names", "more", "says"),
    [
        (RuleKind.APART, ["Ana", "Ben"], {}, "Ana and Ben apart"),
        (RuleKind.TOGETHER, ["Ana", "Ben", "Cy"], {}, "Ana, Ben and Cy together"),
        (RuleKind.FIXED, ["Jun"], {"identity_key": "river"}, "Jun always in River"),
        (RuleKind.NEVER_IN, ["Jun"], {"identity_key": "kite"}, "Jun never in Kite"),
        (RuleKind.AT_MOST_TAG, [], {"tag": "talks", "count": 2}, "At most 2 “talks” in a group"),
        (RuleKind.NO_LONE_TAG, [], {"tag": "new"}, "Nobody alone with “new”"),
        (RuleKind.SPREAD_TAG, [], {"tag": "leader"}, "“leader” spread over the groups"),
        (RuleKind.TABLE_AT_MOST, [], {"count": 6}, "At most 6 at the teacher table"),
    ],
)
def test_every_rule_reads_aloud(kind, names, more, says):
    assert rule_words(kind, names, **more) == says


def test_dates_are_said_when_there_are_any():
    first, last = date(2026, 12, 7), date(2026, 12, 18)
    assert dates_words(None, None) == ""
    assert dates_words(None, last) == "until Fri 18 Dec"
    assert dates_words(first, last) == "from Mon 7 Dec until Fri 18 Dec"
