"""The pair of Python and PySide6 in use keeps its references to None.

PySide6 6.12.0 drops one on nearly every call that returns None. From Python 3.12 None is immortal;
before, the process dies after some thousand calls: “none_dealloc: deallocating None”.
"""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]

CALLS_THAT_RETURN_NONE = """
import sys
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

calls = int(sys.argv[1])
app = QApplication([])
label, image = QLabel(), QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
before = sys.getrefcount(None)
for _ in range(calls // 2):
    label.setText("x")
    painter.drawRect(1, 1, 2, 2)
painter.end()
print(sys.getrefcount(None) - before)
"""


def change_in_references_to_none(calls):
    """In a child process, because the broken pair ends the process that tries it."""
    child = subprocess.run(
        [sys.executable, "-I", "-c", CALLS_THAT_RETURN_NONE, str(calls)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return int(child.stdout)


def is_deadly(python, qt):
    return python < (3, 12) and tuple(int(part) for part in qt.split(".")[:2]) >= (6, 12)


@pytest.mark.parametrize("package", ["PySide6-Essentials", "shiboken6"])
def test_installed_qt_does_not_kill_this_python(package):
    assert not is_deadly(sys.version_info[:2], version(package))


def test_the_deadly_pair_is_told_from_the_sound_ones():
    assert is_deadly((3, 11), "6.12.0")
    assert not is_deadly((3, 11), "6.11.3")
    assert not is_deadly((3, 12), "6.12.0")


@pytest.mark.long
def test_thousands_of_qt_calls_lose_no_reference_to_none():
    assert change_in_references_to_none(20_000) > -100


@pytest.mark.long
def test_two_hundred_thousand_qt_calls_lose_no_reference_to_none():
    assert change_in_references_to_none(200_000) > -100


@pytest.mark.parametrize("package", ["PySide6-Essentials", "shiboken6"])
@pytest.mark.parametrize(
    ("python", "pinned"),
    [("3.11", "6.11.3"), ("3.12", "6.12.0"), ("3.13", "6.12.0"), ("3.14", "6.12.0")],
)
def test_constraints_pin_a_sound_pair_for_each_python(package, python, pinned):
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line.startswith(f"{package}==")]
    fitting = [pin for pin in pins if pin.marker.evaluate({"python_version": python})]
    assert [str(pin.specifier) for pin in fitting] == [f"=={pinned}"]
