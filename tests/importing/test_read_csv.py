import pytest

from plplanner.importing.read_csv import guess_delimiter, read_csv
from plplanner.problems import Problem


def _rows(text):
    return read_csv(text.encode(), file_name="a.csv").rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "\n".join(delimiter.join(row) for row in (["Name", "Q"], ["Ann", "4"], ["Bo", "5"]))
    assert _rows(text) == (("Name", "Q"), ("Ann", "4"), ("Bo", "5"))


def test_decimal_commas_and_names_with_commas_do_not_hide_the_semicolon():
    assert guess_delimiter("Name;Score\nSmith, Ana;4,5\nWu, Li;3,5\n") == ";"


def test_a_first_line_may_declare_the_delimiter_and_rows_still_count():
    assert _rows("sep=;\r\nName;Q\r\nLi, Wei;4,5\r\n")[1:] == (("Name", "Q"), ("Li, Wei", "4,5"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end):
    assert _rows(f"Name,Q{end}Ann,4{end}") == (("Name", "Q"), ("Ann", "4"))


def test_quoted_cells_may_hold_line_breaks():
    assert _rows('Name,"Quiz\n1"\nAnn,4\n') == (("Name", "Quiz\n1"), ("Ann", "4"))


def test_names_typed_with_a_bare_comma_are_put_together():
    assert _rows("Name,Q\nLi, Wei,4\nEk, Bo,5\n")[1] == ("Li, Wei", "4")


def test_binary_rubbish_is_refused():
    with pytest.raises(Problem, match="not a table of text"):
        read_csv(b"\0" * 64, file_name="a.csv")


def test_an_open_quotation_mark_is_explained():
    with pytest.raises(Problem, match="longer than 100 kB") as raised:
        read_csv(b'Name,Q\n"Li' + b"x" * 140_000, file_name="a.csv")
    assert "quotation mark" in raised.value.next_step


def test_too_many_columns_are_refused():
    with pytest.raises(Problem, match="2,000 columns"):
        read_csv(b"Name" + b",x" * 2_000, file_name="a.csv")


def test_millions_of_commas_are_refused_before_they_are_split():
    with pytest.raises(Problem, match="cells"):
        read_csv(b"Name\n" + b"," * 6_000_001, file_name="a.csv")


def test_a_perfect_table_may_be_divided_by_colons_and_no_other():
    assert _rows("First name:Last name:Quiz\nAnn:Li:4\n")[1] == ("Ann", "Li", "4")
    assert _rows("Name\nAnn: Li\n") == (("Name",), ("Ann: Li",))
    assert _rows("sep=:\nName:Quiz\n")[1] == ("Name", "Quiz")


def test_the_apostrophe_before_a_formula_is_not_part_of_the_cell():
    assert _rows("Name,Note\nAnn,'=1\nBo,'tis\n")[1:] == (("Ann", "=1"), ("Bo", "'tis"))


def test_a_list_of_names_turned_round_keeps_each_name_in_one_cell():
    assert _rows("Paul, Ada\nNg, Wei\nOz, Bo\n") == (("Paul, Ada",), ("Ng, Wei",), ("Oz, Bo",))
    assert _rows("Paul,Ada\nNg,Wei\nOz,Bo\n")[0] == ("Paul", "Ada")
    assert _rows("Name, Quiz\nAnn, 4\nBo, 5\n")[1] == ("Ann", " 4")


def test_a_tab_parts_names_with_a_comma_from_what_is_beside_them():
    assert _rows("Roca, Ana\tA\nLi, Bo\tB\nNg, Cy\tC\n")[0] == ("Roca, Ana", "A")


def test_headings_of_a_first_and_a_last_name_are_no_name_turned_round():
    assert _rows("First, Last\nAna, Roca\nBo, Li\n")[:2] == (("First", " Last"), ("Ana", " Roca"))


def test_a_quotation_mark_never_closed_is_told_with_its_row():
    with pytest.raises(Problem, match="opens a quotation mark"):
        _rows('Student,Quiz\n"Roca, Ana,9\nLi Bo,8\n')
    assert len(_rows('Student,5" cut\nAna,9\n')) == 2
    assert len(_rows('Student,Note\nAna,"well\ndone"\n')) == 2


def test_a_list_of_names_and_nothing_else_is_a_table_of_names():
    assert read_csv("• Ana Roca\n• Bo Li\n".encode("utf-16"), file_name="a.txt").names_from == 0
