"""Runs the commands that README.md shows and writes what they print beneath them.

`python -m docs.make_transcript` from the checkout. A line `…` ends an excerpt: the lines before it
are renewed, as many as there were. tests/test_docs.py fails when README.md is not current.
"""

import contextlib
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from docs.on_a_fixed_evening import printed_by

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_PROMPT = "$ ./run "
_MORE = "…"


def renewed(text: str) -> str:
    """The document with every console block run again, in order, in one empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "resources" / "sample", Path(folder) / "resources" / "sample")
        with contextlib.chdir(folder):
            return _BLOCK.sub(lambda block: "".join(_renewed_block(block[0])), text)


def _renewed_block(block: str) -> Iterator[str]:
    for part in filter(None, re.split(rf"(?m)^(?={re.escape(_PROMPT)})", block)):
        command, *shown = part.splitlines()
        printed = printed_by(shlex.split(command.removeprefix(_PROMPT))).splitlines()
        if shown and shown[-1] == _MORE:
            printed = [*printed[: len(shown) - 1], _MORE]
        yield "".join(f"{line}\n" for line in (command, *printed))


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
