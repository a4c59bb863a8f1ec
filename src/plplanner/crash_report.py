"""What is written down when the fault is ours: where it happened, never what was in it."""

import sys
import traceback
from datetime import datetime
from pathlib import Path

import platformdirs


def crash_report(fault: BaseException) -> str:
    """The kind of fault and the places it passed through, without values, names or messages."""
    kinds: list[str] = []
    cause: BaseException | None = fault
    while cause is not None and len(kinds) < 5:
        frames = traceback.extract_tb(cause.__traceback__)
        places = [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
        kinds.append("\n".join([type(cause).__name__, *places]))
        cause = cause.__cause__ or cause.__context__
    return "\ncaused by ".join(kinds)


def write_crash_report(fault: BaseException, now: datetime) -> Path | None:
    """Write the report into the folder for logs; None when even that is impossible."""
    folder = Path(platformdirs.user_log_dir("plplanner", appauthor=False))
    path = folder / f"crash {now:%Y-%m-%d %H.%M.%S}.txt"
    about = f"plplanner on Python {sys.version.split()[0]}, {sys.platform}\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(about + crash_report(fault) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path
