"""The shape of every room that is a list: rows on the left, the chosen one beside them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.sharing.file_names import file_stem
from plplanner.ui.exports import Export, carry_out, table_export
from plplanner.ui.kit.add_line import AddLine, Field
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.labels import literal, literal_tip
from plplanner.ui.kit.list_pane import ListPane
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.kit.table_out import table_out
from plplanner.ui.screen import Screen, ViewModel
from plplanner.ui.stage import Stage


class ListModel(ViewModel):
    """Rows of one kind by id, filtered by words and sorted by a column.

    A room overrides `refresh` (ask), `arrange` (put `ids` in order, emit `refreshed`),
    `page_of`, `count`, `choose` and `remove`.
    """

    def __init__(self, stage: Stage, *, sorted_by: str, is_down: bool = False) -> None:
        """Sorted by this column until told otherwise."""
        super().__init__(stage)
        self.ids: tuple[int, ...] = ()
        self.words, self.sorted_by, self.is_down = "", sorted_by, is_down

    @property
    def count(self) -> int:
        """How many rows there are without a filter."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Put the ids in order and tell the view."""
        raise NotImplementedError

    def page_of(self, ids: Sequence[int]) -> list[Any]:
        """The frozen rows of these ids."""
        raise NotImplementedError

    def choose(self, row_id: int | None) -> None:
        """Stand on a row."""
        raise NotImplementedError

    def remove(self, row_id: int) -> None:
        """Remove a row as a step."""
        raise NotImplementedError

    def filter_by(self, words: str) -> None:
        """Show only the rows in which every word is found."""
        self.words = words
        self.arrange()

    def sort_by(self, key: str) -> None:
        """Sort by a column; by the same again turns the order round."""
        self.is_down = not self.is_down if key == self.sorted_by else False
        self.sorted_by = key
        self.arrange()

    def do_saying(self, command: Callable[..., object], words: str, **what: object) -> None:
        """Carry out a command, and when it was a step say so with Undo."""
        before = self.stage.desk.planner.sequence
        self.stage.desk.do(command, **what)
        if self.stage.desk.planner.sequence > before:
            self.stage.wishes.say.emit(words)

    def add_sample(self) -> None:
        """Bring in the sample class, which has rows for every room."""
        # it knows every room; a list has no need of them before it is asked for
        from plplanner.sample import add_sample_lesson  # noqa: PLC0415

        day = self.stage.choice.day
        self.stage.desk.do(add_sample_lesson, now=self.stage.clock(), day=day)


@record(frozen=True)
class ListWords:
    """What a list calls its rows, what its filter looks at, and how one more is added.

    `of_class` when the rows belong to the class chosen. After `breaks_after` fields the line
    that adds begins a second row; 0 for one row.
    """

    says: str
    hint: str
    add: str
    of_class: bool = False
    breaks_after: int = 0


@record(frozen=True)
class Side:
    """What stands beside the list: a panel to the edge, or a share of the width (list, side)."""

    widget: QWidget
    shares: tuple[int, int] | None = None


