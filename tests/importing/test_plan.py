from dataclasses import replace
from datetime import date

from plplanner.importing.corrections import BlankMeans, Corrections, corrected
from plplanner.importing.plan import plan_import
from plplanner.importing.rows import (
    AssessmentRead,
    GradebookRead,
    KnownAssessment,
    KnownStudent,
    ScoreChange,
    ScoreRead,
    StudentRead,
)
from plplanner.terms import AssessmentKind, ScoreStatus
from tests.importing.files import read_text

BLANK = ScoreRead(possible=5)
ANN = StudentRead("Li", "Ann", ids={"canvas_id": "1"}, section="P2")
BO = StudentRead("Ek", "Bo", ids={"canvas_id": "2"}, section="P4")
EXIT = AssessmentRead("Exit ticket", 5.0, native_id="77")
EXIT_NAMES = ("Exit ticket", 5.0, "77", "Exit ticket")
KNOWN = {
    "known_students": (KnownStudent(10, "Li", "Ann", ids={"canvas_id": "1"}),),
    "known_assessments": (KnownAssessment(20, "Exit ticket", 5.0, "77"),),
}


def _scored(points):
    return ScoreRead(points, 5.0, points * 20.0, ScoreStatus.SCORED)


def _read(*rows, students=(ANN, BO), assessments=(EXIT,)):
    return GradebookRead("canvas_gradebook", students, assessments, tuple(rows))


def _changes(plan):
    return [(score.student, score.what) for score in plan.scores]


def test_into_an_empty_planner_everything_is_new():
    plan = plan_import(_read((_scored(4),), (_scored(5),)))
    assert [student.known_id for student in plan.students] == [None, None]
    assert plan.assessments[0].kind is AssessmentKind.EXIT_TICKET
    assert _changes(plan) == [(0, ScoreChange.NEW), (1, ScoreChange.NEW)]
    assert (plan.counts.students_new, plan.counts.scores_new, plan.assessments_new) == (2, 2, 1)


def test_the_same_file_again_changes_nothing():
    read = _read((_scored(4),), (BLANK,))
    plan = plan_import(read, **KNOWN, known_scores={(10, 20): _scored(4)})
    assert _changes(plan) == [(0, ScoreChange.SAME)]
    assert plan.assessments_new == 0


def test_a_changed_score_names_what_it_replaces():
    plan = plan_import(_read((_scored(5),), (BLANK,)), **KNOWN, known_scores={(10, 20): _scored(4)})
    assert plan.scores[0].what is ScoreChange.CHANGED
    assert plan.scores[0].replaces == _scored(4)


def test_a_blank_never_replaces_a_stored_score():
    plan = plan_import(_read((BLANK,), (BLANK,)), **KNOWN, known_scores={(10, 20): _scored(4)})
    assert plan.scores == ()
    assert plan.counts.kept == 1


def test_excused_replaces_a_number_but_a_number_fills_a_stored_blank_as_new():
    excused = replace(BLANK, status=ScoreStatus.EXCUSED)
    stored = {(10, 20): _scored(4)}
    assert _changes(plan_import(_read((excused,), (BLANK,)), **KNOWN, known_scores=stored)) == [
        (0, ScoreChange.CHANGED)
    ]
    blank = {(10, 20): BLANK}
    assert _changes(plan_import(_read((_scored(4),), (BLANK,)), **KNOWN, known_scores=blank)) == [
        (0, ScoreChange.NEW)
    ]


def test_an_assessment_without_its_own_id_is_known_by_title_and_points():
    renamed = AssessmentRead("exit TICKET", 5.0)
    other = AssessmentRead("Exit ticket", 6.0)
    read = _read((_scored(4), _scored(4)), students=(ANN,), assessments=(renamed, other))
    plan = plan_import(read, **KNOWN)
    assert [planned.known_id for planned in plan.assessments] == [20, None]


def test_an_own_id_counts_before_an_equal_title():
    same_title = AssessmentRead("Exit ticket", 5.0)
    renamed = AssessmentRead("Renamed", 5.0, native_id="77")
    read = _read((BLANK, BLANK), students=(ANN,), assessments=(same_title, renamed))
    assert [p.known_id for p in plan_import(read, **KNOWN).assessments] == [None, 20]


