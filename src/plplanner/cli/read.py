"""Say what a gradebook, roster or test file holds. Touches no planner file and asks nothing."""

import argparse
import json
from pathlib import Path

from plplanner.cli.file_content import content_of
from plplanner.cli.surroundings import Surroundings
from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import GradebookRead


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner read`."""
    parser.add_argument("file", type=Path, help="gradebook, roster or test file")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Print what the file says."""
    read = read_gradebook(file_name=arguments.file.name, content=content_of(arguments.file))
    if arguments.json:
        around.say(json.dumps(as_json(read), ensure_ascii=False, indent=1))
    else:
        for line in _for_people(read):
            around.say(line)


def _for_people(read: GradebookRead) -> list[str]:
    lines = [
        f"{read.format.replace('_', ' ')}: {_count(len(read.students), 'student')}, "
        f"{_count(len(read.assessments), 'assessment')}"
    ]
    for assessment in read.assessments:
        points = f", {assessment.points_possible:g} points" if assessment.points_possible else ""
        day = f", {assessment.date}" if assessment.date else ""
        lines.append(f"  {assessment.title}{points}{day}")
    if read.ignored_columns:
        lines.append("Left out:")
        lines += [f"  {column.header}: {column.why}" for column in read.ignored_columns]
    lines += [f"Row {w.row}, {w.column}: {w.message}" for w in read.warnings]
    lines += [question.message for question in read.questions]
    return lines


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
