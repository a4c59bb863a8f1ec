from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor

from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.kit.plan_grid import SMALLEST_ROW, PlanGrid
from plplanner.ui.kit.plan_grid_paint import name_at, pick_button, pin_button
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows


def picture_of(theme, qtbot, *, task, height=200):
    grid = PlanGrid(theme)
    qtbot.addWidget(grid)
    cell = GridCell("laptop", "Digital", task, "Chromebooks", hint="3 ideas fit")
    grid.show_plan(
        PlanGridRows(
            GridRound("Launch", ""),
            (GridRound("Round 1", "9:10"), GridRound("Round 2", "9:25")),
            (GridGroup(GROUP_IDENTITIES[0], ("Ada",)),),
            ((cell, cell),),
        )
    )
    grid.resize(664, height)
    grid.show()
    return grid, grid.viewport().grab().toImage()


def colour_at(grid, image, column):
    rect = grid.visualRect(grid.table.index(0, column))
    return image.pixelColor(rect.right() - 8, rect.bottom() - 8)


def test_only_a_cell_without_a_task_is_warm(theme, qtbot):
    grid, image = picture_of(theme, qtbot, task="")
    assert colour_at(grid, image, 2) == QColor(theme.palette["warnbg"])
    grid, image = picture_of(theme, qtbot, task="Read")
    assert colour_at(grid, image, 2) == QColor(theme.palette["sheet"])


def test_the_current_cell_is_tinted_and_framed(theme, qtbot):
    grid, image = picture_of(theme, qtbot, task="Read")
    assert colour_at(grid, image, 1) == QColor(theme.palette["tint"])
    rect = grid.visualRect(grid.table.index(0, 1))
    assert image.pixelColor(rect.left() + 1, rect.center().y()) == QColor(theme.palette["accent"])


def test_the_button_of_an_empty_cell_lies_inside_it(theme):
    cell = QRect(200, 40, 160, 90)
    assert cell.contains(pick_button(cell))


def test_a_locked_cell_wears_a_pin_and_its_first_line_keeps_clear_of_it(theme, qtbot):
    grid, before = picture_of(theme, qtbot, task="Read")
    rows = grid.table.rows
    locked = replace(
        rows.cells[0][1], is_locked=True, station="A station with a very long name " * 3
    )
    grid.show_plan(replace(rows, cells=((rows.cells[0][0], locked),)))
    image = grid.viewport().grab().toImage()
    pin = pin_button(grid.visualRect(grid.table.index(0, 2)))
    inks = {
        image.pixelColor(pin.left() + x, pin.top() + y).name()
        for x in range(pin.width())
        for y in range(pin.height())
    }
    assert QColor(theme.palette["ink2"]).name() in inks
    edge = pin.left()
    assert all(
        image.pixelColor(edge, pin.top() + y) == QColor(theme.palette["sheet"])
        for y in range(2, pin.height())
    )
    assert before.pixelColor(pin.center()) == QColor(theme.palette["sheet"])


def test_what_is_past_is_quiet_and_the_head_of_now_stands_out(theme, qtbot):
    grid, _ = picture_of(theme, qtbot, task="Read")
    rows = grid.table.rows
    past = replace(rows.cells[0][1], task="", is_past=True)
    now = replace(rows.rounds[1], is_now=True)
    shown = replace(rows, rounds=(rows.rounds[0], now), cells=((rows.cells[0][0], past),))
    grid.show_plan(shown)
    image = grid.viewport().grab().toImage()
    assert colour_at(grid, image, 2) == QColor(theme.palette["sunk"])
    heads = grid.horizontalHeader()
    head = heads.viewport().grab().toImage()
    place = heads.sectionViewportPosition(2) + heads.sectionSize(2) - 8
    assert head.pixelColor(place, 20) == QColor(theme.palette["accent"])


def test_a_point_in_a_group_s_cell_finds_the_name_written_there(theme):
    group = GridGroup(GROUP_IDENTITIES[0], ("Ann", "Bo Lee", "Cy (absent)", "Dee", "Eve", "Flo"))
    cell = QRect(0, 0, 184, 120)
    first_line = [name_at(cell, group, QPoint(x, 48)) for x in (20, 55, 110)]
    assert first_line == [0, 1, 2]
    assert name_at(cell, group, QPoint(20, 66)) == 3
    assert name_at(cell, group, QPoint(20, 20)) == -1
    assert name_at(cell, group, QPoint(178, 66)) == -1
    assert name_at(cell, group, QPoint(5, 48)) == -1


def inked_rows(theme, qtbot, *, task, height):
    """In which rows of pixels something is written below the station, cell 0."""
    grid, image = picture_of(theme, qtbot, task=task, height=height)
    rect = grid.visualRect(grid.table.index(0, 1))
    ground = image.pixelColor(rect.right() - 3, rect.bottom() - 3)
    across = range(rect.left() + 12, rect.right() - 4)
    return [
        y - rect.top()
        for y in range(rect.top() + 32, rect.bottom() - 2)
        if any(image.pixelColor(x, y) != ground for x in across)
    ]