class ListScreen(Screen):
    """A list that filters by typing, a line of fields for one more row, the chosen row beside.

    The row is painted first and what stands beside it follows, at the latest `beside_after`
    milliseconds later. 0 shows it at once.
    """

    beside_after = 60

    def __init__(
        self,
        stage: Stage,
        model: ListModel,
        *,
        words: ListWords,
        fields: Sequence[tuple[str, Field]],
        side: Side,
    ) -> None:
        """`fields` are what one types to add a row, with their names."""
        super().__init__(stage, model)
        self._list_model = model
        self._words = words
        self.body.setContentsMargins(0, 0, 0, 0)
        self.pane = ListPane(
            RowTable(self.columns(), model.page_of, self),
            theme=stage.theme,
            says=words.says,
            hint=words.hint,
        )
        self.adding = AddLine(
            words.add,
            list(fields),
            theme=stage.theme,
            on_add=self.add,
            breaks_after=words.breaks_after,
        )
        self.export = button("Export…", on_click=self._offer_exports, kind="quiet", size="small")
        self.export.setToolTip(literal_tip("Save what is listed as a file (Ctrl+Shift+E)"))
        self._stack = QStackedWidget(self)
        self.instead: QWidget | None = None
        self._beside = QTimer(self, singleShot=True)
        self._beside.timeout.connect(self.show_chosen)
        self._lay_out(side)
        self._connect()

    # -- what a room says -----------------------------------------------------------------

    def columns(self) -> list[Column[Any]]:
        """The columns as a table."""
        raise NotImplementedError

    def add(self) -> bool:
        """Take what was typed into the fields; False when it was not taken."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Show beside the list what is known of the row one stands on."""
        raise NotImplementedError

    def empty(self) -> EmptyState:
        """What is said, with the next steps, while there is nothing to list."""
        raise NotImplementedError

    # -- the same in every room -----------------------------------------------------------

    def first_focus(self) -> QWidget:
        """The list."""
        return self.pane.view if self.pane.view.isVisibleTo(self) else super().first_focus()

    def show_rows(self) -> None:
        """The list as the view model holds it, and soon what stands beside it."""
        model = self._list_model
        if self.instead is None:
            self._stack.setCurrentIndex(0 if model.count else 1)
        self.pane.say_sorted(model.sorted_by, is_down=model.is_down)
        self.pane.show_ids(model.ids, of_all=model.count)
        self._show_chosen_soon()
        self.heading_changed.emit()

    def show_instead(self, page: QWidget | None) -> None:
        """Show a page in the place of the list for a while; None for the list again."""
        self.instead = page
        if page is None:
            self.show_rows()
            return
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def add_first(self) -> None:
        """Open the fields; the list comes before its first row, so that they can be seen."""
        self._stack.setCurrentIndex(0)
        self.adding.open()

    def exports(self) -> Sequence[Export]:
        """The list, under its own name."""
        says = f"Export this table of {self._words.says}"
        return [table_export(says, self._stem(), partial(table_out, self.pane.table))]

    def _stem(self) -> str:
        chosen = self.stage.choice.school_class
        name = chosen.name if chosen and self._words.of_class else ""
        return file_stem(name, self._words.says, self.stage.clock().date().isoformat())

    def stand_on(self, row_id: int) -> None:
        """Stand on a row just added or looked for, whatever the filter said."""
        if self.instead is not None:
            self.show_instead(None)
        self.pane.clear_filter()
        self.pane.choose(row_id)

    # -- inside ---------------------------------------------------------------------------

    def _offer_exports(self) -> None:
        """The one there is at once; of several, the teacher chooses."""
        found = self.exports()
        if len(found) == 1:
            self.export_table()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in found:
            act = menu.addAction(literal(f"{one.says}…"))
            act.triggered.connect(partial(carry_out, one, stage=self.stage, parent=self))
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.export.mapToGlobal(above))

    def _choose(self, row_id: int | None) -> None:
        self._list_model.choose(row_id)
        self._show_chosen_soon()

    def _show_chosen_soon(self) -> None:
        if self.isVisible() and self.beside_after:
            self._beside.start(self.beside_after)
        else:
            self.show_chosen()

    def _after_paint(self) -> None:
        if self._beside.isActive():
            self._beside.start(0)

    def _lay_out(self, side: Side) -> None:
        whole, list_side = QWidget(), QVBoxLayout()
        list_side.setContentsMargins(0, 0, 0, 0)
        self.pane.head.addWidget(button(self._words.add, on_click=self.adding.open))
        self.pane.foot.addWidget(self.export)
        self.pane.column.insertWidget(1, self.adding)
        list_side.addWidget(self.pane)
        row = QHBoxLayout(whole)
        if side.shares is None:
            list_side.setContentsMargins(16, 12, 16, 12)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
        else:
            row.setContentsMargins(16, 12, 16, 12)
            row.setSpacing(16)
        of_list, of_side = side.shares or (1, 0)
        row.addLayout(list_side, of_list)
        row.addWidget(side.widget, of_side)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty())
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        self.pane.filtered.connect(self._list_model.filter_by)
        self.pane.sort_wanted.connect(self._list_model.sort_by)
        self.pane.row_chosen.connect(self._choose)
        self.pane.view.painted.connect(self._after_paint)
        self.pane.view.removed.connect(self._list_model.remove)
