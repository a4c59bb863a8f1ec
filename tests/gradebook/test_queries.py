from datetime import date, timedelta

import pytest

from plplanner.gradebook.commands import add_assessment, add_assessments, enter_score
from plplanner.gradebook.queries import (
    assessment_titled,
    assessments_of_class,
    attempts_of,
    items_on,
    newest_check,
    score_counts,
    scores_for_standard,
    scores_of_student,
    scores_on,
)
from plplanner.gradebook.rows import NewAssessment
from plplanner.library.commands import add_standard
from plplanner.models.gradebook import Score
from plplanner.models.importing import GradebookImport
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.terms import AssessmentKind, ScoreStatus
from tests.builders import NOW, TODAY, a_class, a_planner, an_assessment

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def titles(planner, class_id):
    return [row.title for row in planner.ask(assessments_of_class, class_id=class_id)]


def newest(planner, class_id, students=5):
    row = planner.ask(newest_check, class_id=class_id, students=students)
    return row and row.title


def test_assessments_come_oldest_first_whatever_their_order_in_the_gradebook(planner):
    class_id = a_class(planner, students=0)
    an_assessment(planner, class_id, title="Today")
    an_assessment(planner, class_id, title="Yesterday", taken_on=YESTERDAY)
    assert titles(planner, class_id) == ["Yesterday", "Today"]


def test_the_last_column_stays_the_newest_when_it_has_no_date(planner):
    class_id = a_class(planner, students=0)
    an_assessment(planner, class_id, title="Undated first", taken_on=None)
    an_assessment(planner, class_id, title="Today")
    an_assessment(planner, class_id, title="Yesterday", taken_on=YESTERDAY)
    an_assessment(planner, class_id, title="Tonight", taken_on=None)
    assert titles(planner, class_id) == ["Undated first", "Yesterday", "Today", "Tonight"]


def test_only_scores_of_who_is_in_the_class_are_counted(planner):
    class_id = a_class(planner)
    assessment_id = an_assessment(planner, class_id, points=[4, 0])
    student = planner.ask(students_of_class, class_id=class_id)[2]
    planner.do(
        enter_score,
        student_id=student.id,
        assessment_id=assessment_id,
        points=None,
        status=ScoreStatus.MISSING,
        entered_at=NOW,
    )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert row.scored == 2
    assert planner.ask(assessments_of_class, class_id=a_class(planner, name="Art")) == []


def test_an_assessment_is_found_by_title_and_of_two_the_newest_with_scores(planner):
    class_id = a_class(planner)
    an_assessment(planner, class_id, taken_on=YESTERDAY)
    with_scores = an_assessment(planner, class_id, points=[1], taken_on=YESTERDAY)
    an_assessment(planner, class_id)
    found = planner.ask(assessment_titled, class_id=class_id, title=" EXIT ticket ")
    assert found.id == with_scores


def test_an_unknown_title_names_those_there_are(planner):
    class_id = a_class(planner)
    with pytest.raises(Problem, match="Import a gradebook with scores"):
        planner.ask(assessment_titled, class_id=class_id, title="Quiz 9")
    an_assessment(planner, class_id, title="Quiz 1")
    with pytest.raises(Problem, match=r"called “Quiz 9”.*Choose one of these: “Quiz 1”\."):
        planner.ask(assessment_titled, class_id=class_id, title="Quiz 9")


def test_the_newest_check_has_scores_for_at_least_60_percent(planner):
    class_id = a_class(planner, students=5)
    an_assessment(planner, class_id, title="Three of five", points=[1, 2, 3], taken_on=YESTERDAY)
    an_assessment(planner, class_id, title="Two of five", points=[1, 2])
    assert newest(planner, class_id) == "Three of five"
    assert newest(planner, class_id, students=6) is None


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (AssessmentKind.QUIZ, True),
        (AssessmentKind.QUICK_CHECK, True),
        (AssessmentKind.UNIT_TEST, False),
        (AssessmentKind.HOMEWORK, False),
    ],
)
def test_a_check_is_a_quiz_or_a_ticket_never_homework_or_a_unit_test(planner, kind, counts):
    class_id = a_class(planner, students=1)
    assessment_id = planner.do(add_assessment, class_id=class_id, title="One", kind=kind)
    (student,) = planner.ask(students_of_class, class_id=class_id)
    who = {"student_id": student.id, "assessment_id": assessment_id}
    planner.do(enter_score, points=1, entered_at=NOW, **who)
    assert (newest(planner, class_id, students=1) == "One") is counts


