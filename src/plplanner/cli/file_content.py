"""Gets the bytes of a file the teacher named, with words for every reason it cannot."""

from pathlib import Path

from plplanner.importing.limits import MAX_FILE_BYTES
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
        raise Problem(
            f"“{path.name}” cannot be read on this computer.",
            "Check that you may open it, or copy it to your own folder.",
            who_mends=WhoMends.MACHINE,
        ) from error
