from datetime import timedelta

import pytest
from sqlalchemy import select

from plplanner.gradebook import commands
from plplanner.gradebook.queries import assessments_of_class, attempts_of, scores_on
from plplanner.gradebook.rows import NewAssessment, ScoreToSave
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.library.commands import add_standard
from plplanner.models.gradebook import ReplacedScore
from plplanner.models.importing import GradebookImport
from plplanner.roster.queries import students_of_class
from plplanner.terms import AssessmentKind, ScoreStatus
from tests.builders import NOW, TODAY, a_class, a_planner, an_assessment, is_one_step, refuses

TICKET = {"title": "Exit ticket", "kind": AssessmentKind.EXIT_TICKET}


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def first_student(planner, class_id):
    return planner.ask(students_of_class, class_id=class_id)[0].id


def test_an_assessment_is_one_step_named_by_its_title(planner):
    class_id = a_class(planner, students=0)
    called = "Add assessment “Exit ticket”"
    is_one_step(planner, commands.add_assessment, called=called, class_id=class_id, **TICKET)
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert (row.title, row.kind) == ("Exit ticket", AssessmentKind.EXIT_TICKET)


def test_an_assessment_without_a_title_is_refused(planner):
    class_id = a_class(planner, students=0)
    untitled = {**TICKET, "title": " "}
    refuses(planner, commands.add_assessment, saying="needs a title", class_id=class_id, **untitled)


def test_an_assessment_measures_each_standard_once(planner):
    class_id = a_class(planner, students=0)
    ids = [planner.do(add_standard, code=code) for code in ("3.NF.A.1", "3.NF.A.2")]
    assessment_id = an_assessment(planner, class_id, standard_ids=(ids[0], ids[0]))
    is_one_step(
        planner,
        commands.link_standards,
        called="Say what an assessment measures",
        assessment_id=assessment_id,
        standard_ids=ids,
    )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert row.standards == ("3.NF.A.1", "3.NF.A.2")


def test_an_assessment_measures_what_is_said_last_and_nothing_else(planner):
    class_id = a_class(planner, students=0)
    ids = [planner.do(add_standard, code=code) for code in ("3.NF.A.1", "3.NF.A.2", "3.NF.A.3")]
    assessment_id = an_assessment(planner, class_id, standard_ids=ids[:2])
    is_one_step(
        planner,
        commands.set_assessment_standards,
        called="Set what an assessment measures",
        assessment_id=assessment_id,
        standard_ids=[ids[2], ids[1]],
    )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert row.standards == ("3.NF.A.3", "3.NF.A.2")
    planner.do(commands.set_assessment_standards, assessment_id=assessment_id, standard_ids=[])
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert row.standards == ()
    refuses(
        planner, commands.set_assessment_standards, saying="assessment",
        assessment_id=99, standard_ids=[],
    )  # fmt: skip


def test_an_assessment_is_put_back_without_the_standards_of_since(planner):
    class_id = a_class(planner, students=0)
    ids = [planner.do(add_standard, code=code) for code in ("3.NF.A.1", "3.NF.A.2")]
    assessment_id = an_assessment(planner, class_id, standard_ids=ids)
    is_one_step(
        planner,
        commands.put_back_assessment,
        called="Put back an assessment",
        assessment_id=assessment_id,
        values={"title": "Ratios", "taken_on": None},
        without_standards=ids[1:],
    )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert (row.title, row.taken_on, row.standards) == ("Ratios", None, ("3.NF.A.1",))


def test_a_newer_file_updates_an_assessment_and_leaves_what_it_does_not_say(planner):
    class_id = a_class(planner, students=0)
    new = NewAssessment("Exit ticket", AssessmentKind.EXIT_TICKET, TODAY, 5)
    (assessment_id,) = planner.do(
        commands.add_assessments,
        class_id=class_id,
        assessments=[new],
        import_id=an_import(planner),
    )
    unsaid = {"assessment_id": assessment_id, "title": " ", "taken_on": None}
    before = planner.digest()
    planner.do(commands.update_assessment, points_possible=None, **unsaid)
    assert planner.digest() == before
    is_one_step(
        planner,
        commands.update_assessment,
        called="Update assessment",
        assessment_id=assessment_id,
        title="Quiz",
        taken_on=TODAY + timedelta(days=1),
        points_possible=8,
    )
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert (row.title, row.points_possible) == ("Quiz", 8)
    assert row.taken_on == TODAY + timedelta(days=1)


