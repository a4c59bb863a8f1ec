"""The one way to find a file that plplanner ships: fonts, icons, symbols, the sample class."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def asset(*parts: str) -> Path:
    """The path of a shipped file, e.g. `asset("icons", "laptop.svg")`.

    Raises FileNotFoundError when the installation is incomplete; `plplanner selftest` tells.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = root.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"plplanner is incomplete: {'/'.join(parts)} is missing")
    return path
