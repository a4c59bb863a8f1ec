"""What can be seen of small groups: the saved ones, and what a new grouping would start from."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from plplanner.gradebook.mastery import (
    DEFAULT_SCALE,
    MasteryScale,
    evidence_on_assessment,
    evidence_on_standard,
    no_evidence,
)
from plplanner.gradebook.queries import (
    assessment_titled,
    assessments_of_class,
    newest_check,
    scores_for_standard,
    scores_on,
)
from plplanner.gradebook.rows import AssessmentRow, Evidence
from plplanner.grouping.notes import names_listed
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupSetRow,
    MemberRow,
    RuleToKeep,
    SmallGroupRow,
    StudentToGroup,
)
from plplanner.library.queries import standard_with_code, standards
from plplanner.library.rows import StandardRow
from plplanner.models.grouping import (
    GroupingRule,
    GroupingRuleStudent,
    GroupMember,
    GroupSet,
    SmallGroup,
)
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import StudentRow
from plplanner.store.fetch import saved_id
from plplanner.terms import MasteryLevel, RuleKind, group_identity

_SPOKEN = {RuleKind.APART: "apart", RuleKind.TOGETHER: "together"}


def basis_on_assessment(
    session: Session, *, class_id: int, title: str | None = None
) -> GroupingBasis:
    """Groups from one assessment: the one of this title, else the newest check with scores.

    Problem when there is none, saying what to do.
    """
    if title is not None:
        row = assessment_titled(session, class_id=class_id, title=title)
    else:
        students = students_of_class(session, class_id=class_id)
        newest = newest_check(session, class_id=class_id, students=len(students))
        if newest is None:
            raise Problem(
                "No exit ticket or quiz has scores for at least 60 % of the class.",
                "Name the assessment to use, or import newer scores.",
            )
        row = newest
    return _basis_of(row, standards(session))


def grouping_bases(session: Session, *, class_id: int) -> list[GroupingBasis]:
    """Everything groups of a class can rest on: assessments with scores, newest first, then
    the standards they measure. Empty before the first score.
    """
    rows = [row for row in assessments_of_class(session, class_id=class_id) if row.scored]
    known = standards(session)
    ids = {standard.code: standard.id for standard in known}
    codes = dict.fromkeys(code for row in reversed(rows) for code in row.standards)
    return [_basis_of(row, known) for row in reversed(rows)] + [
        GroupingBasis(f"scores on {code}", codes=(code,), standard_id=ids.get(code))
        for code in codes
    ]


def basis_of_groups(session: Session, *, groups: GroupSetRow) -> GroupingBasis:
    """What saved groups rest on, so that the evidence behind them can be shown again."""
    codes = [one.code for one in standards(session) if one.id == groups.standard_id]
    return GroupingBasis(
        words=groups.basis,
        assessment_id=groups.assessment_id,
        codes=() if groups.assessment_id else tuple(codes),
        standard_id=groups.standard_id,
    )


def _basis_of(row: AssessmentRow, known: Sequence[StandardRow]) -> GroupingBasis:
    ids = {standard.code: standard.id for standard in known}
    taken = f", {row.taken_on:%b} {row.taken_on.day}" if row.taken_on else ""
    return GroupingBasis(
        words=f"“{row.title}”{taken}",
        assessment_id=row.id,
        standard_id=ids.get(row.standards[0]) if row.standards else None,
    )


def basis_on_standards(session: Session, *, class_id: int, codes: Sequence[str]) -> GroupingBasis:
    """Groups from all recent scores on some standards, in any spelling of their codes.

    Problem when no assessment of the class measures one of them.
    """
    for code in codes:
        if not scores_for_standard(session, class_id=class_id, code=code):
            raise Problem(
                f"No assessment of this class measures {code}.",
                "Choose another standard, or say which assessment measures it.",
            )
    standard = standard_with_code(session, code=codes[0])
    return GroupingBasis(
        words=f"scores on {', '.join(codes)}",
        codes=tuple(codes),
        standard_id=standard.id if standard else None,
    )


def students_to_group(
    session: Session,
    *,
    class_id: int,
    basis: GroupingBasis,
    on: date,
    scale: MasteryScale = DEFAULT_SCALE,
) -> tuple[StudentToGroup, ...]:
    """Everyone in the class with the evidence the basis gives, on a given day.

    `scale` says where secure and nearly begin.
    """
    students = students_of_class(session, class_id=class_id)
    known = {found.student_id: found for found in _evidence(session, class_id, basis, on, scale)}
    return tuple(
        StudentToGroup(
            student_id=student.id,
            key=student.key,
            name=student.name,
            evidence=known.get(student.id, no_evidence(student.id)),
        )
        for student in students
    )


def _evidence(
    session: Session, class_id: int, basis: GroupingBasis, on: date, scale: MasteryScale
) -> tuple[Evidence, ...]:
    if basis.assessment_id is not None:
        scored = scores_on(session, assessment_id=basis.assessment_id)
        return evidence_on_assessment(scored, scale)
    scores = [
        score
        for code in basis.codes
        for score in scores_for_standard(session, class_id=class_id, code=code)
    ]
    return evidence_on_standard(dict.fromkeys(scores), scale, on=on)


def newest_groups(session: Session, *, class_id: int) -> GroupSetRow | None:
    """The groups a class has now; None before the first grouping."""
    newest = session.exec(
        select(GroupSet)
        .where(GroupSet.school_class_id == class_id)
        .order_by(col(GroupSet.created_on).desc(), col(GroupSet.id).desc())
    ).first()
    return _group_set_row(session, newest) if newest else None


def rules_of_class(
    session: Session, *, class_id: int, students: Sequence[StudentRow]
) -> list[RuleToKeep]:
    """The rules among these students, named as the teacher reads them aloud.

    A rule that fewer than two of them are part of does not apply and is left out.
    """
    names = {student.id: student.name for student in students}
    order = {student.id: place for place, student in enumerate(students)}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for rule_id, student_id in session.exec(
        select(GroupingRuleStudent.grouping_rule_id, GroupingRuleStudent.student_id)
    ):
        if student_id in names:
            members[rule_id].append(student_id)
    rules = session.exec(
        select(GroupingRule)
        .where(GroupingRule.school_class_id == class_id)
        .order_by(col(GroupingRule.id))
    )
    return [
        _rule_to_keep(rule, sorted(members[saved_id(rule)], key=order.__getitem__), names)
        for rule in rules
        if len(members[saved_id(rule)]) >= 2
    ]


def _rule_to_keep(rule: GroupingRule, student_ids: list[int], names: dict[int, str]) -> RuleToKeep:
    kind = RuleKind(rule.kind)
    together = names_listed([names[student_id] for student_id in student_ids])
    return RuleToKeep(kind, tuple(student_ids), f"{together} {_SPOKEN[kind]}", rule.id)


def _group_set_row(session: Session, group_set: GroupSet) -> GroupSetRow:
    students = students_of_class(session, class_id=group_set.school_class_id)
    names = {student.id: student.name for student in students}
    members: defaultdict[int, list[MemberRow]] = defaultdict(list)
    groups = session.exec(
        select(SmallGroup)
        .where(SmallGroup.group_set_id == group_set.id)
        .order_by(col(SmallGroup.position))
    ).all()
    for member in session.exec(
        select(GroupMember).where(
            col(GroupMember.small_group_id).in_([group.id for group in groups])
        )
    ):
        if member.student_id in names:
            members[member.small_group_id].append(
                MemberRow(
                    member.student_id,
                    names[member.student_id],
                    member.reason,
                    locked=member.locked,
                    moved=member.moved_by != "auto",
                )
            )
    order = {student.id: place for place, student in enumerate(students)}
    return GroupSetRow(
        id=saved_id(group_set),
        class_id=group_set.school_class_id,
        created_on=group_set.created_on,
        basis=group_set.basis,
        standard_id=group_set.standard_id,
        assessment_id=group_set.assessment_id,
        groups=tuple(
            SmallGroupRow(
                id=saved_id(group),
                identity=group_identity(group.identity),
                level=MasteryLevel(group.level),
                members=tuple(
                    sorted(members[saved_id(group)], key=lambda member: order[member.student_id])
                ),
            )
            for group in groups
        ),
    )
