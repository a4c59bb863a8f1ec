import pytest

from plplanner.library.commands import add_resource
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import add_playlist
from plplanner.playlists.queries import playlists
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.rotation.fill_tasks import tasks_of_playlist
from plplanner.rotation.pick_tasks import pick_tasks
from plplanner.terms import GroupMode, ItemRole, PlaylistUse, ResourceKind, StationKind
from plplanner.ui.screens.library.viewmodel import (
    ResourcesModel,
    standard_offers,
    wrong_minutes,
    wrong_title,
)


@pytest.fixture
def model(stage_on, sample_planner):
    made = ResourcesModel(stage_on(sample_planner))
    made.be_shown(True)
    return made


def titles(model):
    rows = {row.id: row.title for row in model.page_of(model.ids)}
    return [rows[one] for one in model.ids]


def test_the_library_comes_by_title_and_is_found_by_standard_tag_and_code(model):
    assert (model.count, titles(model)[0]) == (20, "5 questions")
    for words, count in (("3.nf.a.2", 8), ("bloom", 0), ("understand", 5), ("fl3", 1)):
        model.filter_by(words)
        assert (len(model.ids) > 0) == (count > 0)
    assert titles(model) == ["Fraction Lab: strips"]


def test_a_second_time_turns_the_order_round(model):
    model.sort_by("minutes")
    up = titles(model)
    model.sort_by("minutes")
    assert (model.is_down, set(titles(model)), titles(model) != up) == (True, set(up), True)
    model.sort_by("title")
    assert (model.is_down, titles(model)[0]) == (False, "5 questions")


def test_one_part_is_corrected_and_the_others_stay(model):
    model.choose(model.ids[0])
    row = model.chosen
    model.change(row, minutes="9")
    assert (model.chosen.minutes, model.chosen.title, model.chosen.place) == (9, row.title, "desk")
    model.change(model.chosen, minutes="")
    model.change(model.chosen, place="floor")
    model.change(model.chosen, title="6 questions")
    assert (model.chosen.minutes, model.chosen.place) == (None, "floor")
    assert model.stage.desk.undo_label == "Change resource “6 questions”"


def test_a_resource_is_added_and_removed_with_a_word_about_undo(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    added = model.add(NewResource("Pizza shares", ResourceKind.GAME))
    assert model.count == 21
    model.choose(added)
    model.remove(added)
    assert (model.count, model.chosen, said) == (20, None, ["Removed “Pizza shares”."])
    model.stage.desk.undo()
    assert model.chosen.title == "Pizza shares"


def test_what_the_library_refuses_is_told_and_nothing_is_said(model):
    told, said = [], []
    model.stage.desk.problem.connect(told.append)
    model.stage.wishes.say.connect(said.append)
    assert model.add(NewResource(" ", ResourceKind.GAME)) is None
    model.remove(999)
    assert (len(told), said) == (2, [])


def test_an_own_resource_is_tagged_and_then_picked_for_a_station(model):
    desk = model.stage.desk
    own = model.add(NewResource("Pizza shares", ResourceKind.WORKSHEET, codes=[model.last_used]))
    items = [NewPlaylistItem(ItemRole.MUST, own)]
    with_standard = {"standard_id": model.standards[0].id, "use": PlaylistUse.PRACTISE}
    desk.do(add_playlist, title="Pizza", items=items, **with_standard)

    def picked(kind):
        (playlist,) = (row for row in desk.ask(playlists) if row.title == "Pizza")
        return pick_tasks([kind], tasks_of_playlist(playlist))

    model.choose(own)
    assert picked(StationKind.COLLABORATIVE) != ("Pizza shares",)
    model.set_mode(model.chosen, GroupMode.PAIR)
    assert picked(StationKind.COLLABORATIVE) == ("Pizza shares",)
    model.set_needs(model.chosen, device=True, internet=True)
    assert picked(StationKind.DIGITAL) == ("Pizza shares",)
    model.set_needs(model.chosen, device=False, internet=False)
    model.set_kind(model.chosen, ResourceKind.MANIPULATIVE)
    assert picked(StationKind.HANDS_ON) == ("Pizza shares",)
    assert desk.undo_label == "Change kind of “Pizza shares”"


def test_standards_and_tags_are_taken_as_typed_and_a_new_standard_is_told(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    model.choose(model.ids[0])
    model.set_standards(model.chosen, "3.nf.2, 9.X.1")
    model.set_tags(model.chosen, "bloom: create, spring")
    model.set_address(model.chosen, "shelf 2")
    model.set_code(model.chosen, "Q5")
    chosen = model.chosen
    assert (chosen.standards, chosen.locator) == (("3.NF.A.2", "9.X.1"), "shelf 2")
    assert (chosen.tags, chosen.code) == ((("", "spring"), ("Bloom", "create")), "Q5")
    assert said == ["9.X.1 is a new standard of your own."]
    assert model.last_used == "9.X.1"
    assert model.wrong_standards("3.NF") == "3 standards have “3.NF”. Choose one from the list."
    assert standard_offers(model.standards)[0].startswith("3.NF.A.1 · I can")


def test_news_of_the_library_are_heard(model, sample_planner):
    sample_planner.do(add_resource, resource=NewResource("Zebra", ResourceKind.TEXT))
    assert titles(model)[-1] == "Zebra"


@pytest.mark.long
def test_the_sample_fills_an_empty_library(stage_on, empty_planner):
    made = ResourcesModel(stage_on(empty_planner))
    made.be_shown(True)
    assert (made.ids, made.count) == ((), 0)
    made.add_sample()
    assert made.count == 20


@pytest.mark.parametrize("text", ["0", "601", "ten", "-3", "1.5", "²"])
def test_minutes_are_whole_and_can_be_planned(text):
    assert wrong_minutes(text) == "Type whole minutes from 1 to 600, or nothing."
    assert [wrong_minutes(fine) for fine in ("", "1", "600")] == ["", "", ""]
    assert wrong_title("X") == ""
    assert wrong_title("").startswith("A resource needs a title.")
