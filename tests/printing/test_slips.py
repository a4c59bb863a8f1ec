from dataclasses import replace

import pytest

from plplanner.printing.cut_sheets import cells_of_page
from plplanner.printing.documents import slips_pdf
from plplanner.terms import Paper
from tests.printing.papers import PAPERS
from tests.printing.reading_pdf import all_text, pages_of, words_of
from tests.printing.sample_sheets import NAMES, a_slip

LONG = "Alexandrina Wilhelmina Montgomery-Featherstonehaugh de la Cruz"
SIZES = {Paper.LETTER: (850, 1100), Paper.A4: (826.77, 1169.29)}


def inside_cells(pdf, paper, columns, rows):
    cells = cells_of_page(*SIZES[paper], columns=columns, rows=rows)
    return all(
        any(
            cell.left + 20 <= words.left
            and words.right <= cell.left + cell.width - 12
            and cell.top + 8 <= words.top
            and words.bottom <= cell.top + cell.height - 4
            for cell in cells
        )
        for words in words_of(pdf)
        if words.points >= 10
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_thirty_six_students_take_five_sheets_and_nobody_is_missing(paper):
    names = [f"Student {number:02d}" for number in range(36)]
    pdf = slips_pdf([a_slip(name) for name in names], paper=paper)
    assert len(pages_of(pdf)) == 5
    text = all_text(pdf)
    assert all(text.count(name) == 1 for name in names)


@pytest.mark.parametrize("paper", PAPERS)
def test_eight_slips_fit_one_sheet_each_in_its_cell(paper):
    pdf = slips_pdf([a_slip(name) for name in NAMES], paper=paper)
    assert len(pages_of(pdf)) == 1
    assert inside_cells(pdf, paper, 2, 4)


def test_a_slip_says_station_place_and_task():
    text = all_text(slips_pdf([a_slip()], paper=Paper.LETTER))
    for words in ("Teacher table", "Back table", "Build unit fractions", "9:10", "Mon Nov 23"):
        assert words in text


def test_a_pull_out_is_on_the_slip():
    slip = a_slip("Maya", pull_out="9:05–9:25 Ms. R")
    assert "9:05–9:25 Ms. R" in all_text(slips_pdf([slip], paper=Paper.LETTER))


@pytest.mark.parametrize(
    ("paper", "rounds", "columns", "rows"),
    [
        (Paper.LETTER, 4, 2, 3),
        (Paper.A4, 6, 2, 3),
        pytest.param(Paper.LETTER, 3, 2, 4, marks=pytest.mark.long),
        pytest.param(Paper.A4, 3, 2, 4, marks=pytest.mark.long),
        pytest.param(Paper.A4, 4, 2, 3, marks=pytest.mark.long),
        pytest.param(Paper.LETTER, 6, 2, 2, marks=pytest.mark.long),
    ],
)
def test_more_rounds_make_larger_slips_not_smaller_letters(paper, rounds, columns, rows):
    pdf = slips_pdf([a_slip(name, rounds=rounds) for name in NAMES], paper=paper)
    assert len(pages_of(pdf)) == -(-len(NAMES) // (columns * rows))
    assert min(words.points for words in words_of(pdf) if words.points > 9) >= 10
    assert inside_cells(pdf, paper, columns, rows)


def test_a_long_name_still_fits_eight_to_a_sheet():
    slips = [a_slip(LONG, group="river"), *(a_slip(name) for name in NAMES[1:])]
    pdf = slips_pdf(slips, paper=Paper.LETTER)
    assert len(pages_of(pdf)) == 1
    assert LONG in all_text(pdf).replace("-\n", "-").replace("\n", " ")
    assert inside_cells(pdf, Paper.LETTER, 2, 4)


def test_long_tasks_stations_and_places_wrap_inside_their_cell():
    slip = a_slip()
    rounds = tuple(
        replace(
            round_,
            station_name="Independent practice corner",
            place="The big blue table by the window",
            task="Compare fractions with the same numerator by drawing them on a number line",
        )
        for round_ in slip.rounds
    )
    pdf = slips_pdf([replace(slip, rounds=rounds)] * 4, paper=Paper.LETTER)
    assert "…" not in all_text(pdf)
    assert inside_cells(pdf, Paper.LETTER, 2, 2)


@pytest.mark.parametrize("name", ["محمد الأحمد", "王小明", "Nguyễn Thị Ánh", "प्रिया शर्मा"])
def test_names_of_every_script_fit_their_cell(name):
    pdf = slips_pdf([a_slip(name)], paper=Paper.LETTER)
    assert name in all_text(pdf)
    assert inside_cells(pdf, Paper.LETTER, 2, 4)


def test_no_rounds_and_no_closing_line_still_make_a_slip():
    pdf = slips_pdf([a_slip(rounds=0, when_done="")], paper=Paper.LETTER)
    assert "When done" not in all_text(pdf)


@pytest.mark.parametrize("paper", PAPERS)
def test_what_to_watch_stands_below_and_the_slip_grows_where_it_must(paper):
    one = a_slip(rounds=4, watch_next="Fractions on a line, part 2: from zero to one and beyond")
    pdf = slips_pdf([one, a_slip("Bo")], paper=paper)
    assert "Watch before next time: Fractions on a line" in " ".join(all_text(pdf).split())
    assert inside_cells(pdf, paper, 2, 4) or inside_cells(pdf, paper, 2, 3)
    assert "Watch" not in all_text(slips_pdf([a_slip()], paper=paper))
