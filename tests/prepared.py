"""Planners that many tests start from: each made once, handed out as the bytes of its file."""

from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from plplanner.cli.main import main as command_line
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences
from plplanner.sample import add_sample_class
from plplanner.terms import Paper
from tests.builders import NOW, a_planner


@cache
def the_sample() -> bytes:
    """The sample class “Math 3”, no groups yet."""
    with TemporaryDirectory() as folder:
        with a_planner(Path(folder)) as planner:
            planner.do(add_sample_class, now=NOW)
        return planner.path.read_bytes()


@cache
def the_planned_sample() -> bytes:
    """The sample class in groups, with a rotation for Monday, November 23."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.plplanner"
        path.write_bytes(the_sample())
        around = Surroundings(NOW, Preferences(path.parent, Paper.LETTER), StringIO(), StringIO())
        where = ["--planner", str(path), "--class", "Math 3", "--save"]
        assert command_line(["groups", *where], around) == 0, around.err.getvalue()
        assert command_line(["plan", *where, "--date", "2026-11-23"], around) == 0
        return path.read_bytes()
