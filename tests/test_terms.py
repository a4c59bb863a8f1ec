from datetime import date, timedelta

import pytest

from plplanner.assets import asset
from plplanner.terms import (
    GROUP_IDENTITIES,
    LEVEL_WORDS,
    GroupIdentity,
    MasteryLevel,
    Weekday,
    group_identity,
)


def test_weekdays_count_as_dates_do():
    monday = date(2026, 11, 23)
    for ahead, day in enumerate(Weekday):
        assert (monday + timedelta(days=ahead)).weekday() == day


def test_every_level_has_a_word_for_the_teacher():
    assert set(LEVEL_WORDS) == set(MasteryLevel)


def test_twenty_groups_can_be_told_apart_by_word_and_by_key():
    assert len({one.key for one in GROUP_IDENTITIES}) == 20
    assert len({one.word for one in GROUP_IDENTITIES}) == 20
    assert len({(one.symbol, one.outline) for one in GROUP_IDENTITIES}) == 20


@pytest.mark.parametrize("one", GROUP_IDENTITIES, ids=lambda one: one.key)
def test_every_identity_is_found_by_its_key_and_has_its_drawings(one: GroupIdentity):
    assert group_identity(one.key) is one
    assert asset("symbols", f"{one.symbol}.svg").is_file()
    assert asset("symbols", f"{one.hatch}.svg").is_file()


def test_a_key_that_was_never_dealt_is_an_error():
    with pytest.raises(KeyError):
        group_identity("dragon")


@pytest.mark.parametrize("one", GROUP_IDENTITIES, ids=lambda one: one.key)
def test_no_group_is_called_after_a_level_or_a_rank(one: GroupIdentity):
    forbidden = ("high", "low", "top", "gold", "silver", "first", "best")
    assert not [word for word in forbidden if word in one.word.lower().split()]
