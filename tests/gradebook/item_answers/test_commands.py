import pytest
from sqlalchemy import select

from plplanner.gradebook.commands import enter_score, save_imported_scores
from plplanner.gradebook.item_answers.commands import save_item_answers
from plplanner.gradebook.queries import items_on
from plplanner.gradebook.rows import ScoreToSave
from plplanner.models.gradebook import ItemAnswers
from plplanner.models.importing import GradebookImport
from plplanner.store.fetch import saved_id
from plplanner.store.step import step
from plplanner.terms import ItemResult, ScoreStatus
from tests.builders import NOW, a_class, a_planner, an_assessment, is_one_step

RIGHT, WRONG, OPEN = ItemResult.RIGHT, ItemResult.WRONG, ItemResult.NOT_ANSWERED


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        a_class(planner)
        an_assessment(planner, 1)
        yield planner


@step("Import")
def an_import(session):
    row = GradebookImport(file_name="a.csv", file_hash="", format="", imported_at=NOW)
    session.add(row)
    session.flush()
    return saved_id(row)


def scored(planner, import_id, points=2, confirmed=()):
    scores = () if confirmed else [ScoreToSave(1, 1, ScoreStatus.SCORED, points)]
    given = {"scores": scores, "import_id": import_id, "confirmed": confirmed}
    planner.do(save_imported_scores, entered_at=NOW, **given)


def say(planner, import_id, *results):
    planner.do(save_item_answers, answers={(1, 1): results}, import_id=import_id)


def items(planner):
    return planner.ask(items_on, assessment_id=1)


def kept(planner):
    return planner.ask(lambda session: len(session.scalars(select(ItemAnswers)).all()))


def test_items_are_kept_with_the_score_in_one_step(planner):
    first = planner.do(an_import)
    scored(planner, first)
    answers = {(1, 1): (RIGHT, None, WRONG, OPEN), (2, 1): (RIGHT,)}
    given = {"answers": answers, "import_id": first}
    is_one_step(planner, save_item_answers, called="Save items", **given)
    assert items(planner) == {1: (RIGHT, None, WRONG, OPEN)}
    assert kept(planner) == 1


def test_what_an_import_says_again_replaces_what_it_said(planner):
    first = planner.do(an_import)
    scored(planner, first)
    say(planner, first, RIGHT, WRONG)
    say(planner, first, WRONG)
    assert items(planner) == {1: (WRONG,)}


def test_the_import_that_spoke_of_the_score_last_counts(planner):
    first, second = planner.do(an_import), planner.do(an_import)
    scored(planner, first)
    say(planner, first, RIGHT, WRONG)
    scored(planner, second, confirmed=[(1, 1)])
    assert items(planner) == {1: (RIGHT, WRONG)}
    say(planner, second, WRONG, RIGHT)
    assert items(planner) == {1: (WRONG, RIGHT)}


def test_items_of_a_score_that_was_replaced_or_typed_over_do_not_count(planner):
    first, second = planner.do(an_import), planner.do(an_import)
    scored(planner, first)
    say(planner, first, RIGHT, WRONG)
    scored(planner, second, points=5)
    assert items(planner) == {}
    say(planner, second, RIGHT, RIGHT)
    assert items(planner) == {1: (RIGHT, RIGHT)}
    planner.do(enter_score, student_id=1, assessment_id=1, points=3, entered_at=NOW)
    assert items(planner) == {}
