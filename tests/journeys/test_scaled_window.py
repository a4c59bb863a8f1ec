"""Every room again on an enlarged screen: Qt takes the scale once, at the start of a process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = "tests/ui/test_every_room.py"


@pytest.mark.long
@pytest.mark.parametrize(("scale", "size"), [("2", "1280x720"), ("1.25", "125 %")])
def test_every_room_is_whole_and_sharp_on_an_enlarged_screen(scale, size, tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", ROOMS, "-m", "long", "-k", size.split()[0],
         "-p", "no:cacheprovider", "--basetemp", str(tmp_path / "rooms")],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout
