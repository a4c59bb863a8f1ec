import datetime

import pytest

from plplanner.importing.formats.kahoot import read_kahoot
from plplanner.problems import Problem
from tests.importing.tables import a_table

HEADER = "Rank,Player,Total Score (points),Correct Answers,Incorrect Answers\n"
OVERVIEW = a_table(
    "Ratios 6.RP.A.1,\nPlayed on,18 Sep 2026\nPlayed with,3 players\nPlayed,8 of 8\n",
    name="Overview",
)


def _read(*lines, overview=OVERVIEW, title="Ratios 6.RP.A.1"):
    text = f"{title},,,,\nFinal Scores,,,,\n{HEADER}" + "\n".join(lines)
    return read_kahoot((overview, a_table(text, name="Final Scores")), file_name="Game.xlsx")


def test_correct_answers_count_and_game_points_do_not():
    read = _read("1,Noa C,6263,7,1", "2,Deniz Ö,5996,6,2")
    score = read.scores[0][0]
    assert (score.points, score.possible, score.percent) == (7, 8, 87.5)
    game, wrong = read.ignored_columns
    assert (game.header, game.why) == ("Total Score (points)", "A game score, not points.")
    assert wrong.header == "Incorrect Answers"


def test_title_day_and_standard_are_those_of_the_game():
    (game,) = _read("1,Noa C,6263,7,1").assessments
    assert (game.title, game.date) == ("Ratios 6.RP.A.1", datetime.date(2026, 9, 18))
    assert game.standards == ("6.RP.A.1",)
    assert _read("1,Noa C,6263,7,1", title="").assessments[0].title == "Game"


def test_nicknames_are_never_taken_apart():
    student = _read("1,Noa C,6263,7,1").students[0]
    assert (student.last, student.first, student.display, student.ids) == (None, None, "Noa C", {})


def test_unanswered_questions_count_by_the_overview():
    assert _read("1,Noa C,6263,5,1", "2,Bo,4,2,1").scores[0][0].possible == 8
    assert _read("1,Noa C,6263,5,1", "2,Bo,4,2,4").scores[0][0].possible == 6


def test_someone_who_joined_again_is_one_student():
    read = _read("1,Noa C,6263,5,2", "2,Bo,5000,4,4", "3,Noa C,400,1,0")
    assert [s.display for s in read.students] == ["Noa C", "Bo"]
    assert (read.scores[0][0].points, read.scores[0][0].attempts) == (5, (1, 5))
    assert (read.warnings[0].row, read.warnings[0].column) == (6, "Player")


def test_two_who_answered_everything_under_one_nickname_are_two_students():
    read = _read("1,Maria G,5738,7,1", "2,Maria G,5347,6,2")
    assert [s.display for s in read.students] == ["Maria G", "Maria G"]
    assert [row[0].points for row in read.scores] == [7, 6]
    assert read.source is not None


def test_a_table_of_one_row_per_player_can_be_corrected():
    assert _read("1,Noa C,6263,7,1").source is not None
    assert _read("1,Noa C,6263,6,1", "2,Noa C,1,0,1").source is None


def test_a_damaged_count_is_flagged():
    read = _read("1,Noa C,6263,7,1", "2,Bo,5000,4-Mar,4")
    assert read.warnings[0].column == "Correct Answers"


def test_other_tables_are_not_mine_and_one_without_players_is_explained():
    assert read_kahoot((OVERVIEW,), file_name="Game.xlsx") is None
    with pytest.raises(Problem, match="without players"):
        _read()
