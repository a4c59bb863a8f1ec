"""Propose small groups for a class in any way, with a reason for every student."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plplanner.cli.groups_shown import (
    as_json,
    for_people,
    weeks_as_json,
    weeks_for_people,
    why_as_json,
    why_for_people,
)
from plplanner.cli.lesson import as_problem, grouping_problem, save_proposed_groups
from plplanner.cli.planner_of import add_class_argument, add_planner_argument, existing_planner
from plplanner.cli.surroundings import Surroundings
from plplanner.grouping.engine.work import seconds
from plplanner.grouping.form_groups import QUICK_WORK, form_groups
from plplanner.grouping.queries import (
    basis_on_assessment,
    basis_on_standards,
    earlier_groups,
    further_needs,
    rules_of_class,
)
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
)
from plplanner.grouping.usual_problem import usual_size
from plplanner.grouping.weeks_ahead import weeks_ahead
from plplanner.grouping.why import why_here
from plplanner.problems import Problem
from plplanner.roster.queries import absent_on, class_named, students_of_class
from plplanner.store.planner_file import PlannerFile
from plplanner.terms import GroupingStrategy

_WITHOUT_SCORES = {
    GroupingStrategy.RANDOM: "chance",
    GroupingStrategy.INTEREST: "what students would like",
    GroupingStrategy.JIGSAW: "topics",
    GroupingStrategy.MAKE_UP: "work to hand in",
    GroupingStrategy.LANGUAGE_PAIRS: "languages read at home",
    GroupingStrategy.BY_HAND: "the last groups",
}


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
    parser.add_argument(
        "--topic", metavar="TOPIC", action="append", default=[], help="a topic to choose from"
    )
    parser.add_argument(
        "--calm", type=int, choices=range(5), default=0, help="0 fresh, 4 moves as few as can be"
    )
    parser.add_argument(
        "--absent", metavar="NAME", action="append", default=[], help="a student who is not here"
    )
    parser.add_argument("--why", metavar="NAME", help="why this student is in her group")
    parser.add_argument("--weeks", type=int, help="groups for so many weeks, partners ever new")
    parser.add_argument(
        "--seconds", type=float, default=0.0, help="think on for this long, and prove what it can"
    )
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
    today = around.now.date()
    with existing_planner(arguments.planner, around) as planner:
        class_id = planner.ask(class_named, name=arguments.class_name).id
        basis = _basis(planner, class_id, arguments)
        problem = _problem(planner, class_id, basis, arguments, today)
        if arguments.weeks is not None:
            _say_weeks(problem, basis, arguments, around)
            return
        work = max(QUICK_WORK, seconds(arguments.seconds))
        proposal = form_groups(problem, work=work)
        if isinstance(proposal, ImpossibleGrouping):
            raise as_problem(proposal)
        if arguments.save:
            save_proposed_groups(
                planner,
                class_id=class_id,
                basis=basis,
                problem=problem,
                proposal=proposal,
                today=today,
            )
    _say(problem, proposal, basis, arguments, around)


def _basis(planner: PlannerFile, class_id: int, arguments: argparse.Namespace) -> GroupingBasis:
    strategy = GroupingStrategy(arguments.strategy)
    if arguments.standard:
        return planner.ask(basis_on_standards, class_id=class_id, codes=arguments.standard)
    try:
        return planner.ask(basis_on_assessment, class_id=class_id, title=arguments.assessment)
    except Problem:
        if arguments.assessment is not None or strategy not in _WITHOUT_SCORES:
            raise
        return GroupingBasis(_WITHOUT_SCORES[strategy])


def _problem(
    planner: PlannerFile,
    class_id: int,
    basis: GroupingBasis,
    arguments: argparse.Namespace,
    today: date,
) -> GroupingProblem:
    strategy = GroupingStrategy(arguments.strategy)
    size, groups = arguments.size, arguments.groups
    if size is None and groups is None:
        size = usual_size(strategy)
    problem = grouping_problem(
        planner,
        class_id=class_id,
        basis=basis,
        on=today,
        size=size,
        groups=groups,
        seed=arguments.seed,
    )
    known = planner.ask(students_of_class, class_id=class_id)
    named = {_student_named(problem, name) for name in arguments.absent}
    return replace(
        problem,
        rules=tuple(planner.ask(rules_of_class, class_id=class_id, students=known, on=today)),
        strategy=strategy,
        calm=arguments.calm,
        earlier=planner.ask(earlier_groups, class_id=class_id),
        absent=planner.ask(absent_on, class_id=class_id, day=today) | named,
        further=planner.ask(
            further_needs,
            class_id=class_id,
            on=today,
            targets=arguments.standard or (),
            topics=arguments.topic,
        ),
    )


def _student_named(problem: GroupingProblem, name: str) -> int:
    wanted = name.casefold().strip()
    found = [one for one in problem.students if one.name.casefold() == wanted]
    if not found:
        names = ", ".join(one.name for one in problem.students)
        raise Problem(f"There is no “{name}” in this class.", f"Choose one of these: {names}.")
    return found[0].student_id


def _say(
    problem: GroupingProblem,
    proposal: GroupingProposal,
    basis: GroupingBasis,
    arguments: argparse.Namespace,
    around: Surroundings,
) -> None:
    why = None
    if arguments.why is not None:
        student_id = _student_named(problem, arguments.why)
        if student_id in proposal.left_out:
            raise Problem(f"“{arguments.why}” is in no group now.", "Ask about another student.")
        why = why_here(problem, proposal, student_id)
    if arguments.json:
        said = as_json(problem, proposal, basis)
        _say_json(said if why is None else {**said, "why": why_as_json(why)}, around)
    else:
        people = for_people(problem, proposal, basis) if why is None else why_for_people(why)
        _say_lines(people, around)


def _say_weeks(
    problem: GroupingProblem,
    basis: GroupingBasis,
    arguments: argparse.Namespace,
    around: Surroundings,
) -> None:
    if arguments.weeks < 1 or arguments.save:
        raise Problem("A plan of weeks is shown, not saved.", "Ask for 1 or more, without --save.")
    plan = weeks_ahead(problem, weeks=arguments.weeks)
    if isinstance(plan, ImpossibleGrouping):
        raise as_problem(plan)
    if arguments.json:
        _say_json(weeks_as_json(problem, plan, basis), around)
    else:
        _say_lines(weeks_for_people(problem, plan), around)


def _say_json(said: dict[str, object], around: Surroundings) -> None:
    around.say(json.dumps(said, ensure_ascii=False, indent=1))


def _say_lines(lines: Sequence[str], around: Surroundings) -> None:
    for line in lines:
        around.say(line)
