import pytest

from plplanner.importing.limits import (
    long_cell,
    refuse_large_file,
    refuse_large_folder,
    refuse_large_shape,
    refuse_long_cell,
    refuse_long_markup,
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


def test_a_folder_keeps_to_the_limits_of_one_file():
    assert refuse_large_folder([1] * 2_000, name="f") is None
    with pytest.raises(Problem, match="more than 2,000 files"):
        refuse_large_folder([1] * 2_001, name="f")
    with pytest.raises(Problem, match="have 60 MB"):
        refuse_large_folder([30_000_000, 30_000_000], name="f")


def test_pages_and_xml_have_a_limit_of_their_own():
    assert refuse_long_markup(bytes(20_000_000), file_name="a") is None
    with pytest.raises(Problem, match="the limit is 20 MB"):
        refuse_long_markup(bytes(20_000_001), file_name="a")
