"""Runs a writer in a child that can be killed, or stopped and looked at, at any moment."""

import os
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Rows = dict[str, int]


@dataclass(frozen=True)
class Moment:
    """A stopped writer: the rows it had acknowledged, and its files as they stand."""

    acked: Rows
    files: dict[str, bytes]


class Writer:
    """A forked child that works and acknowledges each saved row with a line `ACK id value`."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._reading, writing = os.pipe()
        with warnings.catch_warnings():  # Python 3.12 warns of threads; the child starts none
            warnings.simplefilter("ignore", DeprecationWarning)
            self._child = os.fork()
        if self._child == 0:
            _work_and_leave(work, writing)
        os.close(writing)
        self._told = b""

    def wait_for_acks(self, count: int) -> None:
        while self._told.count(b"\n") < count and self._hear():
            pass

    def moment(self, folder: Path) -> Moment:
        """Stop the writer and look at everything; it stands still until `go_on`."""
        os.kill(self._child, signal.SIGSTOP)
        os.waitpid(self._child, os.WUNTRACED)
        os.set_blocking(self._reading, False)
        with suppress(BlockingIOError):
            while self._hear():
                pass
        os.set_blocking(self._reading, True)
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        return Moment(self.acked, files)

    def go_on(self) -> None:
        os.kill(self._child, signal.SIGCONT)

    def kill(self) -> Rows:
        """SIGKILL; returns every row acknowledged before it struck."""
        os.kill(self._child, signal.SIGKILL)
        while self._hear():
            pass
        os.close(self._reading)
        status = os.waitpid(self._child, 0)[1]
        assert os.WIFSIGNALED(status), "the writer ended before it was killed"
        return self.acked

    @property
    def acked(self) -> Rows:
        whole_lines = self._told.decode().split("\n")[:-1]
        words = [line.split() for line in whole_lines if line.startswith("ACK ")]
        return {row_id: int(value) for _, row_id, value in words}

    def _hear(self) -> bool:
        more = os.read(self._reading, 4096)
        self._told += more
        return bool(more)


def moments(writer: Writer, folder: Path, pauses: Iterator[float]) -> Iterator[Moment]:
    """The writer's files after each pause (seconds)."""
    for pause in pauses:
        writer.go_on()
        time.sleep(pause)
        yield writer.moment(folder)


def _work_and_leave(work: Callable[[], None], writing: int) -> None:
    try:
        os.dup2(writing, 1)
        work()
    finally:
        os._exit(1)
