import pytest

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.terms import Paper
from plplanner.ui.screens.printing.proofs import make_proofs, page_picture
from tests.builders import MONDAY


@pytest.fixture
def lesson(planned):
    return planned.ask(lesson_to_print, class_id=1, day=MONDAY)


@pytest.fixture
def proofs(lesson, known_pages):
    return make_proofs(lesson, PaperWishes(Paper.LETTER), known_pages)


@pytest.mark.long
def test_every_sheet_has_its_pages_and_a_small_first_page(proofs):
    assert {sheet: proof.pages for sheet, proof in proofs.sheets.items()} == {
        Sheet.BOARD: 1, Sheet.SLIPS: 4, Sheet.CARDS: 7,
    }  # fmt: skip
    assert all(max(p.thumb.width(), p.thumb.height()) <= 156 for p in proofs.sheets.values())
    assert proofs.undrawable_names == ()


@pytest.mark.long
def test_only_what_changed_is_made_again(lesson, proofs):
    again = make_proofs(lesson, PaperWishes(Paper.LETTER, qr_codes=False), proofs.sheets)
    kept = [sheet for sheet, proof in again.sheets.items() if proof is proofs.sheets[sheet]]
    assert len(again.sheets) == 3
    assert kept == [Sheet.BOARD, Sheet.SLIPS]


def test_without_a_student_only_the_board_is_left(lesson):
    nobody = make_proofs(lesson, PaperWishes(Paper.LETTER, student_ids=frozenset()), {})
    assert list(nobody.sheets) == [Sheet.BOARD]


def test_a_page_fills_the_room_it_is_given(proofs):
    picture = page_picture(proofs.sheets[Sheet.CARDS].pdf, 0, 1000, 440)
    assert (picture.width(), picture.height()) == (340, 440)


def test_a_grey_page_has_no_colour_and_a_colour_page_has(proofs):
    board = proofs.sheets[Sheet.BOARD].pdf
    assert page_picture(board, 0, 400, 400, grey=True).allGray()
    assert not page_picture(board, 0, 400, 400).allGray()
