"""Imports so far: which file came when, and a way to take one back days later."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from plplanner.importing.rows import ImportRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.facts import Facts
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.kit.row_view import RowView
from plplanner.ui.kit.side_column import SideColumn
from plplanner.ui.pasting import hear_pasting
from plplanner.ui.screen import Screen
from plplanner.ui.screens.importing.history_model import (
    ImportHistory,
    facts_of,
    moment_words,
    scores_brought,
)
from plplanner.ui.screens.importing.system_names import system_words
from plplanner.ui.screens.importing.wording import count_of
from plplanner.ui.stage import Stage

_STAYS = (
    "Scores, titles and days go back to what they were. What you changed by hand since stays, and "
    "so does what a later import holds too. Undo brings it all back."
)


class ImportsScreen(Screen):
    """A list in the drawer's place; Delete removes the import one stands on."""

    title = "Imports"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.history = ImportHistory(stage)
        super().__init__(stage, self.history)
        self.view = RowView(
            RowTable(_columns(stage), self.history.page_of, self), theme=stage.theme, says="Imports"
        )
        self.facts = Facts()
        self.name = plain_label(role="section", wrap=True)
        self.why = plain_label(role="small", wrap=True)
        self.remove = button("Remove this import", on_click=self._remove)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.view.removed.connect(self.history.remove)
        self.view.selectionModel().currentChanged.connect(self._moved)
        hear_pasting(self, stage.wishes)

    @property
    def subtitle(self) -> str:
        """How many."""
        count = len(self.history.rows)
        return f"{count} import{'' if count == 1 else 's'}" if count else ""

    def first_focus(self) -> QWidget:
        """The list, or the way to a first import."""
        return self.view if self.history.rows else super().first_focus()

    def show_rows(self) -> None:
        """The imports, and what is known of the one chosen."""
        rows = self.history.rows
        self._stack.setCurrentIndex(0 if rows else 1)
        chosen = self.history.chosen
        self.view.table.show_ids([row.id for row in rows])
        if chosen is not None:
            self.view.choose(chosen.id)
        self._show_chosen()
        self.heading_changed.emit()

    def _show_chosen(self) -> None:
        row = self.history.chosen
        if row is None:
            return
        self.name.setText(row.file_name)
        self.facts.show_facts(facts_of(row, now=self.stage.clock()))
        self.why.setText(_STAYS if row.is_removable else row.why_not)
        self.remove.setEnabled(row.is_removable)
        self.remove.setToolTip("Remove this import (Delete)" if row.is_removable else row.why_not)

    def _moved(self) -> None:
        if (import_id := self.view.current_id()) is not None:
            self.history.choose(import_id)
            self._show_chosen()

    def _remove(self) -> None:
        if self.history.chosen is not None:
            self.history.remove(self.history.chosen.id)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        whole, left, side = QWidget(), QVBoxLayout(), SideColumn("The import chosen")
        left.setContentsMargins(16, 12, 16, 12)
        left.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        wishes = self.stage.wishes
        back = button("Back to Scores", on_click=lambda: wishes.go_to.emit("scores"))
        head.addWidget(back)
        head.addStretch(1)
        for says, act in (
            ("Import a folder…", wishes.choose_folder.emit),
            ("Import a file…", wishes.choose_file.emit),
        ):
            head.addWidget(button(says, on_click=act))
        left.addLayout(head)
        left.addWidget(self.view, 1)
        for widget in (self.name, self.facts, self.why):
            side.column.addWidget(widget)
        side.column.addStretch(1)
        side.foot.addWidget(self.remove)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(side)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        self.body.addWidget(self._stack)

    def _empty(self) -> EmptyState:
        wishes = self.stage.wishes
        return EmptyState(
            theme=self.stage.theme,
            icon_name="history",
            title="No imports yet",
            reason="Each file you import is listed here, and can be removed again later.",
            acts=(
                ("Choose files…", wishes.choose_file.emit),
                ("Back to Scores", lambda: wishes.go_to.emit("scores")),
            ),
        )


def _class_words(row: ImportRow) -> str:
    """The class, or how many; a click names them all."""
    names = row.classes
    return count_of(len(names), "class") if len(names) > 1 else "".join(names)


def _columns(stage: Stage) -> Sequence[Column[ImportRow]]:
    return [
        Column("File", lambda row: row.file_name, is_strong=True),
        Column(
            "Taken in",
            lambda row: moment_words(row.imported_at, now=stage.clock()),
            width=148,
        ),
        Column("Looked like", lambda row: system_words(row.format), width=156, rank=2),
        Column("Class", _class_words, width=132, rank=1),
        Column("Scores", lambda row: f"{scores_brought(row):,}", width=72, is_number=True),
        Column(
            "Removable",
            lambda row: "Yes" if row.is_removable else "Nothing left",
            width=104,
            tip=lambda row: row.why_not or "Remove this import with Delete",
        ),
    ]