def test_a_long_task_takes_the_line_of_its_place_in_a_low_row(theme, qtbot):
    short = inked_rows(theme, qtbot, task="Read", height=124)
    long = inked_rows(theme, qtbot, task="Finish one lesson on screen today", height=124)
    assert max(long) - min(long) > 25, "two lines of a task"
    assert any(later - earlier > 5 for earlier, later in pairwise(short)), "a task, then its place"


def test_what_stands_in_leaves_both_lines_to_a_long_task_and_keeps_its_sign(theme, qtbot):
    long = "Correct and explain three mistakes"

    def inked(**fields):
        grid, _ = picture_of(theme, qtbot, task=long, height=124)
        rows = grid.table.rows
        cell = replace(rows.cells[0][0], note="Not Jump", note_icon="nowifi", **fields)
        grid.show_plan(replace(rows, cells=((cell, *rows.cells[0][1:]),)))
        grid.setCurrentIndex(grid.table.index(0, 2))
        image, rect = (
            grid.viewport().grab().toImage(),
            grid.visualRect(grid.table.index(0, 1)),
        )
        ground = image.pixelColor(rect.right() - 3, rect.bottom() - 3)
        corner = [
            (x, y)
            for x in range(rect.right() - 30, rect.right() - 8)
            for y in range(rect.top() + 8, rect.top() + 26)
            if image.pixelColor(x, y) != ground
        ]
        return bool(corner)

    assert inked(yields=True)
    assert not inked(yields=False)


def six_groups(theme, qtbot, **fields):
    """A grid so low that six groups just have their least height, and its picture."""
    grid, _ = picture_of(theme, qtbot, task="Read", height=46 + 6 * SMALLEST_ROW)
    names = "Aleksandra", "Christopher", "Guadalupe", "Bartholomew"
    groups = tuple(GridGroup(identity, names) for identity in GROUP_IDENTITIES[:6])
    rows = grid.table.rows
    cell = replace(rows.cells[0][0], **fields)
    grid.show_plan(replace(rows, groups=groups, cells=((cell, cell),) * 6))
    grid.setCurrentIndex(grid.table.index(5, 2))
    return grid, grid.viewport().grab().toImage()


def inked_bands(image, rect, ground):
    """How many lines are written in a rectangle: bands of rows that hold ink."""
    inked = [
        any(image.pixelColor(x, y) != ground for x in range(rect.left(), rect.right()))
        for y in range(rect.top(), rect.bottom())
    ]
    return sum(here and not before for before, here in pairwise([False, *inked]))


def test_six_groups_are_in_sight_on_a_small_screen_with_two_lines_of_names_each(theme, qtbot):
    grid, image = six_groups(theme, qtbot)
    last = grid.visualRect(grid.table.index(5, 0))
    assert last.height() == SMALLEST_ROW
    first = grid.visualRect(grid.table.index(0, 0))
    assert grid.viewport().rect().contains(first.united(last))
    ground = image.pixelColor(last.right() - 3, last.bottom() - 2)
    names = last.adjusted(18, 27, -4, 0)
    assert inked_bands(image, names, ground) == 2
    assert name_at(last, grid.table.rows.groups[5], QPoint(30, last.bottom() - 10)) >= 2


@pytest.mark.parametrize("hint", ["3 ideas fit", "3 ideas fit, and each of them has words"])
def test_how_many_ideas_fit_is_never_cut_by_the_edge_of_a_low_row(theme, qtbot, hint):
    def inks_beside_button(hint):
        grid, image = six_groups(theme, qtbot, task="", station="", hint=hint)
        cell = grid.visualRect(grid.table.index(0, 1))
        ground = image.pixelColor(cell.right() - 3, cell.top() + 3)
        button = pick_button(cell)
        assert cell.contains(button)
        beside = QRect(button.right() + 2, cell.top() + 4, 90, SMALLEST_ROW - 8)
        below = QRect(button.left(), button.bottom() + 2, 90, cell.bottom() - button.bottom() - 4)
        assert inked_bands(image, below, ground) == 0
        return inked_bands(image, beside, ground)

    assert inks_beside_button(hint) == (1 if len(hint) < 12 else 0)


def test_in_a_student_s_line_a_note_has_its_room_before_the_station(theme, qtbot):
    def warm_columns(station):
        grid = PlanGrid(theme)
        qtbot.addWidget(grid)
        cell = GridCell(
            "laptop", station, "Read", "", note="out until 9:25", note_icon="out", warns=True
        )
        grid.show_plan(
            PlanGridRows(
                GridRound("Launch", ""),
                (GridRound("Round 1", "9:10"),),
                (GridGroup(GROUP_IDENTITIES[0], ("Maya",), is_student=True),),
                ((cell,),),
            )
        )
        grid.resize(360, 200)
        grid.show()
        image, rect = grid.viewport().grab().toImage(), grid.visualRect(grid.table.index(0, 1))
        warm = QColor(theme.palette["warnink"])
        return [
            x for x in range(rect.left(), rect.right())
            if any(image.pixelColor(x, y) == warm for y in range(rect.top(), rect.bottom()))
        ]  # fmt: skip

    short, long = warm_columns("Art"), warm_columns("Hands-on with a long name")
    assert len(long) == len(short), "all of the note is there"
    assert long[0] > short[0]
