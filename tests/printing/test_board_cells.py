import pytest

from plplanner.printing.board_cells import (
    ROOMY,
    SNUG,
    draw_cell,
    draw_group,
    draw_station,
    lay_cell,
    longest_word,
)
from plplanner.printing.page import new_sheets
from plplanner.printing.rows import BoardCell, BoardLine
from plplanner.terms import GROUP_IDENTITIES, Paper, StationKind, own_identity
from tests.printing.reading_pdf import words_of
from tests.printing.sample_sheets import a_board

CELL = BoardCell(StationKind.DIGITAL, "Digital", "Fraction Lab: fair shares", "Chromebooks")


@pytest.fixture
def sheets():
    page = new_sheets(paper=Paper.LETTER, title="x")
    page.start_page(landscape=True)
    return page


@pytest.mark.parametrize("density", [ROOMY, SNUG])
def test_what_is_drawn_stays_in_the_height_that_was_asked_for(sheets, density):
    layout = lay_cell(sheets, CELL, 180, density)
    draw_cell(sheets, layout, 100, 100)
    words = words_of(sheets.pdf())
    assert len(words) >= 4
    assert min(piece.top for piece in words) >= 100
    assert max(piece.bottom for piece in words) <= 100 + layout.height
    assert max(piece.right for piece in words) <= 280


def test_snug_is_lower_than_roomy(sheets):
    assert lay_cell(sheets, CELL, 180, SNUG).height < lay_cell(sheets, CELL, 180, ROOMY).height


def test_a_round_without_a_station_is_empty(sheets):
    layout = lay_cell(sheets, None, 180, ROOMY)
    draw_cell(sheets, layout, 100, 100)
    assert words_of(sheets.pdf()) == []


def test_the_longest_word_is_measured_with_its_margins(sheets):
    board = a_board()
    assert longest_word(sheets, board, ROOMY) > sheets.type.width("Chromebooks", 25)


@pytest.mark.parametrize("density", [ROOMY, SNUG])
@pytest.mark.parametrize("group", GROUP_IDENTITIES, ids=lambda group: group.key)
def test_every_group_word_fits_its_column_at_eighteen_points(sheets, density, group):
    draw_group(sheets, group, x=45, top=100, height=90, density=density)
    words = words_of(sheets.pdf())
    assert " ".join(piece.text for piece in words) == group.word
    for piece in words:
        assert piece.points >= 17.99
        assert piece.left >= 45 + 31
        assert piece.right <= 45 + density.group
        assert piece.top >= 100
        assert piece.bottom <= 190


def test_names_are_laid_in_lines_that_break_between_them(sheets):
    cell = BoardCell(StationKind.DIGITAL, "", "", "Cart", ("Ana Ga.", "Ana Gó.", "Siobhán", "Bo"))
    layout = lay_cell(sheets, cell, 180, ROOMY)
    assert layout.names == ("Ana Ga.,", "Ana Gó.,", "Siobhán, Bo")
    assert layout.height > lay_cell(sheets, None, 180, ROOMY).height


def test_a_station_stands_at_the_head_of_its_line_with_its_place(sheets):
    cell = BoardCell(StationKind.TEACHER_LED, "", "", "Back table", ("Bo",))
    line = BoardLine(own_identity("Teacher table"), (None, cell), StationKind.TEACHER_LED)
    draw_station(sheets, line, StationKind.TEACHER_LED, top=100, x=40, height=120, density=SNUG)
    words = words_of(sheets.pdf())
    assert [piece.text for piece in words] == ["Teacher", "table", "Back table"]
    assert max(piece.right for piece in words) <= 40 + SNUG.group - 3
