"""Writes a file the teacher asked for, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from plplanner.problems import Problem, WhoMends


def save_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, replacing what was there in one instant."""
    aside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):  # its folder may not even exist
            aside.unlink()
        raise Problem(
            f"“{path}” could not be saved: {(error.strerror or 'no reason given').lower()}.",
            "Choose another folder, or free some space.",
            who_mends=WhoMends.MACHINE,
        ) from error
