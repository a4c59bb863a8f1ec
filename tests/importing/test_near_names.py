import pytest

from plplanner.importing.near_names import NearNames
from plplanner.importing.rows import KnownStudent, StudentRead


def near(read, *known, in_class=()):
    people = [KnownStudent(i, *names) for i, names in enumerate(known, start=1)]
    return NearNames(people).of(read, in_class=frozenset(in_class))


@pytest.mark.parametrize(
    ("read", "known"),
    [
        (("Gracia", "Maria"), ("Garcia", "Maria")),
        (("Garcia", "Marai"), ("Garcia", "Maria")),
        (("Okonkwo", "Chid"), ("Okonkwo", "Chidi")),
        (("Johnson", "Mike"), ("Johnson", "Michael")),
        (("Zhao", "Wei"), ("Wei", "Zhao")),
        (("Cruz", "Ana"), ("de la Cruz", "Ana Sofía")),
        (("Smith", "Ava"), ("Smith-Jones", "Ava")),
        (("Jones", "Ava"), ("Smith-Jones", "Ava")),
        (("García", "José"), ("García Márquez", "José Luis")),
        (("Lukasiewicz", "Zofia"), ("Łukasiewicz", "Zofia")),
    ],
)
def test_a_near_miss_is_found_both_ways(read, known):
    assert near(StudentRead(*read), known) == (1,)
    assert near(StudentRead(*known), read) == (1,)


@pytest.mark.parametrize(
    ("read", "known"),
    [
        (("Johnson", "Michael"), ("Johnson", "Michelle")),
        (("Garcia", "Maria"), ("Garza", "Maria")),
        (("Li", "Wei"), ("Lu", "Wei")),
        (("Brown", "Jaylen", "III"), ("Brown", "Jaylen", "Jr.")),
        (("Garcia", "Maria"), ("Lopez", "Maria")),
    ],
)
def test_other_people_are_not_near(read, known):
    assert near(StudentRead(*read), known) == ()


@pytest.mark.parametrize(
    "read",
    [
        StudentRead("G", "Maria"),
        StudentRead(None, "Maria"),
        StudentRead(None, None, display="Maria G"),
        StudentRead(None, None, display="mariag"),
        StudentRead(None, None, display="MariaGarcia"),
    ],
)
def test_what_a_player_calls_herself_is_near_within_the_class(read):
    known = ("Garcia", "Maria"), ("Lopez", "Ana"), ("Gomez", "Maria")
    assert near(read, *known, in_class=(1, 2))[:1] == (1,)


def test_an_initial_that_fits_two_of_the_class_offers_both_and_nobody_of_another():
    known = ("Garcia", "Maria"), ("Gomez", "Maria"), ("Green", "Maria")
    assert near(StudentRead("G", "Maria"), *known, in_class=(1, 2)) == (1, 2)


def test_people_of_the_class_come_first():
    known = ("Gracia", "Maria"), ("Garcia", "Marie")
    assert near(StudentRead("Garcia", "Maria"), *known, in_class=(2,)) == (2, 1)
