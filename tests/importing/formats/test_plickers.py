import datetime

import pytest

from plplanner.importing.formats.plickers import read_plickers
from plplanner.problems import Problem
from plplanner.terms import ItemResult as Item
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table

HEADER = 'Card Number,First name,Last name,Score,Correct,Answered,"What is 3:4, as a fraction?"\n'
ASIDE = ",,,,,,Warm-up Mon\n,,,,,,https://www.plickers.com/q/1\n,,,,,,A\n"


def _read(*lines, title="Math 6 P2 9/14/2026-9/18/2026", aside=ASIDE):
    text = f"{title}\n\n{HEADER}{aside}" + "\n".join(lines)
    return read_plickers((a_table(text),), file_name="scoresheet P2.csv")


def test_percents_by_card():
    read = _read("1,Ann,Li,80%,4,5,A", "2,Bo,Ek,100%,5,5,A")
    assert [(row[0].percent, row[0].points) for row in read.scores] == [(80, None), (100, None)]
    assert read.students[0].ids == {"card_number": "1"}
    assert read.assessments[0].points_possible is None


def test_a_dash_is_neither_zero_nor_absent():
    assert _read("1,Ann,Li,-,0,0,-").scores[0][0].status is Status.NONE


def test_rows_of_sets_links_and_keys_are_no_students():
    more = ",,,,,,Set two\n,,,,Foo,,A\n"
    read = _read("1,Ann,Li,80%,4,5,A", aside=ASIDE + more)
    assert len(read.students) == 1
    assert read.warnings == ()


def test_the_title_names_class_and_days():
    read = _read("1,Ann,Li,80%,4,5,A")
    assert read.assessments[0].title == "Math 6 P2 9/14/2026-9/18/2026"
    assert (read.students[0].section, read.assessments[0].date) == ("Math 6 P2", None)


def test_a_sheet_of_one_day_is_dated():
    (sheet,) = _read("1,Ann,Li,80%,4,5,A", title="Math 6 P2 9/14/2026").assessments
    assert sheet.date == datetime.date(2026, 9, 14)


def test_without_a_title_the_file_names_the_sheet():
    read = read_plickers((a_table(f"{HEADER}1,Ann,Li,80%,4,5,A\n"),), file_name="Week 3.csv")
    assert (read.assessments[0].title, read.students[0].section) == ("Week 3", None)


def test_questions_are_left_out_with_a_reason():
    left = {column.header: column.why for column in _read("1,Ann,Li,80%,4,5,A").ignored_columns}
    assert left == {
        "Correct": "Counted in the score.",
        "Answered": "Counted in the score.",
        "What is 3:4, as a fraction?": "One question.",
    }


def test_two_cards_of_one_name_are_two_people_and_damage_is_flagged():
    read = _read("1,Maria,Garcia,80%,4,5,A", "2,Maria,Garcia,8-Mar,4,5,A")
    assert len(read.students) == 2
    assert read.warnings[0].column == "Score"
    assert read.unread == {(1, 0)}


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_plickers((a_table("Name,Score\nLi,4\n"),), file_name="a.csv") is None
    with pytest.raises(Problem, match="without students"):
        _read()


KEYED = (
    'Card Number,First name,Last name,Score,Correct,Answered,3:4?,Which?,"A, B or C?"\n'
    ",,,,,,Mon,Mon,Tue\n,,,,,,A,D,\n"
)


def _items(*lines):
    read = read_plickers((a_table(f"P2\n\n{KEYED}" + "\n".join(lines)),), file_name="P2.csv")
    return [row[0].items for row in read.scores]


def test_answers_are_held_against_the_row_of_keys():
    lines = ("1,Ann,Li,100%,2,2,A,D,B", "2,Bo,Ek,50%,1,2,A,C,B", "3,Cy,Oz,0%,0,1,-,C,A")
    assert _items(*lines, "4,Di,Ek,-,0,0,-,-,-") == [
        (Item.RIGHT, Item.RIGHT, None),
        (Item.RIGHT, Item.WRONG, None),
        (Item.NOT_ANSWERED, Item.WRONG, None),
        (),
    ]


def test_where_keys_and_counts_disagree_nothing_is_said_of_items():
    assert _items("1,Ann,Li,50%,1,2,A,D,B", "2,Bo,Ek,100%,2,2,B,C,B") == [(), ()]
    assert _read("1,Ann,Li,100%,1,1,A", aside="").scores[0][0].items == ()
    links_only = ",,,,,,Mon\n,,,,,,https://x.org\n"
    assert _read("1,Ann,Li,100%,1,1,A", aside=links_only).scores[0][0].items == ()
