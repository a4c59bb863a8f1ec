from datetime import date

import pytest
from sqlalchemy import select

from plplanner.gradebook.commands import enter_score, link_standards, rename_assessment
from plplanner.gradebook.queries import assessments_of_class, items_on, scores_on
from plplanner.importing.class_plans import plan_classes
from plplanner.importing.commands import remember_mapping, remove_import, save_import
from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.mapping import mapping_of
from plplanner.importing.queries import (
    import_history,
    import_into_classes,
    known_planner,
    mapping_for,
)
from plplanner.importing.rows import GradebookRead, StudentRead
from plplanner.library.commands import add_standard
from plplanner.library.queries import standards
from plplanner.models.gradebook import ItemAnswers, ReplacedScore, Score
from plplanner.models.roster import Student
from plplanner.playlists.commands import add_playlist
from plplanner.roster.commands import archive_student
from plplanner.roster.queries import classes, students_of_class
from plplanner.store.fetch import values_of
from plplanner.terms import ItemResult, ScoreStatus
from tests.builders import NOW, a_class, a_planner, is_one_step, refuses
from tests.importing.files import ANN, BO, CY, P2, P4, read_rows, read_text

RIGHT, WRONG = ItemResult.RIGHT, ItemResult.WRONG


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def arguments(planner, read, name="Math P2", **more):
    return {
        "classes": planner.ask(import_into_classes, read=read, class_name=name),
        "file_name": "grades.csv",
        "file_hash": "0",
        "imported_at": NOW,
        **more,
    }


def take_in(planner, read, name="Math P2", **more):
    return planner.do(save_import, **arguments(planner, read, name, **more))


def people(planner):
    return planner.ask(lambda session: len(session.scalars(select(Student)).all()))


def all_scores(session):
    rows = session.scalars(select(Score).order_by(Score.id)).all()
    return [values_of(row, besides=()) for row in rows]


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
    (kept,) = planner.ask(lambda session: session.scalars(select(ReplacedScore)).all())
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


def test_somebody_without_a_name_comes_in_under_an_id(planner):
    students = (
        StudentRead(None, None, ids={"sis": "30412"}), StudentRead("\u200b", None, display="?7"),
        StudentRead(None, None),
    )  # fmt: skip
    (class_id,) = take_in(planner, GradebookRead("roster", students, scores=((), (), ())))
    rows = planner.ask(students_of_class, class_id=class_id)
    assert {row.first for row in rows} == {"30412", "?7", "No name"}


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


def test_what_the_gradebook_renames_is_renamed_but_not_what_the_teacher_did(planner):
    def titles(class_id):
        return [row.title for row in planner.ask(assessments_of_class, class_id=class_id)]

    (class_id,) = take_in(planner, read_rows((*ANN, "4"), title="Exit ticket (11)"))
    take_in(planner, read_rows((*ANN, "4"), title="Ratios (11)"))
    assert titles(class_id) == ["Ratios"]
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    planner.do(rename_assessment, assessment_id=row.id, title="My ratios")
    for title in ("Ratios (11)", "Ratios, week 2 (11)"):
        take_in(planner, read_rows((*ANN, "4"), title=title))
        assert titles(class_id) == ["My ratios"]


def test_a_near_miss_the_teacher_chose_is_known_the_next_time(planner):
    class_id = a_class(planner, students=1)
    read = read_text("Name,Quiz /5\nAda1 Last01,4\n")
    known = planner.ask(known_planner, names=["Math P2"])
    (student,) = known.students
    classes = plan_classes(read, known, class_name="Math P2", chosen={0: student.id})
    planner.do(save_import, **{**arguments(planner, read), "classes": classes})
    (part,) = planner.ask(import_into_classes, read=read, class_name="Math P2")
    assert (part.counts.students_matched, part.counts.students_new) == (1, 0)
    assert len(planner.ask(students_of_class, class_id=class_id)) == 1


