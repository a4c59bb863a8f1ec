"""What the import drawer shows, and what it does when the teacher corrects or confirms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from plplanner.importing.class_names import suggested_class_name
from plplanner.importing.class_plans import sections_in
from plplanner.importing.corrections import Corrections
from plplanner.importing.preview import ImportPreview
from plplanner.importing.queries import mapping_for
from plplanner.importing.rows import GradebookRead, KnownPlanner, KnownStudent, PlannedStudent
from plplanner.importing.unsettled_people import people_to_settle
from plplanner.problems import Problem
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.importing.answer_steps import AnswerSteps
from plplanner.ui.screens.importing.answers import Answers
from plplanner.ui.screens.importing.comparing import Comparing
from plplanner.ui.screens.importing.dropped import (
    PASTED,
    Reader,
    name_of,
    read_class,
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
from plplanner.ui.screens.importing.knowing import Knowing
from plplanner.ui.screens.importing.one_file import (
    class_meant,
    class_shown,
    first_told,
    has_news,
)
from plplanner.ui.screens.importing.put_aside import PutAside
from plplanner.ui.screens.importing.reading import FileReading
from plplanner.ui.screens.importing.saving import save_file
from plplanner.ui.screens.importing.wording import done_sentence, place_of_first
from plplanner.ui.stage import Stage


class ImportDrawer(ViewModel):
    """Files on their way in, one of them shown. Nothing is saved before `import_now`."""

    watches = frozenset(
        {"school_class", "student", "student_identifier", "enrollment", "assessment", "score",
         "standard"}
    )  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Empty until a file is taken."""
        super().__init__(stage, parent)
        self.files: tuple[FileIn, ...] = ()
        self.place = 0
        self.problem: Problem | None = None
        self.preview: ImportPreview | None = None
        self.class_names: tuple[str, ...] = ()
        self.known_students: Mapping[int, KnownStudent] = {}
        self.members: Mapping[int, tuple[int, ...]] = {}
        self.to_settle: tuple[tuple[int, PlannedStudent], ...] = ()
        self.knowing = Knowing(stage.desk, self)
        self.comparing = Comparing(stage, self.knowing)
        self.answers = Answers(lambda: self.told, self._tell)
        self.steps = AnswerSteps(stage.desk, self._put)
        self.aside = PutAside(stage)
        self.way_back: Callable[[], str] = lambda: "scores"
        self._reading = ""
        self._imports_when_ready = False
        self._is_saving = False
        self.reading = FileReading(stage, self._take_problem, self)
        self.reading.became_slow.connect(self.refreshed)

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
        """Close the files and end what reads them; what was told of each waits for it."""
        self._stop()
        self.steps.forget()
        self.aside.keep(self.files)
        self.knowing.forget()
        self.preview, self.problem = None, None
        self.files, self.place, self._reading = (), 0, ""

    def _stop(self) -> None:
        """End what is under way for the file shown."""
        self.comparing.stop()
        self.reading.stop()
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
        """The class the file shown goes into; of several the one asked for."""
        return class_shown(self.told, self.preview)

    @property
    def is_reading(self) -> bool:
        """Files are under way and nothing of them is on screen yet."""
        waits = self.file is not None and self.file.needs_class
        return bool(self.file_name) and not waits and self.preview is None and not self.problem

    def _read(self, name: str, read: Callable[[Reader], tuple[FileIn, ...]]) -> None:
        self.leave_file()
        self._reading = name
        self.reading.begin(read, self._take_read)
        self.refreshed.emit()

    def _take_problem(self, problem: Problem) -> None:
        self.problem = problem
        self._forget_class()
        self.refreshed.emit()

    def _take_read(self, files: tuple[FileIn, ...]) -> None:
        self.files = files
        self.show_file(next_waiting(files, -1) or 0)

    # -- one file of them -------------------------------------------------------------------

    def show_file(self, place: int) -> None:
        """Show another of the files; what was told about each is kept."""
        self._stop()
        self._forget_class()
        self.place, self.preview = place, None
        file = self.file
        self.problem = file.problem if file and not file.sections else None
        if file and file.read is not None and file.told is None:
            said = self.aside.told_of(file)
            told, was_told = said or self._first_told(file, file.read), said is not None
            self.files = with_file(self.files, place, told=told, is_answered=was_told)
        elif file and file.read is None and file.sections:
            meant = class_meant(file.sections, self.knowing.people().classes)
            if meant is not None:
                self.say_section(meant)
                return
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

    def _first_told(self, file: FileIn, read: GradebookRead, section: str | None = None) -> Told:
        chosen = self.stage.choice.school_class
        return first_told(
            file,
            read,
            classes=self.knowing.people().classes,
            chosen=chosen.name if chosen else None,
            kept=self.stage.desk.ask(mapping_for, read=read),
            section=section,
        )

    # -- a file too large to be read whole --------------------------------------------------

    def _read_class(self, file: FileIn, section: str) -> None:
        """Read one class of it in the background; the rest stays unread."""
        self._stop()
        self.preview, self.problem = None, None
        told = Told(section=section)
        self.files = with_file(self.files, self.place, read=None, told=told)
        self.reading.begin(partial(read_class, file, section), self._take_class)
        self.refreshed.emit()

    def _take_class(self, read: GradebookRead) -> None:
        if self.file is not None:
            told = self._first_told(self.file, read, self.told.section)
            self.files = with_file(self.files, self.place, read=read, told=told)
            self._compare()

    def _forget_class(self) -> None:
        """A class that was never read is asked for again."""
        if self.file is not None and self.file.content and self.file.read is None:
            self.files = with_file(self.files, self.place, told=None)

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
        self.comparing.begin(file, file.read, self.told, then=self._take_preview)

    @property
    def is_thinking(self) -> bool:
        """An answer is under way."""
        return self.reading.is_under_way or self.comparing.is_under_way

    def _take_preview(self, people: KnownPlanner, preview: ImportPreview) -> None:
        self.reading.calm_down()
        self.preview = preview
        self.known_students = {student.id: student for student in people.students}
        self.members = {row.id: row.students for row in people.classes}
        self.class_names = tuple(row.name for row in people.classes)
        self.to_settle = people_to_settle(
            preview.classes, self.known_students, said_new=self.told.said_new
        )
        self.refreshed.emit()
        if self._imports_when_ready:
            self.import_now()

    # -- corrections ------------------------------------------------------------------------

    def say_class(self, name: str, section: str | None = None) -> None:
        """Bring the file, or one section of it, into another class."""
        if self.file is not None and self.file.read is not None and name.strip():
            one = self.told.section
            parts = [one] if one else sections_in(self.file.read)
            self.answers.say_class(name.strip(), section, of=parts)

    def say_section(self, section: str) -> None:
        """Take one class out of a district's file."""
        if self.file is None or section not in self.file.sections or section == self.told.section:
            return
        if self.file.content:
            self._read_class(self.file, section)
            return
        known = self.knowing.people()
        name = suggested_class_name(
            sections=[section], classes=known.classes, chosen=None, file_name=self.file_name
        )
        self._tell(section=section, class_name=name, chosen={}, said_new=frozenset())

    def show_only_changes(self, is_only: bool) -> None:
        """Show what is new in the file, or all of it."""
        if self.file is not None:
            told = replace(self.told, only_changes=is_only)
            self.files = with_file(self.files, self.place, told=told)
            self.refreshed.emit()

    def _tell(self, **changed: object) -> None:
        if self.file is not None:
            after = replace(self.told, **changed)  # type: ignore[arg-type]
            self.steps.take(self.place, self.told, after)

    def _put(self, place: int, told: Told) -> None:
        self.files = with_file(self.files, place, told=told, is_answered=True)
        if place != self.place:
            self.show_file(place)
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
            self.steps.forget()
            self.files = with_file(self.files, self.place, outcome=Outcome.IMPORTED)
            self.stage.choice.choose_class(ids[place_of_first(preview)])
            scores = preview.counts.scores_new + preview.counts.scores_changed
            self._go_on("groups" if scores else "students")
            self.stage.wishes.say.emit(done_sentence(preview))

    def _save(self, preview: ImportPreview, file: FileIn) -> list[int] | None:
        self._is_saving = True
        try:
            return save_file(self.stage, preview, file, self.corrections)
        finally:
            self._is_saving = False
            self.knowing.forget()

    def leave(self) -> None:
        """Go back to the room one came from, without saving; to take them up again is offered."""
        self.put_aside()
        self.refreshed.emit()
        self.stage.wishes.go_to.emit(self.way_back())

    def put_aside(self) -> None:
        """The same when another room was opened."""
        left = self.files, self.place
        self.leave_file()
        self.aside.offer_return(*left, act=self.take_up_again)

    def take_up_again(self) -> None:
        """Open the files left last as they lay, with every answer."""
        self.files, place = self.aside.take_up() or (self.files, self.place)
        self.show_file(place)
