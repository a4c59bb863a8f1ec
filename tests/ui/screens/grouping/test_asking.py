from dataclasses import replace

import pytest

from plplanner.grouping.draft import SizeChoice
from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.builders import a_class, a_planner
from tests.ui.screens.grouping.items_missed import take_in_items
from tests.ui.screens.grouping.looking import BY_WORDS, another_pile, cuts, ids_by_name, seats


@pytest.mark.long
def test_forming_anew_says_that_moves_are_gone(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    ShapingActs(model).move_student(luz, another_pile(model, luz).identity.key)
    AskingActs(model).choose_size(BY_WORDS["5 groups"])
    settle(model)
    assert len(model.shown.piles) == 5
    assert "went back" in model.standing


@pytest.mark.long
def test_a_cut_that_moves_changes_levels_and_is_said_when_saved(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    AskingActs(model).move_cuts(nearly=2, secure=3)
    settle(model)
    maya = model.shown.student(ids_by_name(model)["Maya"])
    assert (maya.score, maya.level.value) == ("3/5", "secure")
    ShapingActs(model).use_groups()
    assert "secure from 3 of 5, nearly from 2 of 5" in model.standing
    assert model.shown.student(maya.student_id).level.value == "secure"


def test_shuffling_names_moves_nobody(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    who = {frozenset(o.student_id for o in p.students) for p in model.shown.piles}
    words = [p.identity.word for p in model.shown.piles]
    AskingActs(model).shuffle_names()
    settle(model)
    assert {frozenset(o.student_id for o in p.students) for p in model.shown.piles} == who
    assert [p.identity.word for p in model.shown.piles] != words


def test_another_basis_brings_its_own_evidence(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    place = next(n for n, one in enumerate(model.facts.bases) if one.words == "scores on 3.NF.A.1")
    AskingActs(model).choose_basis(place)
    settle(model)
    assert model.asked.basis == model.facts.bases[place]
    assert all("3.NF.A.1" in pile.todo for pile in model.shown.piles)


def test_sizes_that_cannot_be_are_explained_and_nothing_is_used(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    AskingActs(model).choose_size(SizeChoice("odd", size=(9, 9)))
    settle(model)
    assert "at least 9 in each group" in model.impossible.explanation
    ShapingActs(model).use_groups()
    assert sample_planner.undo_label is None


@pytest.mark.long
def test_a_moved_cut_is_there_again_after_another_room_another_basis_and_another_class(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    ours, other = model.stage.choice.class_id, a_class(sample_planner, students=3, name="Art")
    place = model.facts.bases.index(model.asked.basis)
    AskingActs(model).move_cuts(nearly=2, secure=3)
    settle(model)
    model.be_shown(False)
    model.be_shown(True)
    assert cuts(model) == (2, 3)
    AskingActs(model).choose_basis(place + 1)
    settle(model)
    AskingActs(model).choose_basis(place)
    settle(model)
    assert cuts(model) == (2, 3)
    for class_id in (other, ours):
        model.stage.choice.choose_class(class_id)
        settle(model)
    assert cuts(model) == (2, 3)


@pytest.mark.long
def test_saved_groups_keep_the_cut_they_were_formed_with(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    AskingActs(model).move_cuts(nearly=2, secure=3)
    settle(model)
    ShapingActs(model).use_groups()
    AskingActs(model).move_cuts(nearly=4, secure=5)
    settle(model)
    assert cuts(model) == (4, 5)
    AskingActs(model).keep_saved()
    assert cuts(model) == (2, 3), "the draft was given up, and its cut with it"
    AskingActs(model).propose_anew()
    settle(model)
    assert cuts(model) == (2, 3)


@pytest.mark.long
def test_new_groups_rest_on_the_newest_check(model_on, with_history, settle):
    model = model_on(with_history)
    assert model.asked.basis.words.startswith("“Exit ticket: unit fractions”")
    assert model.standing.endswith("Newer: “Exit ticket: fractions on a line”, Thu 19 Nov.")
    AskingActs(model).propose_anew()
    settle(model)
    assert model.asked.basis.words.startswith("“Exit ticket: fractions on a line”")


@pytest.mark.long
def test_names_stay_with_the_groups_that_go_on_until_they_are_shuffled(
    model_on, with_history, settle
):
    model = model_on(with_history)
    old = {pile.identity.key for pile in model.shown.piles}
    asking = AskingActs(model)
    asking.choose_size(SizeChoice("3 groups", groups=3))
    settle(model)
    assert {pile.identity.key for pile in model.shown.piles} == old
    count = model.changes.count
    asking.shuffle_names()
    settle(model)
    assert {pile.identity.key for pile in model.shown.piles} != old
    assert model.changes.count == count


@pytest.mark.long
def test_the_calmest_moves_fewer_than_the_freshest(model_on, with_history, settle):
    model = model_on(with_history)
    asking, moved = AskingActs(model), {}
    asking.choose_size(SizeChoice("3 groups", groups=3))
    asking.propose_anew()
    for calm in (0, 4):
        asking.choose_calm(calm)
        settle(model)
        moved[calm] = model.changes.count
    assert moved[4] < moved[0]


@pytest.mark.long
def test_another_way_to_group_is_asked_for_and_saved_with_the_groups(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    AskingActs(model).choose_strategy(GroupingStrategy.RANDOM)
    settle(model)
    ShapingActs(model).use_groups()
    assert model.facts.saved.strategy is GroupingStrategy.RANDOM


@pytest.mark.long
def test_what_a_way_lacks_is_said_and_topics_and_wishes_can_be_given(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    asking = AskingActs(model)
    asking.choose_strategy(GroupingStrategy.INTEREST)
    settle(model)
    assert "Name the topics" in model.impossible.explanation
    asking.name_topics(("Storms", "Volcanoes"))
    settle(model)
    assert "Enter their choices" in model.impossible.explanation
    asking.enter_wishes({row.id: ("Storms",) for row in model.facts.roster[:6]})
    settle(model)
    assert sample_planner.undo_label == "Set choices of topics"
    assert len(model.shown.piles) == 2
    asking.enter_wishes({})
    settle(model)
    assert model.impossible is None


def test_a_class_at_one_level_is_told_so_before_groups_are_formed(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    asking = AskingActs(model)
    asking.move_cuts(nearly=1, secure=1)
    settle(model)
    assert model.whole_class.startswith("Everyone is secure.")
    assert (model.draft, model.shown.piles) == (None, ())
    asking.group_anyway()
    settle(model)
    assert (model.whole_class, len(model.shown.piles)) == ("", 2)
    asking.move_cuts(nearly=3, secure=4)
    settle(model)
    assert not model.asked.anyway


@pytest.mark.long
def test_a_mixed_round_is_one_act_away(model_on, with_history, settle):
    model = model_on(with_history)
    AskingActs(model).try_mixed()
    settle(model)
    assert model.asked.strategy is GroupingStrategy.MIXED
    levels = [{one.level for one in pile.students} for pile in model.shown.piles]
    assert all(len(one) > 1 for one in levels)


def test_better_groups_found_by_more_work_are_offered_not_forced(model_on, sample_planner):
    model = model_on(sample_planner)
    before, formed = seats(model), model.draft.formed
    first, second = formed.groups
    swapped = (
        replace(first, student_ids=(*first.student_ids[1:], second.student_ids[0])),
        replace(second, student_ids=(*second.student_ids[1:], first.student_ids[0])),
    )
    better = replace(formed, groups=swapped, objective=formed.objective - 1)
    model._take_proof(model.draft.problem, better)
    assert (seats(model), model.better) == (before, better)
    AskingActs(model).take_better()
    assert (model.draft.formed, model.better) == (better, None)


def test_an_item_missed_by_most_is_told_before_groups_are_formed(model_on, tmp_path, settle):
    with a_planner(tmp_path) as planner:
        take_in_items(planner, "Ann,1,0,1", "Bo,1,0,1", "Cy,1,0,0", "Di,0,0,1", "Ed,1,1,1")
        model = model_on(planner)
        assert model.whole_class.startswith("Item 2 was missed by 4 of 5: reteach it to everyone")
        assert (model.draft, model.shown.piles) == (None, ())
        AskingActs(model).group_anyway()
        settle(model)
        cy = model.shown.student(ids_by_name(model)["Cy"])
        assert cy.why.startswith("Cy has 1 of 3, missed items 2, 3: not yet")
        assert (cy.score, cy.short, model.whole_class) == ("1/3", "missed 2, 3", "")
