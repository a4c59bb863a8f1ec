"""What every test gets: a home of its own, no network, and no warning left unread."""

import gc
import os
import socket
import sys
from itertools import count

import pytest
from hypothesis import settings

from plplanner.app import import_plainly
from plplanner.store import engine, planner_file

# Before any application is made: a test never opens a window on somebody's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# What a person keeps elsewhere is looked for in the home, and that is each test's own.
for _kind in ("DATA", "CONFIG", "CACHE", "STATE"):
    os.environ.pop(f"XDG_{_kind}_HOME", None)


# Every day a few examples of each property; the long run takes them all again, five times as many.
# No deadline: no test is about how fast this computer is.
settings.register_profile("everyday", max_examples=20, deadline=None)
settings.register_profile("long", max_examples=100, deadline=None)
settings.load_profile("everyday")

_HOMES = count()


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory, monkeypatch):
    # Not mktemp: it looks at all the folders made before to find the next number.
    home = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    def refuse(self, address):
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a test tried to reach {address}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(autouse=True)
def _nobody_waits_for_the_disk(monkeypatch):
    # Where tests are about what survives a kill or a power cut, a fixture of this name does wait.
    monkeypatch.setattr(
        engine, "_PRAGMAS_FOR_WRITING", ("journal_mode = TRUNCATE", "synchronous = OFF")
    )
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture(autouse=True, scope="session")
def _statements_are_compiled_once():
    # Every planner has an engine of its own, and each would compile the same statements anew:
    # a teacher opens one planner, the tests hundreds.
    make, made = planner_file.engine_on, []

    def engine_on(connection):
        new = make(connection)
        first, *_ = made or [new]
        made[:] = [first]
        new.dialect, new._compiled_cache = first.dialect, first._compiled_cache
        return new

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planner_file, "engine_on", engine_on)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown():
    """A window that was closed is gone before the next test: Qt restyles all that is alive."""
    yield
    if core := sys.modules.get("PySide6.QtCore"):
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


def pytest_collection(session):
    """While everything is imported there is no garbage worth looking for, nor spellings of Qt."""
    gc.disable()
    import_plainly()


def pytest_collection_finish(session):
    """What was imported stays: the collector need not walk it again in every test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a test makes little garbage and is soon over
    gc.enable()
