"""What can be done with standards and learning resources."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.library.codes import search_code
from plplanner.library.queries import standard_with_code
from plplanner.library.rows import NewResource
from plplanner.models.learning_targets import LearningTarget, LearningTargetTranslation
from plplanner.models.library import LearningResource, ResourceStandard, ResourceTag, Tag
from plplanner.models.standards import Framework, Standard
from plplanner.models.table import Table
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import GroupMode, ResourceKind

OWN_FRAMEWORK = "My standards"
LONGEST_MINUTES = 600


@step("Add standard {code}")
def add_standard(
    session: Session,
    *,
    code: str,
    text: str = "",
    i_can: str | None = None,
    translations: Mapping[str, str] | None = None,
    framework: str = OWN_FRAMEWORK,
) -> int:
    """Add a standard, with the sentence students read and its translations by language tag.

    Returns its id. Problem when the framework has this code already.
    """
    code = code.strip()
    if not code:
        raise Problem("A standard needs a code.", "Type one, such as “3.NF.1”.")
    framework_id = _framework_id(session, framework)
    _refuse_known_code(session, framework_id, code)
    standard = Standard(
        framework_id=framework_id, code=code, search_code=search_code(code), text=text
    )
    session.add(standard)
    session.flush()
    if i_can:
        target = LearningTarget(standard_id=saved_id(standard), i_can=i_can)
        session.add(target)
        session.flush()
        session.add_all(
            LearningTargetTranslation(
                learning_target_id=saved_id(target), language=language, i_can=words
            )
            for language, words in (translations or {}).items()
        )
    return saved_id(standard)


@step("Remove standard")
def remove_standard(session: Session, *, standard_id: int) -> None:
    """Remove a standard; resources and playlists stay, without it."""
    session.delete(still_there(session, Standard, standard_id, what="standard"))


@step("Add resource “{resource.title}”")
def add_resource(session: Session, *, resource: NewResource) -> int:
    """Add a learning resource with its tags and standards; returns its id."""
    if not resource.title.strip():
        raise Problem("A resource needs a title.", "Type what students would call it.")
    _refuse_taken_short_code(session, resource.code)
    row = LearningResource(
        title=resource.title.strip(),
        code=resource.code or None,
        kind=resource.kind.value,
        locator=resource.locator,
        minutes=resource.minutes,
        place=resource.place,
        group_mode=resource.group_mode.value,
        needs_device=resource.needs_device,
        needs_internet=resource.needs_internet,
    )
    session.add(row)
    session.flush()
    by_code = (_standard_id(session, code) for code in resource.codes)
    for standard_id in dict.fromkeys((*resource.standard_ids, *by_code)):
        session.add(ResourceStandard(learning_resource_id=saved_id(row), standard_id=standard_id))
    for facet, value in dict.fromkeys(resource.tags):
        tag_id = _tag_id(session, facet, value)
        session.add(ResourceTag(learning_resource_id=saved_id(row), tag_id=tag_id))
    return saved_id(row)


@step("Change resource “{title}”")
def update_resource(
    session: Session, *, resource_id: int, title: str, minutes: int | None, place: str
) -> None:
    """Give a resource another title, length or place; plans made before keep their words.

    `minutes` is 1 to 600, or None when nobody knows.
    """
    row = _resource(session, resource_id)
    if not title.strip():
        raise Problem("A resource needs a title.", "Type what students would call it.")
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise Problem(
            f"{minutes} minutes cannot be planned.", f"Type 1 to {LONGEST_MINUTES}, or nothing."
        )
    row.title, row.minutes, row.place = title.strip(), minutes, place.strip()
    session.add(row)


@step("Change kind of “{title}”")
def set_resource_kind(
    session: Session,
    *,
    resource_id: int,
    kind: ResourceKind,
    title: str,  # noqa: ARG001
) -> None:
    """Say what a resource is made of; `title` is what Undo calls it, here and below."""
    row = _resource(session, resource_id)
    row.kind = kind.value
    session.add(row)


@step("Change who works on “{title}”")
def set_group_mode(session: Session, *, resource_id: int, mode: GroupMode, title: str) -> None:  # noqa: ARG001
    """Say with whom a resource is used; that decides at which stations it is offered."""
    row = _resource(session, resource_id)
    row.group_mode = mode.value
    session.add(row)


@step("Change what “{title}” needs")
def set_resource_needs(
    session: Session,
    *,
    resource_id: int,
    device: bool,
    internet: bool,
    title: str,  # noqa: ARG001
) -> None:
    """Say whether a resource works only with a device, with the internet, or both."""
    row = _resource(session, resource_id)
    row.needs_device, row.needs_internet = device, internet
    session.add(row)


@step("Change address of “{title}”")
def set_resource_address(session: Session, *, resource_id: int, address: str, title: str) -> None:  # noqa: ARG001
    """Say where a resource is found: a link, a file, or nothing."""
    row = _resource(session, resource_id)
    row.locator = address.strip()
    session.add(row)


@step("Change short code of “{title}”")
def set_resource_code(session: Session, *, resource_id: int, code: str, title: str) -> None:  # noqa: ARG001
    """Say what stands below the QR symbol on cards; nothing for no code.

    Problem when another resource has it.
    """
    row = _resource(session, resource_id)
    code = code.strip()
    if code != (row.code or ""):
        _refuse_taken_short_code(session, code)
        row.code = code or None
        session.add(row)


@step("Change standards of “{title}”")
def set_resource_standards(
    session: Session,
    *,
    resource_id: int,
    codes: Sequence[str],
    title: str,  # noqa: ARG001
) -> None:
    """Say which standards a resource teaches, in any spelling; one nobody knows is added."""
    _resource(session, resource_id)
    wanted = dict.fromkeys(_standard_id(session, code) for code in codes)
    before = session.scalars(
        select(ResourceStandard).where(ResourceStandard.learning_resource_id == resource_id)
    )
    session.add_all(
        ResourceStandard(learning_resource_id=resource_id, standard_id=one)
        for one in _still_to_link(session, {link.standard_id: link for link in before}, wanted)
    )


@step("Change tags of “{title}”")
def set_resource_tags(
    session: Session,
    *,
    resource_id: int,
    tags: Sequence[tuple[str, str]],
    title: str,  # noqa: ARG001
) -> None:
    """Give a resource these tags, (facet, value) each; those it had besides are taken off."""
    _resource(session, resource_id)
    wanted = dict.fromkeys(_tag_id(session, facet, value) for facet, value in tags)
    before = session.scalars(
        select(ResourceTag).where(ResourceTag.learning_resource_id == resource_id)
    )
    session.add_all(
        ResourceTag(learning_resource_id=resource_id, tag_id=one)
        for one in _still_to_link(session, {link.tag_id: link for link in before}, wanted)
    )


@step("Remove resource")
def remove_resource(session: Session, *, resource_id: int) -> None:
    """Remove a learning resource; playlists keep an empty place for it, which never prints."""
    session.delete(_resource(session, resource_id))


def _still_to_link(
    session: Session, links: Mapping[int, Table], wanted: Collection[int]
) -> list[int]:
    """Take off the links that are not wanted; the others stay the rows they are."""
    for one, link in links.items():
        if one not in wanted:
            session.delete(link)
    return [one for one in wanted if one not in links]


def _resource(session: Session, resource_id: int) -> LearningResource:
    return still_there(session, LearningResource, resource_id, what="resource")


def _standard_id(session: Session, code: str) -> int:
    """The standard a code names in any of its spellings; a new one when nobody knows it."""
    found = standard_with_code(session, code=code)
    return add_standard(session, code=code) if found is None else found.id


def _framework_id(session: Session, name: str) -> int:
    row = session.scalars(select(Framework).where(Framework.name == name)).first()
    if row is None:
        row = Framework(name=name)
        session.add(row)
        session.flush()
    return saved_id(row)


def _refuse_known_code(session: Session, framework_id: int, code: str) -> None:
    known = session.scalars(
        select(Standard.id).where(Standard.framework_id == framework_id, Standard.code == code)
    ).first()
    if known is not None:
        raise Problem(f"There is already a standard {code}.", "Choose it from the list.")


def _refuse_taken_short_code(session: Session, code: str | None) -> None:
    row = session.scalars(select(LearningResource).where(LearningResource.code == code)).first()
    if code and row is not None:
        raise Problem(
            f"There is already a resource with the code {code}: “{row.title}”.",
            "Choose another code.",
        )


def _tag_id(session: Session, facet: str, value: str) -> int:
    row = session.scalars(select(Tag).where(Tag.facet == facet, Tag.value == value)).first()
    if row is None:
        row = Tag(facet=facet, value=value)
        session.add(row)
        session.flush()
    return saved_id(row)
