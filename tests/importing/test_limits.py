import pytest

from plplanner.importing.limits import (
    long_cell,
    refuse_large_file,
    refuse_large_shape,
    refuse_long_cell,
)
from plplanner.problems import Problem


def test_an_empty_file_is_named():
    with pytest.raises(Problem, match="is empty"):
        refuse_large_file(b"", file_name="a.csv")


def test_a_file_beyond_fifty_megabytes_is_refused():
    with pytest.raises(Problem, match="the limit is 50 MB"):
        refuse_large_file(bytes(50_000_001), file_name="a.csv")


@pytest.mark.parametrize(
    ("shape", "word"),
    [
        ((300_001, 1, 1), "rows"),
        ((1, 2_001, 1), "columns"),
        ((1, 1, 3_000_001), "cells"),
    ],
)
def test_a_table_beyond_a_limit_is_refused(shape, word):
    rows, columns, cells = shape
    with pytest.raises(Problem, match=word):
        refuse_large_shape(rows=rows, columns=columns, cells=cells, file_name="a.csv")


def test_a_table_at_the_limits_is_read():
    assert refuse_large_shape(rows=300_000, columns=2_000, cells=3_000_000, file_name="a") is None


def test_a_cell_beyond_a_hundred_kilobytes_is_refused_with_its_row():
    assert refuse_long_cell("x" * 100_000, row=7, file_name="a.csv") is None
    with pytest.raises(Problem, match="row 7"):
        refuse_long_cell("é" * 50_001, row=7, file_name="a.csv")
    assert "quotation mark" in long_cell(row=7, file_name="a.csv").next_step
