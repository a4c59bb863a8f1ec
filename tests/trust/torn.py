"""What a power cut may leave of a planner: writes that were not flushed yet, lost or torn.

Rests on SQLite's own order (synchronous = FULL): the pages to keep are written to the journal and
flushed; only then their number is put into its first sector, and that is flushed; then the pages
of the step are written and flushed; then the journal is emptied. So while the journal names no
number, all of it may hold anything; once it does, its first sector may until the first page is
written; and from then on the pages it keeps may. What was flushed is never torn: the journal's
checksum looks at every 200th byte only, and could not tell.
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
        unflushed = SECTOR if kept else len(journal)
        head = _scrambled(journal[:unflushed], b"", dice)
        return {**files, f"{name}-journal": head + journal[unflushed:]}, "journal"
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
