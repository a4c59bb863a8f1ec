"""Names on a card of the board: broken into lines between names, never inside one."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from plplanner.records import record
from plplanner.ui.kit.theme import body_font

# A line runs from left to right; a name in between keeps its own direction.
_FROM_LEFT, _ISOLATED, _END = "\u200e", "\u2068", "\u2069"


@record(frozen=True)
class Names:
    """Names with their widths in pixels, and those of a comma and of “ and 88 more”."""

    names: tuple[str, ...]
    widths: tuple[int, ...]
    comma: int
    more: int

    def fit(self, width: int, *, most: int) -> bool:
        """Whether all of them stand on so many lines of this width."""
        return all(wide <= width for wide in self.widths) and len(self.broken(width)) <= most

    def broken(self, width: int) -> list[list[int]]:
        """The places of the names, line by line."""
        lines: list[list[int]] = []
        used = 0
        for place, wide in enumerate(self.widths):
            if lines and used + wide + self.comma <= width:
                lines[-1].append(place)
                used += wide + self.comma
            else:
                lines.append([place])
                used = wide + self.comma
        return lines

    def lines(self, width: int, *, most: int) -> list[str]:
        """What is written; where not all fit, the last line ends “and 2 more”."""
        broken = self.broken(width)
        if len(broken) <= most:
            return [self._joined(line, is_last=line is broken[-1]) for line in broken]
        kept = broken[: max(1, most)]
        last = kept[-1]
        while len(last) > 1 and sum(self.widths[one] + self.comma for one in last) > (
            width - self.more
        ):
            last.pop()
        left = len(self.names) - last[-1] - 1
        lines = [self._joined(line, is_last=line is last) for line in kept]
        return [*lines[:-1], f"{lines[-1]} and {left} more"]

    def _joined(self, line: Sequence[int], *, is_last: bool) -> str:
        words = ", ".join(f"{_ISOLATED}{self.names[one]}{_END}" for one in line)
        return f"{_FROM_LEFT}{words}{'' if is_last else ','}"


def widths_of(names: Sequence[str], letters: int) -> Names:
    """Names measured in letters of this size."""
    metrics = QFontMetrics(body_font(letters))
    return Names(
        tuple(names),
        tuple(metrics.horizontalAdvance(name) + 1 for name in names),
        metrics.horizontalAdvance(", ") + 1,
        metrics.horizontalAdvance(" and 88 more"),
    )
