"""The plans of a week as a table that leaves the program."""

from collections.abc import Sequence

from plplanner.sharing.table_files import TableToShare
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.rotation.week.viewmodel import WeekCell, WeekDay, WeekLine


def week_out(days: Sequence[WeekDay], lines: Sequence[WeekLine]) -> TableToShare:
    """A column per day with its date and how far its plan has come, words as on screen."""
    heads = (f"{day_words(day.day)} {day.day:%Y}, {day.state}" for day in days)
    rows = ((line.identity.word, *(_week_words(cell) for cell in line.cells)) for line in lines)
    return TableToShare(("Group", *heads), tuple(rows))


def _week_words(cell: WeekCell | None) -> str | None:
    return ", ".join(part for part in (cell.words, cell.task) if part) if cell else None
