"""Bring a planner back from a backup. What stands there now is kept beside it."""

import argparse
from pathlib import Path

from plplanner.cli.surroundings import Surroundings
from plplanner.store.planner_file import restore_planner


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner restore`."""
    parser.add_argument("backup", type=Path, help="the backup to go back to")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="PLANNER")


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Restore, and say where the earlier file is kept."""
    kept = restore_planner(arguments.backup, arguments.output, now=around.now)
    around.say(f"“{arguments.output.name}” is back as it was in {arguments.backup.name}.")
    if kept is not None:
        around.say(f"What stood there before is kept in “{kept}”.")
