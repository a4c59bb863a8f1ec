import pytest

from plplanner.importing.formats.quizizz import read_quizizz
from plplanner.terms import ItemResult
from tests.importing.tables import a_table

RIGHT, WRONG, OPEN = ItemResult.RIGHT, ItemResult.WRONG, ItemResult.NOT_ANSWERED
DATA = (
    "Rank,First Name,Last Name,Attempt #,Accuracy,Score,Correct,Incorrect,Unattempted,Info\n"
    "1,Ann,Li,1,67%,6214,2,1,0,\n2,Bo,Ek,1,33%,3000,1,1,1,\n"
)
EACH = [(RIGHT, RIGHT, WRONG), (WRONG, RIGHT, OPEN)]


def items(data, *others):
    tables = (a_table(data, name="Data"), *(a_table(text, name="More") for text in others))
    return [row[0].items for row in read_quizizz(tables, file_name="q.xlsx").scores]


def test_questions_behind_the_results():
    heading, ann, bo = DATA.splitlines()
    data = f"{heading},2+2?,3+3?,4+4?\n{ann},Correct,Correct,Incorrect\n{bo},✗,✓,\n"
    assert items(data) == EACH


@pytest.mark.parametrize(
    "sheet",
    [
        "#,Question,Ann Li,Bo Ek\n1,2+2?,Correct,Incorrect\n2,3+3?,1,1\n3,4+4?,0,-\n",
        "Quiz,,,\n#,Question,Bo Ek,Ann Li\n1,2+2?,0,600\n2,3+3?,580,610\n3,4+4?,,0\n"
        "Score,,3000,6214\n",
        "Question,Correct Answer,Ann Li,Bo Ek\n2+2?,four,Four,five\n3+3?,six,six,six\n4+4?,8,9,\n",
    ],
)
def test_questions_as_rows_of_another_sheet(sheet):
    assert items(DATA, sheet) == EACH


def test_questions_as_columns_of_another_sheet():
    sheet = "First Name,Last Name,Score,Q1,Q2,Q3\nBo,Ek,3000,0,1,\nAnn,Li,6214,1,1,0\n"
    assert items(DATA, sheet) == EACH
    assert items(DATA, sheet.replace("First Name,Last", "Place,Last").replace("Ann,", "A,")) == [
        (), (WRONG, RIGHT, OPEN),
    ]  # fmt: skip


def test_what_does_not_come_to_the_count_is_not_read():
    sheet = "Question,Ann Li,Bo Ek\n2+2?,four,five\n3+3?,six,six\n4+4?,nine,\n"
    assert items(DATA, sheet) == [(), ()]
    assert items(DATA, "Question,Ann Li,Bo Ek\n2+2?,1,1\n") == [(), ()]
    assert items(DATA) == [(), ()]
