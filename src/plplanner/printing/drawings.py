"""Every icon, symbol, pattern and QR symbol is drawn once per document and then stamped.

Lengths are hundredths of an inch unless a name says points; forms have y downward inside.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from plplanner.assets import asset
from plplanner.printing.qr import QrSymbol, qr_symbol
from plplanner.printing.svg_paths import Drawing, Shape, Step, read_svg
from plplanner.terms import GroupIdentity

INK = "#111111"
_WHITE = "#FFFFFF"
_PATTERN_LINE = 1.3
_OUTLINE = 1.5
_TILE = 8.0


@dataclass
class Drawings:
    """The drawings of one document. `canvas` is reportlab's."""

    canvas: Canvas
    _names: dict[object, str] = field(default_factory=dict)
    _files: dict[str, Drawing] = field(default_factory=dict)
    _symbols: dict[str, QrSymbol | None] = field(default_factory=dict)

    def icon(self, name: str, *, stroke: float = 1.5) -> str:
        """The form of a 20-unit icon with lines of the given width."""
        shapes = [
            replace(shape, stroke=INK, stroke_width=stroke)
            for shape in self._read("icons", name).shapes
        ]
        return self._form(("icon", name, stroke), (20.0, 20.0), lambda: _draw(shapes))

    def symbol(self, group: GroupIdentity) -> str:
        """The form of a 24-unit group symbol; the second set of identities in outline."""
        shapes = self._read("symbols", group.symbol).shapes
        parts = list(_outlined(shapes)) if group.outline else list(shapes)
        return self._form(("symbol", group.symbol, group.outline), (24, 24), lambda: _draw(parts))

    def band(self, group: GroupIdentity, *, width: float, height: float, scale: float) -> str:
        """The form of a hatch band: the group's colour at half strength under black lines."""
        tile = self._read("symbols", group.hatch).shapes[1:]
        key = ("band", group.hatch, group.colour, width, height, scale)
        return self._form(
            key,
            (width, height),
            lambda: _band(tile, half_strength(group.colour), width, height, scale),
        )

    def frame(self, width: float, height: float, *, radius: float, line: float) -> str:
        """The form of an empty rectangle with round corners; its line lies inside."""
        key = ("frame", width, height, radius, line)
        return self._form(key, (width, height), lambda: _frame(width, height, radius, line))

    def qr(self, address: str) -> tuple[str, QrSymbol] | None:
        """The form of a QR symbol, one unit per module, or None when the address is too long."""
        if address not in self._symbols:
            self._symbols[address] = qr_symbol(address)
        symbol = self._symbols[address]
        if symbol is None:
            return None
        side = symbol.modules
        name = self._form(("qr", address), (side, side), lambda: _modules(symbol))
        return name, symbol

    def _read(self, folder: str, name: str) -> Drawing:
        if name not in self._files:
            self._files[name] = read_svg(asset(folder, f"{name}.svg"))
        return self._files[name]

    def _form(
        self, key: object, size: tuple[float, float], draw: Callable[[], Iterator[str]]
    ) -> str:
        if key not in self._names:
            name = f"d{len(self._names) + 1}"
            flip = f"1 0 0 -1 0 {_number(size[1])} cm\n"
            form = pdfdoc.PDFStream(content=(flip + "\n".join(draw())).encode("ascii"))
            form.dictionary.dict.update(
                Type=pdfdoc.PDFName("XObject"),
                Subtype=pdfdoc.PDFName("Form"),
                BBox=pdfdoc.PDFArray([0, 0, *(round(side, 3) for side in size)]),
                Resources=pdfdoc.PDFDictionary({}),
            )
            self.canvas._doc.addForm(name, form)
            self._names[key] = name
        return self._names[key]


def half_strength(colour: str | None) -> str:
    """The colour at 50 % on white, so that black lines and pencil show; None stays white."""
    if colour is None:
        return _WHITE
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round((part + 255) / 2):02X}" for part in parts)


