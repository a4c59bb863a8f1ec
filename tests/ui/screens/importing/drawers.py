"""Drawers with a file in them, for the tests of their parts."""

from plplanner.ui.screens.importing.viewmodel import ImportDrawer
from tests.importing.reader_here import ReaderHere

GRADES = (
    "Student,ID,Section,Exit 3.NF.1 (11),Quiz (12),Current Score\n"
    "Points Possible,,,5,10,(read only)\n"
    '"Amara, Ola",30412,G3,3,7,78\n"García, <b>Ana",30366,G3,2,11,54\n'
    '"Kimani, Joy",30389,G3,EX,,52\n'
)


def a_file(folder, text=GRADES, name="grades.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def a_drawer(stage, qtbot, path):
    drawer = ImportDrawer(stage)
    drawer.reading.new_reader = ReaderHere
    drawer.be_shown(True)
    wait_for(drawer, qtbot, lambda: drawer.take_file(path))
    return drawer


def wait_for(drawer, qtbot, act):
    """Do something and wait until the drawer has thought about it."""
    act()
    qtbot.waitUntil(lambda: not drawer.is_thinking, timeout=3000)
