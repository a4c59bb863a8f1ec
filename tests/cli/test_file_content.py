import pytest

from plplanner.cli import file_content
from plplanner.cli.file_content import content_of, files_of
from plplanner.problems import Problem, WhoMends


def test_a_file_gives_its_bytes(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\x00A")
    assert content_of(tmp_path / "a.csv") == b"\xff\x00A"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(Problem, match="There is no file at"):
        content_of(tmp_path / "none.csv")
    with pytest.raises(Problem, match="is a folder"):
        content_of(tmp_path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path, monkeypatch):
    monkeypatch.setattr(file_content, "MAX_FILE_BYTES", 2**20)
    (tmp_path / "a.csv").write_bytes(b"x" * (2**20 + 1))
    with pytest.raises(Problem, match="larger than 1 MB"):
        content_of(tmp_path / "a.csv")


def test_a_file_out_of_reach_is_the_computer_s_matter(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_bytes(b"x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(Problem, match="cannot be read") as caught:
        content_of(tmp_path / "a.csv")
    assert caught.value.who_mends is WhoMends.MACHINE
    with pytest.raises(Problem, match="cannot be read"):
        content_of(tmp_path / "a\0.csv")


def test_a_folder_gives_its_files_but_no_hidden_ones_and_follows_no_link(tmp_path):
    folder, outside = tmp_path / "f", tmp_path / "outside"
    for place in (folder / "P2", folder / ".git", outside):
        place.mkdir(parents=True)
        (place / "a.csv").write_bytes(b"x")
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "b.csv").write_bytes(b"y")
    try:
        (folder / "link").symlink_to(outside)
        (folder / "link.csv").symlink_to(outside / "a.csv")
    except OSError:
        assert not (folder / "link").exists()
    assert files_of(folder) == {"b.csv": b"y", "P2/a.csv": b"x"}


def test_a_folder_that_is_too_large_is_not_even_read(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_bytes(b"x" * 20)
    monkeypatch.setattr("plplanner.importing.limits.MAX_FILE_BYTES", 10)
    with pytest.raises(Problem, match="the limit is 50 MB"):
        files_of(tmp_path)


def test_a_folder_out_of_reach_is_the_computer_s_matter(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_bytes(b"x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(Problem, match="cannot be read"):
        files_of(tmp_path)
