"""What lies inside a zipped file, inflated only after its size is known to be safe."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from plplanner.importing.limits import (
    MAX_INFLATED_BYTES,
    MAX_INFLATION,
    MAX_MEMBERS,
    SMALL_ENOUGH_BYTES,
)
from plplanner.problems import Problem

_LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
_ENCRYPTED = 0x1


def read_zip(content: bytes, *, file_name: str) -> Mapping[str, bytes]:
    """Every member by name. Raises Problem for what is damaged, locked, or too large.

    Sizes written in the directory can lie, so each member is inflated up to what is left of the
    200 MB and no further.
    """
    entries = _entries(content, file_name=file_name)
    members: dict[str, bytes] = {}
    room = _room(content)
    for entry in entries:
        if entry.is_dir():
            continue
        inflated = _inflate(content, entry, room=room, file_name=file_name)
        room -= len(inflated)
        members[entry.filename] = inflated
    return members


def _room(content: bytes) -> int:
    """Bytes the whole file may inflate to; a small result is harmless at any ratio."""
    return min(MAX_INFLATED_BYTES, max(SMALL_ENOUGH_BYTES, MAX_INFLATION * len(content)))


def _entries(content: bytes, *, file_name: str) -> list[zipfile.ZipInfo]:
    """The directory of the zip, checked for count, locks and doubled names."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        raise damaged(file_name) from None
    if len(entries) > MAX_MEMBERS or sum(entry.file_size for entry in entries) > _room(content):
        raise _too_large(file_name)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise locked(file_name)
    if len({entry.filename.casefold() for entry in entries}) < len(entries):
        raise damaged(file_name)
    return entries


def _inflate(content: bytes, entry: zipfile.ZipInfo, *, room: int, file_name: str) -> bytes:
    """One member in full. Raises Problem beyond `room` bytes."""
    start = entry.header_offset
    header = content[start : start + _LOCAL_HEADER.size] if start >= 0 else b""
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise damaged(file_name)
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    begin = start + _LOCAL_HEADER.size + name_length + extra_length
    packed = content[begin : begin + entry.compress_size]
    inflated = packed
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            inflated = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, room + 1)
        except zlib.error:
            raise damaged(file_name) from None
    elif entry.compress_type != zipfile.ZIP_STORED:
        raise damaged(file_name)
    if len(inflated) > room:
        raise _too_large(file_name)
    return inflated


def damaged(file_name: str) -> Problem:
    """The Problem for a file that ends early or holds garbage."""
    return Problem(
        f"“{file_name}” is damaged or did not download completely.",
        "Export it again, or open it in a spreadsheet and save it as CSV, then import that.",
    )


def locked(file_name: str) -> Problem:
    """The Problem for a file that needs a password."""
    return Problem(
        f"“{file_name}” is protected with a password.",
        "Open it in your spreadsheet, save a copy without a password, then import the copy.",
    )


def _too_large(file_name: str) -> Problem:
    """The Problem for a zip that would swell beyond the limits."""
    return Problem(
        f"“{file_name}” would unpack to more than this program accepts.",
        "Open it in a spreadsheet and save it as CSV, then import that.",
    )
