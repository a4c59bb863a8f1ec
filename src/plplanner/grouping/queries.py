"""What a new grouping starts from: students, evidence, rules, choices, earlier groups."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

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
    items_on,
    newest_check,
    scores_for_standard,
    scores_on,
)
from plplanner.gradebook.rows import AssessmentRow, Evidence
from plplanner.grouping.rows import (
    EarlierGroup,
    EarlierGroups,
    FurtherNeeds,
    GroupingBasis,
    RuleToKeep,
    StudentFurther,
    StudentToGroup,
)
from plplanner.grouping.rule_words import rule_words
from plplanner.grouping.saved.queries import group_sets_of_class
from plplanner.grouping.saved.rows import (
    GroupSetRow,
)
from plplanner.grouping.student_values import value_of
from plplanner.library.queries import standard_with_code, standards
from plplanner.library.rows import StandardRow
from plplanner.models.gradebook import Score
from plplanner.models.grouping_rules import GroupingRule, GroupingRuleStudent, TopicChoice
from plplanner.problems import Problem
from plplanner.roster.queries import students_of_class, tags_of_class
from plplanner.roster.rows import StudentRow
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    GroupSetState,
    RuleKind,
    ScoreStatus,
)

_NOT_IN = (ScoreStatus.MISSING.value, ScoreStatus.INCOMPLETE.value)


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
    taken = f", {row.taken_on:%a} {row.taken_on.day} {row.taken_on:%b}" if row.taken_on else ""
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
        items = items_on(session, assessment_id=basis.assessment_id)
        return tuple(
            replace(found, items=items.get(found.student_id, ())) if found.count else found
            for found in evidence_on_assessment(scored, scale)
        )
    scores = [
        score
        for code in basis.codes
        for score in scores_for_standard(session, class_id=class_id, code=code)
    ]
    return evidence_on_standard(dict.fromkeys(scores), scale, on=on)


def earlier_groups(
    session: Session, *, class_id: int, before: date | None = None, count: int = 3
) -> tuple[EarlierGroups, ...]:
    """The last groups in use, newest first; `before` a day, or all when None."""
    past = [
        one
        for one in group_sets_of_class(session, class_id=class_id)
        if one.state is GroupSetState.IN_USE and (before is None or one.created_on < before)
    ]
    return tuple(
        EarlierGroups(
            one.created_on,
            tuple(
                EarlierGroup(group.identity, tuple(student_id for student_id, _ in group.members))
                for group in one.groups
            ),
        )
        for one in past[:count]
    )


def rules_of_class(
    session: Session, *, class_id: int, students: Sequence[StudentRow], on: date | None = None
) -> list[RuleToKeep]:
    """The rules among these students, named as the teacher reads them aloud.

    A rule about students of whom too few are here does not apply and is left out; with `on`, so
    is one whose dates do not include that day.
    """
    names = {student.id: student.name for student in students}
    order = {student.id: place for place, student in enumerate(students)}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for rule_id, student_id in session.execute(
        select(GroupingRuleStudent.grouping_rule_id, GroupingRuleStudent.student_id)
    ):
        if student_id in names:
            members[rule_id].append(student_id)
    rules = session.scalars(
        select(GroupingRule)
        .where(GroupingRule.school_class_id == class_id)
        .order_by(GroupingRule.id)
    )
    made = [
        _rule_to_keep(rule, sorted(members[saved_id(rule)], key=order.__getitem__), names)
        for rule in rules
    ]
    return [rule for rule in made if _applies(rule) and (on is None or _holds_on(rule, on))]


def _applies(rule: RuleToKeep) -> bool:
    if rule.kind is RuleKind.TABLE_AT_MOST or rule.tag:
        return True
    return len(rule.student_ids) >= (1 if rule.identity_key else 2)


def _holds_on(rule: RuleToKeep, day: date) -> bool:
    has_begun = rule.starts_on is None or rule.starts_on <= day
    return has_begun and (rule.ends_on is None or day <= rule.ends_on)


def _rule_to_keep(rule: GroupingRule, student_ids: list[int], names: dict[int, str]) -> RuleToKeep:
    kind = RuleKind(rule.kind)
    return RuleToKeep(
        kind=kind,
        student_ids=tuple(student_ids),
        name=rule_words(
            kind,
            [names[student_id] for student_id in student_ids],
            tag=rule.tag,
            count=rule.count,
            identity_key=rule.identity_key,
        ),
        id=rule.id,
        tag=rule.tag,
        count=rule.count,
        identity_key=rule.identity_key,
        starts_on=rule.starts_on,
        ends_on=rule.ends_on,
        why=rule.why,
    )


def choices_of_class(session: Session, *, class_id: int) -> dict[int, tuple[str, ...]]:
    """The topics each student would like, best first."""
    found = session.scalars(
        select(TopicChoice)
        .where(TopicChoice.school_class_id == class_id)
        .order_by(TopicChoice.student_id, TopicChoice.position)
    )
    choices: dict[int, tuple[str, ...]] = {}
    for row in found:
        choices[row.student_id] = (*choices.get(row.student_id, ()), row.topic)
    return choices


def further_needs(
    session: Session,
    *,
    class_id: int,
    on: date,
    targets: Sequence[str] = (),
    topics: Sequence[str] = (),
) -> FurtherNeeds:
    """What ways to group other than by need rest on: everything known, in order of the class.

    `targets` are standards of a skill profile, in any spelling of their codes. `topics` are those
    offered; none offers all that students chose.
    """
    students = students_of_class(session, class_id=class_id)
    tags = tags_of_class(session, class_id=class_id)
    chosen = choices_of_class(session, class_id=class_id)
    known = [_percents(session, class_id, code, on) for code in targets]
    missing = _missing_work(session, class_id)
    every_topic = sorted({topic for one in chosen.values() for topic in one})
    return FurtherNeeds(
        students=tuple(
            StudentFurther(
                student_id=student.id,
                profile=tuple(percents.get(student.id) for percents in known),
                missing=missing.get(student.id, ()),
                home_language=student.home_language,
                tags=tags.get(student.id, ()),
                choices=chosen.get(student.id, ()),
            )
            for student in students
        ),
        targets=tuple(targets),
        topics=tuple(topics) or tuple(every_topic),
    )


def _missing_work(session: Session, class_id: int) -> dict[int, tuple[str, ...]]:
    """The titles of work each student has not handed in or not finished, newest first."""
    titles = {row.id: row.title for row in assessments_of_class(session, class_id=class_id)}
    found = session.scalars(
        select(Score)
        .where(Score.assessment_id.in_(titles))
        .order_by(Score.student_id, Score.attempt)
    )
    newest = {(row.student_id, row.assessment_id): row.status for row in found}
    behind = sorted({student for (student, _), status in newest.items() if status in _NOT_IN})
    return {
        student_id: tuple(
            titles[one] for one in reversed(titles) if newest.get((student_id, one)) in _NOT_IN
        )
        for student_id in behind
    }


def _percents(session: Session, class_id: int, code: str, on: date) -> dict[int, int | None]:
    scores = scores_for_standard(session, class_id=class_id, code=code)
    found = evidence_on_standard(dict.fromkeys(scores), DEFAULT_SCALE, on=on)
    return {one.student_id: value_of(one) for one in found}
