from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.calendar.typed_clock import typed_time, written_time


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("9:10", time(9, 10)),
        ("9.10", time(9, 10)),
        ("9h10", time(9, 10)),
        (" 9 ", time(9)),
        ("1:10", time(13, 10)),
        ("7", time(7)),
        ("13:05", time(13, 5)),
        ("6:30 am", time(6, 30)),
        ("9:10 AM", time(9, 10)),
        ("1:10 p.m.", time(13, 10)),
        ("12:05 pm", time(12, 5)),
        ("12:05 am", time(0, 5)),
    ],
)
def test_a_time_is_meant_within_a_school_day(text, meant):
    assert typed_time(text) == meant


@pytest.mark.parametrize(
    "text", ["", "nine", "25:00", "9:60", "9:1", "13:00 pm", "0:10 am", "9:10x"]
)
def test_what_is_no_time_is_none(text):
    assert typed_time(text) is None


@given(st.times().filter(lambda one: one.hour >= 7))
def test_what_is_written_can_be_typed_again(moment):
    moment = moment.replace(second=0, microsecond=0)
    assert typed_time(written_time(moment)) == moment