def test_who_left_the_class_stays_away_though_the_file_still_names_her(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"))
    (class_id, _) = take_in(planner, read)
    (ann,) = planner.ask(students_of_class, class_id=class_id)
    planner.do(archive_student, student_id=ann.id, left_on=NOW.date(), name="Ann")
    take_in(planner, read_rows((*ANN, "5"), (*BO, "5")))
    assert planner.ask(students_of_class, class_id=class_id) == []
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert [score.points for score in planner.ask(scores_on, assessment_id=row.id)] == [5]


def test_corrections_are_remembered_in_the_same_step_and_by_themselves(planner):
    read = read_rows((*ANN, "4"))
    first, second = Corrections(blank=BlankMeans.ZERO), Corrections(extra_credit=True)
    take_in(planner, read, mapping=mapping_of(read, first))
    assert planner.ask(mapping_for, read=read) == first
    is_one_step(
        planner,
        remember_mapping,
        called="Remember how to read such files",
        mapping=mapping_of(read, second),
        remembered_at=NOW,
    )
    assert planner.ask(mapping_for, read=read) == second


def remove(planner, import_id):
    return planner.do(remove_import, import_id=import_id, file_name="grades.csv")


@pytest.mark.long
def test_removing_the_only_import_leaves_an_empty_planner(planner):
    before = planner.digest()
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5"), (*CY, "3")))
    removed = is_one_step(
        planner,
        remove_import,
        called="Remove the import of “grades.csv”",
        import_id=1,
        file_name="grades.csv",
    )
    assert planner.digest() == before
    assert (removed.students_removed, removed.scores_removed) == (3, 4)
    assert (removed.assessments_removed, removed.classes_removed, removed.edited) == (2, 2, ())


def test_removing_the_newest_import_puts_back_what_it_replaced(planner):
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    scores = planner.ask(all_scores)
    take_in(planner, read_rows((*ANN, "2"), (*BO, "5"), ("Ito, Dan", "9", P2, "1")))
    removed = remove(planner, 2)
    assert planner.ask(all_scores) == scores
    assert (removed.scores_put_back, removed.scores_removed, removed.students_removed) == (1, 1, 1)
    assert (removed.classes_removed, removed.assessments_removed) == (0, 0)


def test_what_a_later_import_says_too_is_its_own_when_the_first_is_removed(planner):
    read = read_rows((*ANN, "4"), (*BO, "5"))
    empty = planner.digest()
    ids = take_in(planner, read)
    take_in(planner, read)
    removed = remove(planner, 1)
    assert (removed.scores_kept, removed.scores_removed, removed.students_removed) == (2, 0, 0)
    assert points(planner, ids[0]) == {"Ann": 4}
    remove(planner, 2)
    assert planner.digest() == empty


def test_what_was_entered_by_hand_since_stays_and_is_named(planner):
    (class_id, _) = take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    (ann,) = planner.ask(students_of_class, class_id=class_id)
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    planner.do(enter_score, student_id=ann.id, assessment_id=row.id, points=3, entered_at=NOW)
    removed = remove(planner, 1)
    assert removed.edited == ("Ann Li, Exit ticket",)
    assert (removed.scores_removed, removed.students_removed, removed.classes_removed) == (1, 1, 1)
    assert points(planner, class_id) == {"Ann": 3}
    assert planner.findings() == []


@pytest.mark.long
def test_an_import_is_removed_from_between_two_others(planner):
    for score in "4", "3", "2":
        (class_id,) = take_in(planner, read_rows((*ANN, score)))
    remove(planner, 2)
    assert points(planner, class_id) == {"Ann": 2}
    remove(planner, 3)
    assert points(planner, class_id) == {"Ann": 4}


@pytest.mark.parametrize(
    "order",
    [(1, 2, 3), *(pytest.param(one, marks=pytest.mark.long) for one in ((3, 1, 2), (2, 3, 1)))],
)
def test_when_every_import_is_removed_nothing_is_left_whatever_the_order(planner, order):
    empty = planner.digest()
    take_in(planner, read_rows((*ANN, "4"), (*BO, "5")))
    take_in(planner, read_rows((*ANN, "3"), (*CY, "5")))
    take_in(planner, read_rows((*ANN, "3"), (*BO, "EX"), (*CY, "5")))
    for import_id in order:
        remove(planner, import_id)
        assert planner.findings() == []
    assert planner.digest() == empty


def checks(planner, class_id):
    rows = planner.ask(assessments_of_class, class_id=class_id)
    return [(row.title, row.taken_on, row.points_possible, row.standards) for row in rows]


DATED = "Ratios 6.RP.A.1 2026-11-20 (11)"


def test_titles_days_points_and_standards_that_an_import_updated_are_put_back(planner):
    (class_id,) = take_in(planner, read_rows((*ANN, "4")))
    before = checks(planner, class_id)
    take_in(planner, read_rows((*ANN, "4"), title=DATED, possible="10"))
    ((title, day, points_possible, standards),) = checks(planner, class_id)
    assert (title, day, points_possible, standards) == (
        "Ratios 6.RP.A.1 2026-11-20", date(2026, 11, 20), 10, ("6.RP.A.1",),
    )  # fmt: skip
    assert planner.ask(import_history)[0].is_removable
    removed = is_one_step(
        planner,
        remove_import,
        called="Remove the import of “b.csv”",
        import_id=2,
        file_name="b.csv",
    )
    assert checks(planner, class_id) == before
    assert (removed.assessments_put_back, removed.assessments_removed) == (1, 0)
    assert planner.findings() == []


@pytest.mark.long
def test_what_a_later_import_says_of_an_assessment_too_stays_until_that_one_goes(planner):
    (class_id,) = take_in(planner, read_rows((*ANN, "4")))
    before = checks(planner, class_id)
    for _ in range(2):
        take_in(planner, read_rows((*ANN, "4"), title=DATED))
    updated = checks(planner, class_id)
    assert remove(planner, 2).assessments_put_back == 0
    assert checks(planner, class_id) == updated
    assert remove(planner, 3).assessments_put_back == 1
    assert checks(planner, class_id) == before


def test_a_title_given_by_the_teacher_and_a_standard_she_linked_stay(planner):
    (class_id,) = take_in(planner, read_rows((*ANN, "4")))
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    standard_id = planner.do(add_standard, code="6.RP.A.1")
    planner.do(link_standards, assessment_id=row.id, standard_ids=[standard_id])
    take_in(planner, read_rows((*ANN, "4"), title=DATED))
    planner.do(rename_assessment, assessment_id=row.id, title="My ratios")
    remove(planner, 2)
    assert checks(planner, class_id) == [("My ratios", None, 5, ("6.RP.A.1",))]


def test_a_standard_that_was_only_a_code_of_the_import_goes_with_it(planner):
    take_in(planner, read_rows((*ANN, "4"), title="Quiz 6.RP.A.1 (11)"))
    assert [row.code for row in planner.ask(standards)] == ["6.RP.A.1"]
    remove(planner, 1)
    assert planner.ask(standards) == []


def test_a_standard_with_words_or_in_use_elsewhere_stays_when_its_import_goes(planner):
    planner.do(add_standard, code="6.RP.A.2", text="Rates")
    take_in(planner, read_rows((*ANN, "4"), title="Quiz 6.RP.A.1, 6.RP.A.2, 6.RP.A.3 (11)"))
    used = next(row for row in planner.ask(standards) if row.code == "6.RP.A.3")
    planner.do(add_playlist, title="Ratios", standard_id=used.id)
    remove(planner, 1)
    assert [row.code for row in planner.ask(standards)] == ["6.RP.A.2", "6.RP.A.3"]


def test_an_import_that_is_gone_cannot_be_removed(planner):
    refuses(planner, remove_import, saying="no longer here", import_id=9, file_name="x")


def test_items_come_with_the_scores_go_with_the_import_and_come_back(planner):
    def items():
        known = planner.ask(items_on, assessment_id=1)
        return [known.get(student.id) for student in students]

    head = "Student,Score,Q1,Q2"
    first = read_text(f"{head}\nAnn Li,1,1,0\nBo Ek,2,1,1\n")
    given = arguments(planner, first)
    (class_id,) = is_one_step(planner, save_import, called="Import “grades.csv”", **given)
    students = planner.ask(students_of_class, class_id=class_id)
    said = [(RIGHT, RIGHT), (RIGHT, WRONG)]
    assert items() == said
    take_in(planner, read_text(f"{head}\nAnn Li,1,0,1\nBo Ek,1,1,0\n"))
    assert items() == [(RIGHT, WRONG), (WRONG, RIGHT)]
    planner.do(remove_import, import_id=2, file_name="grades.csv")
    assert items() == said
    planner.do(remove_import, import_id=1, file_name="grades.csv")
    assert planner.ask(lambda session: session.scalars(select(ItemAnswers)).all()) == []
    planner.undo()
    assert items() == said
