"""What can be seen of standards and learning resources."""

from collections import defaultdict

from sqlmodel import Session, col, select

from plplanner.library.codes import is_same_standard
from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.models.library import LearningResource, ResourceStandard, ResourceTag, Tag
from plplanner.models.standards import LearningTarget, LearningTargetTranslation, Standard
from plplanner.store.fetch import saved_id
from plplanner.terms import GroupMode, ResourceKind


def standards(session: Session) -> list[StandardRow]:
    """All standards by code, each with its first “I can” sentence."""
    targets: dict[int, LearningTarget] = {}
    for target in session.exec(
        select(LearningTarget).order_by(col(LearningTarget.position), col(LearningTarget.id))
    ):
        targets.setdefault(target.standard_id, target)
    translations: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in session.exec(select(LearningTargetTranslation)):
        translations[row.learning_target_id][row.language] = row.i_can
    found = session.exec(select(Standard).order_by(col(Standard.search_code), col(Standard.id)))
    return [_standard_row(row, targets.get(saved_id(row)), translations) for row in found]


def _standard_row(
    row: Standard, target: LearningTarget | None, translations: dict[int, dict[str, str]]
) -> StandardRow:
    return StandardRow(
        id=saved_id(row),
        code=row.code,
        text=row.text,
        i_can=target.i_can if target else None,
        translations=dict(translations.get(saved_id(target), {})) if target else {},
    )


def standard_with_code(session: Session, *, code: str) -> StandardRow | None:
    """The standard a code names in any of its spellings; None when there is none."""
    return next((row for row in standards(session) if is_same_standard(row.code, code)), None)


def resources(session: Session) -> list[ResourceRow]:
    """The whole library by title."""
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for resource_id, code in session.exec(
        select(ResourceStandard.learning_resource_id, Standard.code)
        .join(Standard, col(Standard.id) == ResourceStandard.standard_id)
        .order_by(col(Standard.code))
    ):
        codes[resource_id].append(code)
    tags: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for resource_id, facet, value in session.exec(
        select(ResourceTag.learning_resource_id, Tag.facet, Tag.value)
        .join(Tag, col(Tag.id) == ResourceTag.tag_id)
        .order_by(col(Tag.facet), col(Tag.value))
    ):
        tags[resource_id].append((facet, value))
    found = session.exec(
        select(LearningResource).order_by(col(LearningResource.title), col(LearningResource.id))
    )
    return [
        ResourceRow(
            id=saved_id(row),
            title=row.title,
            kind=ResourceKind(row.kind),
            code=row.code,
            locator=row.locator,
            minutes=row.minutes,
            place=row.place,
            group_mode=GroupMode(row.group_mode),
            needs_device=row.needs_device,
            needs_internet=row.needs_internet,
            standards=tuple(codes[saved_id(row)]),
            tags=tuple(tags[saved_id(row)]),
        )
        for row in found
    ]
