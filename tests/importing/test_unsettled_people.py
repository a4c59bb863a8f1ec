from plplanner.importing.class_plans import plan_classes
from plplanner.importing.rows import KnownClass, KnownPlanner, KnownStudent
from plplanner.importing.unsettled_people import names_borne_twice, people_to_settle
from tests.importing.files import read_text

ANA, OTHER = KnownStudent(1, "Li", "Ana"), KnownStudent(2, "Li", "Ana")


def parts_of(text, *students, chosen=None):
    known = KnownPlanner((KnownClass(7, "Math", "", students=tuple(s.id for s in students)),),
                         students)  # fmt: skip
    return plan_classes(read_text(text), known, class_name="Math", chosen=chosen or {})


def places(parts, *students, **more):
    return [row for row, _ in people_to_settle(parts, {s.id: s for s in students}, **more)]


def test_two_in_the_file_with_the_name_of_somebody_known_must_be_chosen():
    text = "Name,Quiz /5\nAna Li,3\nAna Li,4\nBo Ek,5\n"
    parts = parts_of(text, ANA)
    assert places(parts, ANA) == [0, 1]
    assert places(parts, ANA, said_new=(0, 1)) == []
    assert places(parts_of(text, ANA, chosen={0: 1}), ANA) == [1]


def test_one_in_the_file_and_two_of_her_name_must_be_chosen():
    assert places(parts_of("Name,Quiz /5\nAna Li,3\n", ANA, OTHER), ANA, OTHER) == [0]


def test_near_names_are_no_twins():
    assert places(parts_of("Name,Quiz /5\nAna L,3\n", ANA), ANA) == []


def test_two_new_students_of_one_name_without_ids_are_named():
    assert names_borne_twice(parts_of("Name,Quiz /5\nAna Li,3\nAna Li,4\n")) == ("Ana Li",)
    with_ids = "Name,ID,Quiz /5\nAna Li,1,3\nAna Li,2,4\n"
    assert names_borne_twice(parts_of(with_ids)) == ()
