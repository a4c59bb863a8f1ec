"""What the import drawer shows, and what it does when the teacher corrects or confirms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.class_plans import sections_in
from plplanner.importing.commands import save_import
from plplanner.importing.corrections import Corrections
from plplanner.importing.mapping import mapping_of
from plplanner.importing.preview import ImportPreview
from plplanner.importing.queries import mapping_for
from plplanner.importing.read_apart import FileReader
from plplanner.importing.rows import KnownStudent, PlannedStudent
from plplanner.importing.unsettled_people import people_to_settle
from plplanner.library.queries import standards
from plplanner.library.rows import StandardRow
from plplanner.problems import Problem
from plplanner.ui.jobs import Job
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.importing.answers import Answers
from plplanner.ui.screens.importing.dropped import (
    PASTED,
    Reader,
    name_of,
    read_content,
    read_paths,
)
from plplanner.ui.screens.importing.files_in import (
    FileIn,
    Outcome,
    Told,
    next_waiting,
    with_file,
)
from plplanner.ui.screens.importing.knowing import Gathered, Knowing
from plplanner.ui.screens.importing.one_file import class_meant, has_news, preview_of
from plplanner.ui.screens.importing.wording import done_sentence
from plplanner.ui.stage import Stage

_SLOW_MILLISECONDS = 300


class ImportDrawer(ViewModel):
    """Files on their way in, one of them shown. Nothing is saved before `import_now`."""

    watches = frozenset(
        {"school_class", "student", "student_identifier", "enrollment", "assessment", "score",
         "standard"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Empty until a file is taken."""
        super().__init__(stage, parent)
        self.new_reader: Callable[[], Reader] = FileReader
        self.files: tuple[FileIn, ...] = ()
        self.place = 0
        self.problem: Problem | None = None
        self.is_slow = False
        self.preview: ImportPreview | None = None
        self.class_names: tuple[str, ...] = ()
        self.known_students: Mapping[int, KnownStudent] = {}
        self.members: Mapping[int, tuple[int, ...]] = {}
        self.to_settle: tuple[tuple[int, PlannedStudent], ...] = ()
        self.knowing = Knowing(stage.desk, self)
        self.answers = Answers(lambda: self.told, self._tell)
        self._reading = ""
        self._job: Job | None = None
        self._imports_when_ready = False
        self._is_saving = False
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MILLISECONDS)
        self._slow.timeout.connect(self._say_slow)

    # -- files come -------------------------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background and show what the first one says."""
        self._read(name_of(paths), partial(read_paths, tuple(paths)))

    def take_file(self, path: Path) -> None:
        """Read one file."""
        self.take_files([path])

    def take_pasted(self, content: bytes) -> None:
        """Read a table that was on the clipboard, as CSV or HTML."""
        self._read(PASTED, partial(read_content, PASTED, content))

    def leave_file(self) -> None:
        """Forget the files and everything told about them; end what reads them."""
        if self._job is not None:
            self._job.cancel()
        self.knowing.forget()
        self._slow.stop()
        self._job, self.preview, self.problem = None, None, None
        self.files, self.place, self._reading, self.is_slow = (), 0, "", False
        self._imports_when_ready = False

    @property
    def file(self) -> FileIn | None:
        """The file shown."""
        return self.files[self.place] if self.place < len(self.files) else None

    @property
    def file_name(self) -> str:
        """The name of the file shown, or of what is being read."""
        return self.file.name if self.file else self._reading

    @property
    def told(self) -> Told:
        """What was said about the file shown."""
        return (self.file.told if self.file else None) or Told()

    @property
    def corrections(self) -> Corrections:
        """What was corrected in the file shown."""
        return self.told.corrections

    @property
    def class_name(self) -> str:
        """The class the file shown goes into."""
        return self.told.class_name

    @property
    def is_reading(self) -> bool:
        """Files are under way and nothing of them is on screen yet."""
        waits = self.file is not None and self.file.needs_class
        return bool(self.file_name) and not waits and self.preview is None and not self.problem

    def _read(self, name: str, read: Callable[[Reader], tuple[FileIn, ...]]) -> None:
        self.leave_file()
        self._reading = name
        self._slow.start()
        reader = self.new_reader()
        self._job = self.stage.jobs.think(
            partial(read, reader),
            then=self._take_read,
            on_problem=self._take_problem,
            end=reader.end,
        )
        self.refreshed.emit()

    def _say_slow(self) -> None:
        self.is_slow = True
        self.refreshed.emit()

    def _take_problem(self, problem: Problem) -> None:
        self._slow.stop()
        self._job, self.problem, self.is_slow = None, problem, False
        self.refreshed.emit()

    def _take_read(self, files: tuple[FileIn, ...]) -> None:
        self._job, self.files = None, files
        self.show_file(next_waiting(files, -1) or 0)

    # -- one file of them -------------------------------------------------------------------

    def show_file(self, place: int) -> None:
        """Show another of the files; what was told about each is kept."""
        if self._job is not None:
            self._job.cancel()
        self.knowing.stop()
        self._job, self.place, self.preview = None, place, None
        self.is_slow, self._imports_when_ready = False, False
        self.problem = self.file.problem if self.file else None
        if self.file and self.file.read is not None and self.file.told is None:
            self.files = with_file(self.files, place, told=self._first_told(self.file))
        self._compare()

    def skip(self) -> None:
        """Leave the file shown out and go on to the next; after the last one, leave."""
        if self.file is not None:
            self.files = with_file(self.files, self.place, outcome=Outcome.SKIPPED)
        self._go_on("scores")

    def _go_on(self, room: str) -> None:
        following = next_waiting(self.files, self.place)
        if following is not None:
            self.show_file(following)
            return
        self.leave_file()
        self.refreshed.emit()
        self.stage.wishes.go_to.emit(room)

    def _first_told(self, file: FileIn) -> Told:
        assert file.read is not None  # only a file that was read is told about
        kept = self.stage.desk.ask(mapping_for, read=file.read)
        known = self.knowing.people()
        chosen = self.stage.choice.school_class
        told = Told(corrections=kept, is_remembered=kept != Corrections())
        sections = sections_in(file.read)
        meant = class_meant(file.sections, known.classes)
        if file.sections and meant is None:
            return told
        name = suggested_class_name(
            sections=[meant] if meant else sections,
            classes=known.classes,
            chosen=chosen.name if chosen else None,
            file_name=file.name,
        )
        return replace(told, class_name=name, section=meant)

    # -- what it would do -------------------------------------------------------------------

    def refresh(self) -> None:
        """Something changed in the planner: ask it again, and compare the file with it."""
        if self._is_saving:
            return
        self.knowing.forget()
        self._compare()

    def _compare(self) -> None:
        """Ask what the planner knows of the classes meant; the rest goes to the background."""
        file = self.file
        if file is None or file.read is None or file.needs_class:
            self.refreshed.emit()
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        sections = [self.told.section] if self.told.section else sections_in(file.read)
        self.knowing.ask([self.class_name, *sections], self._think)

    def _think(self, known: Gathered) -> None:
        file, people = self.file, known.people
        if file is None or file.read is None:
            return
        self.known_students = {student.id: student for student in people.students}
        self.members = {row.id: row.students for row in people.classes}
        self.class_names = tuple(row.name for row in people.classes)
        self._job = self.stage.jobs.think(
            partial(preview_of, file.read, self.told, known, file_name=file.name),
            then=self._take_preview,
        )

    @property
    def is_thinking(self) -> bool:
        """An answer is under way."""
        return self._job is not None or self.knowing.is_under_way

    @property
    def standards(self) -> list[StandardRow]:
        """The standards a column may measure."""
        return self.stage.desk.ask(standards)

    def _take_preview(self, preview: ImportPreview) -> None:
        self._slow.stop()
        self._job, self.is_slow, self.preview = None, False, preview
        self.to_settle = people_to_settle(
            preview.classes, self.known_students, said_new=self.told.said_new
        )
        self.refreshed.emit()
        if self._imports_when_ready:
            self.import_now()

    # -- corrections ------------------------------------------------------------------------

    def say_class(self, name: str) -> None:
        """Bring the file into another class."""
        if name.strip() and name.strip() != self.class_name:
            self._tell(class_name=name.strip())

    def say_section(self, section: str) -> None:
        """Take one class out of a district's file."""
        if self.file is None or section not in self.file.sections or section == self.told.section:
            return
        known = self.knowing.people()
        name = suggested_class_name(
            sections=[section], classes=known.classes, chosen=None, file_name=self.file_name
        )
        self._tell(section=section, class_name=name, chosen={}, said_new=frozenset())

    def start_afresh(self) -> None:
        """Forget what was remembered from the last file of this shape."""
        self._tell(corrections=Corrections(), is_remembered=False)

    def show_only_changes(self, is_only: bool) -> None:
        """Show what is new in the file, or all of it."""
        if self.file is not None:
            told = replace(self.told, only_changes=is_only)
            self.files = with_file(self.files, self.place, told=told)
            self.refreshed.emit()

    def _tell(self, **changed: object) -> None:
        if self.file is not None:
            told = replace(self.told, **changed)  # type: ignore[arg-type]
            self.files = with_file(self.files, self.place, told=told)
            self._compare()

    # -- the end ----------------------------------------------------------------------------

    @property
    def can_import(self) -> bool:
        """There is something new and nothing stands against it."""
        preview = self.preview
        settled = preview is not None and preview.problem is None and not self.to_settle
        return settled and preview is not None and has_news(preview)

    def import_now(self) -> None:
        """Back up, take everything in as one step, and go on: to the next file, or the groups."""
        if self.is_thinking and self.file is not None:
            self._imports_when_ready = True
            return
        self._imports_when_ready = False
        preview, file = self.preview, self.file
        if preview is None or file is None or not self.can_import:
            return
        ids = self._save(preview, file)
        if ids:
            self.files = with_file(self.files, self.place, outcome=Outcome.IMPORTED)
            self.stage.choice.choose_class(ids[0])
            scores = preview.counts.scores_new + preview.counts.scores_changed
            self._go_on("groups" if scores else "students")
            self.stage.wishes.say.emit(done_sentence(preview))

    def _save(self, preview: ImportPreview, file: FileIn) -> list[int] | None:
        assert file.read is not None  # there is a preview of it
        self._is_saving = True
        try:
            self.stage.wishes.back_up.emit()
            return self.stage.desk.do(
                save_import,
                classes=preview.classes,
                file_name=file.name,
                file_hash=file.fingerprint,
                imported_at=self.stage.clock(),
                mapping=mapping_of(file.read, self.corrections),
            )
        finally:
            self._is_saving = False
            self.knowing.forget()

    def leave(self) -> None:
        """Go back without saving anything."""
        self.leave_file()
        self.refreshed.emit()
        self.stage.wishes.go_to.emit("scores")
