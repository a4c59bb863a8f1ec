"""`python -m plplanner`: the command line; without a verb, the window."""

import sys

from plplanner.cli.main import main as run_command_line
from plplanner.cli.main import surroundings_of_this_run


def main() -> None:
    """Run plplanner with the words of this process and leave with its exit code."""
    sys.exit(run_command_line(sys.argv[1:], surroundings_of_this_run()))


if __name__ == "__main__":
    main()
