"""The fast hook for long fuzz runs: what a process does once is done before the cases fork off.

    python fuzzfiles.py --py tests/trust/warm_hooks.py:handle --seeddb SEED --kind csv --cases 20000

A case takes what the import takes; without this it also loads tables, readers and the workbook
library and prepares the mapping of rows, twice as much again. Make SEED anew after a migration
(`python tests/trust/hooks.py edit SEED 1 5`), or every case brings it up to date first.
"""

import gc
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for _place in (ROOT, ROOT / "src"):
    if str(_place) not in sys.path:
        sys.path.insert(0, str(_place))

from tests.trust import hooks  # noqa: E402 - the path comes first

_FILES = ROOT / "tests" / "gradebook_files"
_ONE_OF_EACH = ("canvas/*P2.csv", "blackboard/*.xls", "generic/*.xlsx", "oneroster/*.zip")


def warm_up():
    """One file of each kind is taken in, and one is refused, in a folder that goes again."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "song.csv").write_bytes(b"\x00\x01")
        samples = [next(_FILES.glob(pattern)) for pattern in _ONE_OF_EACH]
        for path in (*samples, work / "song.csv"):
            hooks.handle("import", path, work)
        hooks.handle("verify", work / "t.db", work)
    gc.collect()
    gc.freeze()  # children then share these pages instead of copying them


warm_up()
handle = hooks.handle
