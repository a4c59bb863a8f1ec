from datetime import time

import pytest

from plplanner.gradebook.commands import enter_score
from plplanner.gradebook.queries import assessments_of_class, scores_on
from plplanner.grouping.saved.queries import newest_groups
from plplanner.models.importing import GradebookImport
from plplanner.roster import commands
from plplanner.roster.queries import (
    absent_on,
    arrivals_on,
    attendance_on,
    classes,
    classes_of,
    pull_outs_on,
    students_of_class,
    tags_of_class,
)
from plplanner.roster.rows import NewStudent
from plplanner.terms import AttendanceKind, Weekday
from tests.builders import (
    NOW,
    TODAY,
    a_class,
    a_planner,
    an_assessment,
    is_one_step,
    refuses,
    saved_groups,
)

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
        saying="from 9:05 to 9:05 ends before it begins",
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


def test_a_student_moves_to_another_class_and_her_scores_stay(planner):
    old, new = a_class(planner), a_class(planner, students=0, name="Math P3")
    ticket = an_assessment(planner, old, points=[1, 2, 3])
    is_one_step(
        planner,
        commands.move_student,
        called="Move “Ada02” to another class",
        student_id=2,
        from_class_id=old,
        to_class_id=new,
        moved_on=TODAY,
        name="Ada02",
    )
    assert (firsts(planner, old), firsts(planner, new)) == (["Ada01", "Ada03"], ["Ada02"])
    assert len(planner.ask(scores_on, assessment_id=ticket)) == 3
    assert planner.findings() == []


@pytest.mark.parametrize(
    ("to", "saying"), [("Math P2", "in this class already"), ("Gone", "no longer here")]
)
def test_a_move_to_the_same_class_or_to_none_is_refused(planner, to, saying):
    old = a_class(planner)
    move = {"student_id": 2, "from_class_id": old, "moved_on": TODAY, "name": "Ada02"}
    to_class_id = old if to == "Math P2" else 99
    refuses(planner, commands.move_student, saying=saying, to_class_id=to_class_id, **move)


def test_who_is_not_in_the_class_cannot_move_out_of_it(planner):
    a_class(planner)
    empty, new = (a_class(planner, students=0, name=name) for name in ("Art", "Music"))
    refuses(
        planner,
        commands.move_student,
        saying="Ada01 is not in this class now",
        student_id=1,
        from_class_id=empty,
        to_class_id=new,
        moved_on=TODAY,
        name="Ada01",
    )


def test_who_leaves_is_in_no_class_and_no_group_and_comes_back_with_everything(planner):
    groups = saved_groups(planner)
    art = a_class(planner, students=0, name="Art")
    planner.do(commands.enroll, class_id=art, student_ids=[1], entered_on=TODAY)
    ticket = an_assessment(planner, groups.class_id, points=[4])
    before = firsts(planner, groups.class_id)
    is_one_step(
        planner,
        commands.archive_student,
        called="Archive “Ada01”",
        student_id=1,
        left_on=TODAY,
        name="Ada01",
    )
    assert planner.ask(classes_of, student_id=1) == []
    now = planner.ask(newest_groups, class_id=groups.class_id)
    assert 1 not in [member.student_id for group in now.groups for member in group.members]
    assert len(planner.ask(scores_on, assessment_id=ticket)) == 1
    back = {"student_id": 1, "class_id": groups.class_id, "name": "Ada01"}
    is_one_step(planner, commands.restore_student, called="Bring “Ada01” back", **back)
    assert firsts(planner, groups.class_id) == before
    assert planner.ask(newest_groups, class_id=groups.class_id) == groups
    assert planner.ask(classes_of, student_id=1) == ["Math P2"]


def test_a_student_may_leave_one_class_alone_and_only_once(planner):
    class_id = a_class(planner)
    art = a_class(planner, students=0, name="Art")
    planner.do(commands.enroll, class_id=art, student_ids=[1], entered_on=TODAY)
    leave = {"student_id": 1, "class_id": art, "left_on": TODAY, "name": "Ada01"}
    planner.do(commands.archive_student, **leave)
    assert "Ada01" in firsts(planner, class_id)
    refuses(planner, commands.archive_student, saying="Ada01 has left already", **leave)
    gone = {"student_id": 2, "class_id": art, "name": "Ada02"}
    refuses(planner, commands.restore_student, saying="never was in this class", **gone)


def test_a_file_that_still_names_who_left_does_not_bring_her_back(planner):
    class_id = a_class(planner)
    planner.do(commands.archive_student, student_id=1, left_on=TODAY, name="Ada01")
    both = {"class_id": class_id, "student_ids": [1, 2], "entered_on": TODAY}
    planner.do(commands.enroll, bring_back=False, **both)
    assert firsts(planner, class_id) == ["Ada02", "Ada03"]
    planner.do(commands.enroll, **both)
    assert firsts(planner, class_id) == ["Ada01", "Ada02", "Ada03"]


