"""Small groups of a date, and the rules they keep."""

from datetime import date

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to


class GroupSet(Table, table=True):
    """The groups a class has from a day on. `basis` says in words what they rest on.

    `nearly_cut` and `secure_cut` are shares (0–1) where the teacher moved a cut for these groups;
    `state` is draft or in_use; `starts_on` is the day from which they are used, if not at once.
    """

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    created_on: date
    basis: str
    strategy: str
    seed: int
    assessment_id: int | None = points_to("assessment")
    standard_id: int | None = points_to("standard")
    nearly_cut: float | None = None
    secure_cut: float | None = None
    state: str = "in_use"
    starts_on: date | None = None


class SmallGroup(Table, table=True):
    """One small group. `position` is a shuffled, stable order that says nothing of level."""

    __table_args__ = (
        UniqueConstraint("group_set_id", "position"),
        UniqueConstraint("group_set_id", "identity"),
    )

    id: int | None = Field(default=None, primary_key=True)
    group_set_id: int = owned_by("group_set")
    position: int
    identity: str
    level: str
    topic: str = ""
    teacher_table: bool = False


class GroupMember(Table, table=True):
    """A student in a small group, with the reason given at the time."""

    __table_args__ = (UniqueConstraint("small_group_id", "student_id"),)

    id: int | None = Field(default=None, primary_key=True)
    small_group_id: int = owned_by("small_group")
    student_id: int = owned_by("student")
    reason: str
    moved_by: str = "auto"
    locked: bool = False
    expert_topic: str = ""


class GroupingRule(Table, table=True):
    """A rule of a class, see `RuleKind`, from a day until another. `why` never prints."""

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    kind: str
    why: str = ""
    tag: str = ""
    count: int = 0
    identity_key: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


class GroupingRuleStudent(Table, table=True):
    """A student a rule speaks of."""

    __table_args__ = (UniqueConstraint("grouping_rule_id", "student_id"),)

    id: int | None = Field(default=None, primary_key=True)
    grouping_rule_id: int = owned_by("grouping_rule")
    student_id: int = owned_by("student")


class TopicChoice(Table, table=True):
    """A topic a student would like to work on in a class; `position` 0 is the best."""

    __table_args__ = (UniqueConstraint("school_class_id", "student_id", "topic"),)

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    student_id: int = owned_by("student")
    position: int
    topic: str
