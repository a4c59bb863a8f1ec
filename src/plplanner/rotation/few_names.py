"""Names in a sentence: the first few, and how many more."""

from collections.abc import Sequence

_NAMED = 4


def few_names(names: Sequence[str]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben, Cy, Dee and 3 more`; nothing for nobody."""
    more = len(names) - _NAMED
    parts = [*names[:_NAMED], f"{more} more"] if more > 0 else list(names)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
