import pytest

from plplanner.store.disk import copy_aside, move_into_free_place, move_into_place, sweep_away


def test_a_finished_file_replaces_what_was_there(tmp_path):
    aside, target = tmp_path / "aside", tmp_path / "target"
    aside.write_bytes(b"new")
    target.write_bytes(b"old")
    move_into_place(aside, target)
    assert target.read_bytes() == b"new"
    assert not aside.exists()
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_place_that_is_taken_stays_as_it_is(tmp_path):
    aside, target = tmp_path / "aside", tmp_path / "target"
    aside.write_bytes(b"new")
    target.write_bytes(b"hers")
    with pytest.raises(FileExistsError):
        move_into_free_place(aside, target)
    assert target.read_bytes() == b"hers"


def test_a_free_place_is_filled_and_the_file_has_one_name_only(tmp_path):
    aside, target = tmp_path / "aside", tmp_path / "target"
    aside.write_bytes(b"new")
    move_into_free_place(aside, target)
    assert target.read_bytes() == b"new"
    assert target.stat().st_nlink == 1
    assert not aside.exists()


def test_leftovers_go_and_what_cannot_go_stays(tmp_path):
    (tmp_path / "half").write_bytes(b"made")
    (tmp_path / "folder").mkdir()
    sweep_away(tmp_path / "half", tmp_path / "never there", tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_copy_is_private_from_its_first_byte(tmp_path):
    (tmp_path / "source").write_bytes(b"rows")
    copy_aside(tmp_path / "source", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "copy").read_bytes() == b"rows"
