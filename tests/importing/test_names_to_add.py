import pytest

from plplanner.importing.names_to_add import names_to_add, who_they_are
from plplanner.importing.pasted_names import parse_pasted_names
from plplanner.importing.rows import KnownClass, KnownPlanner, KnownStudent

MATH, ART = 1, 2
KNOWN = KnownPlanner(
    classes=(
        KnownClass(MATH, "Math", "", students=(11, 14)),
        KnownClass(ART, "Art", "", students=(12,), left=(13,)),
    ),
    students=(
        KnownStudent(11, "García", "Ana"),
        KnownStudent(12, "Okafor", "Ben"),
        KnownStudent(13, "Li", "Wei", aliases=("wee lee",)),
        KnownStudent(14, "Cohen", "Maya", suffix="Jr."),
        KnownStudent(15, "Lone", "Lou"),
    ),
)


def plan(text, *, class_id=MATH):
    return names_to_add(parse_pasted_names(text).students, KNOWN, class_id=class_id)


@pytest.mark.parametrize(
    ("text", "class_id", "meant", "offered", "is_here"),
    [
        ("Zoe Quist", MATH, None, (), False),
        ("García, Ana", MATH, 11, (), True),
        ("Ana García", ART, 11, (11,), False),
        ("Ben Okafor", None, 12, (12,), False),
        ("Anna Garcia", MATH, None, (11,), False),
        ("Wee Lee", ART, 13, (13,), False),
    ],
)
def test_a_name_is_new_here_known_or_nearly_known(text, class_id, meant, offered, is_here):
    (one,) = plan(text, class_id=class_id)
    assert (one.meant, one.offered, one.is_here) == (meant, offered, is_here)


def test_a_name_typed_twice_is_two_people_until_the_teacher_says_otherwise():
    assert [(one.meant, one.offered) for one in plan("Ana García\nAna García")] == [
        (None, (11,)),
        (None, (11,)),
    ]


def test_known_students_are_named_with_where_they_are():
    assert who_they_are(KNOWN) == {
        11: "Ana García, Math",
        12: "Ben Okafor, Art",
        13: "Wei Li, left Art",
        14: "Maya Cohen Jr., Math",
        15: "Lou Lone, in no class",
    }
