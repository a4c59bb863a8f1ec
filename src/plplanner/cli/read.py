"""Say what a gradebook, roster or test file holds. Touches no planner file and asks nothing."""

import argparse
import json
from pathlib import Path

from plplanner.cli.file_content import content_of, files_of
from plplanner.cli.surroundings import Surroundings
from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import only_gradebook, read_files, read_gradebook
from plplanner.importing.rows import GradebookRead


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner read`."""
    told = "gradebook, roster or test file, or a folder of them"
    parser.add_argument("file", type=Path, help=told)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Print what the file says."""
    read = _read(arguments.file)
    if arguments.json:
        around.say(json.dumps(as_json(read), ensure_ascii=False, indent=1))
    else:
        for line in _for_people(read):
            around.say(line)


def _read(path: Path) -> GradebookRead:
    """What a file says, or the one gradebook of a folder."""
    if not path.is_dir():
        return read_gradebook(file_name=path.name, content=content_of(path))
    name = path.resolve().name
    return only_gradebook(read_files(name=name, files=files_of(path)), name=name)


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
