"""Make a verified copy of a planner, in the backups folder beside it."""

import argparse

from plplanner.cli.planner_of import add_planner_argument
from plplanner.cli.surroundings import Surroundings
from plplanner.store.planner_file import open_planner


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner backup`."""
    add_planner_argument(parser)


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Take the backup and say where it is. Works beside a program that has the planner open."""
    planner = open_planner(arguments.planner, now=around.now)
    try:
        backup = planner.back_up(now=around.now)
    finally:
        planner.close()
    around.say(f"Saved {backup}")
