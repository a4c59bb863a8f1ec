from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from plplanner.ui.kit.row_table import PAGE, Column, RowTable


@dataclass(frozen=True)
class Book:
    id: int
    title: str
    pages: int = 1


@pytest.fixture
def shelf():
    """Books by id, what was asked for, and what was typed."""
    return {n: Book(n, f"Book {n}") for n in range(1, 501)}, [], []


@pytest.fixture
def table(theme, shelf):
    books, asked, typed = shelf

    def page_of(ids):
        asked.append(tuple(ids))
        return [books[one] for one in ids if one in books]

    columns = [
        Column(
            "Title",
            lambda book: book.title,
            sort="title",
            edit=lambda book, text: typed.append((book.id, text)),
            wrong=lambda _book, text: "" if text else "A book needs a title.",
        ),
        Column("Pages", lambda book: str(book.pages), is_number=True),
    ]
    made = RowTable(columns, page_of)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_a_page_is_asked_for_when_it_is_first_painted(table, shelf):
    table.show_ids(range(1, 501))
    shelf[1].clear()
    assert table.data(table.index(PAGE * 3 + 5, 0)) == f"Book {PAGE * 3 + 6}"
    table.data(table.index(PAGE * 3 + 6, 1))
    assert shelf[1] == [tuple(range(PAGE * 3 + 1, PAGE * 4 + 1))]


def test_shown_again_it_asks_again(table, shelf):
    table.show_ids([1, 2])
    assert table.data(table.index(0, 0)) == "Book 1"
    shelf[0][1] = Book(1, "Another")
    table.show_ids([1, 2])
    assert table.data(table.index(0, 0)) == "Another"


def test_what_stands_on_a_row_goes_with_it_when_the_order_changes(table):
    table.show_ids([1, 2, 3])
    held = QPersistentModelIndex(table.index(0, 1))
    table.show_ids([3, 2, 1])
    assert (held.row(), held.column()) == (2, 1)
    assert (table.place_of(1), table.place_of(7), table.place_of(None)) == (2, -1, -1)


def test_another_list_takes_the_place_of_the_first(table):
    table.show_ids([1, 2, 3])
    held = QPersistentModelIndex(table.index(0, 1))
    table.show_ids([2])
    assert (held.isValid(), table.rowCount(), table.columnCount()) == (False, 1, 2)
    table.show_ids([])
    assert (table.rowCount(), table.row_at(0)) == (0, None)


def test_a_row_that_is_gone_says_nothing_until_the_list_is_asked_again(table):
    table.show_ids([1, 999])
    assert table.row_at(1) is None
    assert table.data(table.index(1, 0)) is None
    assert not table.setData(table.index(1, 0), "X")


def test_typing_is_handed_on_unless_it_is_wrong_or_nothing_new(table, shelf):
    table.show_ids([1, 2])
    title = table.index(1, 0)
    assert table.setData(title, " New title ")
    assert table.setData(title, "Book 2")
    assert not table.setData(title, "  ")
    assert not table.setData(table.index(1, 1), "9")
    assert not table.setData(QModelIndex(), "X")
    assert shelf[2] == [(2, "New title")]
    assert table.what_is_wrong(title, " ") == "A book needs a title."
    assert table.what_is_wrong(title, "Good") == ""


def test_only_a_column_that_takes_typing_can_be_edited(table):
    table.show_ids([1])
    editable = Qt.ItemFlag.ItemIsEditable
    assert [bool(table.flags(table.index(0, n)) & editable) for n in (0, 1)] == [True, False]


def test_words_are_never_markup_and_are_spoken_with_their_heading(table, shelf):
    shelf[0][1] = Book(1, "<b>Ann", 3)
    table.show_ids([1])
    cell = table.index(0, 0)
    assert table.data(cell) == "<b>Ann"
    assert "&lt;b&gt;Ann" in table.data(cell, Qt.ItemDataRole.ToolTipRole)
    assert table.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "Title: <b>Ann"
    across, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    assert table.headerData(0, across) == "Title"
    assert table.headerData(0, across, tip) == "Sort by title (F4)"
    assert table.headerData(1, across, tip) is None