def test_one_student_in_two_rows_becomes_one_with_both_classes():
    again = replace(ANN, section="P4")
    plan = plan_import(_read((BLANK,), (_scored(4),), students=(ANN, again)))
    assert [(s.rows, s.sections) for s in plan.students] == [((0, 1), ("P2", "P4"))]
    assert plan.scores[0].score == _scored(4)


def test_two_people_of_one_name_stay_two():
    twin = replace(ANN, ids={"canvas_id": "3"})
    plan = plan_import(_read((BLANK,), (BLANK,), students=(ANN, twin)))
    assert len(plan.students) == 2


def test_students_without_ids_are_never_merged():
    plain = StudentRead("Garcia", "Maria")
    assert len(plan_import(_read((BLANK,), (BLANK,), students=(plain, plain))).students) == 2


def test_each_class_has_its_own_counts():
    read = replace(_read((_scored(4),), (BLANK,)), unread=frozenset({(1, 0)}))
    plan = plan_import(read, **KNOWN)
    assert [section.section for section in plan.sections] == ["P2", "P4"]
    first, second = (section.counts for section in plan.sections)
    assert (first.students_matched, first.scores_new, first.unread) == (1, 1, 0)
    assert (second.students_new, second.scores_new, second.unread) == (1, 0, 1)


def test_students_without_a_class_come_last():
    alone = replace(BO, section=None)
    plan = plan_import(_read((BLANK,), (BLANK,), students=(alone, ANN)))
    assert [section.section for section in plan.sections] == ["P2", None]


def test_a_status_is_kept_from_a_blank_too():
    excused = replace(BLANK, status=ScoreStatus.EXCUSED)
    plan = plan_import(_read((BLANK,), (BLANK,)), **KNOWN, known_scores={(10, 20): excused})
    assert (plan.scores, plan.counts.kept) == ((), 1)


def test_a_stored_score_is_kept_from_a_blank_that_is_said_to_mean_zero():
    read = corrected(
        read_text("Name,Quiz /5\nAnn Li,\nBo Ek,3\n"), Corrections(blank=BlankMeans.ZERO)
    )
    known = {
        "known_students": (KnownStudent(10, "Li", "Ann"),),
        "known_assessments": (KnownAssessment(20, "Quiz /5", 5.0),),
    }
    plan = plan_import(read, **known, known_scores={(10, 20): _scored(4)})
    assert [(score.student, score.what) for score in plan.scores] == [(1, ScoreChange.NEW)]
    assert plan.counts.kept == 1
    assert [score.score.points for score in plan_import(read, **known).scores] == [0, 3]


def test_another_score_of_a_later_day_is_a_new_attempt():
    later = replace(EXIT, date=date(2026, 11, 20))
    days = {(10, 20): date(2026, 11, 13)}
    plans = [
        plan_import(
            _read((_scored(points),), (BLANK,), assessments=(later,)),
            **KNOWN,
            known_scores={(10, 20): _scored(4)},
            known_days=days,
        )
        for points in (5, 4)
    ]
    assert [(plan.scores[0].what, plan.scores[0].is_new_attempt) for plan in plans] == [
        (ScoreChange.CHANGED, True),
        (ScoreChange.SAME, False),
    ]


def test_a_try_more_than_is_stored_is_a_change_and_the_same_tries_are_none():
    tries = replace(_scored(5), attempts=(4.0, 5.0))
    for stored, what in ((_scored(5), ScoreChange.CHANGED), (tries, ScoreChange.SAME)):
        plan = plan_import(_read((tries,), (BLANK,)), **KNOWN, known_scores={(10, 20): stored})
        assert _changes(plan) == [(0, what)]


def test_an_assessment_without_a_title_is_called_like_the_file():
    read = _read((BLANK,), (BLANK,), assessments=(AssessmentRead(None, 5.0),))
    plan = plan_import(read, **KNOWN, file_name="Exit ticket.csv")
    assert [(a.read.title, a.known_id) for a in plan.assessments] == [("Exit ticket", 20)]


def test_a_renamed_column_is_counted():
    renamed = replace(EXIT, title="Exit ticket 2")
    known = {**KNOWN, "known_assessments": (KnownAssessment(20, *EXIT_NAMES),)}
    plan = plan_import(_read((BLANK,), (BLANK,), assessments=(renamed,)), **known)
    assert (plan.assessments[0].renamed_from, plan.assessments_renamed) == ("Exit ticket", 1)
