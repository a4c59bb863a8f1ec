"""A file compared with the planner: what is known is gathered, the rest is thought in the back."""

from collections.abc import Callable
from functools import partial

from plplanner.importing.class_plans import sections_in
from plplanner.importing.preview import ImportPreview
from plplanner.importing.rows import GradebookRead, KnownPlanner
from plplanner.ui.jobs import Job
from plplanner.ui.screens.importing.files_in import FileIn, Told
from plplanner.ui.screens.importing.knowing import Gathered, Knowing
from plplanner.ui.screens.importing.one_file import preview_of
from plplanner.ui.stage import Stage

Then = Callable[[KnownPlanner, ImportPreview], object]


class Comparing:
    """One comparison at a time; a newer one takes the place of an older."""

    def __init__(self, stage: Stage, knowing: Knowing) -> None:
        """`knowing` gathers what the planner holds."""
        self._stage, self._knowing = stage, knowing
        self._job: Job | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None or self._knowing.is_under_way

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._knowing.stop()

    def begin(self, file: FileIn, read: GradebookRead, told: Told, *, then: Then) -> None:
        """Hand `then` everyone known, and what taking the file in as `told` would do."""
        self.stop()
        sections = [told.section] if told.section else sections_in(read)
        names = [told.class_name, *told.corrections.classes.values(), *sections]

        def think(known: Gathered) -> None:
            preview = partial(preview_of, read, told, known, file_name=file.name)
            self._job = self._stage.jobs.think(preview, then=partial(take, known.people))

        def take(people: KnownPlanner, preview: ImportPreview) -> None:
            self._job = None
            then(people, preview)

        self._knowing.ask(names, think)
