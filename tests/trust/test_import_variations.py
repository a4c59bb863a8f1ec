"""A gradebook says the same with its rows, columns, separators and letters written otherwise."""

import csv
import io
import json
from pathlib import Path
from random import Random

import openpyxl
import pytest

from plplanner.importing.as_json import as_json
from plplanner.importing.file_tables import tables_of
from plplanner.importing.header_words import header_role
from plplanner.importing.read_file import read_gradebook

FILES = Path(__file__).parents[1] / "gradebook_files"
SAMPLES = sorted(
    path
    for path in FILES.glob("*/*")
    if path.suffix in {".csv", ".tsv", ".txt", ".xls", ".xlsx"} and path.parent.name != "kahoot"
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
# Systems whose every heading stands for itself; of others only the columns behind the people move,
# as they do when a teacher adds and drops assignments.
ALL_COLUMNS_MOVE = frozenset(
    ["blackboard", "brightspace", "dibels", "iready", "plickers", "powerschool", "roster"]
) | {"sakai", "star", "zipgrade"}
# Told by the order of the columns, or in pairs of them.
COLUMNS_STAY = {"quizizz", "generic", "kolibri", "Outcomes-MATH6.csv"}


def rows_of(path):
    """The cells of the sheet that is read, and the row of its headings."""
    tables = tables_of(path.read_bytes(), file_name=path.name)
    rows = [list(row) for row in max(tables, key=lambda table: len(table.rows)).rows]
    width = max(map(len, rows))
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows[:10]]
    header = filled.index(max(filled))
    return [row + [""] * (width - len(row)) for row in rows], header


def varied(path, read, dice):
    """The same gradebook, written as another program would: (file name, bytes)."""
    rows, header = rows_of(path)
    source = read.source
    students = sorted(source.students) if source and source.as_written else []
    if students and dice.random() < 0.7:
        mixed = [rows[at] for at in dice.sample(students, len(students))]
        for at, row in zip(students, mixed, strict=True):
            rows[at] = row
    if not COLUMNS_STAY & {path.name, path.parent.name} and dice.random() < 0.7:
        order = order_of_columns(path, rows[header], dice)
        rows[header:] = [[row[at] for at in order] for row in rows[header:]]
    if dice.random() < 0.5:
        rows = [[*row, "", ""] for row in rows] + [[], ["", ""], []]
    if dice.random() < 0.2:
        return f"{path.stem}.xlsx", as_workbook(rows)
    return path.name, as_text(rows, dice)


def order_of_columns(path, headings, dice):
    people = [at for at, heading in enumerate(headings) if header_role(heading) is not None]
    first = 0 if path.parent.name in ALL_COLUMNS_MOVE else max(people, default=-1) + 1
    return [*range(first), *dice.sample(range(first, len(headings)), len(headings) - first)]


def as_workbook(rows):
    book, packed = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def as_text(rows, dice):
    written = io.StringIO()
    quoting = dice.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    ends = dice.choice(("\n", "\r\n", "\r"))
    marks = {"delimiter": dice.choice(",;\t|"), "quoting": quoting, "lineterminator": ends}
    csv.writer(written, **marks).writerows(rows)
    text, encoding = written.getvalue(), dice.choice(ENCODINGS)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8")


def told(read):
    """Who has which score in what, in no order; answers to items stand in the order of columns."""
    plain = as_json(read)
    for score in (score for row in plain["scores"] for score in row):
        score.pop("items", None)
    titles = [json.dumps(one, sort_keys=True, default=str) for one in plain["assessments"]]
    people = [json.dumps({**one, "display": ""}, sort_keys=True) for one in plain["students"]]
    rows = [
        (who, sorted(zip(titles, map(repr, row), strict=True)))
        for who, row in zip(people, plain["scores"], strict=True)
    ]
    return read.format.partition("_")[0], sorted(titles), sorted(rows)


def agrees(path, seed):
    read = read_gradebook(file_name=path.name, content=path.read_bytes())
    name, content = varied(path, read, Random(f"{path.name} {seed}"))
    assert told(read_gradebook(file_name=name, content=content)) == told(read), (path.name, seed)


@pytest.mark.parametrize("path", SAMPLES[:: max(1, len(SAMPLES) // 5)], ids=lambda path: path.name)
def test_a_gradebook_written_otherwise_says_the_same(path):
    agrees(path, 1)


@pytest.mark.long
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_twenty_ways_to_write_each_gradebook_say_the_same(path):
    for seed in range(20):
        agrees(path, seed)
