"""Drawers with a file in them, for the tests of their parts."""

from plplanner.importing.read_file import read_files, read_gradebook
from plplanner.ui.screens.importing.viewmodel import ImportDrawer

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


class ReaderHere:
    """Reads in the test itself: a process for every test would take too long."""

    def read(self, *, file_name, content):
        return read_gradebook(file_name=file_name, content=content)

    def read_all(self, *, name, files):
        return read_files(name=name, files=files)

    def end(self):
        """There is nothing to end."""


def a_drawer(stage, qtbot, path):
    drawer = ImportDrawer(stage)
    drawer.new_reader = ReaderHere
    drawer.be_shown(True)
    wait_for(drawer, qtbot, lambda: drawer.take_file(path))
    return drawer


def wait_for(drawer, qtbot, act):
    """Do something and wait until the drawer has thought about it."""
    act()
    qtbot.waitUntil(lambda: not drawer.is_thinking, timeout=3000)
