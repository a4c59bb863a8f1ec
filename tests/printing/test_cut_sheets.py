import pytest

from plplanner.printing.cut_sheets import cells_of_page, cut_and_stack, foot_of


def piled(things, per_sheet):
    """Cut every stack and pile it, first cell on top."""
    sheets = cut_and_stack(things, per_sheet)
    found = []
    for stack in dict.fromkeys(sheet.stack for sheet in sheets):
        ours = [sheet for sheet in sheets if sheet.stack == stack]
        for place in range(per_sheet):
            found += [sheet.cells[place] for sheet in ours if sheet.cells[place] is not None]
    return found


@pytest.mark.parametrize("count", [1, 7, 8, 9, 35, 36, 81, 170])
@pytest.mark.parametrize("per_sheet", [2, 4, 6, 8])
def test_cutting_and_stacking_sorts_the_class(count, per_sheet):
    things = list(range(count))
    assert piled(things, per_sheet) == things


@pytest.mark.parametrize("count", [1, 8, 9, 36, 170])
def test_no_sheet_is_wasted(count):
    assert len(cut_and_stack(list(range(count)), 8)) == -(-count // 8)


def test_a_stack_is_never_thicker_than_a_guillotine_takes():
    sheets = cut_and_stack(list(range(170)), 8)
    assert {sheet.stack for sheet in sheets} == {"A", "B", "C"}
    assert all(sheet.of <= 10 for sheet in sheets)


def test_the_footer_says_how_to_cut():
    sheet = cut_and_stack(list(range(32)), 8)[0]
    assert foot_of("Slips", sheet) == "Slips, stack A · 1 of 4 · cut, then stack"


def test_nobody_needs_no_paper():
    assert cut_and_stack([], 8) == ()


def test_cells_fill_the_page_inside_its_margins():
    cells = cells_of_page(850, 1100, columns=2, rows=4)
    assert (cells[0].left, cells[0].top, cells[0].width, cells[0].height) == (45, 45, 380, 250)
    assert cells[-1].left + cells[-1].width == 805
