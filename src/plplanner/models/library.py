"""Learning resources and their tags."""

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, shared_id


class LearningResource(Table, table=True):
    """Anything a student can work with: a link, a file, a page, a game in a box.

    `code` is the short code printed under a QR symbol; `locator` an address, a path or a place.
    """

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = shared_id()
    title: str
    code: str | None = Field(default=None, unique=True)
    kind: str
    locator: str = ""
    minutes: int | None = None
    place: str = ""
    group_mode: str = "alone"
    needs_device: bool = False
    needs_internet: bool = False
    language: str = "en"


class Tag(Table, table=True):
    """A value of a facet, such as Bloom: apply."""

    __table_args__ = (UniqueConstraint("facet", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    facet: str
    value: str


class ResourceTag(Table, table=True):
    """This resource carries this tag."""

    __table_args__ = (UniqueConstraint("learning_resource_id", "tag_id"),)

    id: int | None = Field(default=None, primary_key=True)
    learning_resource_id: int = owned_by("learning_resource")
    tag_id: int = owned_by("tag")


class ResourceStandard(Table, table=True):
    """This resource teaches, assesses or requires this standard."""

    __table_args__ = (UniqueConstraint("learning_resource_id", "standard_id", "role"),)

    id: int | None = Field(default=None, primary_key=True)
    learning_resource_id: int = owned_by("learning_resource")
    standard_id: int = owned_by("standard")
    role: str = "teaches"
