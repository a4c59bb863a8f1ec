"""How much work an answer may cost, fixed beforehand; and how to stop it early."""

from collections.abc import Callable
from dataclasses import dataclass

UNITS_PER_SECOND = 1_000_000

Stop = Callable[[], bool]
# Told (objective, bound or None) whenever a better answer is in hand.
Progress = Callable[[int, int | None], None]


def never() -> bool:
    """Nobody asks to stop."""
    return False


@dataclass
class Work:
    """A budget of units, each about a microsecond on the machine it was calibrated on.

    Spending decides what is tried, never the clock: same problem, same work, same answer.
    `stop` is asked between pieces of work; once it said yes, `stopped` stays True.
    """

    limit: int
    stop: Stop = never
    spent: int = 0
    stopped: bool = False

    @property
    def left(self) -> int:
        """Units that may still be spent."""
        return max(0, self.limit - self.spent)

    def spend(self, units: int) -> None:
        """Note work done."""
        self.spent += units

    def ended(self) -> bool:
        """Whether to stop now: nothing left, or the caller asks."""
        return self.left == 0 or self.asked_to_stop()

    def asked_to_stop(self) -> bool:
        """Whether the caller asks to stop, now or before."""
        self.stopped = self.stopped or self.stop()
        return self.stopped

    def part(self, units: int) -> "Work":
        """A budget of at most `units` taken from what is left; give it back with `spend`."""
        return Work(limit=min(units, self.left), stop=self.asked_to_stop)


def seconds(amount: float) -> int:
    """The units that so many seconds stand for."""
    return round(amount * UNITS_PER_SECOND)
