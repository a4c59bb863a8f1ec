from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.on_table import NO_CHANGES, OnTable
from plplanner.ui.screens.grouping.shaping import ShapingActs


def test_saved_groups_have_nothing_to_compare_with(model_on, planned):
    model = model_on(planned)
    table = OnTable(model.facts, model.asked, model.evidence)
    assert table.changes() is NO_CHANGES
    piles = table.shown(NO_CHANGES).piles
    assert len(piles) == 3
    assert not any(one.moves for pile in piles for one in pile.students)


def test_the_movers_of_a_draft_are_marked(model_on, with_history, settle):
    model = model_on(with_history)
    AskingActs(model).propose_anew()
    settle(model)
    changes = model.changes
    marked = {one.student_id for p in model.shown.piles for one in p.students if one.moves}
    assert marked == {move.student_id for move in changes.moves}
    assert changes.students == 12


def test_who_is_absent_is_marked_in_saved_groups_and_keeps_the_place(model_on, planned):
    model = model_on(planned)
    student = model.shown.piles[0].students[0]
    ShapingActs(model).toggle_absent(student.student_id)
    there = model.shown.piles[0].students[0]
    assert (there.student_id, there.is_absent) == (student.student_id, True)


def test_groups_of_an_earlier_day_say_where_everyone_is_now(model_on, with_history):
    model = model_on(with_history)
    LookingBack(model).look_at(model.facts.history[-1].id)
    shorts = {one.short for pile in model.shown.piles for one in pile.students}
    assert shorts == {"together still"}
    assert model.shown.rules == ()


def test_nothing_is_claimed_about_how_good_groups_are_without_proof(model_on, sample_planner):
    model = model_on(sample_planner)
    says = [note for note in model.shown.notes if "proven" in note or "better" in note]
    formed = model.draft.formed
    assert bool(says) == (formed.bound is not None)
    assert any("proven" in one for one in says) == (formed.bound == formed.objective)
