"""What a power cut may leave of a planner: writes that were not flushed yet, lost or torn.

Rests on SQLite's own order: the journal is flushed before the first page of a step is written,
and the pages are flushed before the journal is emptied. So while a journal stands, the pages it
keeps may hold anything; and before the first page is written, the journal itself may.
"""

import struct
from random import Random

SECTOR = 512
_MAGIC = bytes.fromhex("d9d505f920a163d7")


def torn(files: dict[str, bytes], name: str, dice: Random) -> tuple[dict[str, bytes], str]:
    """The files after a cut, and what was torn: nothing, journal or pages."""
    planner, journal = files[name], files.get(f"{name}-journal", b"")
    kept = _pages_kept(journal)
    if not journal:
        return files, "nothing"
    if all(planner[at : at + len(page)] == page for at, page in kept):
        return {**files, f"{name}-journal": _scrambled(journal, b"", dice)}, "journal"
    pages = bytearray(planner)
    for at, page in kept:
        pages[at : at + len(page)] = _scrambled(planner[at : at + len(page)], page, dice)
    return {**files, name: bytes(pages)}, "pages"


def _pages_kept(journal: bytes) -> list[tuple[int, bytes]]:
    """The (offset, earlier bytes) of every page a hot journal can bring back."""
    if not journal.startswith(_MAGIC):
        return []
    count, _, _, sector, size = struct.unpack(">5I", journal[8:28])
    starts = (sector + i * (size + 8) for i in range(count))
    records = (journal[start : start + size + 8] for start in starts)
    return [
        ((struct.unpack(">I", record[:4])[0] - 1) * size, record[4:-4])
        for record in records
        if len(record) == size + 8
    ]


def _scrambled(new: bytes, old: bytes, dice: Random) -> bytes:
    """Each sector as it was meant to be, as it was before (or zeros), or noise."""
    parts = []
    for at in range(0, len(new), SECTOR):
        meant = new[at : at + SECTOR]
        before = old[at : at + SECTOR] or bytes(len(meant))
        parts.append(dice.choice((meant, before, dice.randbytes(len(meant)))))
    return b"".join(parts)
