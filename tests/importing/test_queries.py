from datetime import timedelta

import pytest

from plplanner.gradebook.commands import save_imported_scores
from plplanner.gradebook.rows import ScoreToSave
from plplanner.importing.commands import save_import
from plplanner.importing.corrections import Corrections
from plplanner.importing.queries import (
    import_history,
    import_into_classes,
    known_planner,
    known_students,
    mapping_for,
    when_taken_in,
)
from plplanner.models.importing import GradebookImport
from plplanner.problems import Problem
from plplanner.roster.commands import add_class, archive_student
from plplanner.terms import ScoreStatus
from tests.builders import NOW, a_class, a_planner, an_assessment
from tests.importing.files import ANN, BO, CY, P2, P4, read_rows, read_text


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def parts_of(planner, read, name):
    return planner.ask(import_into_classes, read=read, class_name=name)


def test_a_preview_changes_nothing(planner):
    before = planner.digest()
    parts = parts_of(planner, read_rows((*ANN, "4"), (*BO, "5"), (*CY, "3")), "Math P2")
    assert planner.digest() == before
    assert [(part.name, part.section, part.class_id) for part in parts] == [
        ("Math P2", P2, None),
        (P4, P4, None),
    ]
    assert [part.counts.students_new for part in parts] == [2, 2]
    assert [part.counts.scores_new for part in parts] == [2, 2]


def test_a_name_that_fits_no_section_is_refused_with_their_names(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"))
    with pytest.raises(Problem, match=f"“{P2}”, “{P4}”"):
        parts_of(planner, read, "Science 9")


def test_a_class_is_known_by_its_name_or_by_its_section(planner):
    class_id = planner.do(add_class, name="First period", section=P2)
    read = read_rows((*ANN, "4"), (*BO, "5"))
    for name in ("first period", P2):
        part = parts_of(planner, read, name)[0]
        assert (part.class_id, part.name, part.section) == (class_id, "First period", P2)


def test_a_file_without_sections_may_go_into_a_known_class(planner):
    class_id = a_class(planner, students=1, name="Homeroom")
    an_assessment(planner, class_id, title="Exit ticket (5 points)", points=[4])
    read = read_text("Last,First,Exit ticket (5 points)\nLast01,Ada01,4\nLi,Ann,5\n")
    (part,) = parts_of(planner, read, "homeroom")
    counts = part.counts
    assert (part.class_id, counts.students_matched, counts.students_new) == (class_id, 1, 1)
    assert (counts.scores_same, counts.scores_new, part.plan.assessments_new) == (1, 1, 0)


def test_who_is_in_no_section_counts_with_the_class_asked_for(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"), ("Oz, Cy", "3", "", "3"))
    parts = parts_of(planner, read, "Math P2")
    assert [part.counts.students_new for part in parts] == [2, 1]


def test_everyone_in_the_planner_is_known_with_the_ids_of_other_systems(planner):
    read = read_rows((*ANN, "4"))
    planner.do(
        save_import,
        classes=parts_of(planner, read, "Math P2"),
        file_name="a.csv",
        file_hash="0",
        imported_at=NOW,
    )
    (student,) = planner.ask(known_students)
    assert (student.last, student.first, student.suffix) == ("Li", "Ann", None)
    assert student.ids["canvas_id"] == "1"


def test_classes_are_known_with_who_is_in_them_and_who_left(planner):
    class_id = a_class(planner, students=3, name="Homeroom")
    planner.do(archive_student, student_id=2, left_on=NOW.date(), name="Ada")
    (row,) = planner.ask(known_planner, names=()).classes
    assert (row.id, row.students, row.left) == (class_id, (1, 3), (2,))


def test_of_several_attempts_the_newest_is_known_with_the_points_of_all(planner):
    class_id = a_class(planner, students=1)
    assessment_id = an_assessment(planner, class_id, points=[3])
    with planner.change("Import") as session:
        record = GradebookImport(file_name="a", file_hash="0", format="f", imported_at=NOW)
        session.add(record)
        session.flush()
        score = ScoreToSave(1, assessment_id, ScoreStatus.SCORED, 5, 5, 100, attempts=(3, 4, 5))
        save_imported_scores(session, scores=[score], import_id=record.id, entered_at=NOW)
    (known,) = planner.ask(known_planner, names=["Math P2"]).classes
    stored = known.scores[(1, assessment_id)]
    assert (stored.points, stored.attempts) == (5, (3, 4, 5))


def test_the_history_names_every_import_the_newest_first(planner):
    for day, score in ((0, "4"), (1, "3")):
        read = read_rows((*ANN, score), (*BO, "5"))
        planner.do(
            save_import,
            classes=parts_of(planner, read, "Math P2"),
            file_name=f"week {day}.csv",
            file_hash="0",
            imported_at=NOW + timedelta(days=day),
        )
    newest, first = planner.ask(import_history)
    assert (newest.file_name, newest.classes) == ("week 1.csv", ("Math P2", P4))
    assert (first.format, first.imported_at) == ("canvas_gradebook", NOW)
    assert (first.counts.students_new, first.counts.scores_new, first.assessments_new) == (2, 2, 2)
    assert (newest.counts.students_matched, newest.counts.scores_changed) == (2, 1)
    assert (first.is_removable, newest.is_removable) == (True, True)


def test_when_the_very_same_file_came_in_is_known(planner):
    parts = parts_of(planner, read_rows((*ANN, "4")), "Math P2")
    saved = {"classes": parts, "file_name": "a.csv", "file_hash": "f00", "imported_at": NOW}
    planner.do(save_import, **saved)
    assert planner.ask(when_taken_in, file_hash="f00") == NOW
    assert planner.ask(when_taken_in, file_hash="f01") is None


def test_an_import_of_which_nothing_is_left_says_so(planner):
    with planner.change("Import") as session:
        session.add(GradebookImport(file_name="a", file_hash="0", format="f", imported_at=NOW))
    (row,) = planner.ask(import_history)
    assert not row.is_removable
    assert "replaced" in row.why_not


def test_a_file_of_a_shape_never_seen_has_no_corrections(planner):
    assert planner.ask(mapping_for, read=read_rows((*ANN, "4"))) == Corrections()
