"""Windows for tests: one application, offscreen, light, on a copy of a prepared planner."""

import sys

import pytest
from PySide6.QtWidgets import QApplication

from plplanner.preferences import Preferences, RememberedWindow
from plplanner.terms import Paper
from plplanner.ui.assembly import assemble
from plplanner.ui.desk import Desk
from plplanner.ui.jobs import Jobs
from plplanner.ui.kit.theme import Theme
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.lesson_choice import LessonChoice
from plplanner.ui.stage import Stage, Wishes
from tests.builders import NOW, a_planner
from tests.prepared import the_planned_sample, the_sample


@pytest.fixture(scope="session")
def application():
    return QApplication.instance() or QApplication(["plplanner"])


@pytest.fixture(scope="session")
def theme(application):
    return Theme(application, Mode.LIGHT)


@pytest.fixture(scope="session")
def prepared_plan(tmp_path_factory):
    """A planner file with the sample class, groups and a plan for Monday, to look at."""
    path = tmp_path_factory.mktemp("planned") / "sample.plplanner"
    path.write_bytes(the_planned_sample())
    return path


@pytest.fixture
def planned(tmp_path):
    """An open planner with the sample class, groups and a plan for Monday."""
    with a_planner(tmp_path, "p.plplanner", holding=the_planned_sample()) as planner:
        yield planner


@pytest.fixture
def sample_planner(tmp_path):
    """An open planner with the sample class."""
    with a_planner(tmp_path, "sample.plplanner", holding=the_sample()) as planner:
        yield planner


@pytest.fixture
def empty_planner(tmp_path):
    """An open planner with nothing in it."""
    with a_planner(tmp_path, "empty.plplanner") as planner:
        yield planner


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
def list_screen_on(stage_on, qtbot):
    """`list_screen_on(StudentsScreen, planner)`: a list room by itself, shown, nothing delayed."""

    def build(screen_class, planner):
        made = screen_class(stage_on(planner))
        made.beside_after = 0
        qtbot.addWidget(made)
        made.resize(1206, 662)
        made.show()
        made.come_up()
        made.activateWindow()
        made.first_focus().setFocus()
        return made

    return build


@pytest.fixture
def window_on(application, qtbot, tmp_path, monkeypatch):
    """`window_on(planner, room="tomorrow")`: the whole window, shown."""
    monkeypatch.setattr("sys.excepthook", sys.excepthook)  # put back afterwards
    made = []

    def build(planner, room="tomorrow", size=(1366, 740), mode="light", clock=lambda: NOW):
        window = assemble(
            application,
            planner,
            preferences=Preferences(tmp_path, Paper.LETTER),
            remembered=RememberedWindow(width=size[0], height=size[1], room=room, mode=mode),
            clock=clock,
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
