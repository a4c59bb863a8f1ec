"""What every test gets: a home of its own, no network, and no warning left unread."""

import gc
import os
import socket
from itertools import count

import pytest

# Before any application is made: a test never opens a window on somebody's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"


_HOMES = count()


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory, monkeypatch):
    # Not mktemp: it looks at all the folders made before to find the next number.
    home = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    home.mkdir()
    for name in ("HOME", *(f"XDG_{kind}_HOME" for kind in ("DATA", "CONFIG", "CACHE", "STATE"))):
        monkeypatch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(self, address):
        if self.family != socket.AF_UNIX:
            raise AssertionError(f"a test tried to reach {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def pytest_collection_finish(session):
    """What was imported stays: the collector need not walk it again in every test."""
    gc.collect()
    gc.freeze()
