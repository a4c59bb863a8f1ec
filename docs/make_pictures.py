"""Makes the pictures of README.md: the first page of each sheet of the sample class.

`python -m docs.make_pictures` from the checkout. Goes through the same verbs as a teacher does.
"""

import contextlib
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from docs.on_a_fixed_evening import printed_by

PICTURES = Path(__file__).parent / "pictures"
SHEETS = ("board", "slips", "cards")
_DAY = "2026-11-23"
_WIDTH, _COLOURS = 1100, 64


def make_pictures(folder: Path) -> None:
    """Write one PNG per sheet into `folder`."""
    with tempfile.TemporaryDirectory() as work, contextlib.chdir(work):
        planner = ("--planner", "sample.plplanner", "--class", "Math 3")
        printed_by(["sample", "sample.plplanner"])
        printed_by(["groups", *planner, "--save"])
        printed_by(["plan", *planner, "--date", _DAY, "--save"])
        for name in SHEETS:
            pdf = f"{name}.pdf"
            printed_by(["print", *planner, "--date", _DAY, "--sheets", name, "-o", pdf])
            _first_page(Path(pdf)).save(folder / f"{name}.png", optimize=True)


def _first_page(pdf: Path) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        picture = page.render(scale=_WIDTH / page.get_width()).to_pil().convert("RGB")
    # Few colours: sheets are drawn in flat ones, and the repository stays small.
    return picture.quantize(_COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    make_pictures(PICTURES)
