"""Propose small groups for a class, with a reason for every student."""

import argparse
import json

from plplanner.cli.lesson import grouping_problem, proposed_groups, save_proposed_groups
from plplanner.cli.planner_of import add_class_argument, add_planner_argument, existing_planner
from plplanner.cli.surroundings import Surroundings
from plplanner.grouping.queries import basis_on_assessment, basis_on_standards
from plplanner.grouping.rows import GroupingBasis, GroupingProblem, GroupingProposal
from plplanner.problems import Problem
from plplanner.roster.queries import class_named
from plplanner.terms import LEVEL_WORDS, GroupingStrategy


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner groups`."""
    add_planner_argument(parser)
    add_class_argument(parser)
    basis = parser.add_mutually_exclusive_group()
    basis.add_argument("--assessment", metavar="TITLE", help="group from one assessment")
    basis.add_argument(
        "--standard", metavar="CODE", action="append", help="group from scores on a standard"
    )
    parser.add_argument("--strategy", choices=[s.value for s in GroupingStrategy], default="need")
    parser.add_argument("--size", type=size_range, help="students per group, such as 3-6")
    parser.add_argument("--groups", type=int, help="number of groups")
    parser.add_argument("--seed", type=int, default=0, help="another seed deals other names")
    parser.add_argument("--save", action="store_true", help="accept the groups")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def size_range(words: str) -> tuple[int, int]:
    """`3-6` or `5` as smallest and largest; ArgumentTypeError for anything else."""
    smallest, dash, largest = words.replace("–", "-").partition("-")
    try:
        low, high = int(smallest), int(largest if dash else smallest)
    except ValueError:
        low, high = 0, 0
    if not 1 <= low <= high:
        raise argparse.ArgumentTypeError(f"write sizes like 3-6 or 5, not “{words}”")
    return low, high


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Propose, print, and with --save accept."""
    if arguments.strategy != GroupingStrategy.NEED:
        raise Problem(
            f"Grouping by {arguments.strategy} is not available yet.",
            "Group by need: leave out --strategy.",
        )
    today = around.now.date()
    with existing_planner(arguments.planner, around) as planner:
        class_id = planner.ask(class_named, name=arguments.class_name).id
        if arguments.standard:
            basis = planner.ask(basis_on_standards, class_id=class_id, codes=arguments.standard)
        else:
            basis = planner.ask(basis_on_assessment, class_id=class_id, title=arguments.assessment)
        problem = grouping_problem(
            planner,
            class_id=class_id,
            basis=basis,
            on=today,
            size=arguments.size,
            groups=arguments.groups,
            seed=arguments.seed,
        )
        proposal = proposed_groups(problem)
        if arguments.save:
            save_proposed_groups(
                planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal,
                today=today,
            )  # fmt: skip
    if arguments.json:
        around.say(json.dumps(as_json(problem, proposal, basis), ensure_ascii=False, indent=1))
    else:
        for line in for_people(problem, proposal, basis):
            around.say(line)


def as_json(
    problem: GroupingProblem, proposal: GroupingProposal, basis: GroupingBasis
) -> dict[str, object]:
    """Groups, members with reasons, objective, bound and status."""
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    students = {student.student_id: student for student in problem.students}
    return {
        "basis": basis.words,
        "status": proposal.status,
        "objective": proposal.objective,
        "bound": proposal.bound,
        "notes": list(proposal.notes),
        "groups": [
            {
                "name": group.identity.word,
                "symbol": group.identity.symbol,
                "level": group.level.value,
                "members": [
                    {
                        "name": students[student_id].name,
                        "points": students[student_id].evidence.points,
                        "possible": students[student_id].evidence.possible,
                        "level": students[student_id].evidence.level.value,
                        "borderline": students[student_id].evidence.borderline,
                        "reason": reasons[student_id],
                    }
                    for student_id in group.student_ids
                ],
            }
            for group in proposal.groups
        ],
    }


def for_people(
    problem: GroupingProblem, proposal: GroupingProposal, basis: GroupingBasis
) -> list[str]:
    """Groups with their members and reasons, for the teacher's eyes."""
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    names = {student.student_id: student.name for student in problem.students}
    lines = [f"From {basis.words}", *proposal.notes]
    for group in proposal.groups:
        lines += [
            "",
            f"{group.identity.word} ({len(group.student_ids)}) {LEVEL_WORDS[group.level]}",
        ]
        lines += [
            f"  {names[student_id]}: {reasons[student_id]}" for student_id in group.student_ids
        ]
    return lines
