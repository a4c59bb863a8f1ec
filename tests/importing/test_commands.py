import pytest
from sqlmodel import select

from plplanner.gradebook.queries import assessments_of_class, scores_on
from plplanner.importing.commands import save_import
from plplanner.importing.queries import import_into_classes
from plplanner.library.queries import standards
from plplanner.models.gradebook import ReplacedScore
from plplanner.models.roster import Student
from plplanner.roster.queries import classes, students_of_class
from plplanner.terms import ScoreStatus
from tests.builders import NOW, a_class, a_planner, is_one_step
from tests.importing.files import ANN, BO, CY, P2, P4, read_rows, read_text


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def arguments(planner, read, name="Math P2"):
    return {
        "classes": planner.ask(import_into_classes, read=read, class_name=name),
        "file_name": "grades.csv",
        "file_hash": "0",
        "imported_at": NOW,
    }


def take_in(planner, read, name="Math P2"):
    return planner.do(save_import, **arguments(planner, read, name))


def people(planner):
    return planner.ask(lambda session: len(session.exec(select(Student)).all()))


def points(planner, class_id):
    """First names with points on the only assessment of a class."""
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    scores = {s.student_id: s.points for s in planner.ask(scores_on, assessment_id=row.id)}
    students = planner.ask(students_of_class, class_id=class_id)
    return {student.first: scores.get(student.id) for student in students}


def test_a_whole_import_is_one_step_that_undo_takes_back_to_the_letter(planner):
    a_class(planner, name="Art")
    read = read_rows((*ANN, "4"), (*BO, "5"), (*CY, "3"))
    is_one_step(planner, save_import, called="Import “grades.csv”", **arguments(planner, read))
    assert planner.findings() == []


def test_sections_become_classes_and_the_one_asked_for_has_the_name_given(planner):
    ids = take_in(planner, read_rows((*BO, "5"), (*ANN, "4")))
    rows = planner.ask(classes)
    assert [(row.name, row.section) for row in rows] == [(P4, P4), ("Math P2", P2)]
    assert ids[0] == rows[1].id
    assert points(planner, ids[0]) == {"Ann": 4}
    assert points(planner, ids[1]) == {"Bo": 5}


def test_a_student_in_two_sections_is_one_student_in_two_classes(planner):
    ids = take_in(planner, read_rows((*ANN, "4"), (*BO, "5"), (*CY, "3")))
    assert [points(planner, class_id)["Cy"] for class_id in ids] == [3, 3]
    assert people(planner) == 3


def test_the_same_file_again_adds_and_changes_nothing(planner):
    read = read_rows((*ANN, "4"), (*BO, "EX"), (*CY, "3"))
    ids = take_in(planner, read)
    before = people(planner), [points(planner, class_id) for class_id in ids]
    again = planner.ask(import_into_classes, read=read, class_name="Math P2")
    assert [(part.counts.scores_same, part.counts.scores_changed) for part in again] == [
        (2, 0),
        (2, 0),
    ]
    assert take_in(planner, read) == ids
    assert (people(planner), [points(planner, class_id) for class_id in ids]) == before
    assert len(planner.ask(classes)) == 2


def test_a_blank_never_replaces_a_stored_score(planner):
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    (class_id, _) = take_in(planner, read_rows((*ANN, ""), (*BO, "5")))
    assert points(planner, class_id) == {"Ann": 4}


def test_a_changed_score_keeps_what_it_replaces(planner):
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    (class_id, _) = take_in(planner, read_rows((*ANN, "2"), (*BO, "5")))
    assert points(planner, class_id) == {"Ann": 2}
    (kept,) = planner.ask(lambda session: session.exec(select(ReplacedScore)).all())
    assert (kept.points, kept.gradebook_import_id, kept.previous_import_id) == (4, 2, 1)


def test_an_excused_score_replaces_a_number_and_leaves_none(planner):
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    (class_id, _) = take_in(planner, read_rows((*ANN, "EX"), (*BO, "5")))
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    (score,) = planner.ask(scores_on, assessment_id=row.id)
    assert (score.status, score.points, score.percent) == (ScoreStatus.EXCUSED, None, None)
    assert planner.findings() == []


def test_a_file_without_sections_is_one_class(planner):
    read = read_text("Last,First,Exit ticket\nLi,Ann,4\nEk,Bo,5\n")
    (class_id,) = take_in(planner, read, "Homeroom")
    assert points(planner, class_id) == {"Bo": 5, "Ann": 4}


def test_a_student_whose_section_is_blank_is_in_the_class_asked_for(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"), ("Oz, Cy", "3", "", "3"))
    ids = take_in(planner, read)
    assert points(planner, ids[0]) == {"Ann": 4, "Cy": 3}
    assert points(planner, ids[1]) == {"Bo": 5}


def test_two_people_of_one_name_stay_two_however_often_they_come(planner):
    one, other = ("Garcia, Maria", "7", P2), ("Garcia, Maria", "8", P2)
    for _ in range(2):
        (class_id,) = take_in(planner, read_rows((*one, "4"), (*other, "5")))
    rows = planner.ask(students_of_class, class_id=class_id)
    assert [row.ids["canvas_id"] for row in rows] == ["7", "8"]
    assert people(planner) == 2


def test_a_newcomer_joins_and_who_is_missing_from_the_file_stays(planner):
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    newcomer = ("Ito, Dan", "9", P2)
    ids = take_in(planner, read_rows((*newcomer, "1"), (*BO, "5")))
    assert points(planner, ids[0]) == {"Ann": 4, "Dan": 1}


def test_a_standard_in_a_title_is_added_once_in_whatever_spelling(planner):
    take_in(planner, read_rows((*ANN, "4"), title="Exit ticket 6.RP.A.1 (11)"))
    take_in(planner, read_rows((*ANN, "4"), title="Exit ticket 6.RP.1 (12)"))
    assert [row.code for row in planner.ask(standards)] == ["6.RP.A.1"]
