"""Pick or type a task: ideas that fit the cell, any resource, or the teacher's own words."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtWidgets import QWidget

from plplanner.roster.names import compare_key
from plplanner.ui.kit.popover import Offer, Popover

_SIZE, _ROW, _MOST = (320, 280), 27, 50
_WITH_STATIONS = (320, 344)


def choices(
    ideas: Sequence[str], typed: str, library: Callable[[], Sequence[str]] = tuple
) -> list[tuple[str, str]]:
    """(what the list says, the task it means): own words, ideas that fit them, the library.

    The library is asked only when something is typed; what begins with that comes first.
    """
    words = typed.strip()
    wanted = compare_key(words)
    fitting = [idea for idea in ideas if wanted in compare_key(idea)]
    if not words:
        return [(idea, idea) for idea in fitting]
    found = list(dict.fromkeys([*fitting, *_searched(library(), wanted)]))[:_MOST]
    if words in found:
        return [(task, task) for task in sorted(found, key=lambda task: task != words)]
    return [(f"Use “{words}”", words), *((task, task) for task in found)]


def task_picker(
    *,
    title: str,
    ideas: Sequence[str],
    library: Callable[[], Sequence[str]],
    typed: str,
    on_choice: Callable[[str], object],
    parent: QWidget,
    stations: Sequence[Offer] = (),
) -> Popover:
    """Ideas that fit a cell; `typed` is a first letter, `on_choice` gets the words of the task.

    `stations` can be chosen below them, where one student may be sent elsewhere.

    `library` answers the titles of all resources; it is asked once.
    """
    titles = cache(library)
    made = Popover(
        f"Task for {title}",
        heading=(title, "field"),
        field=f"Task for {title}",
        listed="Ideas that fit",
        offers=lambda words: [
            *(Offer(says, task) for says, task in choices(ideas, words, titles)),
            *(one for one in stations if compare_key(words) in compare_key(one.says)),
        ],
        on_choice=on_choice,
        size=_WITH_STATIONS if stations else _SIZE,
        row_height=_ROW,
        typed=typed,
        parent=parent,
    )
    made.field.setPlaceholderText("Search Resources, or type your own")
    made.list.setStyleSheet("QListWidget::item { padding: 4px; }")
    return made


def _searched(titles: Sequence[str], wanted: str) -> list[str]:
    """Titles with every word that was typed, in the order they come."""
    keys = {title: compare_key(title) for title in titles}
    found = [title for title, key in keys.items() if all(word in key for word in wanted.split())]
    return sorted(found, key=lambda title: not keys[title].startswith(wanted))
