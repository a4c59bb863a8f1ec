"""What lies inside a zipped file, inflated only after its size is known to be safe."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

from plplanner.importing.limits import (
    MAX_INFLATED_BYTES,
    MAX_INFLATION,
    MAX_MEMBERS,
    SMALL_ENOUGH_BYTES,
)
from plplanner.problems import Problem

_LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
_ENCRYPTED = 0x1
_PIECE = 1_000_000
_MARKUP = (".xml", ".rels", ".vml")


def zip_entries(content: bytes, *, file_name: str) -> Mapping[str, zipfile.ZipInfo]:
    """The files of a zip by name, checked for count, size, locks and doubled names."""
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
    if not all(entry.filename for entry in entries):
        raise damaged(file_name)
    return {entry.filename: entry for entry in entries if not entry.is_dir()}


def read_zip(content: bytes, *, file_name: str) -> Mapping[str, bytes]:
    """Every member by name. Raises Problem for what is damaged, locked, or too large."""
    entries = zip_entries(content, file_name=file_name)
    return {name: member(content, entry, file_name=file_name) for name, entry in entries.items()}


def _room(content: bytes) -> int:
    """Bytes the whole file may inflate to; a small result is harmless at any ratio."""
    return min(MAX_INFLATED_BYTES, max(SMALL_ENOUGH_BYTES, MAX_INFLATION * len(content)))


def member(content: bytes, entry: zipfile.ZipInfo, *, file_name: str) -> bytes:
    """One member in full."""
    return b"".join(member_pieces(content, entry, file_name=file_name))


def member_pieces(content: bytes, entry: zipfile.ZipInfo, *, file_name: str) -> Iterator[bytes]:
    """One member, a megabyte at a time. Raises Problem as soon as it is larger than it says.

    The directory was checked against the limits; a member that keeps to it keeps to them.
    """
    size = 0
    for piece in _inflated(_packed(content, entry, file_name=file_name), entry, file_name):
        size += len(piece)
        if size > entry.file_size:
            raise _too_large(file_name)
        yield piece


def _packed(content: bytes, entry: zipfile.ZipInfo, *, file_name: str) -> memoryview:
    """The bytes of a member as they stand in the zip."""
    start = entry.header_offset
    header = content[start : start + _LOCAL_HEADER.size] if start >= 0 else b""
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise damaged(file_name)
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    begin = start + _LOCAL_HEADER.size + name_length + extra_length
    return memoryview(content)[begin : begin + entry.compress_size]


def _inflated(packed: memoryview, entry: zipfile.ZipInfo, file_name: str) -> Iterator[bytes]:
    if entry.compress_type == zipfile.ZIP_STORED:
        for start in range(0, len(packed), _PIECE):
            yield bytes(packed[start : start + _PIECE])
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        yield from _deflated(packed, file_name)
    else:
        raise damaged(file_name)


def _deflated(packed: memoryview, file_name: str) -> Iterator[bytes]:
    opened = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _PIECE):
            rest: bytes | memoryview = packed[start : start + _PIECE]
            while rest:
                yield opened.decompress(rest, _PIECE)
                rest = opened.unconsumed_tail
            if opened.eof:
                return
        yield opened.flush()
    except zlib.error:
        raise damaged(file_name) from None


def check_members(
    content: bytes, entries: Mapping[str, zipfile.ZipInfo], *, file_name: str
) -> None:
    """Inflate everything once, keeping nothing: sizes are true, and no XML declares entities."""
    for name, entry in entries.items():
        markup = name.casefold().endswith(_MARKUP)
        edge = b""
        for piece in member_pieces(content, entry, file_name=file_name):
            if markup and (declares(piece) or declares(edge + piece[:16])):
                raise declared_entities(file_name)
            edge = piece[-16:]


def refuse_large_total(contents: Iterable[bytes], *, file_name: str) -> None:
    """Raise a Problem when the zipped files of a folder unpack to more than one file may."""
    total = 0
    for content in contents:
        if content.startswith(b"PK"):
            try:
                total += sum(e.file_size for e in zip_entries(content, file_name="").values())
            except Problem:
                continue
        if total > MAX_INFLATED_BYTES:
            raise _too_large(file_name)


def declares(markup: bytes) -> bool:
    """True when XML opens a document type or an entity, which no gradebook needs."""
    return b"<!DOCTYPE" in markup or b"<!ENTITY" in markup


def declared_entities(file_name: str) -> Problem:
    """The Problem for XML that declares names of its own, as only attacks do."""
    return Problem(
        f"“{file_name}” holds declarations that no gradebook needs, so it is not opened.",
        "Export the gradebook again as CSV or XLSX, then import that.",
    )


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
