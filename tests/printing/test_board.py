from dataclasses import replace
from itertools import product

import pytest

from plplanner.printing.documents import board_pdf
from plplanner.printing.rows import BoardCell, BoardLine
from plplanner.terms import GROUP_IDENTITIES, Paper, StationKind, own_identity
from tests.printing.papers import PAPERS
from tests.printing.reading_pdf import pages_of, words_of
from tests.printing.sample_sheets import a_board

FOOT = 9


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("groups", "rounds", "pages"), [(4, 3, 1), (6, 3, 1), (2, 2, 1), (1, 1, 1)]
)
def test_a_usual_class_fits_one_page(paper, groups, rounds, pages):
    pdf = board_pdf(a_board(groups=groups, rounds=rounds), paper=paper)
    assert len(pages_of(pdf)) == pages


@pytest.mark.parametrize(
    ("groups", "rounds"),
    [
        *((1, 1), (4, 3), (10, 6)),
        *(
            pytest.param(groups, rounds, marks=pytest.mark.long)
            for groups, rounds in product((1, 4, 7, 10), (1, 3, 4, 6))
        ),
    ],
)
@pytest.mark.parametrize("paper", PAPERS)
def test_letters_are_eighteen_points_and_inside_the_margins(groups, rounds, paper):
    wide, tall = (1100, 850) if paper is Paper.LETTER else (1169, 827)
    for words in words_of(board_pdf(a_board(groups=groups, rounds=rounds), paper=paper)):
        if words.points > FOOT:
            assert words.points >= 17.99
            assert words.bottom <= tall - 42
        assert words.left >= 40
        assert words.right <= wide - 40
        assert words.top >= 28
        assert words.bottom <= tall - 26


def test_words_of_different_cells_never_touch():
    words = words_of(board_pdf(a_board(groups=10, rounds=6), paper=Paper.LETTER))
    for number, one in enumerate(words):
        for other in words[number + 1 :]:
            if one.page == other.page:
                across = min(one.right, other.right) - max(one.left, other.left)
                down = min(one.bottom, other.bottom) - max(one.top, other.top)
                assert across <= 0.5 or down <= 2.5, (one, other)


def test_ten_groups_and_six_rounds_all_stand_somewhere():
    pages = pages_of(board_pdf(a_board(groups=10, rounds=6), paper=Paper.LETTER))
    text = "\n".join(pages)
    for identity in GROUP_IDENTITIES[:10]:
        assert identity.word in text
    for number in range(1, 7):
        assert f"Round {number}" in text
    assert f"Class board · 1 of {len(pages)}" in pages[0]


def test_no_word_is_broken_when_rounds_are_many():
    text = "\n".join(pages_of(board_pdf(a_board(groups=4, rounds=6), paper=Paper.A4)))
    assert text.count("Chromebooks") == 6


def test_a_long_task_is_printed_whole():
    task = "Compare fractions with the same numerator by drawing them on one number line"
    cell = BoardCell(StationKind.HANDS_ON, "Hands on", task, "The carpet")
    board = a_board()
    board = replace(board, lines=(BoardLine(board.lines[0].group, (cell, None, cell)),))
    text = " ".join("\n".join(pages_of(board_pdf(board, paper=Paper.LETTER))).split())
    assert text.count(task) == 2


def test_a_long_goal_and_title_wrap_without_meeting():
    board = replace(
        a_board(),
        title="Grade 3 mathematics rotations for the week",
        i_can="I can name, compare and order fractions with the same numerator or the same "
        "denominator, and say why.",
    )
    words = words_of(board_pdf(board, paper=Paper.LETTER))
    title = max(piece.right for piece in words if piece.points > 25)
    goal = min(piece.left for piece in words if "I can" in piece.text or "say why" in piece.text)
    assert title < goal


def test_a_board_without_goal_or_closing_line_still_prints():
    board = replace(a_board(), i_can=None, when_done="")
    text = pages_of(board_pdf(board, paper=Paper.LETTER))[0]
    assert "When done" not in text
    assert "I can" not in text


def test_a_board_of_stations_names_who_is_there_and_breaks_no_name():
    board = a_board(groups=2, rounds=3)
    names = ("Ana Ga.", "Ana Gó.", *(f"Student{n}" for n in range(9)))
    cell = BoardCell(StationKind.DIGITAL, "", "", "Chromebooks", names)
    lines = tuple(
        BoardLine(own_identity(word), (cell, None, cell), StationKind.DIGITAL)
        for word in ("Digital", "Teacher table")
    )
    pdf = board_pdf(replace(board, lines=lines), paper=Paper.LETTER)
    (text,) = pages_of(pdf)
    assert all(word in text for word in ("Station", "Digital", "Chromebooks", "Student8"))
    assert "Group" not in text
    lines_with_ana = [one.text for one in words_of(pdf) if "Ana" in one.text]
    assert all(one.count("Ana G") == one.count("Ana") for one in lines_with_ana)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("i_can", [None, "I can compare fractions.", "I can compare " * 6])
def test_goals_of_content_and_language_stand_on_the_board(paper, i_can):
    board = replace(a_board(), i_can=i_can, language_goal="I can explain with “because”.")
    pdf = board_pdf(board, paper=paper)
    words = " ".join(one.text for one in words_of(pdf))
    assert "Language: I can explain with “because”." in " ".join(words.split())
    assert len(pages_of(pdf)) == 1