def test_a_newer_file_leaves_the_title_and_the_day_the_teacher_gave(planner):
    class_id = a_class(planner, students=0)
    assessment_id = an_assessment(planner, class_id)
    day = TODAY + timedelta(days=1)
    newer = {"assessment_id": assessment_id, "taken_on": day, "points_possible": 8}
    planner.do(commands.update_assessment, title="Quiz", **newer)
    (row,) = planner.ask(assessments_of_class, class_id=class_id)
    assert (row.title, row.taken_on, row.points_possible) == ("Exit ticket", TODAY, 8)


def test_removing_an_assessment_takes_its_scores(planner):
    class_id = a_class(planner)
    assessment_id = an_assessment(planner, class_id, points=[1, 2, 3])
    gone = {"assessment_id": assessment_id}
    is_one_step(planner, commands.remove_assessment, called="Remove assessment", **gone)
    assert planner.ask(scores_on, assessment_id=assessment_id) == []
    refuses(planner, commands.remove_assessment, saying="no longer here", **gone)


def test_a_score_entered_again_replaces_the_first(planner):
    class_id = a_class(planner, students=1)
    assessment_id = an_assessment(planner, class_id, points=[4])
    who = {"student_id": first_student(planner, class_id), "assessment_id": assessment_id}
    is_one_step(
        planner, commands.enter_score, called="Enter score", points=2.5, entered_at=NOW, **who
    )
    (score,) = planner.ask(scores_on, assessment_id=assessment_id)
    assert (score.points, score.possible, score.percent) == (2.5, 5, 50)
    assert score.status is ScoreStatus.SCORED


def test_a_reason_takes_the_place_of_the_points(planner):
    class_id = a_class(planner, students=1)
    assessment_id = an_assessment(planner, class_id, points=[4])
    planner.do(
        commands.enter_score,
        student_id=first_student(planner, class_id),
        assessment_id=assessment_id,
        points=None,
        status=ScoreStatus.EXCUSED,
        entered_at=NOW,
    )
    (score,) = planner.ask(scores_on, assessment_id=assessment_id)
    assert (score.points, score.percent, score.status) == (None, None, ScoreStatus.EXCUSED)
    assert planner.findings() == []


@pytest.mark.parametrize(
    ("points", "status", "saying"),
    [
        (3, ScoreStatus.MISSING, "has no points"),
        (None, ScoreStatus.SCORED, "has no points yet"),
    ],
)
def test_points_and_reason_must_fit_together(planner, points, status, saying):
    class_id = a_class(planner, students=1)
    assessment_id = an_assessment(planner, class_id)
    refuses(
        planner,
        commands.enter_score,
        saying=saying,
        student_id=first_student(planner, class_id),
        assessment_id=assessment_id,
        points=points,
        status=status,
        entered_at=NOW,
    )


def an_import(planner):
    with planner.change("Import") as session:
        row = GradebookImport(
            file_name="a.csv", file_hash="0", format="canvas_gradebook", imported_at=NOW
        )
        session.add(row)
        session.flush()
        return row.id


def test_an_imported_score_keeps_what_it_replaces(planner):
    class_id = a_class(planner, students=2)
    assessment_id = an_assessment(planner, class_id, points=[4])
    students = planner.ask(students_of_class, class_id=class_id)
    scores = [ScoreToSave(row.id, assessment_id, ScoreStatus.SCORED, 5, 5, 100) for row in students]
    is_one_step(
        planner,
        commands.save_imported_scores,
        called="Save scores",
        scores=scores,
        import_id=an_import(planner),
        entered_at=NOW,
    )
    assert [row.points for row in planner.ask(scores_on, assessment_id=assessment_id)] == [5, 5]
    (kept,) = planner.ask(lambda session: session.scalars(select(ReplacedScore)).all())
    assert (kept.points, kept.percent, kept.previous_import_id) == (4, 80, None)


