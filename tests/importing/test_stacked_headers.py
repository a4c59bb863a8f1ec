import pytest

from plplanner.importing.stacked_headers import points_of, stacked_headings
from plplanner.importing.table import Table


def _headings(*lines, header, below=()):
    table = Table(tuple(tuple(line.split("|")) for line in lines))
    return stacked_headings(table, header=header, below=below)


def test_a_group_over_repeated_headings_is_part_of_each():
    stack = _headings(
        "Math 6", "|Week 1||Week 2", "Name|Exit|Quiz|Exit|Quiz", "Ann Li|1|2|3|4", header=2
    )
    assert stack.headers == ("Name", "Week 1 Exit", "Week 1 Quiz", "Week 2 Exit", "Week 2 Quiz")


def test_titles_above_words_that_say_nothing():
    stack = _headings("Assignment||Exit|Quiz", "Name|Gr|Score|Score", "Ann Li|6|3|4", header=1)
    assert stack.headers == ("Name", "Gr", "Exit", "Quiz")


def test_a_second_row_below_is_part_of_the_heading():
    stack = _headings(
        "Name|Exit||Quiz|", "|Score|Flags|Score|Flags", "Ann Li|3|L|4|L", header=0, below=(1,)
    )
    assert stack.headers == ("Name", "Exit", "Exit Flags", "Quiz", "Quiz Flags")
    assert stack.rows == {1}


def test_headings_that_are_points_take_their_titles_from_above():
    stack = _headings("|Exit|Quiz", "|9/4/2026|9/5/2026", "Name|4|15", "Ann Li|3|12", header=2)
    assert stack.headers == ("Name", "Exit", "Quiz")
    assert stack.points == ("", "4", "15")
    assert stack.dates == ("", "9/4/2026", "9/5/2026")


def test_title_rows_over_the_sheet_change_nothing():
    lines = ("Rivera - Math 6||||", "Period 2||||", "Name|A|B|C|D", "Ann Li|1|2|3|4")
    stack = _headings(*lines, header=2)
    assert (stack.headers, stack.points, stack.rows) == (
        ("Name", "A", "B", "C", "D"),
        (),
        frozenset(),
    )


@pytest.mark.parametrize(
    ("text", "points"),
    [("15", 15), ("/15", 15), ("12,5 pts", 12.5), ("Quiz 15", None), ("", None), ("2,000", 2000)],
)
def test_a_cell_of_points(text, points):
    assert points_of(text) == points


def test_short_words_for_the_measures_of_a_test_are_spelled_out():
    stack = _headings("Student|SS|PR|Quiz", "Ann Li|711|60|4", header=0)
    assert stack.headers == ("Student", "Scaled score", "Percentile rank", "Quiz")
    assert _headings("Student|SS|Quiz", "Ann Li|9|4", header=0).headers[1] == "SS"


def test_a_line_above_the_table_is_no_row_of_points():
    stack = _headings("Room|12||", "", "Name|Quiz|Lab|HW", "Ann Li|9|8|7", header=2)
    assert stack.points == ()
    two = _headings("Q|1|", "Name|Quiz|Lab", "Ann Li|9|8", header=1)
    assert two.points == ()
