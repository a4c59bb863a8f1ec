"""Once a second, on the second: what a timer on the screen needs and no more."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_SOONEST = 20  # milliseconds; a second that has just begun is not told twice


class Ticking(QObject):
    """Tells of every second between `start` and `stop`."""

    ticked = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        """`clock` says what second it is."""
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    @property
    def is_on(self) -> bool:
        """Whether the next second is waited for."""
        return self._timer.isActive()

    def start(self) -> None:
        """Wait for the next second."""
        self._timer.start(max(_SOONEST, 1000 - self._clock().microsecond // 1000))

    def stop(self) -> None:
        """Be quiet."""
        self._timer.stop()

    def _tick(self) -> None:
        self.start()
        self.ticked.emit()
