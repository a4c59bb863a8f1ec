import pytest

from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.printing.page import new_sheets
from plplanner.printing.parts import space
from plplanner.printing.teacher_page import TEXT, draw_teacher_pages, lines_of, names_in_order
from plplanner.terms import Paper
from tests.printing.reading_pdf import pages_of
from tests.printing.substitute_lessons import LONG, a_day

SHEET = substitute_sheet_of(a_day())


@pytest.fixture
def sheets():
    return new_sheets(paper=Paper.LETTER, title="")


def test_each_pile_has_a_page_and_one_too_long_lets_the_next_follow(sheets):
    one, two = ([space(10)], [space(10)]), ([space(500)] * 3, [space(300)])
    draw_teacher_pages(sheets, SHEET, (("One", one), ("Two", two)))
    pages = pages_of(sheets.pdf())
    assert [page.rpartition(" · ")[2] for page in pages] == [
        "1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"
    ]  # fmt: skip
    assert all(word in pages[0] for word in ("ONE", "Do not post", "Grade 3 Math"))
    assert "TWO" in pages[2]


def test_names_take_the_lines_they_need_and_none_turns_the_others_round(sheets):
    assert names_in_order(sheets, ("Ana", "محمد", "Bo"), 300).height == TEXT.leading
    assert names_in_order(sheets, (LONG, "Ana"), 200).height >= 3 * TEXT.leading
    assert names_in_order(sheets, (), 200).height == TEXT.leading


def test_lines_the_teacher_broke_stay_broken(sheets):
    assert lines_of(sheets, "One\nTwo", TEXT, 300).height == 2 * TEXT.leading
