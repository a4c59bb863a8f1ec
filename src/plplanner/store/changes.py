"""Changes: what one step did, for whoever watches."""

from plplanner.records import record


@record(frozen=True)
class Changes:
    """The name of a step and the rows it touched, as (table, id) pairs.

    `sequence` counts steps since the file was opened, so that work begun before a step can
    tell that its ground has moved.
    """

    label: str
    rows: frozenset[tuple[str, int]]
    sequence: int

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables touched."""
        return frozenset(table for table, _ in self.rows)
