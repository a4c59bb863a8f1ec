"""Small groups in any way the teacher asks for, every rule kept: the one door to the thinking.

Two stages share one cost (`ways` says which, `engine.check` counts it): good groups in a blink,
and, when more work is allowed, better ones with a proof of how good they can be. The second may
be stopped at any moment. The seed deals identities and the order on the wall; it moves nobody,
except where the teacher asks for random groups.
"""

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.engine.work import Stop, never, seconds
from plplanner.grouping.least_cost import least_conceivable
from plplanner.grouping.proposals import proposal_of
from plplanner.grouping.rows import GroupingProblem, GroupingProposal, ImpossibleGrouping
from plplanner.grouping.seated import seated_problem, what_is_lacking
from plplanner.grouping.twins import with_twins_in_order

# Up to this, only the first stage runs; it takes what it needs.
QUICK_WORK = seconds(0.1)
PROOF_WORK = seconds(3)


def form_groups(
    problem: GroupingProblem, *, stop: Stop = never, work: int = QUICK_WORK
) -> GroupingProposal | ImpossibleGrouping:
    """Propose small groups with a reason per student, or name the rules that stand in the way.

    Same problem and work, same groups, whatever the order of students and rules and their ids.
    Status is “optimal” only when the cost equals a proven lower bound, else “feasible”.
    `stop` is asked between pieces of work; InterruptedError when it said yes before any groups
    were found. RuntimeError should the independent checker find a rule broken: a bug, never shown
    as groups.
    """
    # numpy and HiGHS take a tenth of a second to load: only when thinking starts.
    from plplanner.grouping import impossible, thinking  # noqa: PLC0415

    lacking = what_is_lacking(problem) if problem.students else ""
    seated = seated_problem(problem)
    if lacking or not seated.students:
        return impossible.nothing_to_do(lacking)
    first = thinking.first_thought(seated, stop=stop)
    if first is None:
        return impossible.why_impossible(seated)
    if work > QUICK_WORK:
        first = thinking.better_thought(first, work=work, stop=stop)
    bound = first.bound
    if first.objective == least_conceivable(first.case):
        bound = first.objective
    seats = with_twins_in_order(first.case, first.assignment)
    proposal = proposal_of(problem, first.case, seats, objective=first.objective, bound=bound)
    broken = broken_rules(problem, proposal)
    if broken:
        raise RuntimeError(" ".join(broken))
    return proposal
