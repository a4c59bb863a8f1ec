"""Undo and redo for answers about a file, although nothing of it is saved yet."""

from collections.abc import Callable
from functools import partial

from plplanner.ui.desk import Desk
from plplanner.ui.screens.importing.files_in import Told
from plplanner.ui.timeline import Sketched


class AnswerSteps:
    """The steps of one import drawer."""

    def __init__(self, desk: Desk, put: Callable[[int, Told], object]) -> None:
        """`put` takes what is told of the file at a place."""
        self._desk, self._put = desk, put

    def take(self, place: int, before: Told, after: Told) -> None:
        """Put an answer; when it says anything new it is a step."""
        self._put(place, after)
        if after != before:
            back, again = (partial(self._put, place, told) for told in (before, after))
            self._desk.sketch(Sketched("Correct the import", back, again, owner=self))

    def forget(self) -> None:
        """The file is imported, or left."""
        self._desk.forget_sketches(self)
