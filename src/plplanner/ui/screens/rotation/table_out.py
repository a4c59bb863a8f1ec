"""The plan of a day as a table that leaves the program."""

from plplanner.sharing.table_files import TableToShare
from plplanner.ui.kit.plan_grid_rows import GridCell, PlanGridRows


def plan_out(rows: PlanGridRows) -> TableToShare:
    """Groups with their students, and a column per round with station, task and place."""
    rounds = (f"{one.title}, {one.time}" for one in rows.rounds)
    lines = zip(rows.groups, rows.cells, strict=True)
    return TableToShare(
        ("Student" if rows.is_low else "Group", "Students", *rounds),
        tuple(
            (group.identity.word, ", ".join(group.names), *(_plan_words(cell) for cell in cells))
            for group, cells in lines
        ),
    )


def _plan_words(cell: GridCell | None) -> str | None:
    if cell is None:
        return None
    return ", ".join(part for part in (cell.station, cell.task, cell.place) if part)
