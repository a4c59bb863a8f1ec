"""Standards, their frameworks, and the learning targets students read."""

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to, shared_id


class Framework(Table, table=True):
    """A set of standards, such as a state's or the teacher's own."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = shared_id()
    name: str = Field(unique=True)


class Standard(Table, table=True):
    """One standard. `code` is kept as written; `search_code` is its folded spelling."""

    __table_args__ = (UniqueConstraint("framework_id", "code"),)

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = shared_id()
    framework_id: int = owned_by("framework")
    parent_id: int | None = points_to("standard")
    code: str
    search_code: str = Field(index=True)
    text: str = ""
    grade: str = ""
    position: int = 0


class LearningTarget(Table, table=True):
    """A standard in a student's words: “I can …”."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = shared_id()
    standard_id: int = owned_by("standard")
    i_can: str
    position: int = 0


class LearningTargetTranslation(Table, table=True):
    """The same target in a family's language, as reviewed by `reviewed_by`."""

    __table_args__ = (UniqueConstraint("learning_target_id", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    learning_target_id: int = owned_by("learning_target")
    language: str
    i_can: str
    reviewed_by: str = ""
