from pathlib import Path

import pytest

from plplanner.store.planner_file import open_planner
from tests.builders import NOW
from tests.cli.command_line import done, refused


def digest(path):
    planner = open_planner(path, now=NOW)
    try:
        return planner.digest()
    finally:
        planner.close()


@pytest.mark.long
def test_a_backup_holds_all_that_the_planner_holds(sample):
    out = done("backup", "--planner", sample)
    backup = Path(out.removeprefix("Saved ").rstrip("\n"))
    assert backup.parent.name == "Sample backups"
    assert digest(backup) == digest(sample)


def test_what_is_not_there_cannot_be_backed_up(tmp_path):
    assert "There is no planner at" in refused("backup", "--planner", tmp_path / "none")
    assert list(tmp_path.glob("*")) == []
