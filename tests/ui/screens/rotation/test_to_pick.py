from dataclasses import replace
from datetime import timedelta

import pytest

from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.rows import DeviceCount
from plplanner.terms import PlaylistUse
from plplanner.ui.screens.rotation.to_pick import to_pick
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_a_cell_knows_its_minutes_its_standard_and_what_its_group_has_that_day(model):
    lesson = model.lesson
    line = lesson.plan.groups[1]
    cell = to_pick(model.stage.desk, lesson, 1, 2).cell
    assert cell.minutes == lesson.plan.rounds[2].minutes
    assert cell.kind is line.visits[2].station_kind
    assert cell.planned == {visit.task: visit.round_number for visit in line.visits}
    assert (cell.standard, cell.has_internet, cell.has_devices) == ("3.NF.A.1", True, True)


def test_without_a_playlist_the_standard_is_that_of_the_groups(model):
    bare = replace(model.lesson, playlists={})
    assert to_pick(model.stage.desk, bare, 0, 0).cell.standard == "3.NF.A.1"
    of_none = replace(bare, plan=replace(bare.plan, group_set_id=None))
    assert to_pick(model.stage.desk, of_none, 0, 0).cell.standard == ""


@pytest.mark.parametrize(
    ("need", "use"),
    [(2, PlaylistUse.RETEACH), (1, PlaylistUse.PRACTISE), (0, PlaylistUse.EXTEND)],
)
def test_what_a_group_needs_leads_whatever_playlist_it_has(model, need, use):
    problem = model.lesson.problem
    groups = tuple(replace(one, need=need) for one in problem.groups)
    lesson = replace(model.lesson, problem=replace(problem, groups=groups))
    assert to_pick(model.stage.desk, lesson, 0, 0).cell.use is use


def test_a_day_without_devices_is_known(model):
    problem = replace(model.lesson.problem, devices=DeviceCount(0))
    lesson = replace(model.lesson, problem=problem)
    assert to_pick(model.stage.desk, lesson, 0, 0).cell.has_devices is False


def test_what_the_class_did_before_that_day_is_known(model):
    desk, draft = model.stage.desk, model.lesson.draft
    earlier = replace(draft, problem=replace(draft.problem, day=MONDAY - timedelta(days=3)))
    assert to_pick(desk, model.lesson, 0, 0).used == {}
    desk.do(keep_draft, class_id=1, draft=earlier)
    found = to_pick(desk, model.lesson, 0, 0)
    assert set(found.used) == {task for task in draft.tasks.values() if task}
    assert set(found.used.values()) == {MONDAY - timedelta(days=3)}
    assert {"Fraction strips", "Fraction Lab: strips"} <= {one.title for one in found.library}
