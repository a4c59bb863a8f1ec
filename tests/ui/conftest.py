"""Windows for tests: one application, offscreen, light, on a copy of a prepared planner."""

import shutil
import sys
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from plplanner.cli.main import main as command_line
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences, RememberedWindow
from plplanner.sample import add_sample_class
from plplanner.store.planner_file import create_planner, open_planner
from plplanner.terms import Paper
from plplanner.ui.assembly import assemble
from plplanner.ui.desk import Desk
from plplanner.ui.jobs import Jobs
from plplanner.ui.kit.theme import Theme
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.lesson_choice import LessonChoice
from plplanner.ui.stage import Stage, Wishes
from tests.builders import NOW


@pytest.fixture(scope="session")
def application():
    return QApplication.instance() or QApplication(["plplanner"])


@pytest.fixture(scope="session")
def theme(application):
    return Theme(application, Mode.LIGHT)


@pytest.fixture(scope="session")
def prepared_sample(tmp_path_factory):
    """A planner with the sample class, made once and copied per test."""
    path = tmp_path_factory.mktemp("prepared") / "sample.plplanner"
    planner = create_planner(path, now=NOW)
    planner.do(add_sample_class, now=NOW)
    planner.close()
    return path


@pytest.fixture(scope="session")
def prepared_plan(prepared_sample, tmp_path_factory):
    """The sample planner with groups and a plan for Monday, made once and copied per test."""
    path = tmp_path_factory.mktemp("planned") / "sample.plplanner"
    shutil.copy(prepared_sample, path)
    around = Surroundings(NOW, Preferences(path.parent, Paper.LETTER), StringIO(), StringIO())
    where = ["--planner", str(path), "--class", "Math 3", "--save"]
    assert command_line(["groups", *where], around) == 0, around.err.getvalue()
    assert command_line(["plan", *where, "--date", "2026-11-23"], around) == 0
    return path


@pytest.fixture
def planned(prepared_plan, tmp_path):
    """An open copy of the planner with groups and a plan."""
    planner = open_planner(Path(shutil.copy(prepared_plan, tmp_path / "p.plplanner")), now=NOW)
    yield planner
    planner.close()


@pytest.fixture
def sample_planner(prepared_sample, tmp_path):
    """An open copy of the sample planner."""
    path = Path(shutil.copy(prepared_sample, tmp_path / "sample.plplanner"))
    planner = open_planner(path, now=NOW)
    yield planner
    planner.close()


@pytest.fixture
def empty_planner(tmp_path):
    """An open planner with nothing in it."""
    planner = create_planner(tmp_path / "empty.plplanner", now=NOW)
    yield planner
    planner.close()


@pytest.fixture
def stage_on(application, theme, tmp_path):
    """`stage_on(planner)`: what a screen is handed, with nobody listening to its wishes."""
    made = []

    def build(planner):
        desk, jobs = Desk(planner), Jobs()
        stage = Stage(
            desk=desk,
            jobs=jobs,
            theme=theme,
            choice=LessonChoice(desk, today=NOW.date()),
            wishes=Wishes(),
            preferences=Preferences(tmp_path, Paper.LETTER),
            clock=lambda: NOW,
            documents=tmp_path,
        )
        made.append(stage)
        return stage

    yield build
    for stage in made:
        stage.jobs.wait()
    application.processEvents()  # answers still under way arrive before their receivers go


@pytest.fixture
def window_on(application, qtbot, tmp_path, monkeypatch):
    """`window_on(planner, room="tomorrow")`: the whole window, shown."""
    monkeypatch.setattr("sys.excepthook", sys.excepthook)  # put back afterwards
    made = []

    def build(planner, room="tomorrow", size=(1366, 740), mode="light"):
        window = assemble(
            application,
            planner,
            preferences=Preferences(tmp_path, Paper.LETTER),
            remembered=RememberedWindow(width=size[0], height=size[1], room=room, mode=mode),
            clock=lambda: NOW,
        )
        faults = []
        window.stage.jobs.failed.connect(faults.append)
        made.append((window, faults))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield build
    for window, faults in made:
        window.stage.jobs.wait()
        application.processEvents()
        assert faults == []
