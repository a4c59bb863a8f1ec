"""The settings page: the file, backups, the look, the lesson time, bells, special days, about."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.assets import asset
from plplanner.terms import Paper
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.day_field import day_in, put_day
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words, moment_words
from plplanner.ui.kit.segments import Segments
from plplanner.ui.lesson_time import LessonTimeFields
from plplanner.ui.save_where import ask_where
from plplanner.ui.screen import Screen
from plplanner.ui.screens.settings.bells_section import BellsSection
from plplanner.ui.screens.settings.sections import Section, empty, line
from plplanner.ui.screens.settings.special_day import SpecialDayFields, special_day_words
from plplanner.ui.screens.settings.viewmodel import BackupRow, SettingsViewModel, size_words
from plplanner.ui.show_saved import show_saved
from plplanner.ui.stage import Stage

_PAPERS = {Paper.LETTER: "Letter", Paper.A4: "A4"}
_PLANNER = (("Planner", ".plplanner"),)
_MOST_BACKUPS = 6
_WIDEST = 1240


class SettingsScreen(Screen):
    """One plain page, from top to bottom."""

    title = "Settings"

    def __init__(self, stage: Stage) -> None:
        """Filled when it comes up."""
        self.viewmodel = SettingsViewModel(stage)
        super().__init__(stage, self.viewmodel)
        self.body.setContentsMargins(0, 0, 0, 0)
        model = self.viewmodel
        self.show_folder = button("Show folder", on_click=self._show_folder)
        self.copy = button("Save a copy…", on_click=self._save_copy)
        self.back_up = button("Back up now", on_click=model.back_up)
        self.look = Segments(
            {"": "Follow the system", "light": "Light", "dark": "Dark"}, says="Look"
        )
        self.look.chosen.connect(model.choose_look)
        self.time = LessonTimeFields()
        self.starts, self.minutes = self.time.starts, self.time.minutes
        self.set_time = button("Set", on_click=self._set_time)
        self.set_time.setAccessibleName("Set the lesson time")
        self.special = SpecialDayFields(on_enter=self._add_day)
        self.day, self.reason = self.special.day, self.special.reason
        self.add_day = button("Add this day", on_click=self._add_day)
        self.remove_sample = button("Remove the sample class", on_click=model.remove_sample)
        self.bells = BellsSection(model)
        self.remove_days: list[QWidget] = []
        self._shows_all = False
        self._lay_out()

    def show_rows(self) -> None:
        """Show what the view model holds."""
        with focus_kept(self):
            self._show_all_rows()

    def _show_all_rows(self) -> None:
        chosen = self.stage.theme.chosen
        self.look.mark(chosen.value if chosen else "")
        self._show_backups()
        self._show_lesson()
        self.bells.show_rows()
        self.special.offer_bells(self.viewmodel.bells)
        self._show_days()
        sample = self.viewmodel.sample_class
        self.sample.setVisible(sample is not None)
        if sample is not None:
            self.sample_words.setText(
                f"“{sample.name}” has {sample.students} invented students. Its resources, "
                "playlists and standards stay until you remove them."
            )

    def first_focus(self) -> QWidget:
        """The first button of the page."""
        return self.show_folder

    # -- rows -----------------------------------------------------------------------------

    def _show_backups(self) -> None:
        empty(self.backups)
        found = self.viewmodel.backups
        shown = found if self._shows_all else found[:_MOST_BACKUPS]
        for row in shown:
            self.backups.addWidget(self._backup(row))
        if len(found) > len(shown):
            says = f"Show all {len(found)} backups"
            self.backups.addWidget(button(says, on_click=self._show_all, kind="link"))
        if not found:
            self.backups.addWidget(plain_label("No backup yet.", role="hint"))

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_backups()

    def _backup(self, row: BackupRow) -> QWidget:
        taken = moment_words(row.taken)
        look = button(
            "Look inside", size="small", on_click=partial(self.viewmodel.look_into, row.path)
        )
        look.setAccessibleName(f"Look inside the backup of {taken}")
        restore = button(
            "Restore", size="small", on_click=partial(self.viewmodel.restore, row.path)
        )
        restore.setAccessibleName(f"Restore the backup of {taken}")
        said = plain_label(size_words(row.size), role="hint")
        return line(plain_label(taken), said, look, restore)

    def _show_lesson(self) -> None:
        lesson, chosen = self.viewmodel.lesson, self.stage.choice.school_class
        self.lesson.setVisible(lesson is not None)
        if lesson is None or chosen is None:
            return
        self.lesson.remark.setText(
            f"When {chosen.name} meets. New drafts use it; plans you have offer to follow."
        )
        self.time.offer(self.viewmodel.periods)
        for part in (self.period_words, self.time.period):
            part.setVisible(self.time.has_periods)
        self.time.show_time(lesson.lesson, lesson.period_id)

    def _show_days(self) -> None:
        empty(self.days)
        self.remove_days.clear()
        for row in self.viewmodel.special_days:
            says = f"Make {day_words(row.day)} an ordinary day"
            act = partial(self.viewmodel.remove_day, row.day)
            remove = button("Remove", size="small", on_click=act)
            remove.setAccessibleName(says)
            self.remove_days.append(remove)
            self.days.addWidget(
                line(plain_label(special_day_words(row, self.viewmodel.rung)), remove)
            )
        if not self.viewmodel.special_days:
            self.days.addWidget(plain_label("None so far.", role="hint"))
        if day_in(self.day) < self.stage.choice.day:
            put_day(self.day, self.stage.choice.day)

    # -- acts -----------------------------------------------------------------------------

    def _show_folder(self) -> None:
        show_saved(self.stage, self.viewmodel.planner_path.parent)

    def _show_licences(self) -> None:
        show_saved(self.stage, asset("fonts"))

    def _save_copy(self) -> None:
        start = self.stage.documents / f"{self.viewmodel.planner_path.stem} copy.plplanner"
        target = ask_where(self.stage, self, says="Save a copy", start=start, kinds=_PLANNER)
        if target is not None:
            self.viewmodel.save_copy(target)

    def _set_time(self) -> None:
        self.viewmodel.set_lesson_time(self.time.meets_at)

    def _add_day(self) -> None:
        self.viewmodel.add_special_day(self.special.typed)
        self.reason.clear()

    # -- layout ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page, both = QWidget(), QHBoxLayout()
        page.setLayout(both)
        page.setMaximumWidth(_WIDEST)
        both.setContentsMargins(16, 12, 16, 24)
        both.setSpacing(24)
        for sections in (
            (self._file(), self._backups(), self._look(), self._sample(), self._about()),
            (self._lesson(), self.bells, self._days()),
        ):
            column = QVBoxLayout()
            column.setSpacing(20)
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            both.addLayout(column, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll)

    def _file(self) -> Section:
        made = Section("Planner file", remark="Every step is saved at once, on this computer only.")
        # A long path may break after each folder.
        path = str(self.viewmodel.planner_path).replace("/", "/\u200b").replace("\\", "\\\u200b")
        made.add_row([plain_label(path, wrap=True)])
        made.add_row([self.show_folder, self.copy, QWidget()], stretch=2)
        return made

    def _backups(self) -> Section:
        planner = self.viewmodel.planner_path
        made = Section(
            "Backups",
            remark="Taken by itself while you work and when you close. Kept in "
            f"“{planner.stem} backups” beside the file.",
        )
        self.backups = QVBoxLayout()
        made.rows.addLayout(self.backups)
        how = plain_label(
            "Restore goes back to a backup. What you have now is backed up first.",
            role="small", wrap=True,
        )  # fmt: skip
        made.add_row([how, self.back_up])
        return made

    def _lesson(self) -> Section:
        self.lesson = Section("Lesson time", remark=" ")
        self.period_words = plain_label("Period")
        self.lesson.add_row([self.period_words, self.time.period], stretch=1)
        row = [plain_label("Starts"), self.starts, plain_label("and lasts"), self.minutes,
               self.set_time, QWidget()]  # fmt: skip
        self.lesson.add_row(row, stretch=5)
        return self.lesson

    def _days(self) -> Section:
        made = Section(
            "Special days",
            remark="Days off besides weekends, early releases, late starts, assemblies. Plans keep "
            "to them.",
        )
        self.days = QVBoxLayout()
        made.rows.addLayout(self.days)
        made.add_row([self.day, *self.special.parts, QWidget()], stretch=7)
        made.add_row([self.reason, self.add_day], stretch=0)
        return made

    def _look(self) -> Section:
        made = Section("This computer")
        made.add_row([plain_label("Look"), self.look])
        paper = _PAPERS[self.stage.preferences.paper]
        said = f"{paper}, as usual in your country. Print can change it each time."
        made.add_row([plain_label("Paper"), plain_label(said, role="small", wrap=True)], stretch=1)
        return made

    def _sample(self) -> Section:
        self.sample = Section("Sample class")
        self.sample_words = plain_label(role="small", wrap=True)
        self.sample.add_row([self.sample_words, self.remove_sample])
        return self.sample

    def _about(self) -> Section:
        made = Section("About")
        made.add_row([plain_label(_version_words(self.viewmodel.version))])
        fonts = plain_label(
            "Letters: Atkinson Hyperlegible Next and Noto (SIL Open Font License), Droid Sans "
            "Fallback (Apache License).", role="small", wrap=True,
        )  # fmt: skip
        licences = button("Show licenses", on_click=self._show_licences)
        made.add_row([fonts, licences])
        return made


def _version_words(version: str) -> str:
    name = f"plplanner {version}" if version else "plplanner, run from a checkout"
    return f"{name}. Free under the MIT license."