def test_a_name_she_was_recognised_by_is_remembered_once(planner):
    a_class(planner, students=1)
    alias = {"student_id": 1, "written": "ada l"}
    is_one_step(planner, commands.add_alias, called="Remember a name", **alias)
    before = planner.digest()
    for written in ("ada l", " "):
        planner.do(commands.add_alias, student_id=1, written=written)
    assert planner.digest() == before


def an_import(planner):
    with planner.change("Import") as session:
        row = GradebookImport(file_name="a", file_hash="0", format="f", imported_at=NOW)
        session.add(row)
        session.flush()
        return row.id


@pytest.fixture
def brought(planner):
    """An import that brought a class of two; returns (import id, class id)."""
    import_id = an_import(planner)
    class_id = planner.do(commands.add_class, name="Math", import_id=import_id)
    new = [NewStudent("Li", "Ann", ids={"sis": "1"}), NewStudent("Ek", "Bo")]
    entered = {"entered_on": TODAY, "import_id": import_id}
    planner.do(commands.add_students, class_id=class_id, students=new, **entered)
    planner.do(commands.add_alias, student_id=1, written="ann", import_id=import_id)
    return import_id, class_id


def take_back(planner, import_id, held):
    return planner.do(commands.take_back_roster, import_id=import_id, held=held)


def test_people_and_class_of_an_import_go_when_nothing_else_holds_them(planner, brought):
    taken = is_one_step(
        planner,
        commands.take_back_roster,
        called="Take back the students of an import",
        import_id=brought[0],
        held={},
    )
    assert (taken.students, taken.enrollments, taken.classes) == (2, 2, 1)
    assert planner.ask(classes) == []


def test_what_another_import_holds_is_that_one_s_from_then_on(planner, brought):
    import_id, class_id = brought
    other = an_import(planner)
    taken = take_back(planner, import_id, {(class_id, 1): other})
    assert (taken.students, taken.enrollments, taken.classes) == (1, 1, 0)
    assert firsts(planner, class_id) == ["Ann"]
    assert take_back(planner, other, {}).students == 1
    assert planner.ask(classes) == []


def test_who_has_a_score_or_a_place_in_a_group_stays(planner, brought):
    import_id, class_id = brought
    ticket = an_assessment(planner, class_id)
    planner.do(enter_score, student_id=1, assessment_id=ticket, points=4, entered_at=NOW)
    saved_groups(planner, class_id=class_id)
    assert take_back(planner, import_id, {}).students == 0
    assert firsts(planner, class_id) == ["Bo", "Ann"]
    assert planner.findings() == []


def test_a_tag_is_given_once_and_taken_back(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0].id
    who = {"student_id": one, "tag": " leader "}
    is_one_step(planner, commands.add_tag, called="Tag a student “ leader ”", **who)
    planner.do(commands.add_tag, **who)
    assert planner.ask(tags_of_class, class_id=class_id) == {one: ("leader",)}
    planner.do(commands.remove_tag, student_id=one, tag="twin")
    is_one_step(planner, commands.remove_tag, called="Remove the tag “ leader ”", **who)
    assert planner.ask(tags_of_class, class_id=class_id) == {}
    refuses(planner, commands.add_tag, saying="needs a word", student_id=one, tag=" ")
    refuses(planner, commands.add_tag, saying="no longer here", student_id=99, tag="leader")


def test_absent_and_present_are_steps_that_name_the_student(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0].id
    who = {"student_id": one, "day": TODAY, "name": "Ada01"}
    is_one_step(planner, commands.mark_absent, called="Mark Ada01 absent", **who)
    planner.do(commands.mark_absent, **who)
    assert planner.ask(absent_on, class_id=class_id, day=TODAY) == {one}
    is_one_step(planner, commands.mark_present, called="Mark Ada01 present", **who)
    assert planner.ask(absent_on, class_id=class_id, day=TODAY) == frozenset()
    planner.do(commands.mark_present, **who)
    stranger = {**who, "student_id": 99}
    refuses(planner, commands.mark_absent, saying="no longer here", **stranger)


def test_late_takes_the_place_of_absent_and_the_student_is_here(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0].id
    who = {"student_id": one, "day": TODAY, "name": "Ada01"}
    day = {"class_id": class_id, "day": TODAY}
    planner.do(commands.mark_absent, **who)
    is_one_step(planner, commands.mark_late, called="Mark Ada01 late", **who)
    assert planner.ask(attendance_on, **day) == {one: AttendanceKind.LATE}
    assert planner.ask(absent_on, **day) == frozenset()
    planner.do(commands.mark_absent, **who)
    assert planner.ask(attendance_on, **day) == {one: AttendanceKind.ABSENT}


def test_since_when_a_late_student_is_there_is_kept_to_the_minute(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0].id
    who = {"student_id": one, "day": TODAY, "name": "Ada01"}
    day = {"class_id": class_id, "day": TODAY}
    planner.do(commands.mark_late, came_at=time(9, 31, 7), **who)
    assert planner.ask(arrivals_on, **day) == {one: time(9, 31)}
    planner.do(commands.mark_late, **who)
    assert planner.ask(arrivals_on, **day) == {}
