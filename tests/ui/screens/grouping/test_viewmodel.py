import pytest

from plplanner.gradebook.commands import enter_score
from plplanner.grouping.commands import add_rule
from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster.commands import add_students, remove_student
from plplanner.roster.rows import NewStudent
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.builders import NOW, TODAY, a_class
from tests.ui.screens.grouping.looking import BY_WORDS, another_pile, ids_by_name, seats


def test_without_saved_groups_a_proposal_from_the_newest_check_is_there(model_on, sample_planner):
    model = model_on(sample_planner)
    assert model.is_draft
    assert model.standing == "Proposed. Nothing is saved yet."
    assert model.asked.basis.words.startswith("“Exit ticket: fractions on a line”")
    assert sum(len(pile.students) for pile in model.shown.piles) == 12
    assert sample_planner.undo_label is None


def test_saved_groups_are_shown_as_they_were_saved(model_on, planned):
    model = model_on(planned)
    assert not model.is_draft
    assert model.standing.startswith("Groups of Fri 20 Nov, from “Exit ticket")
    saved = planned.ask(newest_groups, class_id=1)
    assert [pile.identity for pile in model.shown.piles] == [g.identity for g in saved.groups]
    assert all(one.score != "–" for pile in model.shown.piles for one in pile.students)


def test_new_scores_form_a_draft_anew_but_leave_moves_alone(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    there = another_pile(model, luz).identity.key
    ShapingActs(model).move_student(luz, there)
    score = {"student_id": luz, "assessment_id": model.asked.basis.assessment_id}
    model.stage.desk.do(enter_score, **score, points=5, entered_at=NOW)
    settle(model)
    assert (seats(model)["Luz"], model.shown.student(luz).score) == (there, "5/5")


@pytest.mark.long
def test_a_student_who_leaves_is_on_no_pile_even_of_a_moved_draft(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    ids = ids_by_name(model)
    ShapingActs(model).move_student(ids["Luz"], another_pile(model, ids["Luz"]).identity.key)
    model.stage.desk.do(remove_student, student_id=ids["Maya"])
    settle(model)
    assert "Maya" not in seats(model)
    ShapingActs(model).use_groups()
    assert not model.is_draft


@pytest.mark.long
def test_a_new_student_has_no_group_yet_and_can_join_one(model_on, planned):
    model = model_on(planned)
    new = NewStudent(last="Zed", first="Zuzu")
    model.stage.desk.do(add_students, class_id=1, students=[new], entered_on=TODAY)
    (zuzu,) = model.shown.without_group
    ShapingActs(model).move_student(zuzu.student_id, model.shown.piles[0].identity.key)
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
    assert (model.is_draft, model.facts.bases, model.shown.piles) == (False, [], ())
    assert len(model.facts.roster) == students


@pytest.mark.long
def test_another_class_starts_afresh(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    other = a_class(sample_planner, students=3, name="Art")
    AskingActs(model).choose_size(BY_WORDS["5 groups"])
    model.stage.choice.choose_class(other)
    settle(model)
    assert (model.shown.piles, model.asked.size.words) == ((), "About 6")
