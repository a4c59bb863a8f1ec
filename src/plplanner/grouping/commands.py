"""What can be done with small groups and their rules."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from plplanner.grouping.rows import GroupingProposal
from plplanner.models.grouping import (
    GroupingRule,
    GroupingRuleStudent,
    GroupMember,
    GroupSet,
    SmallGroup,
)
from plplanner.models.roster import SchoolClass
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import GroupingStrategy, RuleKind


@step("Save groups")
def save_groups(
    session: Session,
    *,
    class_id: int,
    created_on: date,
    basis: str,
    strategy: GroupingStrategy,
    seed: int,
    proposal: GroupingProposal,
    assessment_id: int | None = None,
    standard_id: int | None = None,
) -> int:
    """Accept proposed groups as those of a date; returns the id of the set.

    `basis` says in words what they rest on. Earlier sets stay: they are the history.
    """
    still_there(session, SchoolClass, class_id, what="class")
    group_set = GroupSet(
        school_class_id=class_id,
        created_on=created_on,
        basis=basis,
        strategy=strategy.value,
        seed=seed,
        assessment_id=assessment_id,
        standard_id=standard_id,
    )
    session.add(group_set)
    session.flush()
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    for position, proposed in enumerate(proposal.groups):
        group = SmallGroup(
            group_set_id=saved_id(group_set),
            position=position,
            identity=proposed.identity.key,
            level=proposed.level.value,
        )
        session.add(group)
        session.flush()
        session.add_all(
            GroupMember(
                small_group_id=saved_id(group),
                student_id=student_id,
                reason=reasons.get(student_id, ""),
            )
            for student_id in proposed.student_ids
        )
    session.flush()
    return saved_id(group_set)


@step("Remove groups")
def remove_groups(session: Session, *, group_set_id: int) -> None:
    """Remove the groups of one date."""
    session.delete(still_there(session, GroupSet, group_set_id, what="set of groups"))


@step("Add a rule for groups")
def add_rule(
    session: Session, *, class_id: int, kind: RuleKind, student_ids: Sequence[int], why: str = ""
) -> int:
    """Keep students apart, or together; returns the id of the rule. `why` never prints."""
    chosen = list(dict.fromkeys(student_ids))
    if len(chosen) < 2:
        raise Problem("A rule needs at least two students.", "Choose another student.")
    rule = GroupingRule(school_class_id=class_id, kind=kind.value, why=why)
    session.add(rule)
    session.flush()
    session.add_all(
        GroupingRuleStudent(grouping_rule_id=saved_id(rule), student_id=student_id)
        for student_id in chosen
    )
    session.flush()
    return saved_id(rule)


@step("Remove a rule for groups")
def remove_rule(session: Session, *, rule_id: int) -> None:
    """Forget a rule."""
    session.delete(still_there(session, GroupingRule, rule_id, what="rule"))
