"""Resources: the library as a list, and all that is known of each."""

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plplanner.library.rows import ResourceRow
from plplanner.library.words import KIND_WORDS, needs_words
from plplanner.printing.wording import RESOURCE_ICONS
from plplanner.terms import ResourceKind
from plplanner.ui.kit.add_line import AddLine
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.list_pane import ListPane
from plplanner.ui.kit.row_table import Column, RowTable
from plplanner.ui.screen import Screen
from plplanner.ui.screens.library.side_panel import ResourcePanel
from plplanner.ui.screens.library.viewmodel import ResourcesModel, wrong_minutes, wrong_title
from plplanner.ui.stage import Stage


class ResourcesScreen(Screen):
    """A list that filters by typing; title, minutes and place are typed over in place."""

    title = "Resources"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = ResourcesModel(stage)
        super().__init__(stage, self.model)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.new_title, self.kind = QLineEdit(), _kinds()
        self.pane = ListPane(
            RowTable(self._columns(), self.model.page_of, self),
            theme=stage.theme,
            says="resources",
            hint="Title, standard, tag, place or code",
        )
        self.adding = AddLine(
            "Add a resource",
            [("Title", self.new_title), ("Kind", self.kind)],
            theme=stage.theme,
            on_add=self._add,
        )
        self.side = ResourcePanel()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """How many there are."""
        return str(self.model.count) if self.model.count else ""

    def first_focus(self) -> QWidget:
        """The list."""
        return self.pane.view

    def show_rows(self) -> None:
        """The list as the view model holds it."""
        model = self.model
        self._stack.setCurrentIndex(0 if model.count else 1)
        self.pane.say_sorted(model.sorted_by, is_down=model.is_down)
        self.pane.show_ids(model.ids, of_all=model.count)
        self.side.show_resource(model.chosen)
        self.heading_changed.emit()

    # -- inside ---------------------------------------------------------------------------

    def _columns(self) -> list[Column[ResourceRow]]:
        change = self.model.change
        return [
            Column(
                "Title",
                lambda row: row.title,
                sort="title",
                is_strong=True,
                edit=lambda row, typed: change(row, title=typed),
                wrong=lambda _row, typed: wrong_title(typed),
                icon=lambda row: RESOURCE_ICONS[row.kind],
            ),
            Column("Kind", lambda row: KIND_WORDS[row.kind], sort="kind", width=112, rank=2),
            Column(
                "Standards",
                _standards_words,
                sort="standards",
                width=120,
                tip=lambda row: ", ".join(row.standards),
            ),
            Column(
                "Minutes",
                lambda row: "" if row.minutes is None else str(row.minutes),
                sort="minutes",
                width=86,
                is_number=True,
                edit=lambda row, typed: change(row, minutes=typed),
                wrong=lambda _row, typed: wrong_minutes(typed),
            ),
            Column(
                "Place",
                lambda row: row.place,
                sort="place",
                width=124,
                edit=lambda row, typed: change(row, place=typed),
            ),
            Column("Needs", _needs, sort="needs", width=132, rank=3),
            Column("Code", lambda row: row.code or "", sort="code", width=72, rank=1),
        ]

    def _add(self) -> bool:
        kind = ResourceKind(self.kind.currentData())
        added = self.model.add(title=self.new_title.text(), kind=kind)
        if added is None:
            return False
        self.pane.clear_filter()
        self.pane.choose(added)
        return True

    def _choose(self, resource_id: int | None) -> None:
        self.model.choose(resource_id)
        self.side.show_resource(self.model.chosen)

    def _keep(self, part: str, text: str) -> None:
        if self.model.chosen is not None:
            self.model.change(self.model.chosen, **{part: text})

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)

    def _lay_out(self) -> None:
        list_side, whole = QVBoxLayout(), QWidget()
        self.pane.head.addWidget(button("Add a resource", on_click=self.adding.open))
        self.pane.column.insertWidget(1, self.adding)
        list_side.setContentsMargins(16, 12, 16, 12)
        list_side.addWidget(self.pane)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(list_side, 1)
        row.addWidget(self.side)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        pane, side = self.pane, self.side
        pane.filtered.connect(self.model.filter_by)
        pane.sort_wanted.connect(self.model.sort_by)
        pane.row_chosen.connect(self._choose)
        pane.view.removed.connect(self.model.remove)
        side.title_kept.connect(lambda text: self._keep("title", text))
        side.minutes_kept.connect(lambda text: self._keep("minutes", text))
        side.place_kept.connect(lambda text: self._keep("place", text))
        side.remove_wanted.connect(self._remove)

    def _add_first(self) -> None:
        self._stack.setCurrentIndex(0)
        self.adding.open()

    def _empty(self) -> EmptyState:
        return EmptyState(
            theme=self.stage.theme,
            icon_name="library",
            title="No resources yet",
            reason="What students can work with: a game, a page, a video, strips in a box.",
            acts=[
                ("Add a resource", self._add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )


def _kinds() -> QComboBox:
    made = QComboBox()
    for kind, words in KIND_WORDS.items():
        made.addItem(words, kind.value)
    made.setCurrentText(KIND_WORDS[ResourceKind.WORKSHEET])
    return made


def _standards_words(row: ResourceRow) -> str:
    """`3.NF.A.1 +2`: the first code, and how many more."""
    more = f" +{len(row.standards) - 1}" if len(row.standards) > 1 else ""
    return f"{row.standards[0]}{more}" if row.standards else ""


def _needs(row: ResourceRow) -> str:
    return needs_words(row) if row.needs_device or row.needs_internet else ""
