from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from plplanner.printing.documents import (
    board_pdf,
    cards_pdf,
    sheets_pdf,
    slips_pdf,
    substitute_pdf,
)
from plplanner.printing.for_substitute import substitute_sheet_of
from plplanner.terms import Paper
from tests.printing.papers import PAPERS
from tests.printing.reading_pdf import all_text, pages_of, picture
from tests.printing.sample_sheets import NAMES, SPANISH, a_board, a_card, a_slip
from tests.printing.substitute_lessons import a_day

GOLDEN = Path(__file__).parents[1] / "paper"

GROUP_OF = {"Luz": "kite", "Eli": "maple", "Amara": "kite"}


def the_slips():
    return [
        a_slip(
            name,
            group=GROUP_OF.get(name, "river"),
            pull_out="9:05–9:25 Ms. R" if name == "Maya" else None,
        )
        for name in NAMES
    ]


def the_cards():
    return [
        a_card(name, group=GROUP_OF.get(name, "river"), i_can_at_home=home)
        for name, home in (("Ana G.", SPANISH), ("Jun", None), ("Luz", SPANISH), ("Eli", None))
    ]


SHEETS = {
    "board": lambda: board_pdf(a_board(), paper=Paper.LETTER),
    "slips": lambda: slips_pdf(the_slips(), paper=Paper.LETTER),
    "cards": lambda: cards_pdf(the_cards(), paper=Paper.LETTER),
    "substitute": lambda: substitute_pdf(substitute_sheet_of(a_day()), paper=Paper.LETTER),
}


def tomorrow(paper=Paper.LETTER):
    return sheets_pdf(board=a_board(), slips=the_slips(), cards=the_cards(), paper=paper)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_words_of_each_sheet_stay_as_they_were(sheet):
    assert all_text(SHEETS[sheet]()).strip() == (GOLDEN / f"{sheet}.txt").read_text("utf-8").strip()


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_sheet_looks_as_it_did(sheet):
    pixels = picture(SHEETS[sheet](), dpi=50, grey=True).astype(float)
    golden = np.asarray(Image.open(GOLDEN / f"{sheet}.png").convert("L")).astype(float)
    assert pixels.shape == golden.shape
    assert np.abs(blurred(pixels) - blurred(golden)).mean() < 2.5


def blurred(pixels):
    rows, columns = (side // 5 * 5 for side in pixels.shape)
    return pixels[:rows, :columns].reshape(rows // 5, 5, columns // 5, 5).mean(axis=(1, 3))


@pytest.mark.parametrize("paper", PAPERS)
def test_board_slips_and_cards_come_in_this_order(paper):
    pages = pages_of(tomorrow(paper))
    assert [page.splitlines()[-1].split(" · ")[-1] for page in pages]
    assert "Class board" in pages[0]
    assert "Slips, stack A" in pages[1]
    assert "Playlist cards, stack A" in pages[2]


@pytest.mark.long
def test_the_same_rows_give_the_same_bytes():
    assert tomorrow() == tomorrow()


@pytest.mark.long
def test_names_stay_out_of_the_head_and_the_file_small():
    pdf = sheets_pdf(
        board=a_board(),
        slips=[a_slip(f"Student {n}") for n in range(35)],
        cards=[a_card(f"Student {n}") for n in range(35)],
        paper=Paper.LETTER,
    )
    assert len(pdf) < 150_000
    assert b"Ana" not in pdf


def test_the_title_is_the_callers():
    pdf = sheets_pdf(board=None, slips=(), cards=(), paper=Paper.A4, title="Period 2")
    assert b"Period 2" in pdf
    assert len(pages_of(pdf)) == 1
