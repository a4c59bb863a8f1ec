import pytest

from plplanner.cli.save_file import save_file
from plplanner.problems import Problem, WhoMends


def test_a_file_is_saved_whole_in_a_folder_made_for_it(tmp_path):
    path = tmp_path / "sheets" / "board.pdf"
    save_file(path, b"one")
    save_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["board.pdf"]
    assert (path.stat().st_mode | path.parent.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("place", ["folder", "file/board.pdf"])
def test_a_place_that_takes_no_file_is_refused_and_nothing_is_left_behind(tmp_path, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("a file")
    with pytest.raises(Problem, match="could not be saved") as caught:
        save_file(tmp_path / place, b"one")
    assert caught.value.who_mends is WhoMends.MACHINE
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


def test_a_full_disk_leaves_the_earlier_file(tmp_path, monkeypatch):
    path = tmp_path / "board.pdf"
    save_file(path, b"one")

    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Problem, match="no space left on device"):
        save_file(path, b"two")
    assert path.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["board.pdf"]
