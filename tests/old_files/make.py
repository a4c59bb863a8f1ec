"""Makes the sample of this version: python tests/old_files/make.py VERSION. Once per release.

Writes VERSION.plplanner.gz with a small class, groups and a plan, and its digest beside it.
An empty planner is half a megabyte of mostly empty pages; packed it is a few kilobytes.
"""

import gzip
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from plplanner.store.planner_file import create_planner  # noqa: E402 - the path comes first
from tests.builders import NOW  # noqa: E402
from tests.monkey.test_any_commands import COMMANDS, MOVES  # noqa: E402
from tests.monkey.world import World  # noqa: E402

HERE = Path(__file__).parent
LESSON = ("save_groups", "add_stations", "save_plan", "set_task", "save_import")


def make(version: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        planner = create_planner(Path(folder) / "old.plplanner", now=NOW)
        planner.do(COMMANDS["add_sample_class"], now=NOW)
        for name in LESSON:
            arguments = MOVES[name](_certain_world(planner))
            planner.do(COMMANDS[name], **arguments)
        digest = planner.digest()
        assert planner.findings() == []
        planner.close()
        packed = gzip.compress(planner.path.read_bytes(), mtime=0)
    (HERE / f"{version}.plplanner.gz").write_bytes(packed)
    (HERE / f"{version}.digest").write_text(f"{digest}\n", encoding="utf-8")


def _certain_world(planner) -> World:
    """A world whose dice always pick what is there."""
    world = World(planner, 2)
    world.miss = 0.0
    return world


if __name__ == "__main__":
    make(sys.argv[1])
