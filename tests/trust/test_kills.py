"""A program killed at any moment loses nothing it had said was saved, and leaves no half step."""

import time
from random import Random

import pytest

from tests.trust import hooks
from tests.trust.kill import Writer


def survive_kills(folder, *, kills, seed):
    """Kill a writer so often, checking the file after each; a fresh file every ten kills."""
    dice, path, known = Random(seed), folder / "t.db", {}
    for number in range(kills):
        if number % 10 == 0:
            path, known = folder / f"{number}.db", {}
        writer = Writer(lambda path=path, number=number: hooks.edit(path, number, 1000))
        writer.wait_for_acks(dice.choice((0, 1, 2, 5, 12)))
        time.sleep(dice.random() * 0.1)
        promised = known | writer.kill()
        found = hooks.verify(path)
        assert (found["integrity"], found["invariant"]) == ("ok", "ok")
        assert promised.items() <= found["rows"].items()
        assert len(found["rows"]) <= len(promised) + 1
        known = found["rows"]
    return known


@pytest.mark.long
def test_five_kills_lose_nothing(tmp_path):
    assert survive_kills(tmp_path, kills=5, seed=1)


@pytest.mark.long
def test_a_hundred_kills_lose_nothing(tmp_path):
    assert survive_kills(tmp_path, kills=100, seed=2)
