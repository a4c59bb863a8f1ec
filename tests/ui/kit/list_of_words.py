"""A small list for the tests of lists: animals that can be renamed, with a number each."""

from dataclasses import dataclass

from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from plplanner.ui.kit.row_table import Column, RowTable


@dataclass(frozen=True)
class Animal:
    id: int
    name: str
    legs: int


class Animals:
    """Holds the rows; what is typed changes them and the list is shown again."""

    def __init__(self, *names):
        self.rows = {n: Animal(n, name, 4) for n, name in enumerate(names, start=1)}
        self.entered = []
        self.show_again = lambda: None
        self.table = RowTable(self.columns(), self.page_of)
        self.table.show_ids(tuple(self.rows))

    def columns(self):
        return [
            Column(
                "Name",
                lambda row: row.name,
                sort="name",
                is_strong=True,
                edit=self.rename,
                wrong=lambda _row, typed: "" if typed else "An animal needs a name.",
                tile=lambda row: GROUP_IDENTITIES[0] if row.id == 1 else None,
            ),
            Column("Kind", lambda _row: "animal", width=100, rank=1, icon=lambda _row: "game"),
            Column(
                "Legs",
                lambda row: str(row.legs),
                sort="legs",
                width=80,
                is_number=True,
                edit=self.count_legs,
                wrong=lambda _row, typed: "" if typed in "0246x" else "Type 0, 2, 4, 6 or x.",
                at_once="x",
                mark=lambda _row: MasteryLevel.SECURE,
            ),
        ]

    def page_of(self, ids):
        return [self.rows[one] for one in ids if one in self.rows]

    def rename(self, row, typed):
        self.entered.append((row.name, typed))
        self.rows[row.id] = Animal(row.id, typed, row.legs)
        self.show_again()

    def count_legs(self, row, typed):
        self.entered.append((row.name, typed))
        self.rows[row.id] = Animal(row.id, row.name, 0 if typed == "x" else int(typed))
        self.show_again()
