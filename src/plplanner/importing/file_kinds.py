"""What a file really is, when it is no table: said by name, with the way to a table."""

import re
from collections.abc import Iterable

from plplanner.problems import Problem

AS_TABLE = "Export the gradebook as CSV or XLSX, then import that."
_INTO_SHEET = "Copy the table into a spreadsheet, save it, then import that."
_UNPACK = "Unpack it, then import the CSV or XLSX file inside."
_NUMBERS = "In Numbers choose File, Export To, CSV, then import that."
_PHOTO = "Ask for the gradebook as CSV or XLSX; a picture holds no cells."

# First bytes, what they belong to, and what to do.
_MAGIC = (
    (b"%PDF", "a PDF, which holds no table of cells", AS_TABLE),
    (b"\x89PNG", "a picture", _PHOTO),
    (b"\xff\xd8\xff", "a picture", _PHOTO),
    (b"GIF8", "a picture", _PHOTO),
    (b"II*\x00", "a picture", _PHOTO),
    (b"MM\x00*", "a picture", _PHOTO),
    (b"\x1aE\xdf\xa3", "a video", AS_TABLE),
    (b"OggS", "a sound or video", AS_TABLE),
    (b"ID3", "a sound", AS_TABLE),
    (b"{\\rtf", "a text document (RTF)", _INTO_SHEET),
    (b"MZ", "a program", AS_TABLE),
    (b"\x7fELF", "a program", AS_TABLE),
    (b"\xcf\xfa\xed\xfe", "a program", AS_TABLE),
    (b"\xca\xfe\xba\xbe", "a program", AS_TABLE),
    (b"#!/", "a program", AS_TABLE),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", _UNPACK),
    (b"Rar!\x1a\x07", "a packed file (RAR)", _UNPACK),
    (b"\x1f\x8b", "a packed file (GZ)", _UNPACK),
    (b"BZh", "a packed file (BZ2)", _UNPACK),
    (b"\xfd7zXZ", "a packed file (XZ)", _UNPACK),
    (b"BEGIN:VCALENDAR", "a calendar", AS_TABLE),
    (b"BEGIN:VCARD", "an address book", AS_TABLE),
    (b"bplist00", "a settings file of a Mac", AS_TABLE),
)
_MADE_FOR_LETTERS = frozenset({b"MZ", b"ID3", b"BZh", b"GIF8", b"OggS"})
_RIFF = {b"WAVE": "a sound", b"AVI ": "a video", b"WEBP": "a picture"}
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"avif")
_ZIP_SIGNS = (
    ("word/", "a Word document", _INTO_SHEET),
    ("ppt/", "a presentation", AS_TABLE),
    ("xl/workbook.bin", "a binary workbook (XLSB)", "Save it as XLSX, then import that."),
    ("imsmanifest.xml", "a course package, not a gradebook", "Take it in under Resources."),
    ("META-INF/container.xml", "an electronic book", AS_TABLE),
    ("classes.dex", "a program", AS_TABLE),
    ("META-INF/MANIFEST.MF", "a program", AS_TABLE),
)
_OPEN_DOCUMENTS = (
    (b"opendocument.text", "a text document (ODT)", _INTO_SHEET),
    (b"opendocument.presentation", "a presentation", AS_TABLE),
    (b"opendocument.graphics", "a drawing", AS_TABLE),
)
_OLD_DOCUMENTS = (
    ("WordDocument", "a Word document", _INTO_SHEET),
    ("PowerPoint Document", "a presentation", AS_TABLE),
    ("__substg1.0", "a mail from Outlook", "Save the file attached to it, then import that."),
)
_POINTER = re.compile(rb'"(?:doc_id|resource_id|url)"\s*:')


