"""Take a gradebook file into a planner: read, match, save in one step. New class if NAME is new."""

import argparse
from pathlib import Path

from plplanner.cli.lesson import preview_import, take_in
from plplanner.cli.planner_of import (
    add_class_argument,
    add_planner_argument,
    before_a_large_change,
    planner_to_fill,
)
from plplanner.cli.surroundings import Surroundings
from plplanner.importing.rows import ClassImport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner import`."""
    parser.add_argument("file", type=Path, help="the gradebook file")
    add_planner_argument(parser)
    add_class_argument(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, save nothing"
    )


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Preview, save unless it is a dry run, and print what was done."""
    if arguments.dry_run and not arguments.planner.exists():
        _preview_without_planner(arguments, around)
        return
    with around.new_reader() as reader, planner_to_fill(arguments.planner, around) as planner:
        classes = preview_import(planner, arguments.file, arguments.class_name, reader=reader)
        if not arguments.dry_run:
            before_a_large_change(planner, around)
            take_in(planner, arguments.file, classes, around)
    _print(classes, around, dry_run=arguments.dry_run)


def _preview_without_planner(arguments: argparse.Namespace, around: Surroundings) -> None:
    import tempfile  # noqa: PLC0415 - only a dry run without a planner needs it

    with (
        around.new_reader() as reader,
        tempfile.TemporaryDirectory(prefix="plplanner") as folder,
        planner_to_fill(Path(folder) / "empty.plplanner", around) as planner,
    ):
        classes = preview_import(planner, arguments.file, arguments.class_name, reader=reader)
    _print(classes, around, dry_run=True)


def _print(classes: tuple[ClassImport, ...], around: Surroundings, *, dry_run: bool) -> None:
    for line in report_of(classes, dry_run=dry_run):
        around.say(line)


def report_of(classes: tuple[ClassImport, ...], *, dry_run: bool = False) -> list[str]:
    """What was added, changed, left alone and could not be read, in words."""
    lines = ["Nothing was saved. This would happen:"] if dry_run else []
    for part in classes:
        counts = part.counts
        lines += [
            f"{part.name}: {'a new class' if part.class_id is None else 'known'}",
            f"  students: {counts.students_new} added, {counts.students_matched} matched",
            f"  assessments: {part.plan.assessments_new} added, "
            f"{len(part.plan.assessments) - part.plan.assessments_new} known",
            f"  scores: {counts.scores_new} added, {counts.scores_changed} changed, "
            f"{counts.scores_same + counts.kept} left alone, {counts.unread} could not be read",
        ]
    first = classes[0].plan
    lines += [f"Row {w.row}, {w.column}: {w.message}" for w in first.warnings]
    lines += [question.message for question in first.questions]
    return lines
