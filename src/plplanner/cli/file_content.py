"""Gets the bytes of a file or folder the teacher named, with words for every reason it cannot."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from plplanner.importing.belonging import is_worth_reading
from plplanner.importing.limits import MAX_FILE_BYTES, MAX_MEMBERS, refuse_large_folder
from plplanner.problems import Problem, WhoMends


def content_of(path: Path) -> bytes:
    """The bytes of a file. Problem when it is missing, a folder, too large or out of reach."""
    try:
        if path.is_dir():
            raise Problem(f"“{path.name}” is a folder.", "Name one file inside it.")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise Problem(
                f"“{path.name}” is larger than {MAX_FILE_BYTES // 2**20} MB.",
                "Export only your own classes, then try again.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Problem(f"There is no file at “{path}”.", "Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        raise _out_of_reach(path) from error


def files_of(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file below a folder, by path from it, with “/” between folders.

    Hidden files are passed over, links are not followed, and the limits are checked before
    anything is read.
    """
    try:
        sizes: dict[str, int] = {}
        for path in _files_below(folder):
            sizes[path.relative_to(folder).as_posix()] = path.stat().st_size
            if len(sizes) > MAX_MEMBERS:
                break
        refuse_large_folder(list(sizes.values()), name=folder.name)
        return {name: (folder / name).read_bytes() for name in sizes}
    except (OSError, ValueError) as error:
        raise _out_of_reach(folder) from error


def _files_below(folder: Path) -> Iterator[Path]:
    """Plain files worth reading, in the order of their names."""
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if is_worth_reading(name))
        for name in sorted(names):
            path = Path(place) / name
            if is_worth_reading(name) and path.is_file() and not path.is_symlink():
                yield path


def _out_of_reach(path: Path) -> Problem:
    return Problem(
        f"“{path.name}” cannot be read on this computer.",
        "Check that you may open it, or copy it to your own folder.",
        who_mends=WhoMends.MACHINE,
    )
