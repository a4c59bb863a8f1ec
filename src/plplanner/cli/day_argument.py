"""`--date` as every verb that plans or prints a day has it."""

import argparse
from datetime import date


def add_date_argument(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """`--date YYYY-MM-DD`; where it may be left out, the next school day is meant."""
    meant = "YYYY-MM-DD" if required else "YYYY-MM-DD; the next school day if left out"
    parser.add_argument("--date", type=day, required=required, help=meant)


def day(words: str) -> date:
    """A day such as `2026-11-23`; ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"write a day like 2026-11-23, not “{words}”") from error
