from dataclasses import replace

import pytest

from plplanner.importing.formats.plain import read_plain
from plplanner.importing.side_by_side import part_tables, with_places
from plplanner.problems import Problem
from tests.importing.tables import a_table

HEADS = "Name,Quiz (10),,Name,Quiz (10)\n"
PEOPLE = '"Roca, Ana",9,,"Ng, Cy",8\n"Li, Bo",10,,"Oz, Di",5-Mar\n'


def read(text, dates=()):
    table = replace(a_table(text), dates=frozenset(dates))
    parted = part_tables(table, file_name="a.csv")
    return with_places(read_plain(parted.table, file_name="a.csv"), parted)


def shown(told):
    return [
        (one.last, one.section, row[0].points)
        for one, row in zip(told.students, told.scores, strict=True)
    ]


def test_no_score_of_the_right_class_goes_to_the_left_one():
    told = read(HEADS + PEOPLE)
    assert shown(told) == [
        ("Roca", None, 9), ("Li", None, 10), ("Ng", None, 8), ("Oz", None, None),
    ]  # fmt: skip
    assert [warning.column for warning in told.warnings] == ["D–E", "Quiz (10)"]
    assert told.warnings[1].message.endswith("Columns D–E, row 3.")


def test_what_stands_above_the_tables_is_their_class():
    told = read("Period 1,,,Period 2,\n" + HEADS + "Points,10,,Points,10\n" + PEOPLE)
    assert [section for _, section, _ in shown(told)] == ["Period 1"] * 2 + ["Period 2"] * 2
    assert [one.points_possible for one in told.assessments] == [10]


def test_tables_without_a_gap_are_parted_at_the_same_heading():
    told = read(HEADS.replace(",,", ",") + PEOPLE.replace(",,", ","), dates={(2, 3)})
    assert [last for last, _, _ in shown(told)] == ["Roca", "Li", "Ng", "Oz"]


def test_a_legend_at_the_side_is_left_out():
    told = read("Name,Quiz (10),,Meaning,Name\nRoca Ana,9,,EX,Excused\nLi Bo,8,,M,Not there\n")
    assert [one.title for one in told.assessments] == ["Quiz (10)"]
    assert told.warnings[0].message == "What stands apart in columns D–E is not read."


def test_scores_under_other_headings_are_refused_with_what_to_do():
    with pytest.raises(Problem, match="in columns A–B and D–E"):
        read("Name,Quiz (10),,Name,Lab (20)\n" + PEOPLE)


def test_scores_of_the_same_people_in_another_order_are_refused():
    with pytest.raises(Problem, match="not in the same order"):
        read("Name,Quiz,,Name,Lab\nAna Roca,9,,Bo Li,8\nBo Li,7,,Ana Roca,6\n")


@pytest.mark.parametrize(
    "text",
    [
        "Name,Quiz (10)\nRoca Ana,9\n",
        "Name,Quiz (10),,Group,Name\nRoca Ana,9,,A,Roca Ana\nLi Bo,8,,B,Li Bo\n",
        "Last,First,Quiz\nRoca,Ana,9\n",
        "Quiz,Lab\n9,8\n",
    ],
)
def test_one_table_of_people_stays_as_it_is(text):
    assert part_tables(a_table(text), file_name="a.csv") is None
