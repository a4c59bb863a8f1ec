from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.titles import (
    bare_points_in_title,
    date_in,
    is_month_first,
    is_percent_title,
    points_in_title,
    scale_title,
    standards_in_title,
)


@pytest.mark.parametrize(
    ("title", "points"),
    [
        ("Essay (20 points)", 20),
        ("Quiz 1 [10]", 10),
        ("Quiz out of 10", 10),
        ("Quiz /10", 10),
        ("Quiz (/12.5)", 12.5),
        ("Prueba 1 (10 puntos)", 10),
        ("Quiz 1 - 15 pts", 15),
        ("Exit 9/10", None),
        ("Exit 9/10/2026", None),
        ("Quiz (Max Points: 15)", 15),
        ("Exit - Max Points: 4 - Due: Sep 4, 2026", 4),
        ("Quiz, points possible 12.5", 12.5),
        ("Unit 1 Test", None),
        ("Quiz (2)", None),
    ],
)
def test_points_are_told_only_where_the_title_is_clear(title, points):
    assert points_in_title(title) == points


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Exit Ticket 6.RP.A.1", ("6.RP.A.1",)),
        ("3.NF.1 and 3.NF.2a", ("3.NF.1", "3.NF.2a")),
        ("CCSS.MATH.CONTENT.6.RP.A.1 quiz", ("CCSS.MATH.CONTENT.6.RP.A.1",)),
        ("Reading RL.4.2", ("RL.4.2",)),
        ("Lab MS-PS1-1", ("MS-PS1-1",)),
        ("TEKS 6.4A warm-up", ("6.4A",)),
        ("6.4(A) check", ("6.4(A)",)),
        ("HSA-REI.B.3", ("HSA-REI.B.3",)),
        ("6.RP.A.1 6.RP.A.1", ("6.RP.A.1",)),
        ("Chapter 3.4 Quiz", ()),
        ("Version 2.0", ()),
    ],
)
def test_standards_are_read_as_written(title, codes):
    assert standards_in_title(title) == codes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-12", date(2026, 10, 12)),
        ("Quiz 10/13/2026", date(2026, 10, 13)),
        ("13/10/2026", date(2026, 10, 13)),
        ("2026/10/12 3:00:00 PM", date(2026, 10, 12)),
        ("12 Oct 2026", date(2026, 10, 12)),
        ("Oct 12, 2026", date(2026, 10, 12)),
        ("18 de set. de 2026", date(2026, 9, 18)),
        ("1er août 2026", date(2026, 8, 1)),
        ("3 października 2026", date(2026, 10, 3)),
        ("2026年9月18日", date(2026, 9, 18)),
        ("9/4/2026", None),
        ("Exit 9/10", None),
        ("2026-13-40", None),
    ],
)
def test_dates_are_read_only_beyond_doubt(text, day):
    assert date_in(text) == day


def test_other_dates_of_the_row_settle_the_order():
    texts = ("9/4/2026", "9/14/2026")
    assert is_month_first(texts) is True
    assert date_in(texts[0], month_first=True) == date(2026, 9, 4)
    assert is_month_first(("14/9/2026",)) is False
    assert is_month_first(("9/4/2026",)) is None


def test_dates_that_share_a_number_are_of_one_month():
    assert is_month_first(("9/4/2026", "9/12/2026")) is True
    assert is_month_first(("4/9/2026", "12/9/2026")) is False
    assert is_month_first(("1/9/2026", "1/10/2026")) is None
    assert is_month_first(("9/4/2026", "10/5/2026")) is None
    assert is_month_first(("14/9/2026", "9/14/2026")) is None


def test_a_bare_number_in_brackets_may_be_points():
    assert bare_points_in_title("Unit 1 Quiz (12)") == 12
    assert bare_points_in_title("(12) Quiz") is None
    assert bare_points_in_title("Warm Up 9/8/2025 5.00") == 5
    assert bare_points_in_title("Unit 12") is None


def test_wide_brackets_are_brackets():
    assert points_in_title("测验1（10分）") == 10


def test_results_out_of_a_hundred_are_percents():
    assert is_percent_title("Total Score (0 - 100)")
    assert is_percent_title("6.RP.A.1 % Correct")


def test_a_heading_may_say_that_its_numbers_are_scale_scores():
    assert scale_title("MAP Fall (scale score)") == "MAP Fall"
    assert scale_title("MAP Fall [Scaled Scores] ") == "MAP Fall"
    assert scale_title("MAP Fall") is None
    assert scale_title("(scale score)") is None


def test_percent_titles():
    assert is_percent_title("Quiz 1 (%)")
    assert not is_percent_title("Percent quiz")


@given(st.text(max_size=80))
def test_no_title_breaks_the_reading(title):
    assert points_in_title(title) is None or points_in_title(title) >= 0
    assert isinstance(standards_in_title(title), tuple)
    assert date_in(title) is None or date_in(title).year >= 2000


def test_titles_that_name_a_scale_score_are_no_points():
    assert scale_title("Overall Scale Score (1)") == "Overall Scale Score (1)"
    assert scale_title("Math RIT") == "Math RIT"
    assert scale_title("Drawing to scale, scored") is None
    assert scale_title("Critical reading") is None


def test_bare_points_may_have_decimals():
    assert bare_points_in_title("Unit 1 Quiz - 10/14/2025 (25.00)") == 25
