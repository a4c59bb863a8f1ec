"""`python -m plplanner`: the window; with a verb, the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from plplanner.cli.main import carry_out_kindly, surroundings_of_this_run
from plplanner.cli.main import main as run_command_line
from plplanner.cli.surroundings import Surroundings


def main() -> None:
    """Run plplanner with the words of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:], surroundings_of_this_run()))


def run(words: Sequence[str], around: Surroundings) -> int:
    """The window for no words or a planner's name, else the verb; returns the exit code."""
    if not words or words[0].endswith(".plplanner"):
        return carry_out_kindly(lambda: _open_window(words), around)
    return run_command_line(words, around)


def _open_window(words: Sequence[str]) -> int:
    from plplanner.app import start_window  # noqa: PLC0415 - verbs do not wait for the window

    return start_window(Path(words[0]) if words else None)


if __name__ == "__main__":
    main()
