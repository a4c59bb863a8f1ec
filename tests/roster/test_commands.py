from datetime import time

import pytest

from plplanner.gradebook.queries import assessments_of_class
from plplanner.roster import commands
from plplanner.roster.queries import classes, pull_outs_on, students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.terms import Weekday
from tests.builders import TODAY, a_class, a_planner, an_assessment, is_one_step, refuses

MONDAY_MORNING = {"weekday": Weekday.MONDAY, "starts_at": time(9, 5), "ends_at": time(9, 25)}


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def names(planner):
    return [row.name for row in planner.ask(classes)]


def firsts(planner, class_id):
    return [row.first for row in planner.ask(students_of_class, class_id=class_id)]


def test_adding_a_class_is_one_step(planner):
    is_one_step(planner, commands.add_class, called="Add class “Math P2”", name="Math P2")
    assert names(planner) == ["Math P2"]


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_class_without_a_name_is_refused(planner, name):
    refuses(planner, commands.add_class, saying="A class needs a name", name=name)


@pytest.mark.parametrize(("known", "new"), [("Math P2", "MATH p2"), ("École 1", "École 1")])
def test_a_name_that_is_taken_is_refused_whatever_its_case_and_accents(planner, known, new):
    planner.do(commands.add_class, name=known)
    refuses(planner, commands.add_class, saying="already a class called", name=new)


def test_renaming_a_class_is_one_step(planner):
    class_id = a_class(planner, students=0)
    is_one_step(
        planner,
        commands.rename_class,
        called="Rename class to “Math P3”",
        class_id=class_id,
        name="Math P3",
    )
    assert names(planner) == ["Math P3"]


def test_a_class_may_change_only_the_case_of_its_name(planner):
    class_id = a_class(planner, students=0, name="math p2")
    planner.do(commands.rename_class, class_id=class_id, name="Math P2")
    assert names(planner) == ["Math P2"]


def test_renaming_refuses_the_name_of_another_class_and_a_class_that_is_gone(planner):
    class_id = a_class(planner, students=0)
    a_class(planner, students=0, name="Art")
    refuses(planner, commands.rename_class, saying="already", class_id=class_id, name="art")
    refuses(planner, commands.rename_class, saying="no longer here", class_id=99, name="New")


def test_removing_a_class_takes_its_assessments_and_leaves_its_students(planner):
    class_id = a_class(planner)
    an_assessment(planner, class_id, points=[1, 2, 3])
    is_one_step(planner, commands.remove_class, called="Remove class", class_id=class_id)
    assert planner.ask(assessments_of_class, class_id=class_id) == []
    assert planner.has_rows()
    assert planner.findings() == []


def test_adding_students_is_one_step_and_keeps_their_order(planner):
    class_id = a_class(planner, students=0)
    new = [NewStudent("Li", "Bo", ids={"sis_user_id": "7"}), NewStudent(first=" Ann ")]
    is_one_step(
        planner,
        commands.add_students,
        called="Add students",
        class_id=class_id,
        students=new,
        entered_on=TODAY,
    )
    ann, bo = planner.ask(students_of_class, class_id=class_id)
    assert (ann.first, ann.roster_number, bo.first, bo.roster_number) == ("Ann", 2, "Bo", 1)
    assert bo.ids == {"sis_user_id": "7"}


def test_a_student_without_any_name_is_refused_and_nobody_else_is_added(planner):
    class_id = a_class(planner, students=0)
    new = [NewStudent("Li", "Bo"), NewStudent(suffix="Jr.")]
    refuses(
        planner,
        commands.add_students,
        saying="has no name",
        class_id=class_id,
        students=new,
        entered_on=TODAY,
    )


def test_enrolling_again_changes_nothing(planner):
    class_id = a_class(planner)
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    before = planner.digest()
    planner.do(commands.enroll, class_id=class_id, student_ids=ids * 2, entered_on=TODAY)
    assert planner.digest() == before


def test_a_student_can_be_in_two_classes(planner):
    first = a_class(planner, students=1)
    second = a_class(planner, students=0, name="Art")
    ids = [row.id for row in planner.ask(students_of_class, class_id=first)]
    is_one_step(
        planner,
        commands.enroll,
        called="Enroll students",
        class_id=second,
        student_ids=ids,
        entered_on=TODAY,
    )
    assert firsts(planner, first) == firsts(planner, second) == ["Ada01"]


def test_ids_already_known_stay_and_empty_ones_are_not_kept(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    ids = {"sis_user_id": "7", "email": ""}
    is_one_step(planner, commands.add_identifiers, called="Add ids", student_id=student.id, ids=ids)
    planner.do(commands.add_identifiers, student_id=student.id, ids=ids)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    assert student.ids == {"sis_user_id": "7"}


def test_renaming_a_student_is_one_step_and_refuses_an_empty_name(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    is_one_step(
        planner,
        commands.rename_student,
        called="Rename student",
        student_id=student.id,
        last="Okafor",
        first="Chidi",
        nickname="Chi",
    )
    (renamed,) = planner.ask(students_of_class, class_id=class_id)
    assert (renamed.last, renamed.first, renamed.nickname) == ("Okafor", "Chidi", "Chi")
    refuses(
        planner,
        commands.rename_student,
        saying="no name",
        student_id=student.id,
        last=" ",
        first="",
    )


def test_removing_a_student_takes_her_scores(planner):
    class_id = a_class(planner, students=2)
    an_assessment(planner, class_id, points=[1, 2])
    student = planner.ask(students_of_class, class_id=class_id)[0]
    is_one_step(planner, commands.remove_student, called="Remove student", student_id=student.id)
    assert firsts(planner, class_id) == ["Ada02"]
    assert planner.ask(assessments_of_class, class_id=class_id)[0].scored == 1
    refuses(planner, commands.remove_student, saying="no longer here", student_id=student.id)


def test_the_home_language_can_be_set_and_changed(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    assert student.home_language == "en"
    for language in ("es", "vi"):
        is_one_step(
            planner,
            commands.set_home_language,
            called="Set home language",
            student_id=student.id,
            language=language,
        )
    (student,) = planner.ask(students_of_class, class_id=class_id)
    assert student.home_language == "vi"


def test_a_pull_out_is_noted_for_its_weekday(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    is_one_step(
        planner,
        commands.add_pull_out,
        called="Add pull-out",
        student_id=student.id,
        label="Ms. R",
        **MONDAY_MORNING,
    )
    assert planner.ask(pull_outs_on, class_id=class_id, day=TODAY) == []


def test_a_pull_out_that_ends_before_it_begins_is_refused(planner):
    class_id = a_class(planner, students=1)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    backwards = {**MONDAY_MORNING, "ends_at": time(9, 5)}
    refuses(
        planner,
        commands.add_pull_out,
        saying="from 09:05 to 09:05 ends before it begins",
        student_id=student.id,
        label="",
        **backwards,
    )
    refuses(
        planner,
        commands.add_pull_out,
        saying="no longer here",
        student_id=99,
        label="",
        **MONDAY_MORNING,
    )
