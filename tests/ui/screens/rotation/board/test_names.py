import pytest

from plplanner.ui.screens.rotation.board.names import Names, widths_of

FOUR = Names(("Ana", "Theo", "محمد", "李静怡"), (30, 40, 50, 30), comma=10, more=60)


@pytest.mark.usefixtures("theme")
def test_names_are_measured_in_the_letters_they_are_written_in():
    small, large = widths_of(("Ana", "محمد"), 20), widths_of(("Ana", "محمد"), 40)
    assert all(a < b for a, b in zip(small.widths, large.widths, strict=True))


def test_lines_break_between_names_and_never_inside_one():
    assert FOUR.broken(100) == [[0, 1], [2, 3]]
    assert FOUR.broken(60) == [[0], [1], [2], [3]]
    assert FOUR.broken(10_000) == [[0, 1, 2, 3]]
    assert FOUR.fit(100, most=2)
    assert not FOUR.fit(100, most=1)
    assert not FOUR.fit(49, most=9)


def test_every_name_keeps_its_own_direction_and_the_line_runs_from_the_left():
    first, last = FOUR.lines(100, most=2)
    assert first == "\u200e\u2068Ana\u2069, \u2068Theo\u2069,"
    assert last == "\u200e\u2068محمد\u2069, \u2068李静怡\u2069"


def test_where_they_do_not_fit_it_is_said_how_many_more_there_are():
    assert FOUR.lines(100, most=1) == ["\u200e\u2068Ana\u2069 and 3 more"]
    assert FOUR.lines(160, most=1) == ["\u200e\u2068Ana\u2069, \u2068Theo\u2069 and 2 more"]
    assert FOUR.lines(60, most=0) == ["\u200e\u2068Ana\u2069 and 3 more"]
