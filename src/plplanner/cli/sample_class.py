"""Make a planner with the sample class: 28 invented students, scores, resources, playlists."""

import argparse
from pathlib import Path

from plplanner.cli.planner_of import planner_to_fill
from plplanner.cli.surroundings import Surroundings
from plplanner.problems import Problem
from plplanner.sample import add_sample_class


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner sample`."""
    parser.add_argument("planner", type=Path, help="where the new planner goes")


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Make the planner and say how to go on."""
    if arguments.planner.exists():
        raise Problem(
            f"There is already a file at “{arguments.planner}”. It was left as it is.",
            "Choose another name.",
        )
    with planner_to_fill(arguments.planner, around) as planner:
        planner.do(add_sample_class, now=around.now)
    around.say(f"Made {arguments.planner} with the sample class “Math 3”.")
    around.say(f'Next: plplanner groups --planner "{arguments.planner}" --class "Math 3" --save')
