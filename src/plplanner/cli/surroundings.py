"""What a verb finds around it: the clock, this computer's preferences, where to print."""

from collections.abc import Callable
from datetime import datetime
from typing import TextIO

from plplanner.importing.read_apart import FileReader
from plplanner.preferences import Preferences
from plplanner.records import record


@record(frozen=True)
class Surroundings:
    """Passed to every verb, so that a test can say what time it is and read what is printed.

    `new_reader` makes what reads one untrusted file.
    """

    now: datetime
    preferences: Preferences
    out: TextIO
    err: TextIO
    new_reader: Callable[[], FileReader] = FileReader

    def say(self, line: str = "") -> None:
        """Print a line for the person at the keyboard."""
        print(line, file=self.out)

    def remark(self, line: str) -> None:
        """Print a line that is not part of the answer."""
        print(line, file=self.err)
