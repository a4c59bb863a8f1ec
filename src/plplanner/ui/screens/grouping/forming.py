"""Groups formed in the background: good ones in a blink, and when there is time, the proof."""

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.grouping.form_groups import PROOF_WORK, QUICK_WORK, form_groups
from plplanner.grouping.rows import GroupingProblem, GroupingProposal, ImpossibleGrouping
from plplanner.ui.jobs import Job, Jobs

Answer = GroupingProposal | ImpossibleGrouping


class Forming(QObject):
    """Thinks about one problem at a time, off the main thread; the newest asked for wins."""

    prove_after = 2000
    """Milliseconds of quiet before more work is spent on the same problem."""

    formed = Signal(object, object)  # the problem, what came of it
    proved = Signal(object, object)  # the same, after more work

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        """Idle until `form`."""
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._proof: Job | None = None
        self._problem: GroupingProblem | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._prove)

    @property
    def is_thinking(self) -> bool:
        """Whether groups are being formed; a proof under way does not count."""
        return self._job is not None

    def form(self, problem: GroupingProblem) -> None:
        """Think about this; what was thought about before is forgotten."""
        self.cancel()
        self._problem = problem
        stop = Event()
        think = partial(_formed, problem, stop, QUICK_WORK)
        self._job = self._jobs.think(think, then=self._take, end=stop.set)

    def cancel(self) -> None:
        """Forget about it."""
        self.rest()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def rest(self) -> None:
        """Put the proof aside: the teacher waits for something else, or is elsewhere."""
        self._quiet.stop()
        if self._proof is not None:
            self._proof.cancel()
            self._proof = None

    # What jobs hand to is a method of a QObject: then they see when it is gone.

    def _take(self, answer: Answer | None) -> None:
        self._job = None
        if answer is None:
            return
        if isinstance(answer, GroupingProposal) and answer.bound != answer.objective:
            self._quiet.start(self.prove_after)
        self.formed.emit(self._problem, answer)

    def _prove(self) -> None:
        if self._problem is not None:
            stop = Event()
            think = partial(_formed, self._problem, stop, PROOF_WORK)
            self._proof = self._jobs.think(think, then=self._take_proof, end=stop.set)

    def _take_proof(self, answer: Answer | None) -> None:
        self._proof = None
        if answer is not None:
            self.proved.emit(self._problem, answer)


def _formed(problem: GroupingProblem, stop: Event, work: int) -> Answer | None:
    """None when it was ended before any groups were found: then nobody waits for them."""
    try:
        return form_groups(problem, stop=stop.is_set, work=work)
    except InterruptedError:
        return None
