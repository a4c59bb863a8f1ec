"""Propose the station rotation of a class for a day: rounds, stations, who is where, checks."""

import argparse
import json

from plplanner.cli.day_argument import add_date_argument
from plplanner.cli.lesson import (
    asked_student_by_student,
    groups_now,
    lesson_day_after,
    proposed_plan,
    save_proposed_plan,
    student_by_student,
)
from plplanner.cli.planner_of import add_class_argument, add_planner_argument, existing_planner
from plplanner.cli.surroundings import Surroundings
from plplanner.roster.queries import class_named
from plplanner.rotation.own_way.commands import keep_own_way_draft
from plplanner.rotation.rows import RotationProblem, RotationProposal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words after `plplanner plan`."""
    add_planner_argument(parser)
    add_class_argument(parser)
    add_date_argument(parser)
    parser.add_argument("--minutes", type=int, help="length of the lesson")
    parser.add_argument(
        "--student-by-student", action="store_true", help="a way of its own for each student"
    )
    parser.add_argument("--save", action="store_true", help="accept the plan")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(arguments: argparse.Namespace, around: Surroundings) -> None:
    """Propose, print, and with --save accept."""
    with existing_planner(arguments.planner, around) as planner:
        class_id = planner.ask(class_named, name=arguments.class_name).id
        day = arguments.date or lesson_day_after(planner, class_id, around.now.date())
        groups = groups_now(planner, class_id)
        alone = (
            asked_student_by_student(
                planner, class_id=class_id, day=day, minutes=arguments.minutes, groups=groups
            )
            if arguments.student_by_student
            else None
        )
        draft = (
            student_by_student(alone)
            if alone is not None
            else proposed_plan(
                planner, class_id=class_id, day=day, minutes=arguments.minutes, groups=groups
            )
        )
        if arguments.save and alone is not None:
            planner.do(keep_own_way_draft, class_id=class_id, draft=draft, levels=alone.levels)
        elif arguments.save:
            save_proposed_plan(planner, class_id=class_id, draft=draft)
    problem, proposal = draft.problem, draft.proposal
    if arguments.json:
        around.say(json.dumps(as_json(problem, proposal), ensure_ascii=False, indent=1))
    else:
        for line in for_people(problem, proposal):
            around.say(line)


def as_json(problem: RotationProblem, proposal: RotationProposal) -> dict[str, object]:
    """Rounds, each group's stations in their order, reasons and checks."""
    names = {group.group_id: group.name for group in problem.groups}
    return {
        "date": problem.day.isoformat(),
        "starts_at": f"{problem.starts_at:%H:%M}",
        "minutes": problem.minutes,
        "rounds": [
            {
                "number": one.number,
                "starts_at": f"{one.starts_at:%H:%M}",
                "minutes": one.minutes,
            }
            for one in proposal.rounds
        ],
        "groups": [
            {"name": group.name, "stations": _stations_of(group.group_id, problem, proposal)}
            for group in problem.groups
        ],
        "no_teacher": [names[group_id] for group_id in proposal.no_teacher],
        "reasons": list(proposal.reasons),
        "checks": [
            {"kind": check.kind, "text": check.text, "next_step": check.next_step}
            for check in proposal.checks
        ],
    }


def for_people(problem: RotationProblem, proposal: RotationProposal) -> list[str]:
    """The grid of groups and rounds with what is worth a look."""
    lines = [f"{problem.day:%A}, {problem.day:%B} {problem.day.day}, {problem.minutes} minutes"]
    lines += [
        f"Round {one.number}: {one.starts_at.hour}:{one.starts_at:%M}, {one.minutes} minutes"
        for one in proposal.rounds
    ]
    for group in problem.groups:
        stations = _stations_of(group.group_id, problem, proposal)
        lines.append(f"{group.name}: {' → '.join(stations)}")
    lines += proposal.reasons
    lines += [f"{check.text} {check.next_step}" for check in proposal.checks]
    return lines


def _stations_of(group_id: int, problem: RotationProblem, proposal: RotationProposal) -> list[str]:
    names = {station.station_id: station.name for station in problem.stations}
    visits = [visit for visit in proposal.visits if visit.group_id == group_id]
    return [names[v.station_id] for v in sorted(visits, key=lambda v: v.round_number)]
