"""Resources: the library as a list, and all that is known of each."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from plplanner.library.rows import ResourceRow
from plplanner.library.words import KIND_WORDS, needs_words
from plplanner.printing.wording import RESOURCE_ICONS
from plplanner.terms import ResourceKind
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.screens.library.side_panel import ResourcePanel
from plplanner.ui.screens.library.viewmodel import ResourcesModel, wrong_minutes, wrong_title
from plplanner.ui.stage import Stage

_WORDS = ListWords("resources", "Title, standard, tag, place or code", "Add a resource")


class ResourcesScreen(ListScreen):
    """A list that filters by typing; title, minutes and place are typed over in place."""

    title = "Resources"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = ResourcesModel(stage)
        self.new_title, self.kind = QLineEdit(), _kinds()
        self.side = ResourcePanel()
        super().__init__(
            stage,
            self.model,
            words=_WORDS,
            fields=[("Title", self.new_title), ("Kind", self.kind)],
            side=Side(self.side),
        )
        side = self.side
        side.title_kept.connect(lambda text: self._keep("title", text))
        side.minutes_kept.connect(lambda text: self._keep("minutes", text))
        side.place_kept.connect(lambda text: self._keep("place", text))
        side.remove_wanted.connect(self._remove)

    @property
    def subtitle(self) -> str:
        """How many there are."""
        return str(self.model.count) if self.model.count else ""

    def show_chosen(self) -> None:
        """All that is known of the resource."""
        self.side.show_resource(self.model.chosen)

    def columns(self) -> list[Column[ResourceRow]]:
        """Title, kind, standards, minutes, place, needs, code."""
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
                out=lambda row: ", ".join(row.standards),
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

    def add(self) -> bool:
        """Add a resource and stand on it."""
        kind = ResourceKind(self.kind.currentData())
        added = self.model.add(title=self.new_title.text(), kind=kind)
        if added is not None:
            self.stand_on(added)
        return added is not None

    def empty(self) -> EmptyState:
        """What a library is for, and how to begin."""
        return EmptyState(
            theme=self.stage.theme,
            icon_name="library",
            title="No resources yet",
            reason="What students can work with: a game, a page, a video, strips in a box.",
            acts=[
                ("Add a resource", self.add_first),
                ("Try the sample class", self.model.add_sample),
            ],
        )

    # -- inside ---------------------------------------------------------------------------

    def _keep(self, part: str, text: str) -> None:
        if self.model.chosen is not None:
            self.model.change(self.model.chosen, **{part: text})

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)


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
