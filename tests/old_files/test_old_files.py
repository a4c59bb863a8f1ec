"""Every planner ever released opens in this version, whole, with the contents it had then."""

import gzip
from pathlib import Path

import pytest

from plplanner.store.planner_file import open_planner
from tests.builders import NOW

OLD_FILES = sorted(Path(__file__).parent.glob("*.plplanner.gz"))


def test_there_is_a_file_of_every_released_version():
    assert [path.name for path in OLD_FILES] == ["0.1.0.plplanner.gz"]


@pytest.mark.parametrize("packed", OLD_FILES, ids=lambda path: path.name)
def test_an_old_planner_opens_whole_and_holds_what_it_held(packed, tmp_path):
    version = packed.name.removesuffix(".plplanner.gz")
    path = tmp_path / "old.plplanner"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    planner = open_planner(path, now=NOW)
    try:
        assert planner.why_read_only is None
        assert planner.findings() == []
        assert planner.digest() == packed.with_name(f"{version}.digest").read_text().strip()
    finally:
        planner.close()
