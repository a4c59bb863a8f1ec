"""Undo and redo for a draft: every change is a step with a name, although nothing is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plplanner.grouping.draft import Asked, Draft
from plplanner.ui.timeline import Sketched

if TYPE_CHECKING:
    from plplanner.ui.screens.grouping.viewmodel import GroupsModel


@dataclass(frozen=True)
class _Table:
    """What lay on the table. `draft` None in a draft: it was still being thought about."""

    is_draft: bool
    asked: Asked
    draft: Draft | None

    def is_like(self, other: "_Table") -> bool:
        """Whether nothing was changed between the two."""
        return (
            self.is_draft == other.is_draft
            and self.asked == other.asked
            and self.draft is other.draft
        )


class DraftSteps:
    """The steps of one Groups screen on what nobody has saved yet."""

    def __init__(self, model: "GroupsModel") -> None:
        """`model` holds what lies on the table."""
        self._model = model

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is changed within is one step of this name; nothing changed, no step."""
        before = self._now()
        yield
        if self._model.is_draft and not self._now().is_like(before):
            self._model.stage.desk.sketch(self._sketched(name, before))

    def forget(self) -> None:
        """The draft is saved, or belongs to another class."""
        self._model.stage.desk.forget_sketches(self)

    def _sketched(self, name: str, before: _Table) -> Sketched:
        after: list[_Table] = []

        def back() -> None:
            after[:] = [self._now()]  # by now the groups have been thought about
            self._put_back(before)

        def again() -> None:
            self._put_back(after[0])

        return Sketched(name, back, again, owner=self)

    def _now(self) -> _Table:
        return _Table(self._model.is_draft, self._model.asked, self._model.draft)

    def _put_back(self, table: _Table) -> None:
        model = self._model
        model.forming.cancel()
        model.is_draft, model.asked, model.draft = table.is_draft, table.asked, table.draft
        model.impossible, model.note, model.better = None, "", None
        model.past_id, model.draft_of_all = None, None
        if table.asked.basis is not None:
            model.cuts.keep(table.asked.basis, table.asked.scale)
        if table.is_draft and table.draft is None:
            model.form_anew()
        else:
            model.whole_class = ""
            model.refresh()
