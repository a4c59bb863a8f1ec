import pytest

from plplanner.importing.table import Table
from plplanner.importing.term_sheets import join_term_sheets

PEOPLE = ("Roca, Ana|3-A", "Li, Bo|3-A", "Ng, Cy|3-B")


def sheet(name, heads, *columns, people=PEOPLE, formulas=()):
    """A sheet of the class with these columns of scores."""
    rows = [f"Student|Section|{heads}"]
    rows += [
        "|".join([one, *(column[place] for column in columns)]) for place, one in enumerate(people)
    ]
    return Table(tuple(tuple(row.split("|")) for row in rows), name, formulas=frozenset(formulas))


Q1 = sheet("Q1", "Quiz 1|Average", "345", "345", formulas=[3])
Q2 = sheet("Q2", "Quiz 1|Test 2 (50)|Average", "543", "987", "765", formulas=[4])


def test_quarters_of_the_same_students_stand_beside_each_other():
    joined = join_term_sheets([Q1, Q2])
    assert joined.table.rows[0] == (
        "Student", "Section", "Quiz 1", "Average", "Q2 Quiz 1", "Test 2 (50)", "Average",
    )  # fmt: skip
    assert joined.table.rows[2] == ("Li, Bo", "3-A", "4", "4", "4", "8", "6")
    assert joined.table.formulas == {3, 6}
    assert joined.sheets == {"Q1", "Q2"}


def test_scores_that_happen_to_be_alike_are_kept_and_a_section_said_twice_is_not():
    again = sheet("Q2", "Quiz 1", "345")
    assert join_term_sheets([Q1, again]).table.rows[0][4:] == ("Q2 Quiz 1",)


@pytest.mark.parametrize(
    "names",
    [("Quarter 1", "Quarter 2"), ("1st Quarter", "2nd Quarter"), ("Unit I", "unit ii"),
     ("Marking Period 1", "Marking Period 2"), ("First term", "Second term")],
)  # fmt: skip
def test_sheets_are_called_alike_but_for_a_number(names):
    sheets = [sheet(name, "Quiz", "345") for name in names]
    assert join_term_sheets(sheets).sheets == set(names)


@pytest.mark.parametrize(
    "other",
    [
        sheet("Attendance", "Quiz 1", "111"),
        sheet("S2", "Quiz 1", "111"),
        sheet("Q2", "Quiz 1", "111", people=(PEOPLE[1], PEOPLE[0], PEOPLE[2])),
        sheet("Q2", "Quiz 1", "11", people=PEOPLE[:2]),
        Table((("Name", "Section", "Quiz"), ("Roca, Ana", "3-A", "4")), "Q2"),
    ],
    ids=["another name", "another term word", "another order", "fewer", "another heading"],
)
def test_other_sheets_stay_apart(other):
    assert join_term_sheets([Q1, other]) is None


def test_sheets_nobody_named_stay_apart():
    numbered = [sheet(name, "Quiz", "345") for name in ("Sheet1", "Sheet2")]
    assert join_term_sheets(numbered) is None
    assert join_term_sheets([Q1, Q1]) is None
    assert join_term_sheets([]) is None
