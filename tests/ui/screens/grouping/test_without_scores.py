from dataclasses import replace
from datetime import date

import pytest

from plplanner.grouping.commands import save_groups
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.class_facts import ClassFacts
from plplanner.ui.screens.grouping.without_scores import (
    CLASS_LIST,
    is_without_scores,
    rests_on_list,
    with_class_list,
)
from tests.builders import TODAY, a_class, a_proposal, an_assessment

SCORED = ClassFacts(roster=("Ann",), bases=(GroupingBasis("“Quiz”", 3),))
NAMES = ClassFacts(roster=("Ann",))


def test_names_rest_on_the_class_list_once_that_is_wanted():
    assert with_class_list(NAMES, is_wanted=False) is NAMES
    wanted = with_class_list(NAMES, is_wanted=True)
    assert wanted.bases == (CLASS_LIST,)
    assert is_without_scores(wanted)


def test_scores_are_what_groups_rest_on_as_soon_as_there_are_any():
    assert with_class_list(SCORED, is_wanted=True) is SCORED
    assert not is_without_scores(SCORED)
    assert is_without_scores(SCORED, CLASS_LIST)


LISTED = GroupSetRow(1, 1, date(2026, 11, 20), "the class list", None, ())


def test_groups_from_the_list_are_told_from_those_whose_check_is_gone():
    assert rests_on_list(LISTED)
    assert not rests_on_list(None)
    assert not rests_on_list(replace(LISTED, basis="“Quiz”"))
    assert not rests_on_list(replace(LISTED, assessment_id=3))


def test_the_list_stays_on_offer_last_while_the_saved_groups_rest_on_it():
    facts = with_class_list(replace(SCORED, saved=LISTED), is_wanted=False)
    assert facts.bases == (*SCORED.bases, CLASS_LIST)
    assert with_class_list(facts, is_wanted=False).bases == facts.bases
    later = with_class_list(replace(facts, saved=None), is_wanted=False)
    assert later.bases == SCORED.bases


@pytest.fixture
def dealt(sample_planner):
    """Twelve with scores, in groups that were dealt from the class list."""
    sample_planner.do(
        save_groups,
        class_id=1,
        created_on=TODAY,
        basis=CLASS_LIST.words,
        strategy=GroupingStrategy.RANDOM,
        seed=0,
        proposal=a_proposal([1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]),
        assessment_id=None,
        standard_id=None,
    )
    return sample_planner


@pytest.fixture
def names_planner(empty_planner):
    """Six in groups from the class list; one of them has taken a check since."""
    class_id = a_class(empty_planner, students=6)
    empty_planner.do(
        save_groups,
        class_id=class_id,
        created_on=TODAY,
        basis=CLASS_LIST.words,
        strategy=GroupingStrategy.RANDOM,
        seed=0,
        proposal=a_proposal([1, 2, 3], [4, 5, 6]),
        assessment_id=None,
        standard_id=None,
    )
    an_assessment(empty_planner, class_id, title="Warm-up", points=[3])
    return empty_planner


@pytest.mark.long
def test_groups_from_the_list_say_so_and_show_no_cuts_and_no_quick_checks(dealt, screen_on, settle):
    screen = screen_on(dealt)
    assert screen.controls.basis.currentText() == "the class list"
    assert screen.controls.strip.isHidden()
    assert screen.waiting.isHidden()
    assert not any(frame.list._delegate.has_scores for frame in screen.board.frames)
    assert "from the class list. Newer: “Exit ticket: fractions" in screen.model.standing


def test_the_next_proposal_rests_on_the_newest_check(dealt, model_on, settle):
    model = model_on(dealt)
    assert (model.asked.basis, model.asked.strategy) == (CLASS_LIST, GroupingStrategy.RANDOM)
    AskingActs(model).propose_anew()
    settle(model)
    assert model.asked.basis.words.startswith("“Exit ticket: fractions on a line”")
    assert model.asked.strategy is GroupingStrategy.NEED


@pytest.mark.long
def test_a_check_few_have_taken_is_not_called_newer_and_the_list_is_dealt_again(
    names_planner, model_on, settle
):
    model = model_on(names_planner)
    assert model.standing.endswith("from the class list.")
    AskingActs(model).propose_anew()
    settle(model)
    assert (model.asked.basis, model.asked.strategy) == (CLASS_LIST, GroupingStrategy.RANDOM)
    assert model.draft is not None
    AskingActs(model).choose_basis(0)
    assert model.asked.basis.words.startswith("“Warm-up”")
