"""The three drags of the window, made by a real pointer (see dragging.py)."""

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.prepared import the_planned_sample

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        shutil.which("Xvfb") is None or ctypes.util.find_library("Xtst") is None,
        reason="a real drag needs an X server: install xvfb and libxtst6",
    ),
]


@pytest.fixture(scope="module")
def display():
    """An X server of its own, which ends with the tests."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with server:
        yield f":{server.stdout.readline().decode().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def said(display, tmp_path_factory):
    path = tmp_path_factory.mktemp("dragged") / "sample.plplanner"
    path.write_bytes(the_planned_sample())
    around = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    ran = subprocess.run(
        [sys.executable, "-m", "tests.journeys.dragging", str(path)],
        cwd=ROOT,
        env={**around, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_a_student_is_dragged_to_another_group(said):
    drag = said["a_student_to_another_group"]
    (moved,) = set(drag["before"][0]) - set(drag["after"][0])
    assert moved in drag["after"][-1]
    assert drag["step"].startswith(f"Move {moved} to ")


def test_a_task_is_dragged_to_another_round_of_its_group(said):
    drag = said["a_task_to_another_round"]
    before, after = drag["before"][1], drag["after"][1]
    assert after == [before[2], before[1], before[0]]
    assert drag["step"] == "Swap rounds 1 and 3"
    on_the_way, there = drag["after"][-1]
    assert on_the_way.startswith("Maya is out")
    assert "rounds 1 and 3" in there


def test_an_item_is_dragged_further_down_its_playlist(said):
    drag = said["an_item_further_down"]
    first, *others = drag["before"]
    assert drag["after"] == [*others[:3], first, *others[3:]]
    assert drag["step"]
