"""Read in the background: the files, folders and pasted tables a teacher hands over."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from plplanner.cli.file_content import content_of, files_of
from plplanner.importing.limits import refuse_large_folder
from plplanner.importing.rows import GradebookRead, NamedRead
from plplanner.problems import Problem
from plplanner.ui.screens.importing.files_in import FileIn, file_in, file_refused

PASTED = "Pasted table"
_SEVERAL = "What you dropped"
_ZIP = b"PK"


class Reader(Protocol):
    """What reads untrusted files; see `importing.read_apart`."""

    def read(
        self,
        *,
        file_name: str,
        content: bytes,
        section: str | None = None,
        member: str | None = None,
    ) -> GradebookRead:
        """What one file says, or one class of it, or of one file of a ZIP."""

    def read_all(self, *, name: str, files: Mapping[str, bytes]) -> tuple[NamedRead, ...]:
        """What each of several says."""

    def end(self) -> None:
        """Stop at once."""


def name_of(paths: Sequence[Path]) -> str:
    """What to call the files while they are read."""
    return paths[0].name if len(paths) == 1 else f"{len(paths)} files"


def read_paths(paths: Sequence[Path], reader: Reader) -> tuple[FileIn, ...]:
    """What the files and folders say, each file on its own line; those that go together, once.

    Raises the Problem of a single file, or of a folder that cannot be read at all.
    """
    if len(paths) == 1 and not paths[0].is_dir():
        return read_content(paths[0].name, content_of(paths[0]), reader)
    files, refused = _gathered(paths)
    name = paths[0].name if len(paths) == 1 else _SEVERAL
    refuse_large_folder([len(content) for content in files.values()], name=name)
    read = _listed(reader.read_all(name=name, files=files), files) if files else ()
    if not read and not refused:
        raise Problem(f"“{name}” holds no files.", "Drop the files of your gradebook instead.")
    return (*read, *refused)


def read_content(name: str, content: bytes, reader: Reader) -> tuple[FileIn, ...]:
    """What one file, or one table pasted, says; a ZIP may hold several."""
    if content.startswith(_ZIP):
        files = {name: content}
        found = _listed(reader.read_all(name=name, files=files), files)
        if len(found) == 1 and found[0].problem is not None and not found[0].is_gradebook:
            raise found[0].problem
        if found:
            return found
    printed = _print_of([content])
    try:
        return (file_in(name, reader.read(file_name=name, content=content), printed),)
    except Problem as problem:
        if not problem.choices:
            raise
        return (file_refused(name, problem, content=content, fingerprint=printed),)


def read_class(file: FileIn, section: str, reader: Reader) -> GradebookRead:
    """What a file too large to be read whole says of one class."""
    return reader.read(
        file_name=file.name, content=file.content, section=section, member=file.member
    )


def _gathered(paths: Sequence[Path]) -> tuple[Mapping[str, bytes], tuple[FileIn, ...]]:
    """The bytes by name, with the folder before names that several share; and what is refused."""
    files: dict[str, bytes] = {}
    refused: list[FileIn] = []
    for path in paths:
        try:
            if path.is_dir():
                before = "" if len(paths) == 1 else f"{path.name}/"
                files |= {f"{before}{name}": found for name, found in files_of(path).items()}
            else:
                name = path.name if path.name not in files else f"{path.parent.name}/{path.name}"
                files[name] = content_of(path)
        except Problem as problem:
            if len(paths) == 1:
                raise
            refused.append(FileIn(path.name, problem=problem))
    return files, tuple(refused)


def _listed(reads: Sequence[NamedRead], files: Mapping[str, bytes]) -> tuple[FileIn, ...]:
    """Gradebooks first, in their order; then what is none, with why."""
    everything = list(files.values())
    listed = []
    for one in reads:
        name = one.file_name
        content, member = _where(name, files)
        own = [content, *([member.encode("utf-8", "replace")] if member else [])]
        printed = _print_of(own if content else everything)
        listed.append(
            file_refused(name, one.problem, content=content, fingerprint=printed, member=member)
            if one.read is None
            else file_in(name, one.read, printed)
        )
    return tuple(sorted(listed, key=lambda one: not one.is_gradebook))


def _where(name: str, files: Mapping[str, bytes]) -> tuple[bytes, str | None]:
    """The bytes a file was read from, and its path inside them where they are a ZIP of several."""
    if name in files:
        return files[name], None
    outer = next((path for path in files if name.startswith(f"{path}/")), None)
    return (files[outer], name[len(outer) + 1 :]) if outer else (b"", None)


def _print_of(contents: Sequence[bytes]) -> str:
    """Tells a file from others, the same on every computer."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()
