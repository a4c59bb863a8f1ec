"""Reads an untrusted file in a process of its own, which can be ended at any moment.

The file cannot hang plplanner, fill its memory or touch a planner: what comes back is text, checked
value by value. Where no process can be started, that is said; the file is never read here instead.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Self, TypeVar

import plplanner
from plplanner.importing.frames import BrokenOff, received, send
from plplanner.importing.plain_values import NotAsAgreed
from plplanner.importing.reading_as_text import NAMED_READS, ONE, READY, SEVERAL, answer_in
from plplanner.importing.rows import GradebookRead, NamedRead
from plplanner.problems import Problem, WhoMends

T = TypeVar("T")

MOST_SECONDS = 20.0

_MAX_NAME_SHOWN = 80
# The folders of modules come as words: without `site`, no .pth file runs anything in this process.
_START = (
    "import sys; sys.path.extend(sys.argv[1:]); "
    "from plplanner.importing.reading_child import main; main()"
)


def reading_command() -> tuple[str, ...]:
    """How the process is started: the only place that knows; a frozen app has its own word here."""
    cache = (f"-Xpycache_prefix={sys.pycache_prefix}",) if sys.pycache_prefix else ()
    own = str(Path(plplanner.__file__).parents[1])
    folders = [own, *(place for place in sys.path if Path(place).name == "site-packages")]
    flags = ("-I", "-S", "-Xutf8", *(("-B",) if sys.dont_write_bytecode else ()), *cache)
    return (sys.executable, *flags, "-c", _START, *dict.fromkeys(folders))


def bare_surroundings() -> Mapping[str, str]:
    """The environment of the process: nothing, but for what Windows needs to start any."""
    needed = ("SYSTEMROOT",) if sys.platform == "win32" else ()
    return {name: os.environ[name] for name in needed if name in os.environ}


class FileReader:
    """One process that reads one file. `end` may be called from any thread, at any time.

    As a context it starts at once, so that it is ready when the file is wanted, and leaves nothing.
    """

    def __init__(
        self, *, command: Sequence[str] | None = None, seconds: float = MOST_SECONDS
    ) -> None:
        """Starts nothing yet; `seconds` is the longest that `read` may take."""
        self._command = command
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ended = False
        self._is_too_slow = False

    def __enter__(self) -> Self:
        with suppress(OSError):  # `read` tries again and says it
            self._started()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        self._clear_away()

    def read(
        self,
        *,
        file_name: str,
        content: bytes,
        section: str | None = None,
        member: str | None = None,
    ) -> GradebookRead:
        """Everything the file says, as `read_gradebook` does; the process is gone afterwards.

        Raises the Problem the file has, or one that says why it was not read.
        """
        request = [ONE, _text(file_name), content, _text(section or ""), _text(member or "")]
        return self._answer(request, GradebookRead, named=file_name)

    def read_all(self, *, name: str, files: Mapping[str, bytes]) -> tuple[NamedRead, ...]:
        """What each file of a folder called `name` says, as `read_files` does."""
        parts = [part for file, content in files.items() for part in (_text(file), content)]
        return self._answer([SEVERAL, _text(name), *parts], NAMED_READS, named=name)

    def _answer(self, request: Sequence[bytes], kind: type[T], *, named: str) -> T:
        clock = Timer(self._seconds, self._stop_for_time)
        clock.start()
        is_ready = False
        try:
            process = self._started()
            frames = received(_pipe(process.stdout))
            is_ready = next(frames, b"") == READY
            if is_ready:
                with _pipe(process.stdin) as asked:
                    send(asked, request)
                return answer_in(frames, kind)
        except (OSError, BrokenOff, NotAsAgreed) as error:
            raise self._why_not(named, is_ready=is_ready) from error
        finally:
            clock.cancel()
            clock.join()
            self._clear_away()
        raise self._why_not(named, is_ready=is_ready)

    def end(self) -> None:
        """End the process at once, or see that it never starts; `read` then raises a Problem."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                self._process.kill()

    def _stop_for_time(self) -> None:
        self._is_too_slow = True
        self.end()

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._is_ended:
                raise BrokenOff("ended before it began")
            if self._process is None:
                self._process = _process_of(self._command or reading_command())
            return self._process

    def _clear_away(self) -> None:
        """The process has nothing left to do that anybody would miss."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what could not be sent is not missed
                _pipe(pipe).close()

    def _why_not(self, file_name: str, *, is_ready: bool) -> Problem:
        name = file_name[-_MAX_NAME_SHOWN:] or "The file"
        if self._is_too_slow:
            return Problem(
                f"“{name}” took too long to read, so plplanner stopped. Nothing was changed.",
                "Export one class or one term at a time, then import again.",
            )
        if self._is_ended:
            return Problem(f"Reading “{name}” was stopped.", "Import it again when you like.")
        if not is_ready:
            return Problem(
                "plplanner could not start the part of it that reads files. Nothing was changed.",
                "Close other programs, then try again. If it stays so, install plplanner again.",
                who_mends=WhoMends.MACHINE,
            )
        return Problem(
            f"“{name}” could not be read safely, so plplanner stopped. Nothing was changed.",
            "Open it in a spreadsheet, save it as CSV, then import that.",
        )


def _text(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _process_of(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare_surroundings(),
        cwd=Path(sys.executable).parent,
        close_fds=True,
        start_new_session=True,  # Ctrl+C is ours to hear
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise BrokenOff("no pipe")
    return pipe
