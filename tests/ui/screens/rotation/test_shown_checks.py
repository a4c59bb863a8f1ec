from dataclasses import replace
from datetime import timedelta

import pytest

from plplanner.rotation.commands import lock_cell
from plplanner.rotation.lived.commands import set_outcome
from plplanner.rotation.plan_checks import (
    EmptyCell,
    FewDevices,
    LongerRounds,
    OtherOrder,
    PlanCheck,
    StationsSetUp,
    WorkAlone,
)
from plplanner.rotation.rows import NO_DEVICES, OUTSIDE_HOURS, DeviceCount
from plplanner.terms import PlanState, StationKind, VisitOutcomeKind
from plplanner.ui.screens.rotation.panels.round_lengths import keep_lengths
from plplanner.ui.screens.rotation.shown_checks import shown_check, shown_remarks
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_an_empty_cell_opens_its_tasks_and_a_plain_check_says_what_to_do(model):
    group = model.lesson.plan.groups[1].group_id
    picked = []
    shown = shown_check(
        model,
        PlanCheck("Comet, round 2 has no task.", "Pick a task.", EmptyCell(group, 2)),
        lambda *cell: picked.append(cell),
        picked.append,
    )
    shown.mend()
    assert (shown.button, picked) == ("Pick a task", [(1, 1, "")])
    check = PlanCheck("Makers does not say what to do when done.", "Write it.", StationsSetUp())
    stations = shown_check(model, check, picked.append, picked.append)
    stations.mend()
    assert (stations.button, picked.pop()) == ("Set up the stations", "stations")
    plain = shown_check(
        model, PlanCheck("Rounds are odd.", "Use fewer."), picked.append, picked.append
    )
    assert (plain.button, plain.mend, plain.next_step) == ("", None, "Use fewer.")


def test_rounds_that_are_short_have_three_ways_each_one_click(model, qtbot):
    opened = []
    check = PlanCheck("Rounds of 11 minutes are short.", "Use fewer.", LongerRounds(2))
    shown = shown_check(model, check, opened.append, opened.append)
    assert shown.button == "Use 2 rounds"
    for _, act in shown.more:
        act()
    assert opened == ["spread", "must_see"]
    shown.mend()
    qtbot.waitUntil(lambda: len(model.lesson.plan.rounds) == 2)
    bare = shown_check(model, replace(check, mend=LongerRounds()), opened.append, opened.append)
    assert (bare.button, len(bare.more)) == ("Spread it over days", 1)


def test_where_only_some_rounds_are_short_they_can_be_made_alike(model):
    keep_lengths(model, (20, 10, 9))
    check = PlanCheck("Rounds of 9 minutes are short.", "Use fewer.", LongerRounds(2))
    shown = shown_check(model, check, print, print)
    assert [shown.button, *(says for says, _ in shown.more)] == [
        "Make them all alike", "Use 2 rounds", "Spread it over days", "Name who you must see",
    ]  # fmt: skip
    shown.mend()
    assert [row.minutes for row in model.lesson.plan.rounds] == [13, 13, 13]
    shown = shown_check(model, check, print, print)
    assert shown.button == "Use 2 rounds"


def test_a_locked_cell_is_let_go_of_before_the_day_is_drafted_again(model):
    group = model.lesson.plan.groups[1]
    name = group.identity.word
    model.change("Lock", lock_cell, group_id=group.group_id, round_number=1, name=name)
    check = PlanCheck("Ms. R is not there.", "", WorkAlone(((group.group_id, 1),)))
    ways = dict(shown_check(model, check, print, print).more)
    assert list(ways) == ["Unlock the cell", "Set up the stations"]
    ways["Unlock the cell"]()
    assert not model.lesson.plan.groups[1].visits[0].is_locked
    assert model.stage.desk.undo_label == f"Unlock round 1 of {name}"
    assert [says for says, _ in shown_check(model, check, print, print).more] == [
        "Draft again", "Set up the stations",
    ]  # fmt: skip


