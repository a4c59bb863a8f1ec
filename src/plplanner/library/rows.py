"""Standards and learning resources as screens see them."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from plplanner.records import record
from plplanner.terms import GroupMode, ResourceKind


@record(frozen=True)
class StandardRow:
    """A standard with the sentence students read; translations by language tag."""

    id: int
    code: str
    text: str
    i_can: str | None
    translations: Mapping[str, str]


@record(frozen=True)
class ResourceRow:
    """A learning resource as the library lists it."""

    id: int
    title: str
    kind: ResourceKind
    code: str | None
    locator: str
    minutes: int | None
    place: str
    group_mode: GroupMode
    needs_device: bool
    needs_internet: bool
    standards: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]


@record(frozen=True)
class NewResource:
    """A learning resource to be added. `tags` are (facet, value) pairs.

    `codes` name standards besides `standard_ids`; one that nobody knows yet is added with it.
    """

    title: str
    kind: ResourceKind
    code: str | None = None
    locator: str = ""
    minutes: int | None = None
    place: str = ""
    group_mode: GroupMode = GroupMode.ALONE
    needs_device: bool = False
    needs_internet: bool = False
    standard_ids: Sequence[int] = field(default_factory=tuple)
    tags: Sequence[tuple[str, str]] = field(default_factory=tuple)
    codes: Sequence[str] = field(default_factory=tuple)
