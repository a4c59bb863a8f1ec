"""A power cut loses nothing that was acknowledged, whatever of the last step reached the disk."""

import struct
from collections import Counter
from random import Random

import pytest

from tests.trust import hooks
from tests.trust.kill import Writer, moments
from tests.trust.torn import SECTOR, torn


def survive_cuts(folder, *, cuts, seed):
    """Cut the power so often while a planner is filled; counts what was torn."""
    dice, seen = Random(seed), Counter()
    working, after = folder / "working", folder / "after"
    working.mkdir()
    after.mkdir()
    writer = Writer(lambda: hooks.edit(working / "t.db", 1, 100_000))
    writer.wait_for_acks(1)
    for moment in moments(writer, working, (dice.random() * 0.02 for _ in range(cuts))):
        files, what = torn(moment.files, "t.db", dice)
        seen[what] += 1
        for name, content in files.items():
            (after / name).write_bytes(content)
        found = hooks.verify(after / "t.db")
        assert (found["integrity"], found["invariant"]) == ("ok", "ok"), what
        assert moment.acked.items() <= found["rows"].items(), what
        assert len(found["rows"]) <= len(moment.acked) + 1
    writer.kill()
    return seen


@pytest.mark.long
def test_a_few_power_cuts_lose_nothing(tmp_path):
    assert survive_cuts(tmp_path, cuts=8, seed=1).total() == 8


@pytest.mark.long
def test_many_power_cuts_lose_nothing(tmp_path):
    seen = survive_cuts(tmp_path, cuts=200, seed=2)
    assert seen["pages"] >= 3
    assert seen["journal"] >= 3


def test_what_was_flushed_is_not_torn():
    size, page = 1024, bytes(range(256)) * 4
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", 1, 0, 1, SECTOR, size)
    record = struct.pack(">I", 1) + page + bytes(4)
    journal = head.ljust(SECTOR, b"\0") + record
    for seed in range(20):
        files, what = torn({"t.db": page, "t.db-journal": journal}, "t.db", Random(seed))
        assert what == "journal"
        assert files["t.db"] == page
        assert files["t.db-journal"][SECTOR:] == record
