"""The plan of a day and of a week as tables that leave the program."""

from collections.abc import Sequence

from plplanner.sharing.table_files import TableToShare
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.plan_grid_rows import GridCell, PlanGridRows
from plplanner.ui.screens.rotation.week_viewmodel import WeekCell, WeekDay, WeekLine


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


def week_out(days: Sequence[WeekDay], lines: Sequence[WeekLine]) -> TableToShare:
    """A column per day with its date and how far its plan has come, words as on screen."""
    heads = (f"{day_words(day.day)} {day.day:%Y}, {day.state}" for day in days)
    rows = ((line.identity.word, *(_week_words(cell) for cell in line.cells)) for line in lines)
    return TableToShare(("Group", *heads), tuple(rows))


def _plan_words(cell: GridCell | None) -> str | None:
    if cell is None:
        return None
    return ", ".join(part for part in (cell.station, cell.task, cell.place) if part)


def _week_words(cell: WeekCell | None) -> str | None:
    return ", ".join(part for part in (cell.words, cell.task) if part) if cell else None
