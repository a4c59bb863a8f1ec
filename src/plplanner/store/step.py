"""The human name of a command: what Edit ▸ Undo says."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_LABEL = "step_label"


def step(label: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Give a command the name its undo step carries, e.g. `@step("Add playlist “{title}”")`.

    Words in braces are filled from the command's own keyword arguments.
    """

    def named(command: Callable[P, R]) -> Callable[P, R]:
        setattr(command, _LABEL, label)
        return command

    return named


def step_label(command: Callable[..., Any], arguments: dict[str, Any]) -> str:
    """The name of this step with its arguments filled in; TypeError for a nameless command."""
    label = getattr(command, _LABEL, None)
    if not isinstance(label, str):
        raise TypeError(f"{command.__qualname__} has no @step name")
    return label.format(**arguments)
