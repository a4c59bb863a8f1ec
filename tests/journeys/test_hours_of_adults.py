"""Hours of an adult typed by keys alone: what the plan lacks is said, the next draft keeps them."""

import pytest
from PySide6.QtCore import Qt

from plplanner.rotation.queries import plan_on
from plplanner.rotation.stations.queries import stations_of_class
from tests.builders import MONDAY
from tests.journeys.test_other_days import (  # noqa: F401 - a fixture is found by its name
    be_active,
    open_from,
    screen_of,
    teacher,
    undo,
)
from tests.journeys.test_stations_by_hand import type_here, walk_to

pytestmark = pytest.mark.long


def rounds_at(planner, name):
    """When each round starts in which somebody is at a station."""
    plan = planner.ask(plan_on, class_id=1, day=MONDAY)
    starts = {row.number: row.starts_at for row in plan.rounds}
    visits = [visit for line in plan.groups for visit in line.visits]
    return sorted({starts[one.round_number] for one in visits if one.station_name == name})


def said(teacher):  # noqa: F811
    return [one.text for one in screen_of(teacher).model.lesson.checks.to_look_at]


def test_the_next_draft_sends_nobody_where_the_adult_is_not_there(teacher, planned, qtbot):  # noqa: F811
    digest = planned.digest()
    name = planned.ask(stations_of_class, class_id=1)[1].name
    first, *later = rounds_at(planned, name)
    panel = open_from(teacher, screen_of(teacher).bar.more, "Stations")
    line = panel.lines[1]
    walk_to(qtbot, line.adult)
    type_here(qtbot, "Ms. R 9:10")
    qtbot.keyClick(line.adult, Qt.Key.Key_Return)
    assert panel.error.text().startswith("“Ms. R 9:10” is no name with hours.")
    qtbot.keyClick(line.adult, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, f"Ms. R from {later[0]:%H:%M}")
    walk_to(qtbot, line.needed)
    qtbot.keyClick(line.needed, Qt.Key.Key_Space)
    walk_to(qtbot, panel.add)
    qtbot.keyClick(panel.add, Qt.Key.Key_Return)
    type_here(qtbot, "Makers")
    walk_to(qtbot, panel.set)
    qtbot.keyClick(panel.set, Qt.Key.Key_Space)
    assert [words for words in said(teacher) if words.startswith(f"Ms. R is at {name} from")]
    be_active(teacher)
    screen_of(teacher).model.draft_again()
    qtbot.waitUntil(lambda: "again" in (planned.undo_label or ""))
    assert first not in rounds_at(planned, name)
    assert rounds_at(planned, name)
    assert not [words for words in said(teacher) if "Ms. R" in words]
    undo(teacher)
    undo(teacher)
    assert planned.digest() == digest


def test_an_adult_who_comes_on_other_days_is_not_reckoned_with(teacher, planned, qtbot):  # noqa: F811
    digest = planned.digest()
    name = planned.ask(stations_of_class, class_id=1)[1].name
    panel = open_from(teacher, screen_of(teacher).bar.more, "Stations")
    line = panel.lines[1]
    walk_to(qtbot, line.adult)
    type_here(qtbot, "Ms. R Tue, Thu")
    walk_to(qtbot, line.needed)
    qtbot.keyClick(line.needed, Qt.Key.Key_Space)
    walk_to(qtbot, panel.add)
    qtbot.keyClick(panel.add, Qt.Key.Key_Return)
    type_here(qtbot, "Makers")
    walk_to(qtbot, panel.set)
    qtbot.keyClick(panel.set, Qt.Key.Key_Space)
    assert [
        words for words in said(teacher) if words.startswith(f"Ms. R is at {name} only Tue, Thu")
    ]
    be_active(teacher)
    screen_of(teacher).model.draft_again()
    qtbot.waitUntil(lambda: "again" in (planned.undo_label or ""))
    assert rounds_at(planned, name) == []
    model = screen_of(teacher).model
    model.turn_page(1)
    names = {cell.station for cells in model.grid().cells for cell in cells}
    assert name in names, "on Tuesday she is there"
    undo(teacher)
    undo(teacher)
    assert planned.digest() == digest
