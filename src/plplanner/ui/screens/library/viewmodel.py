"""What the Resources screen shows and can do."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from plplanner.library import commands
from plplanner.library.queries import (
    resource_count,
    resource_ids,
    resources_with_ids,
    standard_last_used,
    standards,
    tags_in_use,
)
from plplanner.library.rows import NewResource, ResourceRow, StandardRow
from plplanner.library.tagging import Tag, meant_codes, new_codes, typed_tags, wrong_codes
from plplanner.terms import GroupMode, ResourceKind
from plplanner.ui.kit.part_ahead import BETWEEN
from plplanner.ui.list_screen import ListModel
from plplanner.ui.stage import Stage

R = TypeVar("R")


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
        self.standards: tuple[StandardRow, ...] = ()
        self.tags: tuple[Tag, ...] = ()
        self.last_used: str | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def count(self) -> int:
        """All resources there are."""
        return self._count

    def refresh(self) -> None:
        """Ask how many there are, for the order of the rows, and what they can be tagged with."""
        ask = self.stage.desk.ask
        self._count = ask(resource_count)
        self.standards, self.tags = tuple(ask(standards)), tuple(ask(tags_in_use))
        self.last_used = ask(standard_last_used)
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

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all standards known."""
        return tuple(row.code for row in self.standards)

    def set_kind(self, row: ResourceRow, kind: ResourceKind) -> None:
        """Say what it is made of."""
        self.stage.desk.do(
            commands.set_resource_kind, resource_id=row.id, kind=kind, title=row.title
        )

    def set_mode(self, row: ResourceRow, mode: GroupMode) -> None:
        """Say who works on it."""
        self.stage.desk.do(commands.set_group_mode, resource_id=row.id, mode=mode, title=row.title)

    def set_needs(self, row: ResourceRow, *, device: bool, internet: bool) -> None:
        """Say what must be at hand."""
        self.stage.desk.do(
            commands.set_resource_needs,
            resource_id=row.id,
            device=device,
            internet=internet,
            title=row.title,
        )

    def set_address(self, row: ResourceRow, address: str) -> None:
        """Say where it is found."""
        self.stage.desk.do(
            commands.set_resource_address, resource_id=row.id, address=address, title=row.title
        )

    def set_code(self, row: ResourceRow, code: str) -> None:
        """Say which code stands for it on cards."""
        self.stage.desk.do(
            commands.set_resource_code, resource_id=row.id, code=code, title=row.title
        )

    def set_standards(self, row: ResourceRow, typed: str) -> None:
        """Say which standards it teaches, as typed; a word about one that is new."""
        codes = meant_codes(typed, self.codes)
        self._do_with_codes(
            commands.set_resource_standards,
            codes,
            resource_id=row.id,
            codes=codes,
            title=row.title,
        )

    def set_tags(self, row: ResourceRow, typed: str) -> None:
        """Tag it, as typed."""
        tags = typed_tags(typed, self.tags)
        self.stage.desk.do(
            commands.set_resource_tags, resource_id=row.id, tags=tags, title=row.title
        )

    def wrong_standards(self, typed: str) -> str:
        """Why this does not name standards, in words; empty when it does."""
        return wrong_codes(typed, self.codes)

    def add(self, resource: NewResource) -> int | None:
        """Add a resource; its id, or None when a Problem was told."""
        return self._do_with_codes(commands.add_resource, resource.codes, resource=resource)

    def remove(self, resource_id: int) -> None:
        """Remove a resource, and say so with Undo."""
        titles = [row.title for row in self.page_of([resource_id])]
        words = f"Removed “{''.join(titles)}”."
        self.do_saying(commands.remove_resource, words, resource_id=resource_id)

    def _do_with_codes(
        self, command: Callable[..., R], asked: Sequence[str], **what: object
    ) -> R | None:
        """Carry out a command that adds standards nobody knows yet, and say which those were."""
        new = new_codes(asked, self.codes)
        done = self.stage.desk.do(command, **what)
        if new and self.stage.desk.did_step:
            verb = "is a new standard" if len(new) == 1 else "are new standards"
            self.stage.wishes.say.emit(f"{', '.join(new)} {verb} of your own.")
        return done


def standard_offers(known: Sequence[StandardRow]) -> list[str]:
    """Each standard in a line, its code first."""
    return [
        f"{row.code}{BETWEEN}{words}" if (words := row.i_can or row.text) else row.code
        for row in known
    ]


def wrong_title(text: str) -> str:
    """Why this cannot be a title, in words; empty when it can."""
    return "" if text else "A resource needs a title. Type what students would call it."


def wrong_minutes(text: str) -> str:
    """Why this cannot be a length, in words; empty when it can."""
    is_length = text.isascii() and text.isdigit() and 1 <= int(text) <= commands.LONGEST_MINUTES
    if not text or is_length:
        return ""
    return f"Type whole minutes from 1 to {commands.LONGEST_MINUTES}, or nothing."
