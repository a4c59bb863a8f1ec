import pytest

from plplanner.rotation.few_names import few_names


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Ben"], "Ana and Ben"),
        (["Ana", "Ben", "Cy", "Dee"], "Ana, Ben, Cy and Dee"),
        (["Ana", "Ben", "Cy", "Dee", "Eli"], "Ana, Ben, Cy, Dee and 1 more"),
    ],
)
def test_the_first_four_are_named_and_the_others_counted(names, said):
    assert few_names(names) == said
