from plplanner.importing.another_class import found_in, is_probably_another, name_for_another
from plplanner.importing.class_plans import plan_classes
from plplanner.importing.rows import KnownClass, KnownPlanner, KnownStudent
from tests.importing.files import read_text

CLASS = ("Li", "Ek", "Oz", "Ito", "Rau")
OTHERS = ("Abe", "Bek", "Cho", "Dax", "Eck")


def judged(in_class, in_file, *, name="Math"):
    """What is thought of a file of these last names for “Math” with those: another class? found?"""
    ids = tuple(range(1, len(in_class) + 1))
    known = KnownPlanner(
        classes=(KnownClass(1, "Math", "", students=ids), KnownClass(2, "Art", "", students=(9,))),
        students=(
            *(KnownStudent(n, last, "Ann") for n, last in zip(ids, in_class, strict=True)),
            KnownStudent(9, "Abe", "Ann"),
        ),
    )
    lines = "".join(f"{last},Ann,4\n" for last in in_file)
    (part,) = plan_classes(read_text(f"Last,First,Quiz /5\n{lines}"), known, class_name=name)
    return is_probably_another(part, ids), found_in(part, ids)


def test_a_file_of_other_people_is_probably_of_another_class():
    assert judged(CLASS, OTHERS) == (True, 0)
    assert judged(CLASS, (*OTHERS, "Li")) == (True, 1)


def test_a_file_of_the_class_is_not_even_when_some_are_new_or_missing():
    assert judged(CLASS, CLASS) == (False, 5)
    assert judged(CLASS, CLASS[:3]) == (False, 3)
    assert judged(CLASS, (*CLASS, *OTHERS)) == (False, 5)
    assert judged(CLASS, (*CLASS[:3], *OTHERS[:2])) == (False, 3)


def test_a_new_class_and_a_handful_of_people_say_nothing():
    assert judged(CLASS, OTHERS, name="Science") == (False, 0)
    assert judged(CLASS, OTHERS[:2]) == (False, 0)
    assert judged(CLASS[:2], OTHERS) == (False, 0)


def test_the_name_for_another_class_is_free():
    def name(section, *taken):
        return name_for_another(section=section, file_name="Grades-P4.csv", taken=taken)

    assert name("Math P4") == "Math P4"
    assert name("", "Math") == "P4"
    assert name("", "p4", "P4 2") == "P4 3"
