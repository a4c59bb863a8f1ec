"""Who is to be seated today, and what a way to group still needs before it can begin."""

from dataclasses import replace

from plplanner.grouping.rows import GroupingProblem, GroupingProposal
from plplanner.grouping.ways import further_of, is_learning
from plplanner.terms import GroupingStrategy


def seated_problem(problem: GroupingProblem) -> GroupingProblem:
    """The problem with only those who are to have a group: nobody absent, and for make-up groups
    only students with work to hand in.
    """
    students = tuple(one for one in problem.students if one.student_id not in problem.absent)
    if problem.strategy is GroupingStrategy.MAKE_UP:
        further = further_of(problem, students)
        students = tuple(one for one, more in zip(students, further, strict=True) if more.missing)
    return replace(problem, students=students, absent=frozenset())


def with_seated(problem: GroupingProblem, proposal: GroupingProposal) -> GroupingProblem:
    """The problem of those students who are in the proposal's groups."""
    here = {one for group in proposal.groups for one in group.student_ids}
    students = tuple(one for one in problem.students if one.student_id in here)
    return replace(problem, students=students, absent=frozenset())


def left_out(problem: GroupingProblem) -> tuple[int, ...]:
    """Students who are not to have a group, in the order of the problem."""
    here = {one.student_id for one in seated_problem(problem).students}
    return tuple(one.student_id for one in problem.students if one.student_id not in here)


def what_is_lacking(problem: GroupingProblem) -> str:
    """What the way to group cannot do without, as sentences with the next step; empty if nothing.

    `problem` holds all students of the class.
    """
    match problem.strategy:
        case GroupingStrategy.PROFILE:
            return _lacking_for_profile(problem)
        case GroupingStrategy.INTEREST:
            return _lacking_for_interest(problem)
        case GroupingStrategy.JIGSAW:
            return _lacking_for_jigsaw(problem)
        case GroupingStrategy.MAKE_UP if not seated_problem(problem).students:
            return "Nobody here has work marked as missing. Mark it in Scores, or group by need."
        case GroupingStrategy.LANGUAGE_PAIRS:
            return _lacking_for_languages(problem)
    return ""


def _lacking_for_profile(problem: GroupingProblem) -> str:
    if len(problem.further.targets) < 2:
        return "A skill profile compares two or more targets. Name at least two standards."
    further = further_of(problem, problem.students)
    if not any(score is not None for one in further for score in one.profile):
        return "Nobody here has a score on these targets. Choose others, or import scores."
    return ""


def _lacking_for_interest(problem: GroupingProblem) -> str:
    if len(problem.further.topics) < 2:
        return "Interest groups need two or more topics to choose from. Name the topics."
    if not any(one.choices for one in further_of(problem, problem.students)):
        return "Interest groups need to know what students would like. Enter their choices."
    return ""


def _lacking_for_jigsaw(problem: GroupingProblem) -> str:
    topics = len(problem.further.topics)
    if topics < 2:
        return "A jigsaw needs two or more topics, one for each expert. Name the topics."
    if problem.largest < topics:
        return (
            f"A jigsaw gives each home group an expert on each of {topics} topics. "
            f"Allow groups of at least {topics}, or name fewer topics."
        )
    return ""


def _lacking_for_languages(problem: GroupingProblem) -> str:
    if not any(is_learning(problem, one) for one in further_of(problem, problem.students)):
        return (
            "Language pairs need students who read another language at home. "
            "Enter it in Students, then form groups."
        )
    return ""
