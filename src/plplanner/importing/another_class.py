"""Does a file belong to the class it would go into? A slip here mixes two classes."""

from collections.abc import Collection
from itertools import count

from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.rows import ClassImport

_FEW = 3


def found_in(part: ClassImport, members: Collection[int]) -> int:
    """How many of the file's people of this part are `members` of the class, by their ids."""
    ids = (part.plan.students[place].known_id for place in part.students)
    return sum(known in members for known in ids)


def is_probably_another(part: ClassImport, members: Collection[int]) -> bool:
    """Whether a file speaks of other people than the class it would go into, now of `members`.

    True when fewer than half of the file's people are in the class, and fewer than half of the
    class are in the file. Classes and files of less than three people say nothing.
    """
    if part.class_id is None or min(len(part.students), len(members)) < _FEW:
        return False
    found = found_in(part, members)
    return 2 * found < min(len(part.students), len(members))


def name_for_another(*, section: str, file_name: str, taken: Collection[str]) -> str:
    """A name for a new class that no class has yet: the section's, else words of the file name."""
    sections = [section] if section else []
    name = suggested_class_name(sections=sections, classes=(), chosen=None, file_name=file_name)
    known = {one.casefold() for one in taken}
    numbered = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(one for one in numbered if one.casefold() not in known)
