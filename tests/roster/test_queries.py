from datetime import time, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.roster.commands import (
    add_class,
    add_pull_out,
    add_students,
    add_tag,
    archive_student,
    mark_absent,
    move_student,
)
from plplanner.roster.queries import (
    absent_on,
    class_named,
    classes,
    classes_of,
    pull_outs_of,
    pull_outs_on,
    students_of_class,
    students_who_left,
    tags_of_class,
)
from plplanner.roster.rows import LeftStudentRow, NewStudent
from plplanner.terms import Weekday
from tests.builders import MONDAY, TODAY, a_class, a_planner


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_classes_come_by_name_with_the_number_of_students(planner):
    a_class(planner, students=2, name="math")
    a_class(planner, students=0, name="Art")
    assert [(row.name, row.students) for row in planner.ask(classes)] == [("Art", 0), ("math", 2)]


def test_a_class_is_found_in_upper_and_lower_case(planner):
    planner.do(add_class, name="Élan", subject="Math", section="S1")
    row = planner.ask(class_named, name=" éLAN ")
    assert (row.name, row.subject, row.section) == ("Élan", "Math", "S1")


def test_an_unknown_class_names_those_there_are(planner):
    with pytest.raises(Problem, match="Import a gradebook to make one"):
        planner.ask(class_named, name="Art")
    a_class(planner, students=0)
    with pytest.raises(Problem, match=r"no class called “Art”\. Choose one of these: “Math P2”\."):
        planner.ask(class_named, name="Art")


def test_students_come_by_last_name_with_names_that_tell_them_apart(planner):
    class_id = a_class(planner, students=0)
    new = [
        NewStudent("Gómez", "Ana"),
        NewStudent("Adams", "Zoe", nickname="Zed"),
        NewStudent("García", "Ana"),
    ]
    planner.do(add_students, class_id=class_id, students=new, entered_on=TODAY)
    rows = planner.ask(students_of_class, class_id=class_id)
    assert [row.last for row in rows] == ["Adams", "García", "Gómez"]
    assert len({row.name for row in rows}) == 3
    assert [row.roster_number for row in rows] == [2, 3, 1]


def test_two_people_of_one_name_keep_two_rows_and_two_names(planner):
    class_id = a_class(planner, students=0)
    new = [NewStudent("Garcia", "Maria", ids={"canvas_id": str(n)}) for n in (1, 2)]
    planner.do(add_students, class_id=class_id, students=new, entered_on=TODAY)
    one, other = planner.ask(students_of_class, class_id=class_id)
    assert one.name != other.name
    assert one.key != other.key


def test_a_pull_out_counts_on_its_weekday_only(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    planner.do(
        add_pull_out,
        student_id=student.id,
        weekday=Weekday.MONDAY,
        starts_at=time(9, 5),
        ends_at=time(9, 25),
        label="Ms. R",
    )
    (out,) = planner.ask(pull_outs_on, class_id=class_id, day=MONDAY)
    assert (out.student_id, out.starts_at, out.label) == (student.id, time(9, 5), "Ms. R")
    assert planner.ask(pull_outs_on, class_id=class_id, day=MONDAY + timedelta(days=1)) == []


def test_an_empty_planner_has_no_classes_and_no_students(planner):
    assert planner.ask(classes) == []
    assert planner.ask(students_of_class, class_id=1) == []


def test_one_student_s_times_out_come_in_the_order_of_the_week(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    for weekday in (Weekday.THURSDAY, Weekday.MONDAY):
        planner.do(
            add_pull_out,
            student_id=student.id,
            weekday=weekday,
            starts_at=time(9, 5),
            ends_at=time(9, 25),
            label="Ms. R",
        )
    found = planner.ask(pull_outs_of, student_id=student.id)
    assert [(row.weekday, row.label) for row in found] == [
        (Weekday.MONDAY, "Ms. R"),
        (Weekday.THURSDAY, "Ms. R"),
    ]
    assert planner.ask(classes_of, student_id=student.id) == ["Math P2"]


def test_who_left_is_listed_with_the_day_and_the_classes_she_is_in_now(planner):
    class_id, other = a_class(planner), a_class(planner, students=0, name="Math P3")
    planner.do(archive_student, student_id=1, left_on=TODAY - timedelta(days=3), name="Ada01")
    planner.do(
        move_student,
        student_id=2,
        from_class_id=class_id,
        to_class_id=other,
        moved_on=TODAY,
        name="Ada02",
    )
    assert planner.ask(students_who_left, class_id=class_id) == [
        LeftStudentRow(2, "Ada02 Last02", TODAY, ("Math P3",)),
        LeftStudentRow(1, "Ada01 Last01", TODAY - timedelta(days=3)),
    ]
    assert planner.ask(students_who_left, class_id=other) == []


def test_who_left_a_class_is_asked_for_apart(planner):
    class_id = a_class(planner, students=2)
    first, second = planner.ask(students_of_class, class_id=class_id)
    planner.do(archive_student, student_id=first.id, left_on=TODAY, name="A")
    assert planner.ask(students_of_class, class_id=class_id) == [second]
    assert planner.ask(students_of_class, class_id=class_id, who_left=True) == [first]


def test_tags_and_absences_are_those_of_the_class_now(planner):
    class_id = a_class(planner, students=2)
    first, second = planner.ask(students_of_class, class_id=class_id)
    for student_id, tag in ((first.id, "leader"), (first.id, "early"), (second.id, "leader")):
        planner.do(add_tag, student_id=student_id, tag=tag)
    planner.do(mark_absent, student_id=first.id, day=MONDAY, name="A")
    assert planner.ask(tags_of_class, class_id=class_id) == {
        first.id: ("early", "leader"),
        second.id: ("leader",),
    }
    assert planner.ask(absent_on, class_id=class_id, day=MONDAY) == {first.id}
    assert planner.ask(absent_on, class_id=class_id, day=TODAY) == frozenset()
    planner.do(archive_student, student_id=first.id, left_on=TODAY, name="A")
    assert planner.ask(absent_on, class_id=class_id, day=MONDAY) == frozenset()
    assert list(planner.ask(tags_of_class, class_id=class_id)) == [second.id]
