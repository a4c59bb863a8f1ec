import json
import sys
from datetime import time
from pathlib import Path

import pytest

from plplanner.assets import asset
from plplanner.rotation.lesson_clock import LessonMoment, LessonPart
from plplanner.ui.screens.rotation.board import chime
from plplanner.ui.screens.rotation.board.chime import Chime, is_time_to_ring, ring


def moment(part, number=1, *, is_paused=False):
    return LessonMoment(part, number, time(9), time(10), 60, 0.5, is_paused)


def test_it_rings_when_a_round_begins_or_ends_and_never_within_one():
    go, move, back = (LessonPart.ROUND, LessonPart.MOVE, LessonPart.RETURN)
    assert is_time_to_ring(moment(move), moment(go))
    assert is_time_to_ring(moment(go), moment(move, 2))
    assert is_time_to_ring(moment(go), moment(back, None))
    assert not is_time_to_ring(moment(go), moment(go))
    assert not is_time_to_ring(moment(back, None), moment(LessonPart.CLOSE, None))
    assert not is_time_to_ring(None, moment(go))
    assert not is_time_to_ring(moment(move), moment(go, is_paused=True))


@pytest.fixture
def heard(monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name, **_: str(tmp_path / name))
    return []


def test_it_is_off_until_asked_for_then_heard_at_once_and_remembered(heard):
    chime = Chime(lambda: heard.append("ring"))
    for part in (LessonPart.MOVE, LessonPart.ROUND):
        chime.look(moment(part))
    assert (chime.is_on, heard) == (False, [])
    chime.toggle()
    assert (Chime().is_on, heard) == (True, ["ring"])
    chime.look(moment(LessonPart.MOVE, 2))
    assert heard == ["ring", "ring"]
    chime.toggle()
    assert (Chime().is_on, len(heard)) == (False, 2)


def test_what_cannot_be_read_means_no_chime(heard, tmp_path):
    folder = tmp_path / "plplanner"
    folder.mkdir()
    for words in ("no json", json.dumps([1]), json.dumps({"chime": "yes"})):
        (folder / "board.json").write_text(words)
        assert not Chime().is_on


def test_a_player_of_the_computer_is_given_the_sound_else_it_beeps(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    played, beeps = [], []
    start = staticmethod(lambda program, words: (bool(played.append((program, *words))) or True, 1))
    monkeypatch.setattr(chime.QProcess, "startDetached", start)
    monkeypatch.setattr(chime.QApplication, "beep", staticmethod(lambda: beeps.append(1)))
    find = chime.QStandardPaths
    monkeypatch.setattr(find, "findExecutable", staticmethod(lambda name: name == "aplay" and name))
    ring()
    assert played == [("aplay", str(asset("sounds", "chime.wav")))]
    monkeypatch.setattr(find, "findExecutable", staticmethod(lambda _name: ""))
    ring()
    assert (len(played), beeps) == (1, [1])
    assert Path(played[0][1]).stat().st_size < 100_000
