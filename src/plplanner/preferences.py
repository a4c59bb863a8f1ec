"""Facts about this computer, not about a class: where planners live, which paper is loaded."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path

from plplanner.records import record
from plplanner.terms import Paper

_LETTER_TERRITORIES = {"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE"}


@record(frozen=True)
class Preferences:
    """What this computer prefers; passed in from the composition root, never global."""

    planner_folder: Path
    paper: Paper


def preferences_of_this_computer() -> Preferences:
    """The preferences as this computer's surroundings suggest them."""
    import platformdirs  # noqa: PLC0415 - only verbs that look for a planner pay for it

    return Preferences(
        planner_folder=Path(platformdirs.user_data_dir("plplanner", appauthor=False)),
        paper=paper_for_locale(os.environ.get("LC_PAPER") or os.environ.get("LANG") or ""),
    )


def paper_for_locale(locale_name: str) -> Paper:
    """The paper a country loads: Letter in North America and a few others, else A4.

    `locale_name` is like `en_US.UTF-8`. No territory at all (`C`) means Letter.
    """
    territory = locale_name.partition(".")[0].partition("@")[0].partition("_")[2]
    return Paper.LETTER if not territory or territory in _LETTER_TERRITORIES else Paper.A4


@record(frozen=True)
class RememberedWindow:
    """Where the window was, which room was open, light or dark. Holds no name of a person.

    `mode` is `light`, `dark` or empty to follow the system; `planner` the last file, as a path.
    """

    x: int = -1
    y: int = -1
    width: int = 1366
    height: int = 740
    room: str = "tomorrow"
    mode: str = ""
    planner: str = ""


def _memory_file(name: str = "window.json") -> Path:
    import platformdirs  # noqa: PLC0415 - only the window remembers

    return Path(platformdirs.user_config_dir("plplanner", appauthor=False)) / name


def remembered_window() -> RememberedWindow:
    """What was remembered last; the usual window when there is nothing or it cannot be read."""
    try:
        found = json.loads(_memory_file().read_text(encoding="utf-8"))
        known = {field.name: type(field.default) for field in fields(RememberedWindow)}
        kept = {name: found[name] for name, kind in known.items() if type(found.get(name)) is kind}
        return RememberedWindow(**kept)
    except (OSError, ValueError, TypeError, AttributeError):
        return RememberedWindow()


def remembers_chime() -> bool:
    """Whether the board rings when a round begins or ends; not unless somebody asked for it."""
    try:
        return json.loads(_memory_file("board.json").read_text(encoding="utf-8"))["chime"] is True
    except (OSError, ValueError, TypeError, KeyError):
        return False


def remember_chime(is_on: bool) -> None:
    """Keep for the next lesson whether the board rings."""
    _keep(_memory_file("board.json"), {"chime": is_on})


def remember_window(window: RememberedWindow) -> None:
    """Keep it for the next start."""
    _keep(_memory_file(), asdict(window))


def _keep(path: Path, words: dict[str, object]) -> None:
    """A computer that cannot is no reason to complain."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(json.dumps(words), encoding="utf-8")
        path.chmod(0o600)
