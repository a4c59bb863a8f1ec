import pytest

from plplanner.gradebook.commands import enter_score
from plplanner.grouping.commands import add_rule
from plplanner.grouping.draft import SIZE_CHOICES, SizeChoice
from plplanner.grouping.queries import newest_groups
from plplanner.roster.commands import add_students, remove_student
from plplanner.roster.rows import NewStudent
from plplanner.terms import RuleKind
from tests.builders import NOW, TODAY, a_class

BY_WORDS = {choice.words: choice for choice in SIZE_CHOICES}


def ids_by_name(model):
    return {row.name: row.id for row in model.roster}


def seats(model):
    return {one.name: pile.identity.key for pile in model.shown.piles for one in pile.students}


def another_pile(model, student_id):
    seat = model.shown.pile_of(student_id)
    return next(pile for pile in model.shown.piles if pile is not seat)


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def test_without_saved_groups_a_proposal_from_the_newest_check_is_there(model_on, sample_planner):
    model = model_on(sample_planner)
    assert model.is_draft
    assert model.standing == "Proposed. Nothing is saved yet."
    assert model.asked.basis.words.startswith("“Exit ticket: fractions on a line”")
    assert sum(len(pile.students) for pile in model.shown.piles) == 28
    assert sample_planner.undo_label is None


def test_saved_groups_are_shown_as_they_were_saved(model_on, planned):
    model = model_on(planned)
    assert not model.is_draft
    assert model.standing.startswith("Groups of Fri 20 Nov, from “Exit ticket")
    saved = planned.ask(newest_groups, class_id=1)
    assert [pile.identity for pile in model.shown.piles] == [g.identity for g in saved.groups]
    assert all(one.score != "–" for pile in model.shown.piles for one in pile.students)


