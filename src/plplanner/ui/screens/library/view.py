"""Resources: the library as a list, and all that is known of each."""

from collections.abc import Callable

from plplanner.library.rows import ResourceRow
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.row_table import Column
from plplanner.ui.list_screen import ListScreen, ListWords, Side
from plplanner.ui.screens.library.adding import TWO_ROWS_AFTER, NewResourceFields
from plplanner.ui.screens.library.columns import resource_columns
from plplanner.ui.screens.library.side_panel import ResourcePanel
from plplanner.ui.screens.library.viewmodel import ResourcesModel
from plplanner.ui.stage import Stage

_WORDS = ListWords(
    "resources",
    "Title, standard, tag, place or code",
    "Add a resource",
    breaks_after=TWO_ROWS_AFTER,
)


class ResourcesScreen(ListScreen):
    """A list that filters by typing; title, minutes and place are typed over in place."""

    title = "Resources"

    def __init__(self, stage: Stage) -> None:
        """Asked when it comes up."""
        self.model = ResourcesModel(stage)
        self.new = NewResourceFields()
        self.side = ResourcePanel(wrong_standards=self.model.wrong_standards)
        super().__init__(
            stage, self.model, words=_WORDS, fields=self.new.named(), side=Side(self.side)
        )
        self._listen()

    @property
    def subtitle(self) -> str:
        """How many there are."""
        return str(self.model.count) if self.model.count else ""

    def show_rows(self) -> None:
        """The list, and what can be typed to tag a resource."""
        model = self.model
        self.new.offer(model.standards, last_used=model.last_used)
        self.side.offer(model.standards, model.tags)
        super().show_rows()

    def show_chosen(self) -> None:
        """All that is known of the resource."""
        self.side.show_resource(self.model.chosen)

    def columns(self) -> list[Column[ResourceRow]]:
        """Title, kind, standards, minutes, place, needs, code."""
        return resource_columns(self.model, self.side)

    def add(self) -> bool:
        """Add a resource and stand on it."""
        if (problem := self.new.problem()) is not None:
            self.stage.wishes.warn.emit(problem)
            return False
        added = self.model.add(self.new.new())
        if added is not None:
            self.new.minutes.clear()
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

    def _listen(self) -> None:
        side, model = self.side, self.model
        side.title_kept.connect(lambda text: self._of_chosen(model.change, title=text))
        side.minutes_kept.connect(lambda text: self._of_chosen(model.change, minutes=text))
        side.place_kept.connect(lambda text: self._of_chosen(model.change, place=text))
        side.kind_kept.connect(lambda key: self._of_chosen(model.set_kind, ResourceKind(key)))
        side.mode_kept.connect(lambda key: self._of_chosen(model.set_mode, GroupMode(key)))
        side.needs_kept.connect(
            lambda device, internet: self._of_chosen(
                model.set_needs, device=device, internet=internet
            )
        )
        side.standards_kept.connect(lambda text: self._of_chosen(model.set_standards, text))
        side.tags_kept.connect(lambda text: self._of_chosen(model.set_tags, text))
        side.address_kept.connect(lambda text: self._of_chosen(model.set_address, text))
        side.code_kept.connect(lambda text: self._of_chosen(model.set_code, text))
        side.remove_wanted.connect(self._remove)

    def _of_chosen(self, act: Callable[..., object], *words: object, **named: object) -> None:
        """Change the resource one stands on; should that be refused, it shows as it was."""
        if self.model.chosen is not None:
            act(self.model.chosen, *words, **named)
            self.show_chosen()

    def _remove(self) -> None:
        if self.model.chosen is not None:
            self.model.remove(self.model.chosen.id)
