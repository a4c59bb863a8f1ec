"""What was done, in its order: steps that are saved, and those on what nobody has saved yet."""

from collections.abc import Callable

from plplanner.records import record


@record(frozen=True)
class Sketched:
    """One step on a draft, as Undo names it, and how it is taken back and done again.

    `owner` holds the draft: when that is gone, so are its steps.
    """

    label: str
    back: Callable[[], object]
    again: Callable[[], object]
    owner: object = None


class Timeline:
    """Undo and Redo meet steps in the order they were made, whichever kind they are.

    Of saved steps it knows only that they were made: the planner file knows the rest.
    """

    def __init__(self) -> None:
        """Nothing was done yet."""
        self._done: list[Sketched | None] = []
        self._undone: list[Sketched | None] = []

    @property
    def newest(self) -> Sketched | None:
        """What Undo takes back; None when that is a saved step, or nothing."""
        return self._done[-1] if self._done else None

    @property
    def newest_undone(self) -> Sketched | None:
        """What Redo does again; None when that is a saved step, or nothing."""
        return self._undone[-1] if self._undone else None

    @property
    def ends_here(self) -> bool:
        """Whether the newest act was on a draft: what was taken back before is not done again."""
        return self.newest is not None and not self._undone

    def sketched(self, step: Sketched) -> None:
        """A step on a draft was made."""
        self._done.append(step)
        self._undone.clear()

    def saved(self) -> None:
        """A saved step was made."""
        if self._done:  # below the first step on a draft lie only saved ones
            self._done.append(None)
        self._undone.clear()

    def went_back(self) -> None:
        """The newest step was taken back."""
        if self._done or self._undone:
            self._undone.append(self._done.pop() if self._done else None)

    def went_on(self) -> None:
        """The step taken back last was done again."""
        if self._done or self._undone:
            self._done.append(self._undone.pop() if self._undone else None)

    def forget(self, owner: object) -> None:
        """The draft of an owner is gone: what was done to it means nothing any more."""
        for steps in (self._done, self._undone):
            steps[:] = [one for one in steps if one is None or one.owner is not owner]
            if not any(steps):
                steps.clear()

    def forget_all(self) -> None:
        """Nothing that was held is there any more."""
        self._done.clear()
        self._undone.clear()
