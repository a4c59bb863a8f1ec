import pytest

from plplanner.importing.unheaded_parts import with_joined_parts
from plplanner.problems import Problem
from tests.importing.tables import a_table


def test_given_names_tell_which_of_two_columns_is_the_first_name():
    told = [("Roca, Ana", ""), ("Li, Bo", ""), ("Garcia, Maria", "")]
    for text in ("Ana,Roca\nBo,Li\nMaria,Garcia\n", "Roca,Ana\nLi,Bo\nGarcia,Maria\n"):
        table = with_joined_parts(a_table(text), file_name="a.csv")
        assert (list(table.rows), table.names_from) == (told, 0)


def test_names_nobody_can_tell_apart_are_refused_with_what_to_do():
    with pytest.raises(Problem, match="no heading says which is the last name"):
        with_joined_parts(a_table("Tor,Ek\nBo,Li\nCy,Ng\n"), file_name="a.csv")


@pytest.mark.parametrize(
    "text",
    ["Name,Quiz\nAna,9\nBo,8\n", "Ana,9\nBo,8\nMaria,7\n", "Ana,Roca\nBo,Li\n",
     "Ana,Roca,red\nBo,Li,blue\nMaria,Garcia,red\n", "Team,Color\nRed,Blue\nRed,x-1\n"],
)  # fmt: skip
def test_other_tables_stay_as_they_are(text):
    table = a_table(text)
    assert with_joined_parts(table, file_name="a.csv") is table