def test_an_assessment_is_renamed_in_one_step(planner):
    class_id = a_class(planner, students=0)
    assessment_id = an_assessment(planner, class_id)
    is_one_step(
        planner,
        commands.rename_assessment,
        called="Rename assessment to “Quiz 2”",
        assessment_id=assessment_id,
        title="Quiz 2",
    )
    assert planner.ask(assessments_of_class, class_id=class_id)[0].title == "Quiz 2"
    untitled = {"assessment_id": assessment_id, "title": " "}
    refuses(planner, commands.rename_assessment, saying="needs a title", **untitled)


def test_scores_go_along_when_the_day_of_an_assessment_is_set(planner):
    class_id = a_class(planner, students=2)
    assessment_id = an_assessment(planner, class_id, points=[4, 3])
    day = TODAY - timedelta(days=2)
    is_one_step(
        planner,
        commands.set_assessment_date,
        called="Set the date of an assessment",
        assessment_id=assessment_id,
        taken_on=day,
    )
    assert {row.taken_on for row in planner.ask(scores_on, assessment_id=assessment_id)} == {day}
    planner.do(commands.set_assessment_date, assessment_id=assessment_id, taken_on=None)
    assert planner.ask(assessments_of_class, class_id=class_id)[0].taken_on is None


def test_a_score_of_somebody_outside_the_class_is_refused(planner):
    class_id = a_class(planner, students=1)
    other = a_class(planner, students=1, name="Art")
    refuses(
        planner,
        commands.enter_score,
        saying="Ada01 Last01 is not in the class of “Exit ticket”",
        student_id=first_student(planner, other),
        assessment_id=an_assessment(planner, class_id),
        points=3,
        entered_at=NOW,
    )


def test_a_column_of_scores_is_one_step(planner):
    class_id = a_class(planner)
    ada, ben, eve = (row.id for row in planner.ask(students_of_class, class_id=class_id))
    ticket = an_assessment(planner, class_id, points=[1, None, None])
    scores = {
        ada: TypedScore(5, ScoreStatus.SCORED),
        ben: TypedScore(None, ScoreStatus.ABSENT),
        eve: TypedScore(0, ScoreStatus.SCORED),
    }
    is_one_step(
        planner,
        commands.enter_scores,
        called="Enter scores",
        assessment_id=ticket,
        scores=scores,
        entered_at=NOW,
    )
    rows = planner.ask(scores_on, assessment_id=ticket)
    assert {row.student_id: (row.points, row.status) for row in rows} == {
        one: (typed.points, typed.status) for one, typed in scores.items()
    }


def test_a_column_of_scores_with_one_from_another_class_is_refused_whole(planner):
    class_id, other = a_class(planner), a_class(planner, students=1, name="Math P3")
    scores = {
        first_student(planner, one): TypedScore(3, ScoreStatus.SCORED) for one in (class_id, other)
    }
    ticket = an_assessment(planner, class_id)
    refuses(
        planner,
        commands.enter_scores,
        saying="is not in the class",
        assessment_id=ticket,
        scores=scores,
        entered_at=NOW,
    )
    assert not planner.ask(scores_on, assessment_id=ticket)


def save(planner, import_id, assessment_id, *, confirmed=(), **score):
    scores = [ScoreToSave(1, assessment_id, ScoreStatus.SCORED, **score)] if score else []
    planner.do(
        commands.save_imported_scores,
        scores=scores,
        import_id=import_id,
        entered_at=NOW,
        confirmed=confirmed,
    )


def points(planner, assessment_id):
    tries = planner.ask(attempts_of, student_id=1, assessment_id=assessment_id)
    return [row.points for row in tries]


@pytest.fixture
def ticket(planner):
    return an_assessment(planner, a_class(planner, students=1))


