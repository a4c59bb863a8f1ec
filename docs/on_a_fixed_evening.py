"""The command line on a fixed evening, so that what the documents show is the same every day."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from plplanner.cli.main import main
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences
from plplanner.terms import Paper

FRIDAY_EVENING = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)


def printed_by(words: Sequence[str]) -> str:
    """What plplanner prints for a command line that works; RuntimeError when it does not."""
    out, err = io.StringIO(), io.StringIO()
    here = Preferences(planner_folder=Path(), paper=Paper.LETTER)
    code = main(words, Surroundings(FRIDAY_EVENING, here, out, err))
    if code:
        raise RuntimeError(f"plplanner {' '.join(words)} ended with {code}: {err.getvalue()}")
    return out.getvalue()
