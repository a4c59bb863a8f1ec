"""What the Resources screen shows and can do."""

from collections.abc import Sequence

from plplanner.library import commands
from plplanner.library.queries import resource_count, resource_ids, resources_with_ids
from plplanner.library.rows import NewResource, ResourceRow
from plplanner.terms import ResourceKind
from plplanner.ui.list_screen import ListModel
from plplanner.ui.stage import Stage


class ResourcesModel(ListModel):
    """The library, filtered and sorted by its query; details of one resource."""

    watches = frozenset(
        {"learning_resource", "resource_tag", "resource_standard", "tag", "standard"}
    )

    def __init__(self, stage: Stage) -> None:
        """Sorted by title until told otherwise."""
        super().__init__(stage, sorted_by="title")
        self._count = 0
        self.chosen: ResourceRow | None = None
        self._chosen_id: int | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All resources there are."""
        return self._count

    def refresh(self) -> None:
        """Ask how many there are, and for the order of the rows."""
        self._count = self.stage.desk.ask(resource_count)
        self.arrange()

    def arrange(self) -> None:
        """The query filters and sorts; the rows follow a page at a time."""
        found = self.stage.desk.ask(
            resource_ids, words=self.words, sort=self.sorted_by, descending=self.is_down
        )
        self.ids = tuple(found)
        self.choose(self._chosen_id)
        self.refreshed.emit()

    def page_of(self, ids: Sequence[int]) -> list[ResourceRow]:
        """The rows of these resources."""
        return self.stage.desk.ask(resources_with_ids, ids=ids)

    def choose(self, resource_id: int | None) -> None:
        """Stand on a resource and show all that is known of it."""
        self._chosen_id = resource_id
        rows = [] if resource_id is None else self.page_of([resource_id])
        self.chosen = rows[0] if rows else None

    # -- what the teacher does ------------------------------------------------------------

    def change(
        self,
        row: ResourceRow,
        *,
        title: str | None = None,
        minutes: str | None = None,
        place: str | None = None,
    ) -> None:
        """Correct a title, a length as typed, or a place; the others stay."""
        self.stage.desk.do(
            commands.update_resource,
            resource_id=row.id,
            title=row.title if title is None else title,
            minutes=row.minutes if minutes is None else int(minutes) if minutes else None,
            place=row.place if place is None else place,
        )

    def add(self, *, title: str, kind: ResourceKind) -> int | None:
        """Add a resource; its id, or None when a Problem was told."""
        return self.stage.desk.do(commands.add_resource, resource=NewResource(title, kind))

    def remove(self, resource_id: int) -> None:
        """Remove a resource, and say so with Undo."""
        titles = [row.title for row in self.page_of([resource_id])]
        words = f"Removed “{''.join(titles)}”."
        self.do_saying(commands.remove_resource, words, resource_id=resource_id)


def wrong_title(text: str) -> str:
    """Why this cannot be a title, in words; empty when it can."""
    return "" if text else "A resource needs a title. Type what students would call it."


def wrong_minutes(text: str) -> str:
    """Why this cannot be a length, in words; empty when it can."""
    is_length = text.isascii() and text.isdigit() and 1 <= int(text) <= commands.LONGEST_MINUTES
    if not text or is_length:
        return ""
    return f"Type whole minutes from 1 to {commands.LONGEST_MINUTES}, or nothing."
