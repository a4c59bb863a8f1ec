"""Small groups as the command line prints them, for people and as JSON."""

from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    WeeksAhead,
    WhyStudent,
)
from plplanner.terms import LEVEL_WORDS, group_identity


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
        "gap": proposal.gap,
        "strategy": problem.strategy.value,
        "notes": list(proposal.notes),
        "left_out": [students[one].name for one in proposal.left_out],
        "groups": [
            {
                "name": group.identity.word,
                "symbol": group.identity.symbol,
                "level": group.level.value,
                "topic": group.topic,
                "teacher_table": group.is_teacher_table,
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
    if proposal.left_out:
        lines.append(f"Without a group: {', '.join(names[one] for one in proposal.left_out)}")
    for group in proposal.groups:
        about = group.topic or LEVEL_WORDS[group.level]
        lines += ["", f"{group.identity.word} ({len(group.student_ids)}) {about}"]
        lines += [
            f"  {names[student_id]}: {reasons[student_id]}" for student_id in group.student_ids
        ]
    return lines


def why_for_people(why: WhyStudent) -> list[str]:
    """Why a student is in her group, and what every other group would mean."""
    return [why.here, *(one.sentence for one in why.moves)]


def why_as_json(why: WhyStudent) -> dict[str, object]:
    """The same with costs and the rules that moves would break."""
    return {
        "here": why.here,
        "moves": [
            {
                "to": group_identity(one.identity_key).word,
                "sentence": one.sentence,
                "breaks": list(one.breaks),
                "cost": one.cost,
            }
            for one in why.moves
        ],
    }


def weeks_for_people(problem: GroupingProblem, plan: WeeksAhead) -> list[str]:
    """Each week with its groups and who is in them."""
    names = {student.student_id: student.name for student in problem.students}
    lines = [plan.note] if plan.note else []
    for number, week in enumerate(plan.weeks, start=1):
        lines += ["", f"Week {number}"]
        lines += [
            f"  {group.identity.word}: {', '.join(names[one] for one in group.student_ids)}"
            for group in week.groups
        ]
    return lines


def weeks_as_json(
    problem: GroupingProblem, plan: WeeksAhead, basis: GroupingBasis
) -> dict[str, object]:
    """Each week as groups; `repeats` counts meetings beyond the first, over all pairs."""
    return {
        "repeats": plan.repeats,
        "note": plan.note,
        "weeks": [as_json(problem, week, basis)["groups"] for week in plan.weeks],
    }
