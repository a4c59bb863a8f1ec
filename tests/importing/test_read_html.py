import time

import pytest

from plplanner.importing.file_tables import tables_of
from plplanner.importing.read_html import looks_like_html, read_html
from plplanner.problems import Problem


def _tables(text, encoding="utf-8"):
    return read_html(text.encode(encoding), file_name="a.xls")


def test_cells_of_a_table_are_read_with_their_letters():
    (table,) = _tables(
        "<html><body><TABLE><tr><th>Student<th>Quiz&nbsp;1</tr>"
        "<tr><td>O&#39;Neill,<br>Ann &amp; Co<td> 4\n</table>"
    )
    assert table.rows == (("Student", "Quiz 1"), ("O'Neill, Ann & Co", "4"))


def test_spans_keep_every_cell_in_its_column():
    (table,) = _tables(
        "<table><tr><th rowspan=2>Student<th colspan='2'>Unit 1<th>Total</tr>"
        "<tr><th>A<th>B<th>C</tr><tr><td>Ann<td>1<td>2<td>3</tr></table>"
    )
    assert table.rows == (
        ("Student", "Unit 1", "", "Total"),
        ("Student", "A", "B", "C"),
        ("Ann", "1", "2", "3"),
    )


def test_a_table_in_a_cell_is_a_table_of_its_own():
    outer, inner = _tables("<table><tr><td>Menu<table><tr><td>Name<td>Quiz</tr></table>end</table>")
    assert (outer.rows, inner.rows) == ((("Menuend",),), (("Name", "Quiz"),))


def test_scripts_styles_and_comments_are_not_words():
    (table,) = _tables(
        "<!-- <table> --><style>td{}</style><table><tr><td>A<script>x='<td>'</script></table>"
    )
    assert table.rows == (("A",),)


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8"])
def test_the_page_says_in_which_letters_it_is(charset):
    page = f"<meta http-equiv=Content-Type content='text/html; charset={charset}'>"
    (table,) = _tables(f"{page}<table><tr><td>Ångström</table>", charset)
    assert table.rows == (("Ångström",),)


def test_a_sign_in_page_and_an_empty_page_are_told_apart():
    with pytest.raises(Problem, match="to sign in") as raised:
        _tables("<html><form><input type='password'></form>")
    assert "Sign in there" in raised.value.next_step
    with pytest.raises(Problem, match="without a table"):
        _tables("<html><p>Hello</p>")


def test_content_decides_that_it_is_a_page():
    (table,) = tables_of(b"\xef\xbb\xbf <table><tr><td>Name<td>Q</table>", file_name="a.xls")
    assert table.rows == (("Name", "Q"),)
    assert looks_like_html("<?xml version='1.0'?><!-- x --><html>")
    assert not looks_like_html("Name,<b>Quiz</b>\n")


@pytest.mark.parametrize(
    "evil",
    ["<!--" * 50_000, "<a " * 60_000,
     pytest.param("<table><tr>" + "<td " * 50_000, marks=pytest.mark.long),
     pytest.param('<a b="' * 40_000, marks=pytest.mark.long),
     pytest.param("<table>" * 30_000, marks=pytest.mark.long), "&" * 90_000, "<script>" * 30_000,
     pytest.param("<table><tr><td>" + "<b>" * 40_000, marks=pytest.mark.long),
     "<![CDATA[" * 20_000, "<table><tr><td>&#" + "9" * 90_000],
)  # fmt: skip
def test_spiteful_pages_are_read_or_refused_at_once(evil):
    started = time.process_time()
    with pytest.raises(Problem):
        _tables(f"{evil}<table>")
    assert time.process_time() - started < 2


def test_a_span_of_a_million_cells_is_refused():
    with pytest.raises(Problem, match="cells"):
        _tables("<table><tr>" + "<td colspan=1000 rowspan=1000>x" * 4)
