from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.printing.page import new_sheets
from plplanner.printing.parts import height_of
from plplanner.printing.return_page import return_parts
from plplanner.terms import Paper
from tests.printing.substitute_lessons import a_day


def height(students):
    sheets = new_sheets(paper=Paper.LETTER, title="")
    return height_of(return_parts(sheets, substitute_sheet_of(a_day(students=students)), 760))


def test_the_whole_class_fits_on_the_page_with_room_to_write():
    assert height(7) < height(36) < 900


def test_a_round_has_its_line_and_the_roster_three_columns():
    assert height(9) == height(7)
