"""What a verb finds around it: the clock, this computer's preferences, where to print."""

from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from plplanner.preferences import Preferences


@dataclass(frozen=True)
class Surroundings:
    """Passed to every verb, so that a test can say what time it is and read what is printed."""

    now: datetime
    preferences: Preferences
    out: TextIO
    err: TextIO

    def say(self, line: str = "") -> None:
        """Print a line for the person at the keyboard."""
        print(line, file=self.out)

    def remark(self, line: str) -> None:
        """Print a line that is not part of the answer."""
        print(line, file=self.err)
