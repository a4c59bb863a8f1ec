"""Drafts thought through once each; all but the small first one off the main thread.

So nothing stalls, and a day that is opened shows its plan at once.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from plplanner.problems import Problem
from plplanner.rotation.fresh_draft import DayToDraft, FreshDraft, fresh_draft
from plplanner.ui.jobs import Job
from plplanner.ui.stage import Stage

# So many are drafted in a third of what one would notice; while a thread thought, the page of a
# day that is opened would be empty.
_AT_ONCE = 6


class Drafts(QObject):
    """The newest draft is kept: the same day, asked for again, is not thought through again."""

    ready = Signal()

    def __init__(self, stage: Stage, parent: QObject) -> None:
        """Nothing is thought about before it is asked for."""
        super().__init__(parent)
        self._stage = stage
        self._known: tuple[DayToDraft, FreshDraft | Problem] | None = None
        self._thinking: tuple[DayToDraft, Job] | None = None

    def of(self, asked: DayToDraft) -> FreshDraft | None:
        """The draft of a day; None while it is thought through, and `ready` tells when it is there.

        Raises Problem where there is none.
        """
        if self._known is None or self._known[0] != asked:
            if len(asked.problem.groups) > _AT_ONCE:
                self._think(asked)
                return None
            self._known = asked, _answer(asked)
        answer = self._known[1]
        if isinstance(answer, Problem):
            raise answer
        return answer

    def hand(self, asked: DayToDraft, then: Callable[[FreshDraft], object]) -> None:
        """Give a draft to `then` as soon as it is thought through; a Problem is shown instead.

        Off the main thread whatever its size: until then the plan there is stays on screen.
        """
        self._stage.jobs.think(partial(fresh_draft, asked), then=then, on_problem=self._warn)

    def _think(self, asked: DayToDraft) -> None:
        if self._thinking is not None:
            if self._thinking[0] == asked:
                return
            self._thinking[1].cancel()
        job = self._stage.jobs.think(partial(_answer, asked), then=self._take)
        self._thinking = asked, job

    def _take(self, answer: FreshDraft | Problem) -> None:
        if self._thinking is not None:
            self._known, self._thinking = (self._thinking[0], answer), None
            self.ready.emit()

    def _warn(self, problem: Problem) -> None:
        self._stage.wishes.warn.emit(problem)


def _answer(asked: DayToDraft) -> FreshDraft | Problem:
    try:
        return fresh_draft(asked)
    except Problem as problem:
        return problem