def test_every_try_is_kept_and_the_newest_counts(planner, ticket):
    save(planner, an_import(planner), ticket, points=3, possible=5)
    save(planner, an_import(planner), ticket, points=5, possible=5, attempts=(3, None, 5))
    assert points(planner, ticket) == [3, 5]
    assert [row.points for row in planner.ask(scores_on, assessment_id=ticket)] == [5]
    save(planner, an_import(planner), ticket, points=4, possible=5, is_new_attempt=True)
    assert points(planner, ticket) == [3, 5, 4]
    save(planner, an_import(planner), ticket, points=2, attempts=(1, 2))
    assert points(planner, ticket) == [3, 5, 2]


def test_every_retest_in_scale_scores_is_kept_and_none_becomes_points(planner, ticket):
    save(planner, an_import(planner), ticket, scale_score=210, attempts=(204, 210))
    save(planner, an_import(planner), ticket, scale_score=215, attempts=(204, 210, 215))
    tries = planner.ask(attempts_of, student_id=1, assessment_id=ticket)
    assert [(row.attempt, row.scale_score, row.points) for row in tries] == [
        (1, 204, None), (2, 210, None), (3, 215, None),
    ]  # fmt: skip


def test_by_hand_the_newest_try_is_replaced_and_its_outcome_forgotten(planner, ticket):
    save(planner, an_import(planner), ticket, points=3, attempts=(1, 3), mastered=True)
    who = {"student_id": 1, "assessment_id": ticket}
    planner.do(commands.enter_score, points=2, entered_at=NOW, **who)
    first, newest = planner.ask(attempts_of, **who)
    assert (first.points, newest.points, newest.mastered) == (1, 2, None)


def test_the_scores_of_an_import_are_taken_back_in_one_step(planner, ticket):
    planner.do(commands.enter_score, student_id=1, assessment_id=ticket, points=1, entered_at=NOW)
    before = planner.ask(scores_on, assessment_id=ticket)
    first = an_import(planner)
    save(planner, first, ticket, points=5, attempts=(3, 5))
    taken = is_one_step(
        planner,
        commands.take_back_scores,
        called="Take back the scores of an import",
        import_id=first,
    )
    assert (taken.removed, taken.put_back, taken.edited) == (1, 1, ())
    assert planner.ask(scores_on, assessment_id=ticket) == before


def test_a_score_that_a_later_import_confirms_is_that_one_s(planner, ticket):
    first, second = an_import(planner), an_import(planner)
    save(planner, first, ticket, points=5)
    save(planner, second, ticket, confirmed=[(1, ticket)])
    assert planner.do(commands.take_back_scores, import_id=first).kept == 1
    assert points(planner, ticket) == [5]
    assert planner.do(commands.take_back_scores, import_id=second).removed == 1


def test_the_past_of_a_score_closes_over_an_import_taken_back(planner, ticket):
    first, second, third = (an_import(planner) for _ in range(3))
    for value, import_id in enumerate((first, second, third), start=1):
        save(planner, import_id, ticket, points=value)
    planner.do(commands.take_back_scores, import_id=second)
    assert points(planner, ticket) == [3]
    planner.do(commands.take_back_scores, import_id=first)
    assert points(planner, ticket) == [3]
    planner.do(commands.take_back_scores, import_id=third)
    assert points(planner, ticket) == []


def test_a_score_entered_by_hand_since_stays_and_is_reported(planner, ticket):
    first = an_import(planner)
    save(planner, first, ticket, points=5)
    planner.do(commands.enter_score, student_id=1, assessment_id=ticket, points=4, entered_at=NOW)
    assert planner.do(commands.take_back_scores, import_id=first).edited == ((1, ticket),)
    assert points(planner, ticket) == [4]


def test_an_empty_assessment_goes_with_its_import_and_one_with_scores_stays(planner):
    class_id = a_class(planner, students=1)
    import_id = an_import(planner)
    new = [NewAssessment(title, AssessmentKind.QUIZ, None, 5) for title in ("A", "B")]
    ids = planner.do(
        commands.add_assessments, class_id=class_id, assessments=new, import_id=import_id
    )
    planner.do(commands.enter_score, student_id=1, assessment_id=ids[1], points=4, entered_at=NOW)
    assert planner.do(commands.take_back_scores, import_id=import_id).assessments_removed == 1
    assert [row.title for row in planner.ask(assessments_of_class, class_id=class_id)] == ["B"]
