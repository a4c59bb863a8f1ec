from dataclasses import replace

import pytest

from plplanner.importing.class_plans import (
    classes_meant,
    known_class,
    plan_classes,
    sections_in,
)
from plplanner.importing.rows import KnownClass, KnownPlanner, KnownStudent, MatchBy
from plplanner.problems import Problem
from tests.importing.files import ANN, BO, P2, P4, read_rows, read_text


def test_each_section_is_a_class_and_the_one_asked_for_comes_first():
    read = read_rows((*ANN, "4"), (*BO, "5"))
    parts = plan_classes(read, KnownPlanner(), class_name="P4")
    assert [(part.name, part.section) for part in parts] == [("P4", P4), (P2, P2)]
    assert sections_in(read) == [P2, P4]


def test_who_stands_in_no_section_comes_into_the_class_asked_for():
    read = read_rows((*ANN, "4"), (*BO, "5"), ("Oz, Cy", "3", "", "3"))
    first, other = plan_classes(read, KnownPlanner(), class_name="P2")
    assert (len(first.students), len(other.students)) == (2, 1)


def test_a_name_that_fits_no_section_is_a_problem():
    with pytest.raises(Problem, match=P2):
        plan_classes(read_rows((*ANN, "4"), (*BO, "5")), KnownPlanner(), class_name="Science 9")


def test_a_near_match_is_taken_only_when_the_teacher_picks_it():
    known = KnownPlanner(students=(KnownStudent(7, "Garcia", "Ana"),))
    read = read_text("Last,First,Quiz /5\nGarcía,Ana,4\n")
    (part,) = plan_classes(read, known, class_name="Math")
    assert part.plan.students[0].known_id is None
    (part,) = plan_classes(read, known, class_name="Math", chosen={0: 7})
    assert (part.plan.students[0].known_id, part.plan.students[0].by) == (7, MatchBy.CHOICE)
    assert part.plan.students[0].offered == (7,)


def test_a_pick_that_was_never_offered_does_not_count():
    known = KnownPlanner(students=(KnownStudent(7, "Young", "Zoe"),))
    read = read_text("Last,First,Quiz /5\nGarcía,Ana,4\n")
    (part,) = plan_classes(read, known, class_name="Math", chosen={0: 7})
    assert part.plan.students[0].known_id is None


def test_a_class_is_known_by_name_before_section():
    rows = (KnownClass(1, "A", "B"), KnownClass(2, "b", ""))
    assert known_class(rows, "B", "B") is rows[1]
    assert known_class(rows, "C", "B") is rows[0]
    assert known_class(rows, "C", None) is None


def test_who_is_not_in_the_file_who_left_and_who_is_elsewhere_is_named():
    people = (("Li", "Ann"), ("Ek", "Bo"), ("Oz", "Cy"), ("Ito", "Dan"))
    known = KnownPlanner(
        classes=(
            KnownClass(1, "Math", "", students=(11, 12), left=(13,)),
            KnownClass(2, "Art", "", students=(11, 14)),
        ),
        students=tuple(KnownStudent(11 + i, *names) for i, names in enumerate(people)),
    )
    read = read_text("Last,First,Quiz /5\nLi,Ann,4\nOz,Cy,3\nIto,Dan,2\n")
    (part,) = plan_classes(read, known, class_name="Math")
    assert part.not_in_file == (12,)
    assert part.left_before == (13,)
    assert part.other_classes == {11: ("Art",), 14: ("Art",)}
    (new,) = plan_classes(read, known, class_name="Science")
    assert (new.not_in_file, new.other_classes[11]) == ((), ("Math", "Art"))


def test_the_file_names_an_assessment_without_a_title():
    read = read_text("Last,First,Quiz /5\nLi,Ann,4\n")
    untitled = replace(read, assessments=(replace(read.assessments[0], title=None),))
    (part,) = plan_classes(untitled, KnownPlanner(), class_name="Math", file_name="Ratios.csv")
    assert part.plan.assessments[0].read.title == "Ratios"


def test_names_of_classes_and_of_sections_mean_each_class_once():
    known = KnownPlanner((KnownClass(7, "Math", "P2"), KnownClass(8, "Art", "")))
    assert classes_meant(known, ["math", "P2", "P9"]) == (7,)


def test_what_the_teacher_said_of_a_section_holds_for_that_section_to_the_letter():
    read = read_rows((*ANN, "4"), (*BO, "5"))
    known = KnownPlanner(classes=(KnownClass(1, "Period 2", ""), KnownClass(2, "Old", P2)))
    said = {P4: "Period 2", P2: "Brand new"}
    parts = plan_classes(read, known, class_name=P2, said=said)
    assert [(one.section, one.name, one.class_id) for one in parts] == [
        (P2, "Brand new", None), (P4, "Period 2", 1),
    ]  # fmt: skip


@pytest.mark.parametrize("names", [{P2: "Math", P4: "math"}, {P2: P4}, {P4: "P2"}])
def test_sections_become_one_class_where_the_teacher_says_so(names):
    read = read_rows((*ANN, "4"), (*BO, "5"))
    (both,) = plan_classes(read, KnownPlanner(), class_name="P2", said=names)
    assert (both.section, both.also, both.students) == (P2, (P4,), (0, 1))
    assert (both.counts.students_new, both.counts.scores_new) == (2, 2)
    assert len(both.plan.assessments) == 1


def test_two_sections_never_go_into_one_class_by_a_slip():
    read = read_rows((*ANN, "4"), (*BO, "5"))
    known = KnownPlanner(classes=(KnownClass(1, "Mine", P2), KnownClass(2, P4, P2)))
    with pytest.raises(Problem, match="would both become"):
        plan_classes(read, known, class_name=P4)


def test_a_section_known_in_other_letters_is_the_one_asked_for():
    known = KnownPlanner(classes=(KnownClass(1, "Rivera", P4.upper()),))
    parts = plan_classes(read_rows((*ANN, "4"), (*BO, "5")), known, class_name="Rivera")
    assert [(one.section, one.name) for one in parts] == [(P4, "Rivera"), (P2, P2)]
