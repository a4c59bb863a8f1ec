"""A few good groupings side by side: asked for, looked at, one of them taken."""

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from plplanner.grouping.choices import grouping_choices
from plplanner.grouping.draft import Draft
from plplanner.grouping.rows import GroupingChoice
from plplanner.ui.jobs import Job
from plplanner.ui.screens.grouping.viewmodel import GroupsModel


class Choosing(QObject):
    """The choices of one draft; another draft forgets them."""

    told = Signal()

    def __init__(self, model: GroupsModel) -> None:
        """None until `ask`."""
        super().__init__(model)
        self._model = model
        self.choices: tuple[GroupingChoice, ...] = ()
        self._for: object = None
        self._job: Job | None = None

    @property
    def is_thinking(self) -> bool:
        """Whether others are being looked for."""
        return self._job is not None

    @property
    def at(self) -> int:
        """Which choice is on the table; -1 when it is none of them."""
        draft = self._model.draft
        formed = draft.formed if draft is not None else None
        return next((n for n, one in enumerate(self.choices) if one.proposal is formed), -1)

    def ask(self) -> None:
        """Look for others than the draft."""
        draft = self._model.draft
        if draft is None or self.is_thinking:
            return
        self.forget()
        self._model.forming.rest()
        stop = Event()
        self._for = draft.problem
        self._job = self._model.stage.jobs.think(
            partial(grouping_choices, draft.problem, draft.formed, stop=stop.is_set),
            then=self._take,
            end=stop.set,
        )
        self.told.emit()

    def take(self, place: int) -> None:
        """Put one of the choices on the table; moves by hand go with the old one."""
        draft = self._model.draft
        if draft is not None and 0 <= place < len(self.choices) and place != self.at:
            proposal = self.choices[place].proposal
            with self._model.steps.step("Take other groups"):
                self._model.draft = Draft(draft.problem, proposal)
            self._model.show()

    def forget(self) -> None:
        """Put the choices away; the one on the table stays."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._for, self.choices = None, None, ()
        self.told.emit()

    def keep_up(self) -> None:
        """Choices for groups that are not asked for any more are put away."""
        model = self._model
        problem = model.draft.problem if model.draft is not None and model.is_draft else None
        if self._for is not None and problem is not self._for:
            self.forget()

    def _take(self, choices: tuple[GroupingChoice, ...]) -> None:
        self._job, self.choices = None, choices
        self.told.emit()
