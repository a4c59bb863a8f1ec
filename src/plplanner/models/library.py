"""Learning resources and their tags."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, shared_id


class LearningResource(Table):
    """Anything a student can work with: a link, a file, a page, a game in a box.

    `code` is the short code printed under a QR symbol; `locator` an address, a path or a place.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = shared_id()
    title: Mapped[str]
    code: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str]
    locator: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    group_mode: Mapped[str] = mapped_column(default="alone")
    needs_device: Mapped[bool] = mapped_column(default=False)
    needs_internet: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(default="en")


class Tag(Table):
    """A value of a facet, such as Bloom: apply."""

    __table_args__ = (UniqueConstraint("facet", "value"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    facet: Mapped[str]
    value: Mapped[str]


class ResourceTag(Table):
    """This resource carries this tag."""

    __table_args__ = (UniqueConstraint("learning_resource_id", "tag_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learning_resource_id: Mapped[int] = owned_by("learning_resource")
    tag_id: Mapped[int] = owned_by("tag")


class ResourceStandard(Table):
    """This resource teaches, assesses or requires this standard."""

    __table_args__ = (UniqueConstraint("learning_resource_id", "standard_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learning_resource_id: Mapped[int] = owned_by("learning_resource")
    standard_id: Mapped[int] = owned_by("standard")
    role: Mapped[str] = mapped_column(default="teaches")
