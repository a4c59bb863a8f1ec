"""What each other group would mean for a student, worked out in the background when asked."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.grouping.as_proposal import as_proposal
from plplanner.grouping.held_over import said_of_move
from plplanner.grouping.rows import GroupingProblem, GroupingProposal, MoveCost, WhyStudent
from plplanner.grouping.why import judge_move, why_here
from plplanner.ui.jobs import Job
from plplanner.ui.screens.grouping.viewmodel import GroupsModel

_Question = tuple[GroupingProblem, GroupingProposal, int]


class Reasoning(QObject):
    """Remembers the answer for the groups and the student asked about last."""

    told = Signal()
    after = 150
    """Milliseconds a student must stay chosen: arrow keys run past many."""

    def __init__(self, model: GroupsModel) -> None:
        """Knows nothing until `ask`."""
        super().__init__(model)
        self._model = model
        self._question: _Question | None = None
        self._answer: WhyStudent | None = None
        self._job: Job | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._think)

    def ask(self, student_id: int | None) -> WhyStudent | None:
        """The answer if it is known; else it is worked out, and `told` when it is."""
        question = self._question_about(student_id)
        if question is None:
            return None
        if question != self._question:
            self._forget()
            self._question = question
            self._wait.start(self.after)
        return self._answer

    def said_of(self, student_id: int, key: str) -> tuple[str, bool]:
        """What dropping a student on a group would mean, and whether it breaks something."""
        model, cost = self._model, None
        if self._answer is not None and self._answer.student_id == student_id:
            cost = self._cost_of(key)
        question = self._question_about(student_id)
        judged = judge_move(*question, key) if question is not None else None
        sizes = (1, len(model.facts.roster))
        if model.is_draft and model.draft is not None:
            sizes = (model.draft.problem.smallest, model.draft.problem.largest)
        return said_of_move(
            student_id,
            key,
            piles=model.shown.piles,
            rules=model.facts.rules,
            sizes=sizes,
            judged=judged,
            cost=cost,
        )

    def _cost_of(self, key: str) -> MoveCost | None:
        costs = self._answer.moves if self._answer is not None else ()
        return next((one for one in costs if one.identity_key == key), None)

    def _question_about(self, student_id: int | None) -> _Question | None:
        """None for who is in no group yet: of a newcomer nothing is known that could be weighed."""
        model = self._model
        if student_id is None or model.is_read_only or model.shown.pile_of(student_id) is None:
            return None
        if model.is_draft and model.draft is not None:
            return model.draft.problem, model.draft.proposal, student_id
        if model.facts.saved is not None and model.evidence:
            problem = model.problem_now()
            before = problem.earlier[1:]  # the first are these groups themselves
            return replace(problem, earlier=before), as_proposal(model.facts.saved), student_id
        return None

    def _think(self) -> None:
        if self._question is not None:
            self._model.forming.rest()
            jobs = self._model.stage.jobs
            self._job = jobs.think(partial(why_here, *self._question), then=self._take)

    def _take(self, answer: WhyStudent) -> None:
        self._job, self._answer = None, answer
        self.told.emit()

    def _forget(self) -> None:
        self._wait.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = self._question = self._answer = None
