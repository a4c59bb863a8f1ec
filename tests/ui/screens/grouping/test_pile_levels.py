from dataclasses import replace

import pytest

from plplanner.terms import MasteryLevel
from plplanner.ui.screens.grouping.pile_levels import levels_on

NEARLY, NOT_YET, SECURE, NONE = (
    MasteryLevel.NEARLY,
    MasteryLevel.NOT_YET,
    MasteryLevel.SECURE,
    MasteryLevel.NO_EVIDENCE,
)


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([], ()),
        ([NEARLY, NEARLY, NONE], ()),
        ([NOT_YET, NEARLY, NEARLY, NONE], ("2 nearly, 1 not yet", "2 nearly, 1 other")),
        (
            [SECURE, SECURE, SECURE, NEARLY, NEARLY, NOT_YET],
            ("3 secure, 2 nearly, 1 not yet", "3 secure, 3 others"),
        ),
    ],
)
def test_a_pile_of_several_levels_counts_them(a_pile, levels, said):
    plain = a_pile(0, *(f"Kid {number}" for number in range(len(levels))))
    students = (
        replace(one, level=is_at) for one, is_at in zip(plain.students, levels, strict=True)
    )
    assert levels_on(replace(plain, students=tuple(students))) == said
