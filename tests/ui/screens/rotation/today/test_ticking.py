from datetime import UTC, datetime

from PySide6.QtCore import QObject

from plplanner.ui.screens.rotation.today.ticking import Ticking

LATE_IN_A_SECOND = datetime(2026, 11, 23, 9, 0, 0, 985_000, tzinfo=UTC)


def test_the_next_second_is_told_when_it_begins(qtbot):
    owner = QObject()
    ticking = Ticking(lambda: LATE_IN_A_SECOND, owner)
    with qtbot.waitSignal(ticking.ticked, timeout=500):
        ticking.start()
    ticking.stop()
    assert not ticking._timer.isActive()
