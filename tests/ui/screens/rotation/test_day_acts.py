from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from plplanner.playlists.commands import remove_playlist
from plplanner.playlists.queries import playlists
from plplanner.terms import PlanState, StationKind
from plplanner.ui.screens.rotation.day_acts import (
    AGAIN,
    TEXT,
    acts_of,
    carry_out,
    day_acts,
    toggle_lock,
)
from plplanner.ui.screens.rotation.kept_stations import keep_stations, stations_now
from plplanner.ui.screens.rotation.panels.stations import WantedStations
from plplanner.ui.screens.rotation.view import TomorrowScreen
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student

LAST = MONDAY - timedelta(days=7)


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def lines(model, **how):
    acts = day_acts(model.lesson, MONDAY, **{"is_teaching": False, "earlier": LAST, **how})
    return {act.key: act for act in acts}


@pytest.mark.long
def test_last_monday_can_be_copied_until_the_lesson_begins(model):
    assert lines(model)["copy"].says == "Copy last Monday"
    assert lines(model)["copy"].why_not == ""
    assert lines(model, is_teaching=True)["copy"].why_not == "The lesson has begun."
    assert day_acts(None, MONDAY, is_teaching=False, earlier=None) == []


def test_where_no_monday_has_a_plan_its_line_says_why_it_cannot_be_copied(model):
    acts = {act.key: act.why_not for act in acts_of(model, is_teaching=False)}
    assert acts["copy"] == "No Monday before this one has a plan yet."
    assert lines(model, is_teaching=True, earlier=None)["copy"].why_not == "The lesson has begun."


@pytest.mark.long
def test_every_line_of_the_menu_does_something(model):
    told = []
    model.stage.wishes.warn.connect(told.append)
    carry_out(model, "copy")
    assert told[0].what == "No Monday before this one has a plan yet."


def test_what_was_marked_as_taught_is_taken_back_in_the_menu_under_a_name_of_its_own(model):
    model.mark(PlanState.READY)
    model.mark(PlanState.TAUGHT)
    assert "untaught" in lines(model)
    carry_out(model, "untaught")
    assert model.lesson.plan.state is PlanState.READY
    assert model.stage.desk.undo_label == "Mark the lesson as not taught"
    assert "untaught" not in lines(model)


def let_help(model, *names):
    """Ms. R helps at these stations."""
    known = stations_now(model.stage, model.lesson)
    helped = (replace(one, adult="Ms. R") if one.name in names else one for one in known)
    keep_stations(model.stage, model.lesson, WantedStations(tuple(helped), ()))


def digital(model):
    return {
        (line, visit.round_number - 1): visit
        for line, group in enumerate(model.lesson.plan.groups)
        for visit in group.visits
        if StationKind.DIGITAL in (visit.station_kind, visit.planned_kind)
    }


def test_without_internet_plan_bs_stand_in_and_one_undo_or_the_switch_takes_them_back(model):
    said, desk = [], model.stage.desk
    model.stage.wishes.say.connect(said.append)
    model.mark(PlanState.READY)
    planned, before = digital(model), desk.planner.digest()
    assert not lines(model)["internet"].is_on
    carry_out(model, "internet")
    assert said == [f"No internet: {len(planned)} tasks replaced by work without it."]
    assert lines(model)["internet"].is_on
    for cell, visit in digital(model).items():
        assert visit.planned_task == planned[cell].task != visit.task
        note = model.grid().cells[cell[0]][cell[1]].note
        assert note in (f"Not {visit.planned_task}", "Maya out until 9:25")
    assert desk.undo_label == "No internet today"
    assert all("internet" not in one.text for one in model.lesson.checks.to_look_at)
    carry_out(model, "internet")
    assert (desk.undo_label, digital(model)) == ("Internet is back", planned)
    desk.undo()
    desk.undo()
    assert desk.planner.digest() == before


@pytest.mark.long
def test_a_task_without_a_plan_b_is_warned_of_and_what_is_picked_stands_in(model):
    cell = next(iter(digital(model)))
    model.write_task(*cell, "Look it up")
    model.be_shown(False)
    for playlist in model.stage.desk.ask(playlists):
        model.stage.desk.do(remove_playlist, playlist_id=playlist.id)
    model.be_shown(True)
    carry_out(model, "internet")
    check = next(one for one in model.lesson.checks.to_look_at if "Look it up" in one.text)
    assert model.cell_of(check.mend) == cell
    assert model.grid().cells[cell[0]][cell[1]].note == "Needs internet"
    model.write_task(*cell, model.to_pick(*cell).cell.ideas[0])
    assert digital(model)[cell].planned_task == "Look it up"
    assert all("Look it up" not in one.text for one in model.lesson.checks.to_look_at)
    carry_out(model, "internet")
    assert digital(model)[cell].task == "Look it up"


@pytest.mark.long
def test_rounds_that_are_over_stay_as_they_were(model):
    planned = digital(model)
    carry_out(model, "internet", over=[1])
    for cell, visit in digital(model).items():
        assert bool(visit.stand_in) is (cell[1] > 0)
        assert visit.task == planned[cell].task or visit.stand_in


