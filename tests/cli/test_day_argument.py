import argparse
from datetime import date

import pytest

from plplanner.cli.day_argument import add_date_argument, day
from tests.cli.command_line import run


def test_a_day_is_written_year_first():
    assert day("2026-11-23") == date(2026, 11, 23)


@pytest.mark.parametrize("words", ["tomorrow", "11/23/2026", "2026-02-30", ""])
def test_anything_else_is_refused_in_plain_words(words):
    with pytest.raises(argparse.ArgumentTypeError, match="write a day like 2026-11-23"):
        day(words)


def test_a_day_may_be_left_out_unless_it_is_required():
    parser = argparse.ArgumentParser()
    add_date_argument(parser)
    assert parser.parse_args([]).date is None


def test_the_person_reads_how_to_write_it():
    ran = run("print", "--planner", "p", "--class", "c", "-o", "x.pdf", "--date", "Monday")
    assert ran.code == 2
    assert "write a day like 2026-11-23, not “Monday”" in ran.err
