"""Undo and redo for a draft: every change is a step with a name, although nothing is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from plplanner.grouping.draft import Asked, Draft
from plplanner.grouping.rows import GroupingProposal, ImpossibleGrouping
from plplanner.records import record
from plplanner.ui.screens.grouping.cuts_kept import CutsKept
from plplanner.ui.screens.grouping.forming import Forming
from plplanner.ui.stage import Stage
from plplanner.ui.timeline import Sketched


class Table(Protocol):
    """Where a draft lies, with all that hangs on it."""

    stage: Stage
    forming: Forming
    cuts: CutsKept
    is_draft: bool
    asked: Asked
    draft: Draft | None
    draft_of_all: Draft | None
    impossible: ImpossibleGrouping | None
    better: GroupingProposal | None
    note: str
    whole_class: str
    past_id: int | None

    def form_anew(self) -> None:
        """Form groups from what is asked now."""

    def refresh(self) -> None:
        """Ask again, and show what lies there."""


@record(frozen=True)
class _State:
    """What lay on the table. `draft` None in a draft: it was still being thought about."""

    is_draft: bool
    asked: Asked
    draft: Draft | None

    def is_like(self, other: "_State") -> bool:
        """Whether nothing was changed between the two."""
        return (
            self.is_draft == other.is_draft
            and self.asked == other.asked
            and self.draft is other.draft
        )


class DraftSteps:
    """The steps of one Groups screen on what nobody has saved yet."""

    def __init__(self, table: Table) -> None:
        """The steps are made on what lies there."""
        self._table = table

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is changed within is one step of this name; nothing changed, no step."""
        before = self._now()
        yield
        if self._table.is_draft and not self._now().is_like(before):
            self._table.stage.desk.sketch(self._sketched(name, before))

    def forget(self) -> None:
        """The draft is saved, or belongs to another class."""
        self._table.stage.desk.forget_sketches(self)

    def _sketched(self, name: str, before: _State) -> Sketched:
        after: list[_State] = []

        def back() -> None:
            after[:] = [self._now()]  # by now the groups have been thought about
            self._put_back(before)

        def again() -> None:
            self._put_back(after[0])

        return Sketched(name, back, again, owner=self)

    def _now(self) -> _State:
        return _State(self._table.is_draft, self._table.asked, self._table.draft)

    def _put_back(self, state: _State) -> None:
        table = self._table
        table.forming.cancel()
        table.is_draft, table.asked, table.draft = state.is_draft, state.asked, state.draft
        table.impossible, table.note, table.better = None, "", None
        table.past_id, table.draft_of_all = None, None
        if state.asked.basis is not None:
            table.cuts.keep(state.asked.basis, state.asked.scale)
        if state.is_draft and state.draft is None:
            table.form_anew()
        else:
            table.whole_class = ""
            table.refresh()
