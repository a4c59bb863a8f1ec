"""Pick or type a task: ideas from the group's playlist, plain words, or the teacher's own."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from plplanner.roster.names import compare_key
from plplanner.ui.kit.popover import Offer, Popover

_SIZE, _ROW = (320, 280), 27


def choices(ideas: Sequence[str], typed: str) -> list[tuple[str, str]]:
    """(what the list says, the task it means): own words first, then the ideas that fit them."""
    words = typed.strip()
    wanted = compare_key(words)
    fitting = [(idea, idea) for idea in ideas if wanted in compare_key(idea)]
    if not words or any(idea == words for idea in ideas):
        return sorted(fitting, key=lambda pair: pair[1] != words) if words else fitting
    return [(f"Use “{words}”", words), *fitting]


def task_picker(
    *,
    title: str,
    ideas: Sequence[str],
    typed: str,
    on_choice: Callable[[str], object],
    parent: QWidget,
) -> Popover:
    """Ideas that fit a cell; `typed` is a first letter, `on_choice` gets the words of the task."""
    made = Popover(
        f"Task for {title}",
        heading=(title, "field"),
        field=f"Task for {title}",
        listed="Ideas that fit",
        offers=lambda words: [Offer(says, task) for says, task in choices(ideas, words)],
        on_choice=on_choice,
        size=_SIZE,
        row_height=_ROW,
        typed=typed,
        parent=parent,
    )
    made.field.setPlaceholderText("Pick below, or type your own")
    made.list.setStyleSheet("QListWidget::item { padding: 4px; }")
    return made
