from dataclasses import replace

import pytest

from plplanner.gradebook.commands import set_assessment_standards
from plplanner.gradebook.queries import measured_by
from plplanner.grouping.saved import queries as grouping
from plplanner.playlists import commands as playlists
from plplanner.playlists.queries import playlists as all_playlists
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.queries import plan_on
from plplanner.terms import ItemRole
from plplanner.ui.missing_playlist import close_gap, gap_in
from tests.builders import MONDAY


@pytest.fixture
def stage(planned, stage_on):
    """A kept plan after its playlists were removed."""
    for row in planned.ask(all_playlists):
        planned.do(playlists.remove_playlist, playlist_id=row.id)
    return stage_on(planned)


def the_gap(stage, **of_groups):
    newest = stage.desk.ask(grouping.newest_groups, class_id=stage.choice.class_id)
    plan = stage.desk.ask(plan_on, class_id=stage.choice.class_id, day=MONDAY)
    lesson = stage.desk.ask(lesson_to_print, class_id=stage.choice.class_id, day=MONDAY)
    newest = replace(newest, **of_groups)
    return gap_in(stage.desk, plan, lesson.playlists, newest=newest)


def test_no_gap_while_every_group_has_a_playlist(planned, stage_on):
    assert the_gap(stage_on(planned)) is None


def test_a_gap_leads_to_a_new_playlist_for_the_standard_of_the_groups(stage):
    gap, wished = the_gap(stage), []
    stage.wishes.make_playlist.connect(wished.append)
    groups = stage.desk.ask(grouping.newest_groups, class_id=stage.choice.class_id)
    assert (len(gap.groups), gap.button) == (len(groups.groups), "Make one")
    close_gap(stage, gap)
    assert wished == [groups.standard_id]


@pytest.mark.long
def test_what_was_made_meanwhile_is_given_to_the_groups_in_one_step(stage):
    desk, item = stage.desk, NewPlaylistItem(ItemRole.MUST, text="Pages 4–5")
    standard = the_gap(stage).standard_id
    made = desk.do(playlists.add_playlist, title="Fair shares", standard_id=standard)
    assert the_gap(stage).about == "“Fair shares”: nothing is on it yet."
    assert the_gap(stage).button == "Go to Playlists"
    desk.do(playlists.add_item, playlist_id=made, item=item)
    gap = the_gap(stage)
    assert (gap.about, gap.button) == ("“Fair shares” suits them.", "Use it")
    close_gap(stage, gap)
    assert the_gap(stage) is None
    assert desk.undo_label == "Assign playlists"


def test_a_check_without_a_standard_is_stood_on_and_once_it_has_one_groups_are_next(stage):
    class_id, gone = stage.choice.class_id, []
    check_id = stage.desk.ask(grouping.newest_groups, class_id=class_id).assessment_id
    title, codes = stage.desk.ask(measured_by, assessment_id=check_id)
    stage.wishes.go_to.connect(gone.append)
    stage.wishes.go_to_row.connect(lambda room, row_id: gone.append((room, row_id)))
    gap = the_gap(stage, standard_id=None)
    assert gap.about == f"“{title}” has {codes[0]} now. Form the groups again."
    assert gap.button == "Go to Groups"
    close_gap(stage, gap)
    stage.desk.do(set_assessment_standards, assessment_id=check_id, standard_ids=())
    assert the_gap(stage, standard_id=None).button == "Go to Scores"
    close_gap(stage, the_gap(stage, standard_id=None))
    assert gone == ["groups", ("scores", check_id)]


def test_groups_from_the_class_list_lack_no_playlist(stage):
    class_id = stage.choice.class_id
    groups = stage.desk.ask(grouping.newest_groups, class_id=class_id)
    plan = stage.desk.ask(plan_on, class_id=class_id, day=MONDAY)
    for missing, is_gap in (({"standard_id": None}, True), ({"assessment_id": None}, False)):
        groups = replace(groups, **missing)
        assert (gap_in(stage.desk, plan, (), newest=groups) is not None) == is_gap
