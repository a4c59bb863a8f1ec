"""What a figure is, how it is measured, and how it is told."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

Act = Callable[[], object]
# Readies one run in a folder of its own; only the act it yields is timed.
Trial = Callable[[Path], AbstractContextManager[Act]]

RUNS = 7


@dataclass(frozen=True)
class Figure:
    """One thing that is measured: the work, and the floor beneath it.

    `at_most` bounds the median in `unit`; where `is_ratio`, it bounds median over floor instead.
    An act that answers a number has measured itself; otherwise it is timed from outside.
    """

    name: str
    workload: str
    at_most: float
    floor_is: str
    work: Trial
    floor: Trial
    unit: str = "s"
    is_ratio: bool = False


@dataclass(frozen=True)
class Measured:
    """The samples of one figure and of its floor, in seconds, in the order they were taken."""

    figure: Figure
    samples: tuple[float, ...]
    floor_samples: tuple[float, ...]

    @property
    def value(self) -> float:
        """The median of the samples."""
        return statistics.median(self.samples)

    @property
    def floor(self) -> float:
        """The median of the floor's samples."""
        return statistics.median(self.floor_samples)

    @property
    def holds(self) -> bool:
        """Whether the median keeps to what was asked."""
        judged = self.value / self.floor if self.figure.is_ratio else self.value
        return judged <= self.figure.at_most


def measured(figure: Figure, folder: Path, *, runs: int = RUNS) -> Measured:
    """Measure a figure: one warm-up, then work and floor in turn, so that both see one machine."""
    pairs = [
        (
            _seconds(figure.work, folder / f"{run}-work"),
            _seconds(figure.floor, folder / f"{run}-floor"),
        )
        for run in range(runs + 1)
    ]
    values, floors = zip(*pairs[1:], strict=True)
    return Measured(figure, values, floors)


def _seconds(trial: Trial, folder: Path) -> float:
    folder.mkdir(parents=True)
    with trial(folder) as act:
        began = perf_counter()
        answer = act()
        return answer if isinstance(answer, float) else perf_counter() - began


def as_json(result: Measured) -> Mapping[str, object]:
    """A measured figure in the shape other programs read."""
    figure = result.figure
    return {
        "name": figure.name,
        "value": _rounded(result.value),
        "unit": figure.unit,
        "floor": _rounded(result.floor),
        "floor_is": figure.floor_is,
        "ratio": round(result.value / result.floor, 2),
        "asked": f"{'ratio' if figure.is_ratio else 'value'} <= {figure.at_most:g}",
        "holds": result.holds,
        "runs": len(result.samples),
        "workload": figure.workload,
        "samples": [_rounded(sample) for sample in result.samples],
        "floor_samples": [_rounded(sample) for sample in result.floor_samples],
    }


def _rounded(seconds: float) -> float:
    return float(f"{seconds:.4g}")


def as_table(results: Sequence[Measured]) -> str:
    """Measured figures as a Markdown table, for people and for docs/benchmarks.md."""
    lines = [
        "| figure | workload | median | asked | holds | floor | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    for result in results:
        figure = result.figure
        lines.append(
            f"| `{figure.name}` | {figure.workload} | {_spoken(result.value, figure.unit)} "
            f"| {_asked(figure)} | {'yes' if result.holds else '**no**'} "
            f"| {_spoken(result.floor, figure.unit)}: {figure.floor_is} "
            f"| {result.value / result.floor:.3g} |"
        )
    return "\n".join(lines)


def _asked(figure: Figure) -> str:
    if figure.is_ratio:
        return f"≤ {figure.at_most:g} × floor"
    return f"≤ {figure.at_most:g} {figure.unit}"


def _spoken(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:.3g} {unit}"
    return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.3g} ms"
