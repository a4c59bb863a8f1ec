"""The whole main job in one line: a gradebook file in, tomorrow's board, slips and cards out.

Makes a planner inside the folder; run again, it updates that planner and the sheets.
"""

import argparse
from datetime import date
from pathlib import Path

from plplanner.cli.day_argument import add_date_argument
from plplanner.cli.import_gradebook import report_of
from plplanner.cli.lesson import (
    grouping_problem,
    groups_now,
    lesson_day_after,
    preview_import,
    proposed_groups,
    proposed_plan,
    remember_sheets,
    save_proposed_groups,
    save_proposed_plan,
    sheets,
    take_in,
)
from plplanner.cli.planner_of import add_class_argument, before_a_large_change, planner_to_fill
from plplanner.cli.print_sheets import SHEETS, add_paper_argument, paper_of
from plplanner.cli.save_file import save_file
from plplanner.cli.surroundings import Surroundings
from plplanner.grouping.queries import basis_on_assessment
from plplanner.problems import Problem, WhoMends
from plplanner.store.planner_file import PlannerFile
from plplanner.terms import Paper

PLANNER_NAME = "planner.plplanner"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner tomorrow`."""
    parser.add_argument("--gradebook", type=Path, required=True, help="the gradebook file")
    add_class_argument(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--assessment", metavar="TITLE", help="group from this assessment")
    add_date_argument(parser)
    add_paper_argument(parser)


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Read, group, rotate, print; say what was done and where the sheets are."""
    folder = _folder(arguments.output)
    with around.new_reader() as reader, planner_to_fill(folder / PLANNER_NAME, around) as planner:
        classes = preview_import(planner, arguments.gradebook, arguments.class_name, reader=reader)
        before_a_large_change(planner, around)
        class_id = take_in(planner, arguments.gradebook, classes, around)
        said = [*report_of(classes), *_group(planner, class_id, arguments.assessment, around)]
        day = arguments.date or lesson_day_after(planner, class_id, around.now.date())
        groups = groups_now(planner, class_id)
        draft = proposed_plan(planner, class_id=class_id, day=day, groups=groups)
        save_proposed_plan(planner, class_id=class_id, draft=draft)
        said += [f"{check.text} {check.next_step}" for check in draft.proposal.checks]
        paper = paper_of(arguments, around)
        paths = _print(planner, class_id, day, paper, folder)
    for line in said:
        around.say(line)
    around.say(f"The sheets for {day:%A}, {day:%B} {day.day}:")
    for path in paths:
        around.say(f"  {path}")


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” cannot be made.",
            "Choose another place for the sheets.",
            who_mends=WhoMends.MACHINE,
        ) from error
    return folder


def _group(
    planner: PlannerFile, class_id: int, title: str | None, around: Surroundings
) -> list[str]:
    today = around.now.date()
    basis = planner.ask(basis_on_assessment, class_id=class_id, title=title)
    problem = grouping_problem(planner, class_id=class_id, basis=basis, on=today)
    proposal = proposed_groups(problem)
    save_proposed_groups(
        planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal, today=today
    )
    sizes = ", ".join(f"{g.identity.word} {len(g.student_ids)}" for g in proposal.groups)
    return [f"Groups from {basis.words}: {sizes}", *proposal.notes]


def _print(
    planner: PlannerFile, class_id: int, day: date, paper: Paper, folder: Path
) -> list[Path]:
    paths = []
    for name in SHEETS:
        pdf = sheets(planner, class_id=class_id, day=day, names=(name,), paper=paper)
        paths.append(folder / f"{name}.pdf")
        save_file(paths[-1], pdf)
    remember_sheets(planner, class_id=class_id, day=day, names=SHEETS)
    return paths
