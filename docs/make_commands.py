"""Makes docs/commands.md from the code: every verb, and every command with its Undo name.

`python -m docs.make_commands` from the checkout. tests/test_docs.py fails when it is not current.
"""

import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

from plplanner.cli.verbs import VERBS

COMMANDS = Path(__file__).parent / "commands.md"
SOURCE = Path(__file__).parents[1] / "src" / "plplanner"
_HEAD = """# What plplanner can do

Made by `python -m docs.make_commands` from the code; do not edit.

## Verbs of the command line

`plplanner VERB --help` tells more about one.

| verb | does |
|---|---|
"""
_ROOMS = """
## Commands

The only ways in which a planner file changes. Each is one step: saved whole or not at all, and
named like this in Undo. Words in braces are filled in.
"""


def commands_page() -> str:
    """The whole page."""
    verbs = "".join(f"| `{verb.name}` | {verb.does} |\n" for verb in VERBS)
    return _HEAD + verbs + _ROOMS + "".join(_section(path) for path in _rooms())


def _rooms() -> list[Path]:
    return sorted(SOURCE.rglob("commands.py"))


def _section(path: Path) -> str:
    room = ".".join(path.parent.relative_to(SOURCE).parts)
    rows = [_row(name, command) for name, command in commands_in(room)]
    return f"\n### {room}\n\n| Undo says | command | does |\n|---|---|---|\n" + "".join(rows)


def commands_in(room: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """The public commands of a room, in the order they are written."""
    module = importlib.import_module(f"plplanner.{room}.commands")
    for name, function in vars(module).items():
        is_own = inspect.isfunction(function) and function.__module__ == module.__name__
        if is_own and not name.startswith("_"):
            yield name, function


def _row(name: str, command: Callable[..., object]) -> str:
    does = (inspect.getdoc(command) or "").splitlines()[0]
    return f"| {getattr(command, 'step_label', '')} | `{name}` | {does} |\n"


if __name__ == "__main__":
    COMMANDS.write_text(commands_page(), encoding="utf-8")
