"""Make the sheets of a saved plan as one PDF: board, slips, cards."""

import argparse
from pathlib import Path

from plplanner.cli.day_argument import add_date_argument
from plplanner.cli.lesson import remember_sheets, sheets, sheets_there
from plplanner.cli.planner_of import add_class_argument, add_planner_argument, existing_planner
from plplanner.cli.save_file import save_file
from plplanner.cli.surroundings import Surroundings
from plplanner.printing.lesson_paper import Sheet
from plplanner.problems import Problem
from plplanner.roster.queries import class_named
from plplanner.terms import Paper

SHEETS = tuple(sheet.value for sheet in Sheet if sheet is not Sheet.SUBSTITUTE)
# Her pages are for the day that was handed over.
_ALL = (*SHEETS, Sheet.SUBSTITUTE.value)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner print`."""
    add_planner_argument(parser)
    add_class_argument(parser)
    add_date_argument(parser, required=True)
    parser.add_argument(
        "--sheets",
        help=f"which of {', '.join(_ALL)}, with commas between; else all the day has",
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf")
    add_paper_argument(parser)


def add_paper_argument(parser: argparse.ArgumentParser) -> None:
    """`--paper letter` or `--paper a4`."""
    parser.add_argument("--paper", choices=[paper.value for paper in Paper])


def paper_of(arguments: argparse.Namespace, around: Surroundings) -> Paper:
    """The paper asked for, else the one this computer's country loads."""
    return Paper(arguments.paper) if arguments.paper else around.preferences.paper


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Write the PDF and say where it is."""
    asked = ",".join(SHEETS) if arguments.sheets is None else arguments.sheets
    names = tuple(name.strip().lower() for name in asked.split(",") if name.strip())
    unknown = [name for name in names if name not in _ALL]
    if unknown or not names:
        raise Problem(
            f"The sheet “{', '.join(unknown)}” is not available yet.",
            f"Choose from {', '.join(_ALL)}.",
        )
    with existing_planner(arguments.planner, around) as planner:
        class_id = planner.ask(class_named, name=arguments.class_name).id
        if arguments.sheets is None:
            names = sheets_there(planner, class_id=class_id, day=arguments.date)
        pdf = sheets(
            planner,
            class_id=class_id,
            day=arguments.date,
            names=names,
            paper=paper_of(arguments, around),
        )
        save_file(arguments.output, pdf)
        remember_sheets(planner, class_id=class_id, day=arguments.date, names=names)
    around.say(f"Saved {arguments.output}")
