"""What settings show: where the planner is kept, its backups, the lesson time, the days off."""

from collections.abc import Mapping
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QObject

from plplanner.calendar.bells.commands import keep_bell_schedule, remove_bell_schedule
from plplanner.calendar.bells.queries import all_schedules, bell_schedules
from plplanner.calendar.commands import clear_special_day, mark_special_day
from plplanner.calendar.queries import special_days
from plplanner.calendar.rows import BellPeriodRow, BellScheduleRow, SpecialDayRow
from plplanner.problems import Problem
from plplanner.records import record
from plplanner.roster.commands import remove_class, remove_student
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import SchoolClassRow, StudentRow
from plplanner.sample import is_sample_class
from plplanner.store.backup import moment_of
from plplanner.store.troubles import backup_folder
from plplanner.ui.desk import StepSession
from plplanner.ui.kit.moments import moment_words
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.lesson_time import MeetsAt, keep_lesson_time, lesson_time_now, periods_now
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.settings.bells_panel import BellsWanted
from plplanner.ui.screens.settings.special_day import USUAL_LABELS, SpecialDay
from plplanner.ui.stage import Stage


@record(frozen=True)
class BackupRow:
    """One backup: when it was taken, how large it is in bytes, where it is."""

    taken: datetime
    size: int
    path: Path


class SettingsViewModel(ViewModel):
    """Everything on the page; each intent is one step that Undo takes back."""

    watches = frozenset({
        "bell_schedule", "bell_period", "day_exception", "school_class", "student", "enrollment",
        "student_identifier",
    })  # fmt: skip

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Asked when the page comes up."""
        super().__init__(stage, parent)
        self.backups: tuple[BackupRow, ...] = ()
        self.lesson: MeetsAt | None = None
        self.periods: tuple[BellPeriodRow, ...] = ()
        self.bells: tuple[BellScheduleRow, ...] = ()
        self.rung: Mapping[int, BellScheduleRow] = {}
        self.special_days: tuple[SpecialDayRow, ...] = ()
        self.sample_class: SchoolClassRow | None = None
        self._sample_students: tuple[StudentRow, ...] = ()

    @property
    def planner_path(self) -> Path:
        """Where the planner file is."""
        return self.stage.desk.own.path

    @property
    def version(self) -> str:
        """The version that runs; empty in a checkout that was not installed."""
        try:
            return version("plplanner")
        except PackageNotFoundError:
            return ""

    def refresh(self) -> None:
        """Ask again, and look into the folder of backups."""
        ask = self.stage.desk.ask
        self.backups = backups_of(self.planner_path)
        self.special_days = tuple(ask(special_days))
        self.lesson = lesson_time_now(self.stage)
        self.bells = tuple(ask(bell_schedules))
        self.rung = ask(all_schedules)
        self.periods = tuple(periods_now(self.stage))
        self._look_for_sample()
        self.refreshed.emit()

    def back_up(self) -> None:
        """Take a verified backup now."""
        planner = self.stage.desk.planner
        if planner.why_read_only is not None:
            self.stage.wishes.warn.emit(planner.why_read_only)
            return
        if planner.sequence == 0 and self.backups:
            newest = moment_words(self.backups[0].taken)
            self.stage.wishes.tell.emit(
                "Nothing changed since this planner was opened. "
                f"The backup of {newest} still holds."
            )
            return
        self.stage.wishes.back_up.emit()
        self.refresh()

    def look_into(self, backup: Path) -> None:
        """Show a backup in the whole window, to read only."""
        self.stage.wishes.look_into.emit(backup)

    def restore(self, backup: Path) -> None:
        """Go back to a backup; the shell says what happened and how to take it back."""
        self.stage.wishes.go_back_to.emit(backup)

    def save_copy(self, target: Path) -> None:
        """Save a verified copy elsewhere."""
        try:
            self.stage.desk.planner.save_copy(target)
        except Problem as problem:
            self.stage.wishes.warn.emit(problem)
            return
        self.stage.wishes.tell.emit(f"Saved a copy in “{target}”.")

    def choose_look(self, key: str) -> None:
        """Light, dark, or as the system has it (an empty key)."""
        self.stage.theme.choose(Mode(key) if key else None)

    def set_lesson_time(self, wanted: MeetsAt) -> None:
        """When the class on the rail meets."""
        keep_lesson_time(self.stage, wanted)

    def keep_bells(self, wanted: BellsWanted, schedule_id: int | None = None) -> None:
        """Write bells, new ones or those of an id."""
        self.stage.desk.do(
            keep_bell_schedule,
            name=wanted.name,
            periods=wanted.periods,
            weekdays=wanted.weekdays,
            schedule_id=schedule_id,
        )

    def remove_bells(self, row: BellScheduleRow) -> None:
        """Take bells off the list."""
        self.stage.desk.do(remove_bell_schedule, schedule_id=row.id, name=row.name)

    def add_special_day(self, wanted: SpecialDay) -> None:
        """A day without school, or with fewer or other hours."""
        self.stage.desk.do(
            mark_special_day,
            day=wanted.day,
            label=wanted.label.strip() or self._usual_label(wanted),
            minutes=wanted.minutes,
            closed_from=wanted.closed_from,
            closed_until=wanted.closed_until,
            bell_schedule_id=wanted.bells_id,
        )

    def _usual_label(self, wanted: SpecialDay) -> str:
        rung = self.rung.get(wanted.bells_id or 0)
        return rung.name if rung is not None else USUAL_LABELS[wanted.kind]

    def remove_day(self, day: date) -> None:
        """Make it an ordinary day again."""
        self.stage.desk.do(clear_special_day, day=day)

    def remove_sample(self) -> None:
        """Take the sample class away with its invented students."""
        if self.sample_class is None:
            return
        sample, students = self.sample_class, self._sample_students

        def remove(session: StepSession) -> bool:
            remove_class(session, class_id=sample.id)
            for student in students:
                remove_student(session, student_id=student.id)
            return True

        if self.stage.desk.do_together("Remove the sample class", remove):
            self.stage.wishes.say.emit(f"Removed the sample class “{sample.name}”.")

    def _look_for_sample(self) -> None:
        self.sample_class, self._sample_students = None, ()
        for row in self.stage.choice.classes:
            students = tuple(self.stage.desk.ask(students_of_class, class_id=row.id))
            if is_sample_class(students):
                self.sample_class, self._sample_students = row, students
                return


def backups_of(planner: Path) -> tuple[BackupRow, ...]:
    """The backups beside a planner, newest first."""
    found = []
    for path in backup_folder(planner).glob("*.plplanner"):
        taken = moment_of(path)
        if taken is not None:
            found.append(BackupRow(taken, path.stat().st_size, path))
    return tuple(sorted(found, key=lambda row: row.taken, reverse=True))


def size_words(size: int) -> str:
    """`412 kB`, `1.3 MB`."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1000))} kB"
