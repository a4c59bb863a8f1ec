import sys
from importlib.util import find_spec

from PySide6.QtCore import QObject, QTimer

from plplanner.ui.shell.ahead import MODULES, LoadAhead


def test_modules_come_one_by_one_and_then_the_rest_piece_by_piece(application, qtbot, monkeypatch):
    monkeypatch.setattr("plplanner.ui.shell.ahead._FIRST_AFTER", 0)
    parent, done = QObject(), []

    def two_pieces():
        done.append("first")
        yield
        done.append("second")

    ahead = LoadAhead(parent, then=two_pieces, modules=["colorsys"])
    assert not ahead.is_done
    seen = []
    ticks = QTimer(parent, interval=0)
    ticks.timeout.connect(lambda: seen.append(tuple(done)))
    ticks.start()
    qtbot.waitUntil(lambda: ahead.is_done, timeout=2000)
    assert "colorsys" in sys.modules
    assert ("first",) in seen, "the window had no turn between the pieces"
    assert done == ["first", "second"]


def test_every_module_in_the_list_is_there():
    assert [name for name in MODULES if find_spec(name) is None] == []
