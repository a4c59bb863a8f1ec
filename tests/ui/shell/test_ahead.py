import sys
from importlib.util import find_spec

from PySide6.QtCore import QObject

from plplanner.ui.shell.ahead import MODULES, LoadAhead


def test_modules_come_one_by_one_and_then_the_last_thing_happens(application, qtbot):
    parent, done = QObject(), []
    ahead = LoadAhead(
        parent, then=lambda: done.append(True), modules=["colorsys", "this_is_not"][:1]
    )
    assert not ahead.is_done
    qtbot.waitUntil(lambda: bool(done), timeout=2000)
    assert ahead.is_done
    assert "colorsys" in sys.modules


def test_every_module_in_the_list_is_there():
    assert [name for name in MODULES if find_spec(name) is None] == []
