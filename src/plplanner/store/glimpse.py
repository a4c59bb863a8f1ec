"""A first glimpse of a planner, for the frame of the window: no library but SQLite itself.

Opening a planner properly takes a while. The rail shows the class at once, from a read-only look
that promises nothing: whatever is wrong with the file is said when it is opened.
"""

from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlite

_FIRST_CLASS = (
    "SELECT name, (SELECT count(*) FROM enrollment WHERE school_class_id = school_class.id"
    " AND left_on IS NULL) FROM school_class ORDER BY lower(name) LIMIT 1"
)


def first_class(path: Path) -> tuple[str, int] | None:
    """The name of the first class and how many students it has; None when it cannot be seen."""
    if not path.is_file():
        return None
    try:
        address = f"file:{quote(str(path.absolute()))}?mode=ro"
        connection = sqlite.connect(address, uri=True, timeout=0)
        try:
            row = connection.execute(_FIRST_CLASS).fetchone()
        finally:
            connection.close()
    except sqlite.Error:
        return None
    return (str(row[0]), int(row[1])) if row else None
