from datetime import time

import pytest

from plplanner.calendar.bells.checks import refuse_bells
from plplanner.calendar.rows import NewPeriod
from plplanner.problems import Problem

FIRST = NewPeriod("Period 1", time(8), 50)


@pytest.mark.parametrize(
    ("name", "periods", "said"),
    [
        ("", [FIRST], "no name"),
        ("Early", [], "no period"),
        ("regular DAY", [FIRST], "called “regular DAY” already"),
        ("Early", [FIRST, NewPeriod("PERIOD 1", time(9), 50)], "Two periods"),
    ],
)
def test_what_lacks_is_said(name, periods, said):
    with pytest.raises(Problem, match=said):
        refuse_bells(name, periods, taken=["Regular day"])


def test_bells_with_a_name_and_a_period_are_enough():
    refuse_bells("Early", [FIRST], taken=["Regular day"])
