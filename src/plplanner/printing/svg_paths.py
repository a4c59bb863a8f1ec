"""Icons, symbols and patterns go on paper as drawn: a reader for the SVG these files use.

The subset: path (M L H V C S A Z, absolute and relative), rect, circle, g with opacity; no
transforms, no styles. Anything else raises ValueError, so a new drawing cannot print wrongly
unnoticed.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from plplanner.records import record

Point: TypeAlias = tuple[float, float]

_COMMAND = re.compile(r"([MmLlHhVvCcSsAaZz])([^A-Za-z]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


@record(frozen=True)
class Step:
    """One part of a path: `m` and `l` with one point, `c` with three, `h` closes with none."""

    operator: str
    points: tuple[Point, ...] = ()


@record(frozen=True)
class Shape:
    """One path with its ink; `fill` and `stroke` are `#RRGGBB`, `currentColor` or None."""

    steps: tuple[Step, ...]
    fill: str | None
    stroke: str | None
    stroke_width: float
    round_caps: bool
    round_joins: bool


@record(frozen=True)
class Drawing:
    """A whole SVG file; width and height in its own units, y downward."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def read_svg(path: Path) -> Drawing:
    """Read one of our own SVG files."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    if (left, top) != (0, 0):
        raise ValueError(f"{path.name}: the view box must start at 0 0")
    return Drawing(width, height, tuple(_shapes(root, _ROOT)))


_ROOT = Shape((), "#000000", None, 1.0, False, False)


def _shapes(element: ElementTree.Element, inherited: Shape) -> Iterator[Shape]:
    tag = element.tag.rpartition("}")[2]
    ink = _ink(element, inherited)
    if "transform" in element.attrib:
        raise ValueError("transforms are not read")
    if tag in {"svg", "g"}:
        for child in element:
            yield from _shapes(child, ink)
    elif tag == "path":
        yield replace(ink, steps=tuple(path_steps(element.attrib["d"])))
    elif tag == "rect":
        yield replace(ink, steps=tuple(_rect(element)))
    elif tag == "circle":
        yield replace(ink, steps=tuple(_circle(element)))
    else:
        raise ValueError(f"<{tag}> is not read")


def _ink(element: ElementTree.Element, inherited: Shape) -> Shape:
    found = element.attrib
    fill = found.get("fill", inherited.fill)
    stroke = found.get("stroke", inherited.stroke)
    return replace(
        inherited,
        fill=None if fill == "none" else fill,
        stroke=None if stroke == "none" else stroke,
        stroke_width=float(found.get("stroke-width", inherited.stroke_width)),
        round_caps=found["stroke-linecap"] == "round"
        if "stroke-linecap" in found
        else inherited.round_caps,
        round_joins=found["stroke-linejoin"] == "round"
        if "stroke-linejoin" in found
        else inherited.round_joins,
    )


def _rect(element: ElementTree.Element) -> Iterator[Step]:
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    width, height = float(element.attrib["width"]), float(element.attrib["height"])
    yield Step("m", ((x, y),))
    for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
        yield Step("l", (corner,))
    yield Step("h")


def _circle(element: ElementTree.Element) -> Iterator[Step]:
    x, y, r = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
    yield Step("m", ((x + r, y),))
    yield from _arc((x + r, y), (r, r), large=True, sweep=True, end=(x - r, y))
    yield from _arc((x - r, y), (r, r), large=True, sweep=True, end=(x + r, y))
    yield Step("h")


def path_steps(path: str) -> Iterator[Step]:
    """The steps of a path's `d`, absolute; H, V, S and A become lines and curves."""
    here: Point = (0.0, 0.0)
    start: Point = here
    handle: Point | None = None
    for letter, numbers in _commands(path):
        absolute = letter.isupper()
        drawn = tuple(_drawn(letter.upper(), numbers, here, absolute, handle))
        handle = drawn[-1].points[1] if letter.upper() in "CS" else None
        for step in drawn:
            if step.points:
                here = step.points[-1]
            if step.operator == "m":
                start = here
            if step.operator == "h":
                here = start
            yield step


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    for letter, tail in _COMMAND.findall(path):
        arity = _ARITY[letter.upper()]
        numbers = _flagged(tail) if letter in "Aa" else [float(n) for n in _NUMBER.findall(tail)]
        if arity == 0:
            yield letter, []
            continue
        if not numbers or len(numbers) % arity:
            raise ValueError(f"{letter}{tail} does not hold full steps")
        for place in range(0, len(numbers), arity):
            # Further pairs after a move are lines (SVG 2, 9.3.3).
            follows = place and letter in "Mm"
            yield ("Ll"["Mm".index(letter)] if follows else letter), numbers[place : place + arity]


def _flagged(tail: str) -> list[float]:
    """Numbers of an arc, whose two flags may stand without a space between them."""
    numbers: list[float] = []
    place = 0
    while match := re.compile(r"[\s,]*").match(tail, place):
        place = match.end()
        flag = len(numbers) % 7 in {3, 4}
        number = (re.compile("[01]") if flag else _NUMBER).match(tail, place)
        if number is None:
            break
        numbers.append(float(number.group()))
        place = number.end()
    return numbers


def _drawn(
    letter: str, numbers: list[float], here: Point, absolute: bool, handle: Point | None
) -> Iterator[Step]:
    dx, dy = (0.0, 0.0) if absolute else here
    pairs = [(x + dx, y + dy) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
    if letter in "ML":
        yield Step(letter.lower(), (pairs[0],))
    elif letter == "H":
        yield Step("l", ((numbers[0] + dx, here[1]),))
    elif letter == "V":
        yield Step("l", ((here[0], numbers[0] + dy),))
    elif letter == "C":
        yield Step("c", tuple(pairs))
    elif letter == "S":
        mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1]) if handle else here
        yield Step("c", (mirrored, *pairs))
    elif letter == "A":
        end = (numbers[5] + dx, numbers[6] + dy)
        radii = (numbers[0], numbers[1])
        yield from _arc(here, radii, large=bool(numbers[3]), sweep=bool(numbers[4]), end=end)
    else:
        yield Step("h")


def _arc(here: Point, radii: Point, *, large: bool, sweep: bool, end: Point) -> Iterator[Step]:
    """A circular arc as Bézier curves of at most a quarter turn (SVG 2, B.2.4; rx = ry here)."""
    if radii[0] != radii[1]:
        raise ValueError("only circular arcs are read")
    span = math.dist(here, end)
    radius = max(radii[0], span / 2)
    middle = ((here[0] + end[0]) / 2, (here[1] + end[1]) / 2)
    rise = math.sqrt(max(0.0, radius**2 - (span / 2) ** 2)) * (-1 if large == sweep else 1)
    along = ((end[0] - here[0]) / span, (end[1] - here[1]) / span)
    centre = (middle[0] - along[1] * rise, middle[1] + along[0] * rise)
    first = math.atan2(here[1] - centre[1], here[0] - centre[0])
    last = math.atan2(end[1] - centre[1], end[0] - centre[0])
    turn = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    reach = 4 / 3 * math.tan(turn / pieces / 4) * radius
    for piece in range(pieces):
        a, b = first + turn * piece / pieces, first + turn * (piece + 1) / pieces
        start = (centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a))
        stop = (centre[0] + radius * math.cos(b), centre[1] + radius * math.sin(b))
        yield Step(
            "c",
            (
                (start[0] - reach * math.sin(a), start[1] + reach * math.cos(a)),
                (stop[0] + reach * math.sin(b), stop[1] - reach * math.cos(b)),
                stop,
            ),
        )
