"""Frames through a pipe: a length in four bytes, then so many bytes. None is taken on trust."""

import struct
from collections.abc import Iterable, Iterator
from typing import IO

MAX_FRAME_BYTES = 64_000_000
MAX_ALL_BYTES = 300_000_000

_LENGTH = struct.Struct(">I")


class BrokenOff(Exception):  # noqa: N818 - what it says, not how it is said
    """The pipe ended inside a frame, or a frame is longer than any may be."""


def send(stream: IO[bytes], frames: Iterable[bytes]) -> None:
    """Write frames, one by one as they are made; OSError when nobody reads."""
    for frame in frames:
        stream.write(_LENGTH.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def received(
    stream: IO[bytes], *, max_frame: int = MAX_FRAME_BYTES, max_all: int = MAX_ALL_BYTES
) -> Iterator[bytes]:
    """The frames that come, as they come, until the pipe ends; BrokenOff beyond `max_` bytes."""
    left = max_all
    while head := stream.read(_LENGTH.size):
        if len(head) < _LENGTH.size:
            raise BrokenOff("ended inside a length")
        (length,) = _LENGTH.unpack(head)
        left -= length
        if length > max_frame or left < 0:
            raise BrokenOff("too much")
        frame = stream.read(length)
        if len(frame) < length:
            raise BrokenOff("ended inside a frame")
        yield frame