def _outlined(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    """The same symbol in outline: white inside, black edge, white details turned black."""
    for shape in shapes:
        if shape.fill == INK:
            yield replace(shape, fill=_WHITE, stroke=INK, stroke_width=_OUTLINE, round_joins=True)
        elif _WHITE in (shape.fill, shape.stroke):
            yield replace(shape, fill=None, stroke=INK, stroke_width=_OUTLINE)
        elif shape.stroke_width > 2 * _OUTLINE:
            yield shape
            inner = shape.stroke_width - 2 * (_OUTLINE - 0.2)
            yield replace(shape, stroke=_WHITE, stroke_width=inner)
        else:
            yield shape


def _band(
    tile: tuple[Shape, ...], colour: str, width: float, height: float, scale: float
) -> Iterator[str]:
    size = _TILE * scale
    yield f"{_rgb(colour)} rg 0 0 {_number(width)} {_number(height)} re f"
    yield f"0 0 {_number(width)} {_number(height)} re W n"
    for shape in tile:
        ink = replace(
            shape,
            fill=INK if shape.fill else None,
            stroke=INK if shape.stroke else None,
            stroke_width=_PATTERN_LINE * scale,
        )
        steps = tuple(
            _moved(step, scale, column * size, row * size)
            for row in range(int(height / size) + 1)
            for column in range(int(width / size) + 1)
            for step in shape.steps
        )
        yield from _draw([replace(ink, steps=steps)])


def _frame(width: float, height: float, radius: float, line: float) -> Iterator[str]:
    near, far_x, far_y = line / 2, width - line / 2, height - line / 2
    turn = radius - near
    reach = turn * 0.44772  # a quarter circle as a Bézier curve: 1 - 0.55228
    x, y = (near, near + reach, near + turn), (near, near + reach, near + turn)
    right = (far_x, far_x - reach, far_x - turn)
    low = (far_y, far_y - reach, far_y - turn)
    steps = (
        Step("m", ((x[2], y[0]),)),
        Step("l", ((right[2], y[0]),)),
        Step("c", ((right[1], y[0]), (right[0], y[1]), (right[0], y[2]))),
        Step("l", ((right[0], low[2]),)),
        Step("c", ((right[0], low[1]), (right[1], low[0]), (right[2], low[0]))),
        Step("l", ((x[2], low[0]),)),
        Step("c", ((x[1], low[0]), (x[0], low[1]), (x[0], low[2]))),
        Step("l", ((x[0], y[2]),)),
        Step("c", ((x[0], y[1]), (x[1], y[0]), (x[2], y[0]))),
        Step("h"),
    )
    yield from _draw([Shape(steps, None, INK, line, True, True)])


def _moved(step: Step, scale: float, dx: float, dy: float) -> Step:
    return replace(step, points=tuple((x * scale + dx, y * scale + dy) for x, y in step.points))


def _modules(symbol: QrSymbol) -> Iterator[str]:
    side = symbol.modules
    yield f"1 g 0 0 {side} {side} re f 0 g"
    yield " ".join(f"{x} {y} {length} 1 re" for x, y, length in symbol.dark_runs()) + " f"


def _draw(shapes: list[Shape] | tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        if shape.fill:
            yield f"{_rgb(shape.fill)} rg"
        if shape.stroke:
            yield f"{_rgb(shape.stroke)} RG {_number(shape.stroke_width)} w"
            yield f"{int(shape.round_caps)} J {int(shape.round_joins)} j"
        yield from map(_operator, shape.steps)
        yield {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[
            (bool(shape.fill), bool(shape.stroke))
        ]


def _operator(step: Step) -> str:
    numbers = " ".join(f"{_number(x)} {_number(y)}" for x, y in step.points)
    return f"{numbers} {step.operator}".strip()


def _rgb(colour: str) -> str:
    return " ".join(_number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
