"""What a monkey sees of an open planner: the ids in it, and everything it holds."""

from collections.abc import Sequence
from random import Random

MISSING = 987_654_321
WORDS = ("Ada", "Zoë", "李", "O’Neill", "=1+1", " ", "", "x\x00y", "ß", "🙂")
_TABLES = (
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    " ORDER BY name"
)


class World:
    """An open planner with dice: picks what is there, and now and then what is not."""

    def __init__(self, planner, seed: int) -> None:
        self.planner = planner
        self.dice = Random(seed)
        self.miss = 0.05

    def ids(self, table: str, where: str = "1 = 1") -> list[int]:
        return [row[0] for row in self.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return self.planner.ask(_rows, sql=sql)

    def one(self, table: str, where: str = "1 = 1") -> int:
        found = self.ids(table, where)
        return self.dice.choice(found) if found and self.dice.random() >= self.miss else MISSING

    def one_or_none(self, table: str) -> int | None:
        return self.dice.choice([None, *self.ids(table)])

    def some(self, ids: Sequence[int], most: int = 4) -> list[int]:
        return self.dice.sample(list(ids), min(len(ids), self.dice.randint(0, most)))

    def students_of(self, class_id: int) -> list[int]:
        sql = f"SELECT student_id FROM enrollment WHERE school_class_id = {class_id} ORDER BY id"
        return [row[0] for row in self.rows(sql)]

    def word(self) -> str:
        return self.dice.choice(
            ("Ada", "Zoë", "李", "O’Neill", "=1+1", " ", "", "x\x00y", "ß", "🙂")
        )


def contents(planner) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, read by plain SQL: a second opinion on the digest."""
    return planner.ask(_contents)


def _contents(session):
    bare = session.connection().connection.driver_connection
    tables = [row[0] for row in bare.execute(_TABLES).fetchall()]
    return {t: bare.execute(f'SELECT * FROM main."{t}" ORDER BY id').fetchall() for t in tables}


def _rows(session, *, sql):
    return session.connection().connection.driver_connection.execute(sql).fetchall()