def refuse_foreign(content: bytes, *, file_name: str) -> None:
    """Raise a Problem for a file that holds no table this program reads."""
    if content.startswith(b"SQLite format 3\0") or _is_planner_name(file_name, content):
        raise _database(content, file_name=file_name)
    if content[4:8] == b"ftyp":
        what = "a picture" if content[8:12] in _PICTURE_BRANDS else "a video"
        raise _foreign(file_name, what, AS_TABLE)
    if content.startswith(b"RIFF") and content[8:12] in _RIFF:
        raise _foreign(file_name, _RIFF[content[8:12]], AS_TABLE)
    if content.startswith(b"BM") and b"\0" in content[:30]:
        raise _foreign(file_name, "a picture", _PHOTO)
    for magic, what, next_step in _MAGIC:
        if content.startswith(magic) and (
            magic not in _MADE_FOR_LETTERS or _is_binary(content[:400])
        ):
            raise _foreign(file_name, what, next_step)
    _refuse_objects(content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n"), file_name=file_name)


def _is_binary(head: bytes) -> bool:
    return b"\0" in head or any(byte < 9 for byte in head)


def _is_planner_name(file_name: str, content: bytes) -> bool:
    return file_name.casefold().endswith(".plplanner") and _is_binary(content[:400])


def _database(content: bytes, *, file_name: str) -> Problem:
    """A planner file by its mark (application_id “plpl”), or any other database."""
    if content[68:72] == b"plpl" or file_name.casefold().endswith(".plplanner"):
        return Problem(
            f"“{file_name}” is a planner file, not a gradebook.",
            "Open it with File, Open, or start the program with it.",
        )
    return _foreign(file_name, "a database", AS_TABLE)


def _refuse_objects(head: bytes, *, file_name: str) -> None:
    """JSON, and the small pointer files that Google Drive leaves in a folder."""
    if not head.startswith((b"{", b"[{", b'["', b"[[")):
        return
    if b"docs.google.com" in head or (len(head) < 1000 and _POINTER.search(head)):
        raise Problem(
            f"“{file_name}” only points to a Google Sheet; the cells are not in it.",
            "Open it in Google Sheets, choose File, Download, CSV, then import that.",
        )
    raise _foreign(file_name, "not a table (it is JSON, made for programs)", AS_TABLE)


def refuse_old_document(content: bytes, *, file_name: str) -> None:
    """Raise a Problem for a Word, PowerPoint or Outlook file of the old kind."""
    for stream, what, next_step in _OLD_DOCUMENTS:
        if stream.encode("utf-16-le") in content:
            raise _foreign(file_name, what, next_step)


def refuse_foreign_zip(names: Iterable[str], *, kind: bytes, file_name: str) -> None:
    """Raise a Problem for a document that is zipped inside. `kind` is its member `mimetype`."""
    known = tuple(names)
    if any(name.startswith("Index/") or name == "Index.zip" for name in known):
        raise _of_apple(known, file_name=file_name)
    for start, what, next_step in _ZIP_SIGNS:
        if any(name.startswith(start) for name in known):
            raise _foreign(file_name, what, next_step)
    for sign, what, next_step in _OPEN_DOCUMENTS:
        if sign in kind:
            raise _foreign(file_name, what, next_step)


def _of_apple(names: tuple[str, ...], *, file_name: str) -> Problem:
    """Numbers, Pages and Keynote pack alike; slides and the name tell them apart."""
    if any(name.startswith("Index/Slide") for name in names):
        return _foreign(file_name, "a Keynote presentation", AS_TABLE)
    if file_name.casefold().endswith(".pages"):
        return _foreign(file_name, "a Pages document", _INTO_SHEET)
    return _foreign(file_name, "a Numbers document", _NUMBERS)


def other_xml(file_name: str) -> Problem:
    """The Problem for XML that is neither a web page nor a spreadsheet."""
    return _foreign(file_name, "XML made for programs, not a table", AS_TABLE)


def zip_in_zip(file_name: str) -> Problem:
    """The Problem for a ZIP inside a ZIP."""
    return Problem(
        f"“{file_name}” is a ZIP inside a ZIP.", "Unzip it, then import the file or folder inside."
    )


def _foreign(file_name: str, what: str, next_step: str) -> Problem:
    return Problem(f"“{file_name}” is {what}.", next_step)
