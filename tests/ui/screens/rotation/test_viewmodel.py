from datetime import UTC, datetime, time, timedelta

import pytest

from plplanner.roster.commands import add_pull_out
from plplanner.rotation.lived.commands import write_note
from plplanner.rotation.plan_checks import EmptyCell
from plplanner.rotation.queries import plan_on
from plplanner.rotation.swaps import RoundSwap
from plplanner.terms import PlanState, StationKind, Weekday
from plplanner.ui.screens.rotation.offered_day import Offer
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(grouped, stage_on, application):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def heard(signal):
    found = []
    signal.connect(found.append)
    return found


def test_a_draft_is_shown_and_looking_saves_nothing(model):
    assert model.lesson.draft is not None
    assert model.stage.desk.planner.ask(plan_on, class_id=1, day=MONDAY) is None
    assert len(model.grid().cells) == len(model.turns()) == 4
    assert model.closing().title == "Close"


def test_the_first_task_keeps_the_draft_and_one_undo_takes_both_back(model):
    model.write_task(0, 1, "  Build fractions ")
    assert model.lesson.draft is None
    assert model.grid().cells[0][1].task == "Build fractions"
    assert model.stage.desk.undo_label == "Change a task"
    model.stage.desk.undo()
    assert model.lesson.draft is not None


def test_clearing_a_task_asks_for_one_and_the_mend_knows_the_cell(model):
    model.write_task(2, 0, "")
    check = model.lesson.checks.to_look_at[0]
    assert isinstance(check.mend, EmptyCell)
    assert model.cell_of(check.mend) == (2, 0)
    assert model.grid().cells[2][0].hint.endswith("ideas fit")
    assert model.to_pick(2, 0).cell.ideas


def test_the_same_words_again_are_no_step(model):
    same = model.grid().cells[0][0].task
    model.write_task(0, 0, same)
    assert model.lesson.draft is not None


def test_swapping_rounds_moves_tasks_along_and_says_so(model):
    said = heard(model.stage.wishes.say)
    before = [cell.station for cell in model.grid().cells[0]]
    model.swap(0, 0, 1)
    after = [cell.station for cell in model.grid().cells[0]]
    assert after[:2] == before[1::-1]
    assert said[0].startswith("Swapped rounds 1 and 2 of ")
    assert model.stage.desk.undo_label == "Swap rounds 1 and 2"


@pytest.mark.long
def test_a_student_out_at_the_teacher_table_is_mended_in_one_step(model):
    lesson = model.lesson
    line, visit = next(
        (line, visit)
        for line in lesson.plan.groups
        for visit in line.visits
        if visit.station_kind is StationKind.TEACHER_LED
    )
    model.mark(PlanState.DRAFT)  # keeps the draft, so that the pull-out does not move it
    row = lesson.plan.rounds[visit.round_number - 1]
    model.stage.desk.do(
        add_pull_out,
        student_id=line.student_ids[0],
        weekday=Weekday.MONDAY,
        starts_at=row.starts_at,
        ends_at=time(row.starts_at.hour, row.starts_at.minute + 5),
        label="Ms. R",
    )
    check = next(c for c in model.lesson.checks.to_look_at if isinstance(c.mend, RoundSwap))
    assert model.swap_words(check, check.mend).startswith("Swap rounds ")
    model.carry_out(check.mend)
    assert not [c for c in model.lesson.checks.to_look_at if " is out " in c.text]


@pytest.mark.long
def test_ready_is_saved_and_can_be_taken_back(model):
    model.mark(PlanState.READY)
    assert model.lesson.plan.state is PlanState.READY
    model.mark(PlanState.DRAFT)
    assert (model.lesson.plan.state, model.lesson.draft) == (PlanState.DRAFT, None)


@pytest.mark.long
def test_another_number_of_rounds_drafts_again(model, qtbot):
    assert [row.rounds for row in model.round_choices()] == [1, 2, 3]
    model.draft_again(2)
    assert len(model.lesson.plan.rounds) == 3, "until the new one is there the plan stays"
    qtbot.waitUntil(lambda: len(model.lesson.plan.rounds) == 2)