@pytest.mark.long
def test_on_a_day_an_adult_is_out_the_groups_work_alone_there(model):
    desk, said = model.stage.desk, []
    model.mark(PlanState.READY)
    let_help(model, "Teacher table", "Together")
    model.stage.wishes.say.connect(said.append)
    before = desk.planner.digest()
    assert lines(model)["out Ms. R"].is_on is False
    carry_out(model, "out Ms. R")
    assert said == ["Ms. R is out: Teacher table and Together without an adult."]
    assert desk.undo_label == "Mark Ms. R as out"
    cells = [cell for line in model.grid().cells for cell in line]
    assert sum(cell.note == "Ms. R is out" for cell in cells) > 1
    assert not any(cell.is_led for cell in cells)
    words = "Ms. R is out: Teacher table and Together without an adult"
    assert words in model.lesson.checks.quiet
    carry_out(model, "out Ms. R")
    assert desk.undo_label == "Mark Ms. R as back"
    desk.undo()
    desk.undo()
    assert desk.planner.digest() == before


@pytest.mark.long
def test_an_adult_whose_rounds_are_over_changes_nothing_more(model):
    said = []
    model.stage.wishes.tell.connect(said.append)
    let_help(model, "Together")
    model.mark(PlanState.READY)
    carry_out(model, "out Ms. R", over=[1, 2, 3, 4, 5])
    assert said == ["Ms. R is needed nowhere in the rounds to come."]
    assert lines(model)["out Ms. R"].is_on is False


def told(model):
    found = []
    model.stage.wishes.say.connect(found.append)
    return found


def locked(model):
    return {
        (line, place)
        for line, cells in enumerate(model.grid().cells)
        for place, cell in enumerate(cells)
        if cell is not None and cell.is_locked
    }


def drafted_again(model, qtbot, rounds=None):
    said = told(model)
    model.draft_again(rounds)
    qtbot.waitUntil(lambda: bool(said))
    return said[-1]


def test_locking_keeps_the_draft_as_one_step_and_again_lets_go(model):
    toggle_lock(model, 1, 2)
    word = model.lesson.plan.groups[1].identity.word
    assert model.stage.desk.undo_label == f"Lock round 3 of {word}"
    assert locked(model) == {(1, 2)}
    toggle_lock(model, 1, 2)
    assert model.stage.desk.undo_label == f"Unlock round 3 of {word}"
    assert locked(model) == set()
    model.stage.desk.undo()
    model.stage.desk.undo()
    assert model.lesson.draft is not None


def test_what_is_taught_is_not_locked(model):
    model.mark(PlanState.TAUGHT)
    toggle_lock(model, 0, 0)
    assert locked(model) == set()
    assert not model.grid().cells[0][0].can_lock


def test_her_own_task_and_swap_are_there_when_the_day_is_drafted_again(model, qtbot):
    model.write_task(0, 1, "Build fractions")
    model.swap(2, 0, 1)
    after = {(line, place): model.grid().cells[line][place] for line, place in ((0, 1), (2, 1))}
    assert (2, 1) in locked(model)
    drafted_again(model, qtbot)
    for (line, place), cell in after.items():
        now = model.grid().cells[line][place]
        assert (now.station, now.task, now.is_locked) == (cell.station, cell.task, cell.is_locked)


def test_a_locked_cell_of_a_round_that_is_gone_is_told(model, qtbot):
    toggle_lock(model, 0, 2)
    assert "has no place in it." in drafted_again(model, qtbot, 2)
    model.stage.desk.undo()
    assert locked(model) == {(0, 2)}


@pytest.mark.long
def test_who_was_sent_elsewhere_by_hand_stays_there(model, grouped, qtbot):
    plan_student_by_student(grouped)
    model.refresh()
    offer = model.stations(4, 1)[0]
    model.take(4, 1, offer.key)
    sent = model.grid().cells[4][1]
    assert locked(model) == {(4, 1)}
    drafted_again(model, qtbot)
    assert model.grid().cells[4][1].station == sent.station
    assert locked(model) == {(4, 1)}


@pytest.mark.long
def test_space_locks_in_the_window(grouped, stage_on, qtbot):
    screen = TomorrowScreen(stage_on(grouped))
    qtbot.addWidget(screen)
    screen.show()
    screen.come_up()
    qtbot.keyClick(screen.grid, Qt.Key.Key_Space)
    assert locked(screen.model) == {(0, 0)}
    screen.step_back()


def test_the_plan_is_copied_as_text_and_that_is_told(model):
    found = []
    model.stage.wishes.tell.connect(found.append)
    carry_out(model, TEXT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Math 3, Monday, November 23")
    assert model.grid().cells[0][0].station in copied
    assert len(found) == 1
    assert model.lesson.draft is not None, "looking at it saves nothing"


def test_a_plan_that_is_kept_is_drafted_again_from_the_menu(model, qtbot):
    assert lines(model)[AGAIN].why_not == "This is a new draft."
    model.write_task(0, 1, "Build fractions")
    assert lines(model)[AGAIN].why_not == ""
    assert lines(model, is_teaching=True)[AGAIN].why_not == "The lesson has begun."
    said = told(model)
    carry_out(model, AGAIN)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Drafted again")
    assert model.grid().cells[0][1].task == "Build fractions"
    model.mark(PlanState.TAUGHT)
    assert lines(model)[AGAIN].why_not == "This lesson was taught."


def test_on_the_day_itself_time_and_rounds_are_in_the_menu_until_the_lesson_begins(model):
    keys = ["time", "lengths", "must_see", "spread"]
    before = [act.key for act in acts_of(model, is_teaching=False, is_today=True)]
    assert before[:4] == keys
    for how in ({"is_today": True, "is_teaching": True}, {"is_teaching": False}):
        assert not set(keys) & {act.key for act in acts_of(model, **how)}
