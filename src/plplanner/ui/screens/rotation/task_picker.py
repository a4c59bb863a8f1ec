"""Pick or type a task: ideas that fit the cell, resources, or the teacher's own words."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from PySide6.QtWidgets import QWidget

from plplanner.roster.names import compare_key
from plplanner.rotation.task_offers import CellToFill, TasksOffered, tasks_offered
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.popover import Offer, Popover
from plplanner.ui.screens.rotation.task_chips import TaskChips
from plplanner.ui.screens.rotation.task_words import grey_words
from plplanner.ui.screens.rotation.to_pick import ToPick

_SIZE, _ROW = (416, 404), 27


def choices(
    found: TasksOffered, typed: str, cell: CellToFill, stations: Sequence[Offer] = ()
) -> list[Offer]:
    """Own words, ideas, stations, then what else was found; last, how much more there is.

    What begins as it is typed comes before the own words: Enter takes it.
    """
    words = typed.strip()
    tasks = [Offer(one.task, one.task, grey=grey_words(one, cell.standard)) for one in found.offers]
    is_known = any(one.key == words for one in tasks)
    tasks.sort(key=lambda one: one.key != words)
    own = [Offer(f"Use “{words}”", words)] if words and not is_known else []
    ideas = list(takewhile(lambda one: one.key in (*cell.ideas, words), tasks))
    elsewhere = [one for one in stations if compare_key(words) in compare_key(one.says)]
    more = [Offer(f"{found.unseen} more: type a word of the title", "")] if found.unseen else []
    first = [one for one in tasks[:1] if own and _begins(one.key, words)]
    rest = [one for one in (*ideas, *elsewhere, *tasks[len(ideas) :]) if one not in first]
    return [*first, *own, *rest, *more]


def _begins(task: str, words: str) -> bool:
    """Whether a word of a task begins so."""
    return f" {compare_key(words)}" in f" {compare_key(task)}"


def left_out_words(count: int) -> str:
    """What the button under the list says."""
    return f"{count} more without these filters"


def task_picker(
    *,
    title: str,
    known: ToPick,
    typed: str,
    on_choice: Callable[[str], object],
    parent: QWidget,
    stations: Sequence[Offer] = (),
) -> Popover:
    """What suits a cell; `typed` is a first letter, `on_choice` gets the words of the task.

    `stations` can be chosen after the ideas, where one student may be sent elsewhere.
    """
    offering = _Offering(known, stations)
    made = Popover(
        f"Task for {title}",
        heading=(title, "field"),
        field=f"Task for {title}",
        listed="Tasks that fit",
        offers=offering.offers,
        on_choice=on_choice,
        size=_SIZE,
        row_height=_ROW,
        typed=typed,
        parent=parent,
    )
    made.field.setPlaceholderText("Search Resources, or type your own")
    made.list.setStyleSheet("QListWidget::item { padding: 4px; }")
    made.put_around_list(offering.chips, offering.every)
    made.offered.connect(offering.tell)
    offering.chips.changed.connect(made.offer_again)
    # The button goes with what it said: the keyboard is back where it began.
    offering.every.clicked.connect(made.field.setFocus)
    offering.tell()
    return made


class _Offering:
    """What is offered as the chips stand, and a button that tells what they leave out."""

    def __init__(self, known: ToPick, stations: Sequence[Offer]) -> None:
        self._known, self._stations = known, stations
        self._left_out = 0
        self.chips = TaskChips(known.cell)
        self.every = button("", kind="link", size="small", on_click=self.chips.clear)

    def offers(self, typed: str) -> list[Offer]:
        """For what is typed, the best first."""
        known, on = self._known, self.chips.on
        found = tasks_offered(known.cell, known.library, known.used, words=typed, narrowed_by=on)
        self._left_out = found.left_out
        return choices(found, typed, known.cell, self._stations)

    def tell(self) -> None:
        """Say how many more there are without the chips, where there are any."""
        self.every.setVisible(self._left_out > 0)
        self.every.setText(left_out_words(self._left_out))
        self.every.setAccessibleName(self.every.text())