@pytest.mark.long
def test_newer_groups_are_noticed_and_taken(model, make_groups, qtbot):
    model.mark(PlanState.DRAFT)
    make_groups(model.stage.desk.planner, first=2)
    model.refresh()
    assert model.lesson.has_newer_groups
    model.draft_again()
    qtbot.waitUntil(lambda: not model.lesson.has_newer_groups)


@pytest.mark.long
def test_the_next_and_the_earlier_school_day_step_over_the_weekend(model):
    model.turn_page(-1)
    assert model.stage.choice.day == MONDAY - timedelta(days=3)
    model.turn_page(1)
    assert model.stage.choice.day == MONDAY


@pytest.mark.long
def test_printing_keeps_the_draft_first(model):
    rooms = heard(model.stage.wishes.go_to)
    model.print()
    assert (model.lesson.draft, rooms) == (None, ["print"])


def test_without_groups_the_way_on_is_the_groups_room(sample_planner, stage_on):
    model = TomorrowModel(stage_on(sample_planner))
    rooms = heard(model.stage.wishes.go_to)
    model.be_shown(True)
    model.go_on()
    assert (model.lesson, rooms) == (None, ["groups"])
    model.stage.choice.choose_day(MONDAY - timedelta(days=1))
    model.go_on()
    assert model.stage.choice.day == MONDAY


@pytest.mark.long
def next_monday(model):
    model.write_task(0, 0, "Last week's task")
    model.stage.choice.choose_day(MONDAY + timedelta(days=7))


@pytest.mark.long
def test_last_monday_is_looked_at_as_a_draft_and_kept_as_one_step(model):
    next_monday(model)
    before = model.stage.desk.planner.digest()
    model.look_at(Offer())
    assert (model.lesson.offered.words, model.lesson.notes) == ("From Mon 23 Nov", ())
    assert model.grid().cells[0][0].task == "Last week's task"
    assert model.stage.desk.planner.digest() == before
    model.keep_offer()
    assert model.stage.desk.undo_label == "Copy the plan of Mon 23 Nov"
    assert (model.lesson.draft, model.lesson.offered) == (None, None)
    assert model.grid().cells[0][0].task == "Last week's task"
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == before
    assert model.grid().cells[0][0].task != "Last week's task"


@pytest.mark.long
def test_a_copy_may_replace_a_plan_that_is_kept_and_is_left_again(model):
    next_monday(model)
    model.write_task(0, 0, "This week's task")
    model.look_at(Offer())
    assert model.grid().cells[0][0].task == "Last week's task"
    model.leave_offer()
    assert model.grid().cells[0][0].task == "This week's task"
    model.look_at(Offer())
    model.write_task(1, 1, "Changed on the copy")
    assert model.lesson.offered is None
    assert model.grid().cells[0][0].task == "Last week's task"
    model.stage.desk.undo()
    assert model.grid().cells[0][0].task == "This week's task"


@pytest.mark.long
def test_a_weekday_without_an_earlier_plan_says_so_and_changes_nothing(model):
    told = heard(model.stage.wishes.warn)
    model.look_at(Offer())
    assert told[0].what == "No Monday before this one has a plan yet."
    assert model.lesson.offered is None
    model.keep_offer()
    assert model.stage.desk.undo_label is None


@pytest.mark.long
def test_how_a_lesson_went_stands_above_its_copy(model):
    desk = model.stage.desk
    monday = datetime.combine(MONDAY, time(10), tzinfo=UTC)
    for about, words in (("Lesson", "It went well."), ("Class", "Lent a marker.")):
        desk.do(write_note, class_id=1, about=about, words=words, written_at=monday)
    next_monday(model)
    model.look_at(Offer())
    assert model.lesson.notes == ("It went well.",)
