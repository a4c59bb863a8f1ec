"""Prove that a planner file is whole: its pages, its references, the rules across tables."""

import argparse
import json

from plplanner.cli.planner_of import add_planner_argument, existing_planner
from plplanner.cli.surroundings import Surroundings

_TEACHER_CAN_MEND = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner check`."""
    add_planner_argument(parser)
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(arguments: argparse.Namespace, around: Surroundings) -> int:
    """Print what was found; exit code 3 when something is wrong."""
    with existing_planner(arguments.planner, around) as planner:
        findings = planner.findings()
    if arguments.json:
        around.say(json.dumps({"ok": not findings, "findings": findings}, ensure_ascii=False))
    elif not findings:
        around.say(f"“{arguments.planner.name}” is whole.")
    if findings and not arguments.json:
        for finding in findings:
            around.say(finding)
    if findings:
        around.remark("Restore the newest backup: plplanner restore BACKUP -o PLANNER.")
    return _TEACHER_CAN_MEND if findings else 0
