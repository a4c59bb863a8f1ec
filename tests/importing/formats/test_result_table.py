import datetime

import pytest

from plplanner.importing.formats.result_table import (
    bare,
    day_in,
    find_tables,
    is_shortened,
    level_at,
    read_number_at,
    read_percentile,
    scale_score_at,
)
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table

TEXT = """Report of today,,,,

Student ID,RIT Score,Percentile,Level,Test Date
7,214,60,At Benchmark,9/16/2026
"""


def _one(score, percentile="", level=""):
    table = a_table(f"ID,Score,Percentile,Level\n7,{score},{percentile},{level}\n")
    (results,) = find_tables((table,), "id", "score")
    return scale_score_at(results, 1, score=1, percentile=2, level=3)


def test_headings_are_the_same_whatever_stands_between_their_letters():
    assert {bare(text) for text in ("Student ID", "STUDENT-ID", "student_id", "StudentID ")} == {
        "studentid"
    }
    assert bare("Class(es)") == "classes"


def test_a_heading_row_below_a_title_is_found():
    (results,) = find_tables((a_table("a,b\n1,2\n"), a_table(TEXT)), "studentid", "ritscore|rit")
    assert (results.header, results.rows, results.text(3, "nothing", "studentid")) == (2, (3,), "7")
    assert results.place("percentile", "level") == 2


def test_a_table_without_all_headings_is_left_alone():
    assert find_tables((a_table(TEXT),), "studentid", "scaledscore") == ()


def test_blank_rows_short_rows_and_a_repeated_heading_are_no_rows():
    table = a_table("ID,Score\n7,1\n,\n\nID,Score\nend\n8,2\n")
    (results,) = find_tables((table,), "id", "score")
    assert [results.text(row, "id") for row in results.rows] == ["7", "8"]
    assert results.has_any("nothing", "score")
    assert not results.has_any("nothing")


def test_a_scale_score_a_percentile_and_a_level_are_three_kinds():
    score = _one("214", "60", "Avg").score
    assert (score.scale_score, score.percentile, score.level) == (214, 60, "Avg")
    assert (score.points, score.percent, score.status) == (None, None, Status.SCORED)


def test_a_level_without_a_number_counts_and_not_assessed_does_not():
    assert _one("", level="Surpassed Level").score.level == "Surpassed Level"
    assert _one("", level="Not Assessed").score.status is Status.NONE
    assert _one("Not Assessed", level="Not Assessed").warnings == ()


def test_status_words_and_blanks_are_no_numbers():
    assert _one("").score.status is Status.NONE
    assert _one("Absent").score.status is Status.ABSENT


@pytest.mark.parametrize("cell", ["1.23E+05", "4-Mar", "4/5", '"1,444"', "2l4"])
def test_a_damaged_scale_score_is_flagged_and_never_guessed(cell):
    reading = _one(cell, "60", "Avg")
    assert reading.score.status is Status.NONE
    assert reading.warnings[0][0] == "Score"


def test_a_percent_stays_a_percent():
    assert (_one("98%").score.percent, _one("98%").score.scale_score) == (98, None)


def test_an_odd_percentile_is_flagged_and_the_score_stays():
    reading = _one("214", "160")
    assert (reading.score.scale_score, reading.score.percentile) == (214, None)
    assert reading.warnings == (("Percentile", "“160” is not a percentile rank."),)
    assert read_percentile("70th") == (70, None)


def test_a_count_is_no_percent_and_no_fraction():
    (results,) = find_tables((a_table("ID,Correct\n7,8\n8,80%\n9,8/10\n"),), "id", "correct")
    assert [read_number_at(results, row, 1).score.points for row in (1, 2, 3)] == [8, None, None]
    assert read_number_at(results, 2, 1).warnings[0][0] == "Correct"
    assert read_number_at(results, 1, None).score.status is Status.NONE


def test_a_level_column_may_be_missing():
    (results,) = find_tables((a_table("ID,Score\n7,8\n"),), "id")
    assert level_at(results, 1, None) is None


@pytest.mark.parametrize(
    "text",
    ["2026-09-05T10:10:48.415Z", "9/5/2026 0:00", "2026-09-05", "09052026", "9052026"],
)
def test_days_are_read_as_test_systems_write_them(text):
    assert day_in(text) == datetime.date(2026, 9, 5)


def test_a_column_with_a_day_above_twelve_first_is_day_first():
    texts = {"ID,Date\n7,16/9/2026\n8,5/9/2026\n": 9, "ID,Date\n7,9/16/2026\n8,9/5/2026\n": 9}
    for text, month in texts.items():
        (results,) = find_tables((a_table(text),), "id", "date")
        assert results.day(2, "nothing", "date") == datetime.date(2026, month, 5)
    assert results.day(2, "nothing") is None


def test_a_shortened_id_is_noticed():
    assert is_shortened("1.05E+05")
    assert not is_shortened("E105200")
