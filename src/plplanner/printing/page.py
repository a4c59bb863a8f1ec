"""A page in hundredths of an inch, measured from its top left corner, as sheets are designed.

Ink, rules, boxes, stamps and crop marks; the only module that knows reportlab's canvas whole.
"""

from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from plplanner.printing.drawings import Drawings
from plplanner.printing.fonts import Weight
from plplanner.printing.text import Align, Typesetter, draw_text
from plplanner.terms import Paper

POINTS = 0.72  # points in a hundredth of an inch
INK = 0x11 / 255
MARGIN = 45.0
_SIZES = {Paper.LETTER: (850.0, 1100.0), Paper.A4: (210 / 0.254, 297 / 0.254)}
# Where the baseline stands in a line: the middle of Atkinson's ascent (984) and descent (316).
_RISE = 0.334


class NeutralHead(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The document's head: a title, and nothing about who made it or when."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The head as reportlab writes it into the file."""
        fields = {"Title": pdfdoc.PDFString(self.title)}
        return bytes(pdfdoc.PDFDictionary(fields).format(document))


@dataclass
class Sheets:
    """One document being drawn; start a page, draw on it, finish with `pdf`."""

    canvas: Canvas
    paper: Paper
    type: Typesetter
    drawings: Drawings
    buffer: BytesIO
    width: float = 0.0
    height: float = 0.0
    _started: bool = False

    @property
    def portrait(self) -> tuple[float, float]:
        """Width and height of an upright page."""
        return _SIZES[self.paper]

    def start_page(self, *, landscape: bool = False) -> None:
        """Begin a new page."""
        if self._started:
            self.canvas.showPage()
        short, tall = _SIZES[self.paper]
        self.width, self.height = (tall, short) if landscape else (short, tall)
        self.canvas.setPageSize((self.width * POINTS, self.height * POINTS))
        self.canvas.addLiteral(f"{INK:.3f} g {INK:.3f} G 1 J")
        self._started = True

    def pdf(self) -> bytes:
        """The finished document."""
        if not self._started:
            self.start_page()
        for font in self.type.fonts.used():
            self.canvas._doc.delayedFonts.append(font)
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def text(
        self,
        text: str,
        *,
        x: float,
        top: float,
        leading: float,
        size: float,
        weight: Weight = Weight.REGULAR,
        align: Align = Align.LEFT,
        grey: float | None = None,
        max_width: float | None = None,
    ) -> float:
        """One line whose line box is `leading` tall; the width drawn."""
        baseline = top + leading / 2 + size * _RISE
        if grey is not None:
            self.canvas.addLiteral(f"{grey:.3f} g")
        drawn = draw_text(
            self.canvas,
            self.type,
            text,
            x=x * POINTS,
            y=(self.height - baseline) * POINTS,
            size=size * POINTS,
            weight=weight,
            align=align,
            max_width=None if max_width is None else max_width * POINTS,
        )
        if grey is not None:
            self.canvas.addLiteral(f"{INK:.3f} g")
        return drawn / POINTS

    def rule(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        width: float = 1.0,
        grey: float = INK,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A straight line, `width` thick."""
        pattern = "" if dash is None else f"[{_pt(dash[0])} {_pt(dash[1])}] 0 d "
        self.canvas.addLiteral(
            f"q 0 J {pattern}{grey:.3f} G {_pt(width)} w {self._at(x, y)} m "
            f"{self._at(to_x, to_y)} l S Q"
        )

    def frame(
        self, x: float, y: float, width: float, height: float, *, radius: float, line: float
    ) -> None:
        """A rectangle with round corners whose outer edge is the given box."""
        form = self.drawings.frame(width, height, radius=radius, line=line)
        self.stamp(form, x, y, 1, height=height)

    def tick_box(self, x: float, y: float, *, round_: bool = False) -> None:
        """An empty box (or circle) to tick, 18 wide."""
        self.frame(x, y, 18, 18, radius=9 if round_ else 4, line=1.3)

    def stamp(self, form: str, x: float, y: float, scale: float, *, height: float) -> None:
        """Stamp a form with its top left at (x, y); `scale` and `height` as on paper."""
        zoom = scale * POINTS
        self.canvas.addLiteral(f"q {zoom:.4f} 0 0 {zoom:.4f} {self._at(x, y + height)} cm")
        self.canvas.doForm(form)
        self.canvas.addLiteral("Q")

    def icon(self, name: str, x: float, y: float, size: float, *, stroke: float = 1.5) -> None:
        """A 20-unit icon in a square of `size`."""
        self.stamp(self.drawings.icon(name, stroke=stroke), x, y, size / 20, height=size)

    def _at(self, x: float, y: float) -> str:
        return f"{_pt(x)} {_pt(self.height - y)}"


def new_sheets(*, paper: Paper, title: str) -> Sheets:
    """An empty document: the same rows give the same bytes, and nobody's name is in its head."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0, lang="en", pdfVersion=(1, 5))
    # Flate alone: reportlab would also write every stream as ASCII, a quarter larger and slower.
    canvas._doc.defaultStreamFilters = [pdfdoc.PDFZCompress]
    canvas._doc.info = NeutralHead()
    canvas.setTitle(title)
    return Sheets(canvas, paper, Typesetter(), Drawings(canvas), buffer)


def _pt(value: float) -> str:
    return f"{value * POINTS:.2f}"