def of_one_file(planner, class_id, *checks):
    """Checks without a date that one import brought: (title, kind, ids of standards)."""
    with planner.change("Import") as session:
        row = GradebookImport(file_name="a", file_hash="0", format="f", imported_at=NOW)
        session.add(row)
        session.flush()
        import_id = row.id
    new = [NewAssessment(title, kind, standard_ids=ids) for title, kind, ids in checks]
    many = {"class_id": class_id, "assessments": new, "import_id": import_id}
    (student,) = planner.ask(students_of_class, class_id=class_id)
    for assessment_id in planner.do(add_assessments, **many):
        who = {"student_id": student.id, "assessment_id": assessment_id}
        planner.do(enter_score, points=1, entered_at=NOW, **who)


def test_of_neighbours_in_a_file_the_ticket_with_a_standard_says_more(planner):
    class_id = a_class(planner, students=1)
    ids = (planner.do(add_standard, code="6.RP.A.1"),)
    ticket, quiz = ("Ticket", AssessmentKind.EXIT_TICKET, ids), ("Quiz", AssessmentKind.QUIZ, ())
    of_one_file(planner, class_id, ticket, quiz)
    assert newest(planner, class_id, students=1) == "Ticket"
    of_one_file(planner, class_id, ("Quiz 2", AssessmentKind.QUIZ, ()))
    assert newest(planner, class_id, students=1) == "Quiz 2"  # tonight's column


def test_scores_say_points_and_percent(planner):
    class_id = a_class(planner)
    assessment_id = an_assessment(planner, class_id, points=[4, None, 0], possible=6)
    scores = planner.ask(scores_on, assessment_id=assessment_id)
    assert [(row.points, row.percent) for row in scores] == [(4, 66.67), (0, 0)]
    assert {(row.possible, row.taken_on) for row in scores} == {(6, TODAY)}


def test_scores_on_a_standard_are_found_in_another_spelling(planner):
    class_id = a_class(planner)
    standard_id = planner.do(add_standard, code="CCSS.MATH.CONTENT.3.NF.A.1")
    an_assessment(planner, class_id, points=[4, 5, 3], standard_ids=(standard_id,))
    an_assessment(planner, class_id, points=[1, 1, 1])
    asked = {"class_id": class_id}
    scores = planner.ask(scores_for_standard, code="3.NF.1", **asked)
    assert [row.points for row in scores] == [4, 5, 3]
    assert planner.ask(scores_for_standard, code="3.NF.A.2", **asked) == []


def test_a_student_s_scores_come_newest_first_with_their_titles(planner):
    class_id = a_class(planner, students=2)
    an_assessment(planner, class_id, title="Old", points=[1, 2], taken_on=date(2026, 11, 2))
    an_assessment(planner, class_id, title="New", points=[3], taken_on=date(2026, 11, 9))
    first, second = (row.id for row in planner.ask(students_of_class, class_id=class_id))
    found = planner.ask(scores_of_student, student_id=first, class_id=class_id)
    assert [(one.title, one.score.points) for one in found] == [("New", 3), ("Old", 1)]
    assert planner.ask(score_counts, class_id=class_id) == {first: 2, second: 1}


def test_of_several_attempts_only_the_newest_is_counted_and_shown(planner):
    class_id = a_class(planner, students=2)
    standard_id = planner.do(add_standard, code="3.NF.1")
    ticket = an_assessment(planner, class_id, points=[2, 4], standard_ids=(standard_id,))
    with planner.change("Retake") as session:
        session.add(
            Score(
                student_id=1,
                assessment_id=ticket,
                attempt=2,
                status=ScoreStatus.SCORED.value,
                points=5,
                entered_at=NOW,
            )
        )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert row.scored == 2
    shown = planner.ask(scores_on, assessment_id=ticket)
    assert sorted((s.student_id, s.points, s.attempt) for s in shown) == [(1, 5, 2), (2, 4, 1)]
    assert len(planner.ask(scores_for_standard, class_id=class_id, code="3.NF.1")) == 2
    (one,) = planner.ask(scores_of_student, student_id=1, class_id=class_id)
    assert one.score.points == 5
    assert planner.ask(score_counts, class_id=class_id) == {1: 1, 2: 1}
    tries = planner.ask(attempts_of, student_id=1, assessment_id=ticket)
    assert [row.points for row in tries] == [2, 5]


def test_a_score_typed_by_hand_tells_nothing_of_items(planner):
    class_id = a_class(planner)
    assessment_id = an_assessment(planner, class_id, points=[4, 5])
    assert planner.ask(items_on, assessment_id=assessment_id) == {}
