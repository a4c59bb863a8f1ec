"""What can be seen of standards and learning resources."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, cast, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from plplanner.library.codes import is_same_standard, search_code
from plplanner.library.rows import ResourceRow, StandardRow
from plplanner.models.learning_targets import LearningTarget, LearningTargetTranslation
from plplanner.models.library import LearningResource, ResourceStandard, ResourceTag, Tag
from plplanner.models.standards import Standard
from plplanner.store.fetch import saved_id
from plplanner.terms import GroupMode, ResourceKind

_PAGE = 500


def standards(session: Session) -> list[StandardRow]:
    """All standards by code, each with its first “I can” sentence."""
    targets: dict[int, LearningTarget] = {}
    for target in session.scalars(
        select(LearningTarget).order_by(LearningTarget.position, LearningTarget.id)
    ):
        targets.setdefault(target.standard_id, target)
    translations: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for row in session.scalars(select(LearningTargetTranslation)):
        translations[row.learning_target_id][row.language] = row.i_can
    found = session.scalars(
        select(Standard).order_by(func.reading_order(Standard.search_code), Standard.id)
    )
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
    found = session.scalars(
        select(LearningResource).order_by(
            func.reading_order(LearningResource.title), LearningResource.id
        )
    ).all()
    return _resource_rows(session, found)


def resource_ids(
    session: Session, *, words: str = "", sort: str = "title", descending: bool = False
) -> list[int]:
    """The ids of the resources in which every one of the words occurs, in the order asked for.

    Looked at are title, code, place, tags and standards in any spelling. `sort` is one of
    `RESOURCE_SORTS`; what is empty comes last either way; equals come by title.
    """
    first = _RESOURCE_SORTS[sort]
    is_empty = or_(first.is_(None), first == "")
    order = (is_empty, first.desc() if descending else first.asc())
    title = func.reading_order(LearningResource.title)
    query = select(LearningResource.id).order_by(*order, title, LearningResource.id)
    for word in words.split():
        query = query.where(_has_word(word))
    return [found for found in session.scalars(query) if found is not None]


def resource_count(session: Session) -> int:
    """How many resources the library holds."""
    return session.scalars(select(func.count(LearningResource.id))).one()


def resources_with_ids(session: Session, *, ids: Sequence[int]) -> list[ResourceRow]:
    """These resources, in no promised order; an id that is gone is left out."""
    found = session.scalars(select(LearningResource).where(LearningResource.id.in_(ids))).all()
    return _resource_rows(session, found)


def tags_in_use(session: Session) -> list[tuple[str, str]]:
    """Every (facet, value) some resource carries, by facet and value."""
    found = session.execute(
        select(Tag.facet, Tag.value)
        .join(ResourceTag, ResourceTag.tag_id == Tag.id)
        .distinct()
        .order_by(Tag.facet, Tag.value)
    )
    return [(facet, value) for facet, value in found]


def standard_last_used(session: Session) -> str | None:
    """The code of the standard a resource was last given; None before the first one."""
    return session.scalars(
        select(Standard.code)
        .join(ResourceStandard, ResourceStandard.standard_id == Standard.id)
        .order_by(ResourceStandard.id.desc())
    ).first()


def _has_word(word: str) -> ColumnElement[bool]:
    """A condition: the word, taken literally, occurs in something the library knows of it."""
    own = (LearningResource.title, LearningResource.code, LearningResource.place)
    tagged = (
        select(ResourceTag.learning_resource_id)
        .join(Tag, Tag.id == ResourceTag.tag_id)
        .where(Tag.value.icontains(word, autoescape=True))
    )
    taught = (
        select(ResourceStandard.learning_resource_id)
        .join(Standard, Standard.id == ResourceStandard.standard_id)
        .where(
            or_(
                Standard.code.icontains(word, autoescape=True),
                Standard.search_code.icontains(search_code(word) or word, autoescape=True),
            )
        )
    )
    return or_(
        *(column.icontains(word, autoescape=True) for column in own),
        LearningResource.id.in_(tagged),
        LearningResource.id.in_(taught),
    )


def _resource_rows(session: Session, found: Sequence[LearningResource]) -> list[ResourceRow]:
    ids = [saved_id(row) for row in found] if len(found) <= _PAGE else None
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for resource_id, code in session.execute(
        select(ResourceStandard.learning_resource_id, Standard.code)
        .join(Standard, Standard.id == ResourceStandard.standard_id)
        .where(_is_one_of(ResourceStandard.learning_resource_id, ids))
        .order_by(func.reading_order(Standard.code))
    ):
        codes[resource_id].append(code)
    tags: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for resource_id, facet, value in session.execute(
        select(ResourceTag.learning_resource_id, Tag.facet, Tag.value)
        .join(Tag, Tag.id == ResourceTag.tag_id)
        .where(_is_one_of(ResourceTag.learning_resource_id, ids))
        .order_by(Tag.facet, Tag.value)
    ):
        tags[resource_id].append((facet, value))
    return [_resource_row(row, codes[saved_id(row)], tags[saved_id(row)]) for row in found]


def _is_one_of(
    column: InstrumentedAttribute[int], ids: Sequence[int] | None
) -> ColumnElement[bool]:
    """A condition on an id column; no condition for a list too long to be written into SQL."""
    return true() if ids is None else column.in_(ids)


def _resource_row(
    row: LearningResource, codes: Sequence[str], tags: Sequence[tuple[str, str]]
) -> ResourceRow:
    return ResourceRow(
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
        standards=tuple(codes),
        tags=tuple(tags),
    )


_FIRST_CODE = (
    select(func.min(func.reading_order(Standard.search_code)))
    .join(ResourceStandard, ResourceStandard.standard_id == Standard.id)
    .where(ResourceStandard.learning_resource_id == LearningResource.id)
    .correlate(LearningResource)
    .scalar_subquery()
)
_RESOURCE_SORTS: Mapping[str, Any] = {  # SQL expressions
    "title": func.reading_order(LearningResource.title),
    "kind": LearningResource.kind,
    "standards": _FIRST_CODE,
    "minutes": LearningResource.minutes,
    "place": func.reading_order(LearningResource.place),
    "needs": cast(LearningResource.needs_device, Integer) * 2
    + cast(LearningResource.needs_internet, Integer),
    "code": func.reading_order(LearningResource.code),
}
RESOURCE_SORTS = tuple(_RESOURCE_SORTS)
