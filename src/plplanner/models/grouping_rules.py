"""The rules groups keep, and the topics students would like."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by


class GroupingRule(Table):
    """A rule of a class, see `RuleKind`, from a day until another. `why` never prints."""

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    kind: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    tag: Mapped[str] = mapped_column(default="")
    count: Mapped[int] = mapped_column(default=0)
    identity_key: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]


class GroupingRuleStudent(Table):
    """A student a rule speaks of."""

    __table_args__ = (UniqueConstraint("grouping_rule_id", "student_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    grouping_rule_id: Mapped[int] = owned_by("grouping_rule")
    student_id: Mapped[int] = owned_by("student")


class TopicChoice(Table):
    """A topic a student would like to work on in a class; `position` 0 is the best."""

    __table_args__ = (UniqueConstraint("school_class_id", "student_id", "topic"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    student_id: Mapped[int] = owned_by("student")
    position: Mapped[int]
    topic: Mapped[str]
