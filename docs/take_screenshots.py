"""Takes a picture of every room, light and dark, at the sizes teachers have.

    python docs/take_screenshots.py FOLDER

Made on a fresh planner with the sample class, its groups and a plan for the next Monday, in a
window nobody sees, so that the pictures are the same on every machine.
"""

import argparse
import os
import tempfile
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plplanner.assets import asset
from plplanner.cli.main import main as command_line
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences, RememberedWindow
from plplanner.store.planner_file import create_planner, open_planner
from plplanner.terms import Paper
from plplanner.ui.assembly import assemble
from plplanner.ui.shell.acts import ROOMS

NOW = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)
# The content of the window: a title bar takes 28 pixels of a screen.
SIZES = {"1366x768": (1366, 740), "1280x720": (1280, 692), "125percent": (1093, 586)}


def planned_sample(folder: Path) -> Path:
    """A planner with the sample class, groups and a plan for Monday."""
    path = folder / "sample.plplanner"
    around = Surroundings(NOW, Preferences(folder, Paper.LETTER), StringIO(), StringIO())
    where = ["--planner", str(path), "--class", "Math 3", "--save"]
    for words in (
        ["sample", str(path)],
        ["groups", *where],
        ["plan", *where, "--date", "2026-11-23"],
    ):
        if command_line(words, around) != 0:
            raise SystemExit(around.err.getvalue())
    return path


def main(target: Path) -> None:
    """Write ROOM-SIZE-MODE.png for every room, size and mode into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    application = QApplication(["plplanner"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        planner = open_planner(planned_sample(folder), now=NOW)
        empty = create_planner(folder / "empty.plplanner", now=NOW)
        for mode in ("light", "dark"):
            for size, (width, height) in SIZES.items():
                remembered = RememberedWindow(width=width, height=height, mode=mode)
                for shown, rooms in (
                    (planner, [*(room.key for room in ROOMS), "settings", "import"]),
                    (empty, ["welcome"]),
                ):
                    window = assemble(
                        application,
                        shown,
                        preferences=Preferences(folder, Paper.LETTER),
                        remembered=remembered,
                        clock=lambda: NOW,
                    )
                    window.show()
                    for room in rooms:
                        _open(window, room)
                        window.grab().save(str(target / f"{room}-{size}-{mode}.png"))
                    window.close()
                    window.deleteLater()
        planner.close()
        empty.close()


def _open(window: object, room: str) -> None:
    if room == "import":
        window.import_files([asset("sample", "gradebook.csv")])
    elif room != "welcome":
        window.open_room(room)
    # One answer asks for the next: a file is read, compared, shown; pages are made, then drawn.
    for _ in range(4):
        window.stage.jobs.wait()
        QTest.qWait(200)


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder", type=Path, help="where the pictures go")
    main(words.parse_args().folder)
