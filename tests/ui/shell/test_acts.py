import pytest

from plplanner.assets import asset
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS, act_with


def test_no_key_means_two_things_in_one_place():
    rooms = {act.room for act in ACTS}
    for room in rooms:
        keys = [act.shortcut for act in ACTS if act.shortcut and act.room in ("", room)]
        keys += [one.shortcut for one in (*ROOMS, SETTINGS)]
        assert len(keys) == len(set(keys))


def test_every_act_and_room_has_its_icon():
    for name in [act.icon for act in ACTS if act.icon] + [room.icon for room in ROOMS]:
        assert asset("icons", f"{name}.svg")


def test_an_act_is_found_by_its_key():
    assert act_with("undo").shortcut == "Ctrl+Z"
    with pytest.raises(KeyError):
        act_with("nothing")
