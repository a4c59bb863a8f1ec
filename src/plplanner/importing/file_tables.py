"""The tables of one file, told by its content and never by its name."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping

from plplanner.importing.crowd import refuse_crowd
from plplanner.importing.file_kinds import (
    other_xml,
    refuse_foreign,
    refuse_foreign_zip,
    refuse_old_document,
)
from plplanner.importing.read_csv import read_csv
from plplanner.importing.read_zip import (
    check_members,
    damaged,
    locked,
    member,
    member_pieces,
    zip_entries,
)
from plplanner.importing.table import Table

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = ("xl/workbook.xml", "content.xml")
_SMALL_PARTS = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")

Entries = Mapping[str, zipfile.ZipInfo]


def packed_files(content: bytes, *, file_name: str) -> Mapping[str, bytes] | None:
    """The files inside a ZIP that is no document itself; None for every other kind of file."""
    if not content.startswith(b"PK"):
        return None
    entries = zip_entries(content, file_name=file_name)
    if any(name in entries for name in _WORKBOOKS):
        return None
    _refuse_foreign_zip(content, entries, file_name=file_name)
    if not entries:
        raise damaged(file_name)
    return {name: member(content, entry, file_name=file_name) for name, entry in entries.items()}


def tables_of(content: bytes, *, file_name: str, section: str | None = None) -> tuple[Table, ...]:
    """Every table of a file that is no folder of files. Raises Problem for all else.

    A sheet of a whole district is refused before it is read, unless `section` says which class
    of it is wanted: then the rows of other classes may be left empty.
    """
    refuse_foreign(content, file_name=file_name)
    if content.startswith(b"PK"):
        return _zipped_workbook(content, file_name=file_name, section=section)
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED_STREAM in content:
            raise locked(file_name)
        refuse_old_document(content, file_name=file_name)
        # The workbook library costs 20 ms to load, which a CSV file must not pay.
        from plplanner.importing.read_xlsx import read_xlsx  # noqa: PLC0415

        return read_xlsx(content, file_name=file_name)
    return _marked_up(content, file_name=file_name) or (read_csv(content, file_name=file_name),)


def _marked_up(content: bytes, *, file_name: str) -> tuple[Table, ...]:
    """The tables of a web page or an XML spreadsheet; () for plain text."""
    head = content[:4000]
    if b"<" not in head[:400]:
        return ()
    # Most files hold no markup; those that do load what reads it.
    from plplanner.importing.read_html import looks_like_html, read_html  # noqa: PLC0415
    from plplanner.importing.read_sheet_xml import (  # noqa: PLC0415
        looks_like_sheet_xml,
        read_sheet_xml,
    )

    if looks_like_sheet_xml(head):
        return read_sheet_xml(content, file_name=file_name)
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if looks_like_html(plain.decode("latin-1")):
        return read_html(content, file_name=file_name)
    if plain.startswith(b"<?xml"):
        raise other_xml(file_name)
    return ()


def _zipped_workbook(content: bytes, *, file_name: str, section: str | None) -> tuple[Table, ...]:
    """The sheets of an XLSX or ODS workbook."""
    entries = zip_entries(content, file_name=file_name)
    _refuse_foreign_zip(content, entries, file_name=file_name)
    check_members(content, entries, file_name=file_name)
    from plplanner.importing.cut_workbook import cut_to_class  # noqa: PLC0415
    from plplanner.importing.number_formats import sheet_shapes  # noqa: PLC0415
    from plplanner.importing.read_xlsx import read_xlsx  # noqa: PLC0415
    from plplanner.importing.tall_sheet import tall_crowd  # noqa: PLC0415

    if "content.xml" in entries:
        if b"manifest:encryption-data" in _part(content, entries, "META-INF/manifest.xml"):
            raise locked(file_name)
        ods = _part(content, entries, "content.xml")
        from plplanner.importing.ods_formulas import ods_shapes  # noqa: PLC0415

        return read_xlsx(content, file_name=file_name, ods=ods, shapes=ods_shapes(ods))

    pieces = _pieces(content, entries, file_name=file_name)
    parts = {name: _part(content, entries, name) for name in _SMALL_PARTS}
    sizes = {name: entry.file_size for name, entry in entries.items()}
    if section:
        shorter = cut_to_class(content, members=parts, sizes=sizes, pieces=pieces, section=section)
        if shorter is not content:
            content = shorter
            pieces = _pieces(
                content, zip_entries(content, file_name=file_name), file_name=file_name
            )
    else:
        refuse_crowd(tall_crowd(parts, sizes, pieces), file_name=file_name)
    shapes = sheet_shapes(parts, pieces)
    return read_xlsx(content, file_name=file_name, shapes=shapes, section=section)


def _pieces(
    content: bytes, entries: Entries, *, file_name: str
) -> Callable[[str], Iterator[bytes]]:
    """Gives a part of the workbook bit by bit; nothing for one that is not there."""

    def pieces(name: str) -> Iterator[bytes]:
        if name in entries:
            yield from member_pieces(content, entries[name], file_name=file_name)

    return pieces


def _part(content: bytes, entries: Entries, name: str) -> bytes:
    entry = entries.get(name)
    return member(content, entry, file_name=name) if entry else b""


def _refuse_foreign_zip(content: bytes, entries: Entries, *, file_name: str) -> None:
    names: Iterable[str] = entries.keys()
    kind = entries.get("mimetype")
    said = member(content, kind, file_name=file_name) if kind and kind.file_size < 200 else b""
    refuse_foreign_zip(names, kind=said, file_name=file_name)