def test_who_comes_too_early_works_alone_by_one_click_or_the_stations_are_set_up(model):
    opened, group = [], model.lesson.plan.groups[1].group_id
    check = PlanCheck("Ms. R is not there.", "Send them elsewhere.", WorkAlone(((group, 1),)))
    shown = shown_check(model, check, opened.append, opened.append)
    *_, (says, hours) = shown.more
    hours()
    assert (shown.button, says) == ("Let them work alone", "Set up the stations")
    assert opened == ["stations"]
    digest = model.stage.desk.planner.digest()
    said = []
    model.stage.wishes.say.connect(said.append)
    shown.mend()
    visit = model.lesson.plan.groups[1].visits[0]
    assert said == [f"They work alone in round 1: “{visit.task}”."]
    assert (visit.stand_in, visit.station_kind) == (OUTSIDE_HOURS, StationKind.INDEPENDENT)
    assert model.stage.desk.undo_label == "Let them work alone"
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == digest


def a_digital_cell(model):
    """Line and round of the first visit at a digital station."""
    return next(
        (line, visit.round_number)
        for line, group in enumerate(model.lesson.plan.groups)
        for visit in group.visits
        if visit.station_kind is StationKind.DIGITAL
    )


def test_too_few_devices_are_shared_or_done_without_by_one_click(model):
    opened, said = [], []
    model.stage.wishes.say.connect(said.append)
    line, number = a_digital_cell(model)
    cells = ((model.lesson.plan.groups[line].group_id, number),)
    check = PlanCheck("6 devices work.", "Swap rounds.", FewDevices(cells, True))
    shown = shown_check(model, check, opened.append, opened.append)
    (paper, on_paper), *_, (devices, panel) = shown.more
    assert (shown.button, paper, devices) == (
        "Let two share one", "Work on paper", "Set the devices",
    )  # fmt: skip
    panel()
    assert opened == ["devices"]
    digest = model.stage.desk.planner.digest()
    shown.mend()
    assert model.lesson.problem.devices == DeviceCount(None, 2)
    model.stage.desk.undo()
    on_paper()
    assert said[-1] == f"Work on paper in round {number}: “Pages 41–42”."
    visit = model.lesson.plan.groups[line].visits[number - 1]
    assert (visit.stand_in, visit.station_kind) == (NO_DEVICES, StationKind.INDEPENDENT)
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == digest
    bare = shown_check(model, replace(check, mend=FewDevices(cells, False)), None, opened.append)
    assert bare.button == "Work on paper"


def test_an_order_that_is_not_kept_is_drafted_again_or_taken_away(model):
    opened = []
    check = PlanCheck("Digital needs Teacher table first.", "Swap rounds.", OtherOrder())
    drafted = shown_check(model, check, opened.append, opened.append)
    assert (drafted.button, drafted.more) == ("Set up the stations", ())
    model.mark(PlanState.READY)
    kept = shown_check(model, check, opened.append, opened.append)
    ((says, panel),) = kept.more
    panel()
    assert (kept.button, says, opened) == ("Draft again", "Set up the stations", ["stations"])
    assert kept.mend == model.draft_again


def test_what_is_missing_comes_after_what_changed(model):
    changed = ShownCheck("The slip changed", "", "Reprint 1 page")
    remarks = shown_remarks(model, model.lesson, None, changed, open_panel=print)
    assert remarks[0] is changed
    assert [one.text.endswith("playlist") for one in remarks[1:]] == (
        [True] if model.lesson.gap else []
    )


@pytest.mark.long
def test_what_a_group_left_open_is_planned_again_by_one_click(model):
    stage, group = model.stage, model.lesson.plan.groups[0]
    anywhere = (StationKind.COLLABORATIVE, StationKind.INDEPENDENT)
    kinds = [visit.station_kind for visit in group.visits]
    number = next(place for place, kind in enumerate(kinds) if kind in anywhere)
    model.write_task(0, number, "Fact game")
    cell = {"group_id": group.group_id, "round_number": number + 1}
    plan_id, outcome = model.lesson.plan.id, VisitOutcomeKind.NOT
    stage.desk.do(set_outcome, plan_id=plan_id, outcome=outcome, name="River", **cell)
    stage.choice.choose_day(MONDAY + timedelta(days=1))
    (remark, *_) = shown_remarks(model, model.lesson, open_panel=print)
    assert remark.text == f"{group.identity.word} has “Fact game” open from Mon 23 Nov"
    assert remark.button == "Plan it again"
    remark.mend()
    assert stage.desk.undo_label == f"Plan again what {group.identity.word} left open"
    tasks = [visit.task for visit in model.lesson.plan.groups[0].visits]
    assert ("Fact game" in tasks, model.lesson.carried) == (True, ())
    stage.desk.undo()
    assert (model.lesson.draft is not None, len(model.lesson.carried)) == (True, 1)
