import pytest

from plplanner.library.commands import remove_resource
from plplanner.terms import ItemRole, PlaylistUse
from plplanner.ui.screens.playlists.viewmodel import PlaylistsModel, code_of, minutes_of


@pytest.fixture
def model(stage_on, sample_planner):
    made = PlaylistsModel(stage_on(sample_planner))
    made.be_shown(True)
    made.choose(made.ids[0])
    return made


def titles(model):
    return [row.title for row in model.page_of(model.ids)]


def items(model):
    return [item.title for item in model.chosen.items]


def test_playlists_come_by_standard_and_use(model):
    rows = model.page_of(model.ids)
    assert [(code_of(row), row.use.value) for row in rows[:4]] == [
        ("3.NF.A.1", "reteach"),
        ("3.NF.A.1", "practise"),
        ("3.NF.A.1", "extend"),
        ("3.NF.A.2", "reteach"),
    ]
    assert minutes_of(rows[0]) == 36, "what may be done is not counted"


@pytest.mark.parametrize(
    ("words", "count"),
    [("practise", 3), ("practice", 3), ("a.2", 3), ("fractions extend", 2), ("zebra", 0)],
)
def test_title_standard_and_use_are_searched(model, words, count):
    model.filter_by(words)
    assert len(model.ids) == count


def test_every_column_sorts_both_ways(model):
    for key in ("title", "use", "items", "minutes"):
        model.sort_by(key)
        up = model.ids
        model.sort_by(key)
        assert (model.ids, model.is_down) == (tuple(reversed(up)), True)
    model.sort_by("standard")
    assert (titles(model)[0], model.is_down) == ("Build unit fractions", False)


def test_a_title_is_changed_in_one_step(model):
    model.rename(model.ids[0], "Fold <b>fractions")
    assert model.chosen.title == "Fold <b>fractions"
    assert model.stage.desk.undo_label == "Rename playlist to “Fold <b>fractions”"


def test_an_item_moves_in_one_step_and_is_stood_on(model):
    before, stood = items(model), []
    model.refreshed.connect(lambda: stood.append(model.item_to_choose))
    model.move_item(0, 2)
    assert items(model) == [before[1], before[2], before[0], *before[3:]]
    assert stood == [2]
    assert model.stage.desk.undo_label == "Move item"


def test_a_resource_is_put_on_by_its_name_and_words_as_they_are(model):
    assert model.add_item("fraction MATCH game", ItemRole.MAY)
    assert (model.chosen.items[-1].title, model.chosen.items[-1].minutes) == (
        "Fraction match game",
        10,
    )
    assert model.add_item("My idea", ItemRole.MAY)
    assert (items(model)[-1], model.chosen.items[-1].kind) == ("My idea", None)
    assert not model.add_item("  ", ItemRole.MAY)


def test_an_item_is_taken_off_with_a_word_about_undo(model):
    said, before = [], items(model)
    model.stage.wishes.say.connect(said.append)
    model.remove_item(1)
    model.remove_item(99)
    assert items(model) == [before[0], *before[2:]]
    assert said == [f"Took “{before[1]}” off."]
    model.stage.desk.undo()
    assert items(model) == before


def test_a_playlist_is_added_and_removed(model):
    said = []
    model.stage.wishes.say.connect(said.append)
    standard = model.standards[1]
    added = model.add(title="New", standard_id=standard.id, use=PlaylistUse.EXTEND)
    model.choose(added)
    assert (model.chosen.use, code_of(model.chosen)) == (PlaylistUse.EXTEND, standard.code)
    bare = model.add(title="Bare", standard_id=None, use=PlaylistUse.RETEACH)
    assert model.ids[-1] == bare, "without a standard it comes last"
    model.remove(added)
    model.remove(added)
    assert (model.chosen, said) == (None, ["Removed “New”."])


@pytest.mark.long
def test_without_a_playlist_nothing_is_done(stage_on, empty_planner):
    made = PlaylistsModel(stage_on(empty_planner))
    made.be_shown(True)
    made.move_item(0, 1)
    made.remove_item(0)
    assert not made.add_item("X", ItemRole.MUST)
    assert made.stage.desk.undo_label is None
    made.add_sample()
    assert len(made.ids) == 9


def test_a_resource_that_goes_is_heard_of(model, sample_planner):
    gone = next(row for row in model.resources if row.title == items(model)[0])
    sample_planner.do(remove_resource, resource_id=gone.id)
    assert items(model)[0] == ""
