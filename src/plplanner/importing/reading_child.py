"""The process that reads one untrusted file: little memory, little time, no file of its own.

It is started by `read_apart`, takes one request from its standard input, answers on its standard
output, and is ended. A fault of ours ends it without an answer, which the other side knows how to
say.
"""

import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from plplanner.importing.frames import received, send
from plplanner.importing.read_file import read_files, read_gradebook
from plplanner.importing.reading_as_text import NAMED_READS, READY, SEVERAL, frames_of
from plplanner.importing.rows import GradebookRead
from plplanner.problems import Problem

MAX_REQUEST_BYTES = 400_000_000

# By the name of the limit in `resource`. Memory in bytes, processor time in seconds.
LIMITS = {
    "RLIMIT_AS": 1_000_000_000,
    "RLIMIT_DATA": 1_000_000_000,
    "RLIMIT_CPU": 20,
    "RLIMIT_NOFILE": 16,
    "RLIMIT_FSIZE": 0,
    "RLIMIT_CORE": 0,
    "RLIMIT_NPROC": 0,
}


def main() -> None:
    """Promise to stay small, then read what is asked for and answer."""
    stay_small()
    answer_one(sys.stdin.buffer, sys.stdout.buffer)


def answer_one(asked: IO[bytes], answered: IO[bytes]) -> None:
    """Say ready, take one request, and answer it.

    A request is the word `one`, a name, a content and perhaps the section and the file of a ZIP
    that are wanted; or the word `several`, a name, and the name and the content of each file in
    turn. Every part is a frame.
    """
    send(answered, [READY])
    request = list(received(asked, max_all=MAX_REQUEST_BYTES))
    if request:  # else whoever started this process has left
        what, name, *parts = request
        answer = _several if what == SEVERAL else _one
        send(answered, answer(name.decode(), parts))


def _one(name: str, parts: list[bytes]) -> Iterator[bytes]:
    content, section, member = (*parts, b"", b"")[:3]
    try:
        read = read_gradebook(
            file_name=name,
            content=content,
            section=section.decode() or None,
            member=member.decode() or None,
        )
    except Problem as problem:
        return frames_of(problem, GradebookRead)
    return frames_of(read, GradebookRead)


def _several(name: str, parts: list[bytes]) -> Iterator[bytes]:
    names = [file_name.decode() for file_name in parts[::2]]
    try:
        reads = read_files(name=name, files=dict(zip(names, parts[1::2], strict=True)))
    except Problem as problem:
        return frames_of(problem, NAMED_READS)
    return frames_of(reads, NAMED_READS)


def stay_small() -> None:
    """Lower the limits of this process for good. Windows has none; there the clock must do."""
    sys.dont_write_bytecode = True
    try:
        import resource  # noqa: PLC0415 - only where there is such a thing
    except ImportError:
        return
    for name, limit in LIMITS.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        _, hard = resource.getrlimit(which)
        lowest = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        with suppress(ValueError, OSError):  # macOS knows of some limits only by name
            resource.setrlimit(which, (lowest, lowest))


if __name__ == "__main__":
    main()
