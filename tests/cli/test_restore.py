from pathlib import Path

import pytest

from plplanner.store.planner_file import open_planner
from tests.builders import NOW, a_class
from tests.cli.command_line import done, refused


@pytest.fixture
def backup(sample):
    return Path(done("backup", "--planner", sample).removeprefix("Saved ").rstrip("\n"))


def digest(path):
    planner = open_planner(path, now=NOW)
    try:
        return planner.digest()
    finally:
        planner.close()


def test_a_planner_comes_back_and_what_stood_there_is_kept(sample, backup):
    before = digest(sample)
    planner = open_planner(sample, now=NOW)
    a_class(planner, name="Art")
    changed = planner.digest()
    planner.close()
    out = done("restore", backup, "-o", sample)
    assert digest(sample) == before
    kept = out.split("kept in “")[1].split("”")[0]
    assert digest(Path(kept)) == changed


def test_a_backup_can_go_to_a_new_place(sample, backup, tmp_path):
    out = done("restore", backup, "-o", tmp_path / "Back.plplanner")
    assert "“Back.plplanner” is back" in out
    assert "What stood there before" not in out
    assert digest(tmp_path / "Back.plplanner") == digest(sample)


def test_an_unsound_backup_is_refused_and_the_planner_stays(sample, tmp_path):
    before = digest(sample)
    for name, content in (("letter", b"Dear"), ("empty", b"")):
        (tmp_path / name).write_bytes(content)
        refused("restore", tmp_path / name, "-o", sample)
    refused("restore", tmp_path / "none", "-o", sample)
    assert digest(sample) == before
