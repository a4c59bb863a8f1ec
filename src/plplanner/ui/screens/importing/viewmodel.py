"""What the import drawer shows, and what it does when the teacher corrects or confirms."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from plplanner.cli.file_content import content_of
from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.class_plans import sections_in
from plplanner.importing.commands import save_import
from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.mapping import mapping_of
from plplanner.importing.preview import ImportPreview, preview_import
from plplanner.importing.queries import known_planner, mapping_for
from plplanner.importing.read_apart import FileReader
from plplanner.importing.rows import ColumnRead, GradebookRead, KnownStudent
from plplanner.library.queries import standards
from plplanner.library.rows import StandardRow
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus
from plplanner.ui.jobs import Job
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.importing.wording import done_sentence, has_news
from plplanner.ui.stage import Stage

_SLOW_MILLISECONDS = 300


@dataclass(frozen=True)
class FileRead:
    """A file and what it says; `fingerprint` tells it from others."""

    read: GradebookRead
    fingerprint: str


def read_path(path: Path, reader: FileReader) -> FileRead:
    """Run in the background: the bytes of a file, and all they say."""
    content = content_of(path)
    read = reader.read(file_name=path.name, content=content)
    return FileRead(read, hashlib.sha256(content).hexdigest())


class ImportDrawer(ViewModel):
    """One file on its way in. Nothing is saved before `import_now`."""

    watches = frozenset(
        {"school_class", "student", "student_identifier", "enrollment", "assessment", "score",
         "standard"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Empty until a file is taken."""
        super().__init__(stage, parent)
        self.new_reader: Callable[[], FileReader] = FileReader
        self.file_name = ""
        self.problem: Problem | None = None
        self.is_slow = False
        self.preview: ImportPreview | None = None
        self.class_name = ""
        self.class_names: tuple[str, ...] = ()
        self.corrections = Corrections()
        self.chosen: Mapping[int, int] = {}
        self.standards: list[StandardRow] = []
        self.known_students: Mapping[int, KnownStudent] = {}
        self._file: FileRead | None = None
        self._job: Job | None = None
        self._imports_when_ready = False
        self._is_saving = False
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._say_slow)

    # -- a file comes -----------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Read a file in the background and show what it says."""
        self.leave_file()
        self.file_name = path.name
        self._slow.start()
        reader = self.new_reader()
        self._job = self.stage.jobs.think(
            partial(read_path, path, reader),
            then=self._take_read,
            on_problem=self._take_problem,
            end=reader.end,
        )
        self.refreshed.emit()

    def leave_file(self) -> None:
        """Forget the file and everything corrected in it."""
        if self._job is not None:
            self._job.cancel()
        self._slow.stop()
        self._job, self._file, self.preview, self.problem = None, None, None, None
        self.file_name, self.class_name, self.is_slow = "", "", False
        self.corrections, self.chosen = Corrections(), {}
        self._imports_when_ready = False

    @property
    def is_reading(self) -> bool:
        """A file is under way and not on screen yet."""
        return bool(self.file_name) and self.preview is None and self.problem is None

    def _say_slow(self) -> None:
        self.is_slow = True
        self.refreshed.emit()

    def _take_problem(self, problem: Problem) -> None:
        self._slow.stop()
        self._job, self.problem, self.is_slow = None, problem, False
        self.refreshed.emit()

    def _take_read(self, file: FileRead) -> None:
        self._file = file
        self.corrections = self.stage.desk.ask(mapping_for, read=file.read)
        known = self.stage.desk.ask(known_planner, names=())
        chosen = self.stage.choice.school_class
        self.class_name = suggested_class_name(
            sections=sections_in(file.read),
            classes=known.classes,
            chosen=chosen.name if chosen else None,
            file_name=self.file_name,
        )
        self.refresh()

    # -- what it would do -------------------------------------------------------------------

    def refresh(self) -> None:
        """Compare the file with the planner again; the answer comes from the background."""
        if self._file is None or self._is_saving:
            self.refreshed.emit()
            return
        if self._job is not None:
            self._job.cancel()
        names = [self.class_name, *sections_in(self._file.read)]
        known = self.stage.desk.ask(known_planner, names=names)
        self.known_students = {student.id: student for student in known.students}
        self.class_names = tuple(row.name for row in known.classes)
        self.standards = self.stage.desk.ask(standards)
        self._job = self.stage.jobs.think(
            partial(
                preview_import,
                self._file.read,
                known,
                class_name=self.class_name,
                corrections=self.corrections,
                chosen=self.chosen,
                file_name=self.file_name,
            ),
            then=self._take_preview,
        )

    def _take_preview(self, preview: ImportPreview) -> None:
        self._slow.stop()
        self._job, self.is_slow, self.preview = None, False, preview
        self.refreshed.emit()
        if self._imports_when_ready:
            self.import_now()

    # -- corrections ------------------------------------------------------------------------

    def say_class(self, name: str) -> None:
        """Bring the file into another class."""
        if name.strip() and name.strip() != self.class_name:
            self.class_name = name.strip()
            self.refresh()

    def say_column(self, place: int, column: ColumnRead) -> None:
        """Say what a column is."""
        self._correct(columns={**self.corrections.columns, place: column})

    def say_cell(self, row: int, place: int, text: str) -> None:
        """Type over a cell."""
        self._correct(cells={**self.corrections.cells, (row, place): text})

    def say_blank(self, means: BlankMeans) -> None:
        """Say what blank cells mean."""
        self._correct(blank=means)

    def say_mark(self, word: str, status: ScoreStatus) -> None:
        """Say what a mark means."""
        self._correct(marks={**self.corrections.marks, word: status})

    def say_percent(self, are_percent: bool) -> None:
        """Say whether numbers without points possible are percents."""
        self._correct(bare_numbers_are_percent=are_percent)

    def take_extra_credit(self) -> None:
        """Let scores above the points possible in, as they stand."""
        self._correct(extra_credit=True)

    def choose_match(self, row: int, known_id: int | None) -> None:
        """Take one person of the file for somebody known, or for somebody new."""
        others = {place: known for place, known in self.chosen.items() if place != row}
        self.chosen = others if known_id is None else {**others, row: known_id}
        self.refresh()

    def _correct(self, **changed: object) -> None:
        self.corrections = replace(self.corrections, **changed)  # type: ignore[arg-type]
        self.refresh()

    # -- the end ----------------------------------------------------------------------------

    @property
    def can_import(self) -> bool:
        """There is something new and nothing stands against it."""
        preview = self.preview
        return preview is not None and preview.problem is None and has_news(preview)

    def import_now(self) -> None:
        """Back up, take everything in as one step, and go on to the groups."""
        if self._job is not None and self._file is not None:
            self._imports_when_ready = True
            return
        self._imports_when_ready = False
        preview, file = self.preview, self._file
        if preview is None or file is None or not self.can_import:
            return
        ids = self._save(preview, file)
        if ids:
            self.leave_file()
            self.stage.choice.choose_class(ids[0])
            self.refreshed.emit()
            self.stage.wishes.go_to.emit("groups" if preview.counts.scores_new else "students")
            self.stage.wishes.say.emit(done_sentence(preview))

    def _save(self, preview: ImportPreview, file: FileRead) -> list[int] | None:
        self._is_saving = True
        try:
            self.stage.wishes.back_up.emit()
            return self.stage.desk.do(
                save_import,
                classes=preview.classes,
                file_name=self.file_name,
                file_hash=file.fingerprint,
                imported_at=self.stage.clock(),
                mapping=mapping_of(file.read, self.corrections),
            )
        finally:
            self._is_saving = False

    def leave(self) -> None:
        """Go back without saving anything."""
        self.leave_file()
        self.refreshed.emit()
        self.stage.wishes.go_to.emit("scores")
