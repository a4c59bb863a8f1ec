from plplanner.importing.formats.kahoot import read_kahoot
from plplanner.terms import ItemResult
from tests.importing.tables import a_table

RIGHT, WRONG, OPEN = ItemResult.RIGHT, ItemResult.WRONG, ItemResult.NOT_ANSWERED
SCORES = a_table(
    "Ratios,,,,\nEndstand,,,,\nRang,Spieler,Punkte,Richtig,Falsch\n1,Noa,1600,2,1\n2,Bo,700,1,2\n",
    name="Endstand",
)
POINTS = (
    "Ratios,,,,,,,,\nKahoot!,,,,,,,,\nRang,Spieler,Punkte,F1,Wer?,F2,Was?,F3,Wo?\n"
    "1,Noa,1600,800,a,800,b,0,c\n2,Bo,700,0,,700,b,0,a\n"
)
ANSWERS = (
    "Nummer,Frage,Spieler,Antwort,Ergebnis,Richtig,Falsch\n"
    "1 Quiz,Wer?,Noa,a,Ja,1,0\n1 Quiz,Wer?,Bo,,Nein,0,1\n2 Quiz,Was?,Noa,b,Ja,1,0\n"
    "2 Quiz,Was?,Bo,b,Ja,1,0\n3 Quiz,Wo?,Noa,c,Nein,0,1\n3 Quiz,Wo?,Bo,a,Nein,0,1\n"
)
EACH = [(RIGHT, RIGHT, WRONG), (OPEN, RIGHT, WRONG)]


def items(*texts, scores=SCORES):
    tables = (scores, *(a_table(text, name="Kahoot!") for text in texts))
    return [row[0].items for row in read_kahoot(tables, file_name="k.xlsx").scores]


def test_points_of_a_question_tell_who_was_right():
    assert items(POINTS) == EACH


def test_one_row_per_answer_tells_who_was_right_in_any_language():
    assert items(ANSWERS) == EACH
    assert items(ANSWERS.replace(",1,0\n", "\n").replace(",0,1\n", "\n")) == EACH


def test_both_together_say_the_same():
    assert items(POINTS, ANSWERS) == EACH


def test_items_that_do_not_come_to_the_count_are_not_read():
    assert items(POINTS.replace("800,b", "0,b")) == [(), ()]
    assert items(ANSWERS.replace(",Ja,1,0", ",,,")) == [(), ()]
    assert items() == [(), ()]


POLL = (
    "Rang,Spieler,Punkte,F1,Wie?,F2,Wer?,F3,Was?,F4,Wo?\n"
    "1,Noa,1600,0,x,800,a,791,b,9,c\n2,Bo,700,0,y,0,,700,b,0,a\n"
)


def test_a_poll_counts_for_nothing_and_keeps_its_number():
    scores = a_table("Rang,Spieler,Punkte,Richtig,Falsch\n1,Noa,1600,3,0\n2,Bo,700,1,2\n")
    assert items(POLL, scores=scores) == [(None, RIGHT, RIGHT, RIGHT), (None, OPEN, RIGHT, WRONG)]


def test_of_two_questions_without_points_nobody_knows_which_is_the_poll():
    assert items(POLL.replace("9,c", "0,c")) == [(), ()]


def test_two_players_of_one_nickname_are_told_apart_by_their_points_alone():
    scores = a_table("\n".join(",".join(row) for row in SCORES.rows).replace("Bo", "Noa"))
    assert items(POINTS.replace("Bo", "Noa"), scores=scores) == EACH
    assert items(ANSWERS.replace("Bo", "Noa"), scores=scores) == [(), ()]