def test_using_groups_is_one_step_and_undo_brings_the_proposal_back(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    told = heard(model.stage.wishes.say)
    model.use_groups()
    assert (model.is_draft, told) == (False, ["Groups saved for Mon 23 Nov."])
    assert sample_planner.undo_label == "Save groups"
    model.stage.desk.undo()
    settle(model)
    assert model.is_draft
    assert model.shown.piles


def test_a_move_in_a_draft_is_marked_kept_when_used_and_can_be_taken_back(model_on, sample_planner):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    before, there = seats(model), another_pile(model, luz)
    model.move_student(luz, there.identity.key)
    assert seats(model)["Luz"] == there.identity.key
    assert model.shown.student(luz).is_moved
    model.move_back(luz)
    assert seats(model) == before
    model.move_student(luz, there.identity.key)
    model.use_groups()
    assert model.shown.student(luz).is_moved
    assert seats(model)["Luz"] == there.identity.key


def test_a_move_in_saved_groups_is_a_step_that_undo_names(model_on, planned):
    model = model_on(planned)
    luz = ids_by_name(model)["Luz"]
    before, there = seats(model), another_pile(model, luz)
    model.move_student(luz, there.identity.key)
    assert planned.undo_label == f"Move Luz to {there.identity.word}"
    model.stage.desk.undo()
    assert seats(model) == before


def test_a_broken_rule_is_said_at_once_and_never_blocks(model_on, sample_planner):
    model = model_on(sample_planner)
    mateo, luz = (ids_by_name(model)[name] for name in ("Mateo", "Luz"))
    assert [state.broken for state in model.shown.rules] == ["", ""]
    model.move_student(luz, another_pile(model, mateo).identity.key)
    assert "Mateo and Luz are in 2 groups" in [state.broken for state in model.shown.rules]


def test_a_locked_student_keeps_her_group_when_groups_are_formed_anew(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    maya = ids_by_name(model)["Maya"]
    there = another_pile(model, maya).identity.key
    model.move_student(maya, there)
    model.toggle_lock(maya)
    for size in ("5 groups", "3–6", "About 7"):
        model.choose_size(BY_WORDS[size])
        settle(model)
        assert seats(model)["Maya"] == there
        assert model.shown.student(maya).is_locked
    model.shuffle_names()
    settle(model)
    assert seats(model)["Maya"] == there


def test_forming_anew_says_that_moves_are_gone(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    model.move_student(luz, another_pile(model, luz).identity.key)
    model.choose_size(BY_WORDS["5 groups"])
    settle(model)
    assert len(model.shown.piles) == 5
    assert "went back" in model.standing


def test_locking_in_saved_groups_is_a_step_and_carries_over(model_on, planned, settle):
    model = model_on(planned)
    maya = ids_by_name(model)["Maya"]
    model.toggle_lock(maya)
    assert planned.undo_label == "Lock Maya"
    where = seats(model)["Maya"]
    model.choose_basis(2)
    settle(model)
    assert (model.is_draft, seats(model)["Maya"]) == (True, where)
    model.keep_saved()
    assert not model.is_draft
    model.toggle_lock(maya)
    assert planned.undo_label == "Unlock Maya"


def test_a_cut_that_moves_changes_levels_and_is_said_when_saved(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    model.move_cuts(nearly=2, secure=3)
    settle(model)
    maya = model.shown.student(ids_by_name(model)["Maya"])
    assert (maya.score, maya.level.value) == ("3/5", "secure")
    model.use_groups()
    assert "secure from 3 of 5, nearly from 2 of 5" in model.standing
    assert model.shown.student(maya.student_id).level.value == "secure"


def test_shuffling_names_moves_nobody(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    who = {frozenset(o.student_id for o in p.students) for p in model.shown.piles}
    words = [p.identity.word for p in model.shown.piles]
    model.shuffle_names()
    settle(model)
    assert {frozenset(o.student_id for o in p.students) for p in model.shown.piles} == who
    assert [p.identity.word for p in model.shown.piles] != words


def test_another_basis_brings_its_own_evidence(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    place = next(n for n, one in enumerate(model.bases) if one.words == "scores on 3.NF.A.1")
    model.choose_basis(place)
    settle(model)
    assert model.asked.basis == model.bases[place]
    assert all("3.NF.A.1" in pile.todo for pile in model.shown.piles)


def test_sizes_that_cannot_be_are_explained_and_nothing_is_used(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    model.choose_size(SizeChoice("odd", size=(9, 9)))
    settle(model)
    assert "cannot be split" in model.impossible.explanation
    model.use_groups()
    assert sample_planner.undo_label is None


def test_new_scores_form_a_draft_anew_but_leave_moves_alone(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    there = another_pile(model, luz).identity.key
    model.move_student(luz, there)
    score = {"student_id": luz, "assessment_id": model.asked.basis.assessment_id}
    model.stage.desk.do(enter_score, **score, points=5, entered_at=NOW)
    settle(model)
    assert (seats(model)["Luz"], model.shown.student(luz).score) == (there, "5/5")


def test_a_student_who_leaves_is_on_no_pile_even_of_a_moved_draft(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    ids = ids_by_name(model)
    model.move_student(ids["Luz"], another_pile(model, ids["Luz"]).identity.key)
    model.stage.desk.do(remove_student, student_id=ids["Maya"])
    settle(model)
    assert "Maya" not in seats(model)
    model.use_groups()
    assert not model.is_draft


def test_a_new_student_has_no_group_yet_and_can_join_one(model_on, planned):
    model = model_on(planned)
    new = NewStudent(last="Zed", first="Zuzu")
    model.stage.desk.do(add_students, class_id=1, students=[new], entered_on=TODAY)
    (zuzu,) = model.shown.without_group
    model.move_student(zuzu.student_id, model.shown.piles[0].identity.key)
    assert model.shown.without_group == ()
    assert planned.undo_label == f"Move Zuzu to {model.shown.piles[0].identity.word}"


def test_a_rule_added_elsewhere_is_kept_by_the_next_draft(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    pair = [one.student_id for one in model.shown.piles[0].students[:2]]
    model.stage.desk.do(add_rule, class_id=1, kind=RuleKind.APART, student_ids=pair)
    settle(model)
    assert len(model.shown.rules) == 3
    assert model.shown.pile_of(pair[0]) is not model.shown.pile_of(pair[1])


@pytest.mark.parametrize("students", [0, 3])
def test_a_class_without_students_or_scores_has_nothing_to_propose(
    model_on, empty_planner, students
):
    a_class(empty_planner, students=students)
    model = model_on(empty_planner)
    assert (model.is_draft, model.bases, model.shown.piles) == (False, [], ())
    assert len(model.roster) == students


def test_another_class_starts_afresh(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    other = a_class(sample_planner, students=3, name="Art")
    model.choose_size(BY_WORDS["5 groups"])
    model.stage.choice.choose_class(other)
    settle(model)
    assert (model.shown.piles, model.asked.size.words) == ((), "About 7")


def cuts(model):
    return model.shown.strip.nearly, model.shown.strip.secure


def test_a_moved_cut_is_there_again_after_another_room_another_basis_and_another_class(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    ours, other = model.stage.choice.class_id, a_class(sample_planner, students=3, name="Art")
    place = model.bases.index(model.asked.basis)
    model.move_cuts(nearly=2, secure=3)
    settle(model)
    model.be_shown(False)
    model.be_shown(True)
    assert cuts(model) == (2, 3)
    model.choose_basis(place + 1)
    settle(model)
    model.choose_basis(place)
    settle(model)
    assert cuts(model) == (2, 3)
    for class_id in (other, ours):
        model.stage.choice.choose_class(class_id)
        settle(model)
    assert cuts(model) == (2, 3)


def test_saved_groups_keep_the_cut_they_were_formed_with(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    model.move_cuts(nearly=2, secure=3)
    settle(model)
    model.use_groups()
    model.move_cuts(nearly=4, secure=5)
    settle(model)
    assert cuts(model) == (4, 5)
    model.keep_saved()
    assert cuts(model) == (2, 3), "the draft was given up, and its cut with it"
    model.propose_anew()
    settle(model)
    assert cuts(model) == (2, 3)
