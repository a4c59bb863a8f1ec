from contextlib import nullcontext

import pytest
from PySide6.QtWidgets import QApplication

from plplanner.roster.commands import add_class
from plplanner.ui.screens.importing.comparing import Comparing
from plplanner.ui.screens.importing.files_in import FileIn, Told
from plplanner.ui.screens.importing.knowing import Knowing
from tests.importing.files import read_text

READ = read_text("Name,Section,Quiz /5\nAnn,P2,3\nBo,P4,4\n")
FILE = FileIn("a.csv", READ)


@pytest.fixture
def stage(stage_on, empty_planner):
    empty_planner.do(add_class, name="Period 2")
    return stage_on(empty_planner)


@pytest.fixture
def comparing(stage):
    return Comparing(stage, Knowing(stage.desk))


def test_the_newest_comparison_alone_is_answered(comparing, qtbot):
    heard = []
    for name in ("P2", "P4"):
        told = Told(class_name=name)
        comparing.begin(
            FILE, READ, told, then=lambda people, preview: heard.append((people, preview))
        )
    assert comparing.is_under_way
    qtbot.waitUntil(lambda: not comparing.is_under_way)
    ((people, preview),) = heard
    assert [row.name for row in people.classes] == ["Period 2"]
    assert [part.name for part in preview.classes] == ["P4", "P2"]


@pytest.mark.parametrize("is_thinking", [False, True])
def test_stopped_nothing_is_answered(comparing, stage, qtbot, is_thinking):
    heard = []
    with qtbot.waitSignal(stage.jobs.busy) if is_thinking else nullcontext():
        comparing.begin(FILE, READ, Told(class_name="P2"), then=lambda *told: heard.append(told))
    comparing.stop()
    assert not comparing.is_under_way
    QApplication.processEvents()
    stage.jobs.wait()
    QApplication.processEvents()
    assert heard == []
