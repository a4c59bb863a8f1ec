"""A chime when it is time to move: off until the teacher wants it, and remembered then."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

from plplanner.assets import asset
from plplanner.preferences import remember_chime, remembers_chime
from plplanner.rotation.lesson_clock import LessonMoment, LessonPart

_PLAYERS = ("afplay", "paplay", "pw-play", "aplay")
_RINGS = (LessonPart.MOVE, LessonPart.ROUND, LessonPart.RETURN)


def is_time_to_ring(before: LessonMoment | None, now: LessonMoment | None) -> bool:
    """Whether a round has just begun or ended by the clock; not while it stands still."""
    if before is None or now is None or now.is_paused or now.part not in _RINGS:
        return False
    return (before.part, before.round_number) != (now.part, now.round_number)


def ring() -> None:
    """Play the chime with what this computer has; without a player its own beep."""
    sound = str(asset("sounds", "chime.wav"))
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - there only on Windows

        winsound.PlaySound(sound, winsound.SND_FILENAME | winsound.SND_ASYNC)
        return
    player = next((one for one in _PLAYERS if QStandardPaths.findExecutable(one)), "")
    if not player or not QProcess.startDetached(player, [sound])[0]:
        QApplication.beep()


class Chime:
    """Whether the board rings; asked of this computer once, told it when that changes."""

    def __init__(self, sound: Callable[[], object] = ring) -> None:
        """`sound` makes it heard."""
        self._sound = sound
        self.is_on = remembers_chime()
        self._before: LessonMoment | None = None

    def toggle(self) -> None:
        """On, it is heard at once."""
        self.is_on = not self.is_on
        remember_chime(self.is_on)
        if self.is_on:
            self._sound()

    def look(self, now: LessonMoment | None) -> None:
        """Ring if it is time."""
        if self.is_on and is_time_to_ring(self._before, now):
            self._sound()
        self._before = now
