import os

import pytest

from plplanner.store.disk import copy_aside, move_into_free_place, move_into_place


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


@pytest.mark.parametrize("links", [True, False])
def test_a_free_place_is_filled_with_and_without_hard_links(tmp_path, monkeypatch, links):
    def no_links(*_):
        raise OSError("this disk has no hard links")

    if not links:
        monkeypatch.setattr(os, "link", no_links)
    aside, target = tmp_path / "aside", tmp_path / "target"
    aside.write_bytes(b"new")
    move_into_free_place(aside, target)
    assert target.read_bytes() == b"new"
    assert not aside.exists()


def test_a_copy_is_private_from_its_first_byte(tmp_path):
    (tmp_path / "source").write_bytes(b"rows")
    copy_aside(tmp_path / "source", tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "copy").read_bytes() == b"rows"
