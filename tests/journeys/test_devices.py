"""Too few devices tomorrow, typed by keys alone: who lacks one is told, and a click mends it."""

import pytest
from PySide6.QtCore import Qt

from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import NO_DEVICES
from plplanner.terms import StationKind
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


def said(teacher):  # noqa: F811
    return [one.text for one in screen_of(teacher).model.lesson.checks.to_look_at]


def set_for_the_day(teacher, qtbot, number):  # noqa: F811
    panel = open_from(teacher, screen_of(teacher).bar.more, "Devices")
    walk_to(qtbot, panel.of_day.number)
    qtbot.keyClick(panel.of_day.number, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, number)
    qtbot.keyClick(panel.of_day.number, Qt.Key.Key_Return)


def on_paper(planner):
    plan = planner.ask(plan_on, class_id=1, day=MONDAY)
    visits = [visit for line in plan.groups for visit in line.visits]
    return {visit.station_kind for visit in visits if visit.stand_in == NO_DEVICES}


def test_too_few_devices_are_shared_or_work_is_on_paper_and_all_is_taken_back(
    teacher,  # noqa: F811
    planned,
    qtbot,
):
    digest = planned.digest()
    set_for_the_day(teacher, qtbot, "4")
    assert [words for words in said(teacher) if words.startswith("4 devices work; ")]
    be_active(teacher)
    teacher.click("Let two share one")
    assert not [words for words in said(teacher) if "devices work" in words]
    assert any(
        words.startswith("Devices: ") for words in screen_of(teacher).model.lesson.checks.quiet
    )
    set_for_the_day(teacher, qtbot, "0")
    be_active(teacher)
    teacher.click("Work on paper")
    assert on_paper(planned) == {StationKind.INDEPENDENT}
    assert not [words for words in said(teacher) if "device works" in words]
    set_for_the_day(teacher, qtbot, "30")
    assert on_paper(planned) == set()
    for _ in range(5):
        undo(teacher)
    assert planned.digest() == digest
