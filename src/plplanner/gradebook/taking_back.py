"""What becomes of a score when an import is taken back."""

from enum import StrEnum


class Fate(StrEnum):
    """What becomes of one score."""

    REMOVED = "removed"
    PUT_BACK = "put back"
    KEPT = "kept"
    EDITED = "edited"
    UNTOUCHED = "untouched"


def fate_of_score(
    import_id: int, *, brought_by: int | None, said_by: int | None, has_memory: bool
) -> Fate:
    """The fate of a score when `import_id` is taken back.

    `brought_by` is the import its value is from, None when typed by hand; `said_by` the newest
    import that spoke of it; `has_memory` whether the import remembers what it replaced.
    """
    if brought_by == import_id:
        if said_by not in (import_id, None):
            return Fate.KEPT
        return Fate.PUT_BACK if has_memory else Fate.REMOVED
    by_hand = brought_by is None and (said_by == import_id or has_memory)
    return Fate.EDITED if by_hand else Fate.UNTOUCHED
