"""Today: what Tomorrow becomes on the day itself, from midnight on."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from plplanner.rotation.lesson_clock import LessonPart, clock_of, go_on, minutes_over
from plplanner.rotation.lost_minutes import LostMinutesWay, ways_on
from plplanner.rotation.rows import TimedRound
from plplanner.terms import AttendanceKind, NoteKind, VisitOutcomeKind
from plplanner.ui.kit.plan_grid import PlanGrid
from plplanner.ui.kit.plan_grid_rows import PlanGridRows
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.today.lesson_head import head_of
from plplanner.ui.screens.rotation.today.line import TodayLine
from plplanner.ui.screens.rotation.today.notes import NotesColumn
from plplanner.ui.screens.rotation.today.outcomes import OUTCOME_WORDS, OverPlan
from plplanner.ui.screens.rotation.today.running_lesson import RunningLesson
from plplanner.ui.screens.rotation.today.ticking import Ticking
from plplanner.ui.screens.rotation.today.timer import TimerRow
from plplanner.ui.screens.rotation.today.words import (
    LESSON,
    NoteAbout,
    about_whom,
    as_the_day_goes,
    cells_over,
    last_meeting,
    outcomes_by_line,
    past_rounds,
    with_away,
)
from plplanner.ui.stage import Stage

_USUALLY_LOST = 5
_SHORT_BELOW = 700
_HOUR = 3600


class Today(QObject):
    """The timer row, who is here, the notes and what lies over the plan; hidden on other days."""

    moved_on = Signal()
    """The plan looks different now: another round, or someone came or went."""

    def __init__(self, stage: Stage, grid: PlanGrid, screen: QWidget, plans: DayPlans) -> None:
        """Nothing is asked before `come_up`."""
        super().__init__(screen)
        self._stage, self._grid, self._screen = stage, grid, screen
        self.lesson = RunningLesson(stage, plans, self, only_today=True)
        self.timer, self.notes = TimerRow(stage.theme), NotesColumn(stage.theme)
        self.line = TodayLine()
        self.over = OverPlan(grid, stage.theme)
        self._on: tuple[object, ...] = ()
        self._ticking = Ticking(stage.clock, self)
        # On the evening before nothing ticks; a look a minute finds midnight.
        self._midnight = QTimer(self)
        self._midnight.setInterval(60_000)
        self._connect()
        self._show()

    @property
    def is_on(self) -> bool:
        """Whether the lesson shown is today's."""
        return self.lesson.is_live

    @property
    def is_teaching(self) -> bool:
        """Whether today's lesson has begun: from then on what is planned gives way to notes."""
        moment = self.lesson.moment()
        return moment is not None and moment.part is not LessonPart.BEFORE

    def come_up(self) -> None:
        """The screen is shown."""
        self.lesson.be_shown(True)
        self._midnight.start()
        if not self._ticking.is_on:  # nothing changed but the time
            self._show()

    def step_back(self) -> None:
        """Another screen takes the place: nothing ticks."""
        self.lesson.be_shown(False)
        self._ticking.stop()
        self._midnight.stop()

    @property
    def held(self) -> Sequence[TimedRound] | None:
        """The rounds as they are held today; None on another day."""
        times = self.lesson.times
        return times.rounds if self.is_on and times is not None else None

    def rows_of(self, rows: PlanGridRows, shown: PlannedLesson) -> PlanGridRows:
        """The plan as it looks at this minute; of another day with what is known of it."""
        times, lesson = self.lesson.times, self.lesson.lesson
        if not self.is_on or times is None or lesson is None:
            if shown.lived is not None:
                # Days that are over are looked at now and then.
                from plplanner.ui.screens.rotation.today.past_day import as_lived  # noqa: PLC0415

                return as_lived(rows, shown, shown.lived)
            return with_away(rows, dict.fromkeys(shown.absent, AttendanceKind.ABSENT))
        names = {row.id: row.name for row in lesson.students}
        away = {names[one]: kind for one, kind in self.lesson.away.items() if one in names}
        said = {
            cell: OUTCOME_WORDS[outcome]
            for cell, outcome in outcomes_by_line(lesson.plan, self.lesson.outcomes).items()
        }
        return as_the_day_goes(rows, times, clock_of(times, self._stage.clock()), away, said)

    def rounds_over(self) -> list[int]:
        """The numbers of the rounds that have ended or are not held; none on another day."""
        times, lesson = self.lesson.times, self.lesson.lesson
        if not self.is_on or times is None or lesson is None:
            return []
        held = {row.number for row in times.rounds}
        left_out = [row.number for row in lesson.plan.rounds if row.number not in held]
        return [*past_rounds(times, clock_of(times, self._stage.clock())), *left_out]

    def arrange(self, row: QHBoxLayout, *, is_narrow: bool) -> None:
        """The notes stand beside the plan; in a small window they lie over it when asked for."""
        notes, is_inside = self.notes, row.indexOf(self.notes) >= 0
        if is_narrow and is_inside:
            row.removeWidget(notes)
            notes.hide()
        elif not is_narrow and not is_inside:
            row.addWidget(notes)
        if not is_narrow or not self.is_on:
            notes.setVisible(self.is_teaching)
        elif notes.isVisible():
            wide, high = self._screen.width(), self._screen.height()
            notes.setGeometry(wide - notes.width(), 0, notes.width(), high)
            notes.raise_()
        is_low = self._screen.window().height() < _SHORT_BELOW
        self.timer.be_short(is_low or not self.is_teaching)

    # -- acting ---------------------------------------------------------------------------

    def ask_who_is_away(self) -> None:
        """Type a name, then A for absent or L for late."""
        # Panels are loaded when they are opened: the plan is on screen before.
        from plplanner.ui.screens.rotation.today.away_picker import away_picker  # noqa: PLC0415

        lesson = self.lesson.lesson
        if lesson is None or not self.is_on:
            return
        popover = away_picker(
            lesson.students, self.lesson.away, on_mark=self.lesson.mark_away, parent=self._screen
        )
        asked = self.line.absent
        popover.open_at(asked.mapToGlobal(asked.rect().bottomLeft()))

    def ask_about_group(self, line: int, place: int) -> None:
        """Who of one group is absent or late; `place` is the name that was meant, −1 the first."""
        from plplanner.ui.screens.rotation.today.attendance import (  # noqa: PLC0415 - as above
            GroupAttendance,
        )

        lesson = self.lesson.lesson
        if lesson is None or not self.is_on:
            return
        group = lesson.plan.groups[line]
        in_order = [row for row in lesson.students if row.id in group.student_ids]
        if not in_order:
            return
        GroupAttendance(
            group.identity.word,
            in_order,
            self.lesson.away,
            on_mark=self.lesson.mark_away,
            parent=self._screen,
            current=max(0, place),
        ).open_at(self._grid.place_of_group(line))

    def _ask_lost(self) -> None:
        from plplanner.ui.screens.rotation.today.lost_minutes import LostMinutes  # noqa: PLC0415 - as above

        times, lesson = self.lesson.times, self.lesson.lesson
        if times is None or lesson is None:
            return
        now = self._stage.clock()
        running = go_on(times, now)
        popover = LostMinutes(
            minutes_over(running) or _USUALLY_LOST,
            ways=lambda lost: ways_on(
                running, now, lost=lost, meets_teacher=last_meeting(lesson.plan, times)
            ),
            on_choice=self._go_on_with,
            parent=self._screen,
        )
        popover.open_below(self.timer.lost)

    def _go_on_with(self, way: LostMinutesWay) -> None:
        self.lesson.keep(way.title, way.times)
        self._stage.wishes.say.emit(f"{way.title}: {way.means}")

    def _say(self, line: int, column: int, outcome: VisitOutcomeKind) -> None:
        self.lesson.say_outcome(line, column, outcome)
        self._show_over()

    def _write(self, typed: str, kind: object) -> None:
        lesson = self.lesson.lesson
        if lesson is None or not typed.strip():
            return
        about, words = about_whom(typed, lesson.students, lesson.plan)
        if self.lesson.note(about, words, kind):  # type: ignore[arg-type]
            self.notes.written_down()

    def _reflect(self, words: str) -> None:
        """How the lesson went is a note; copying its plan shows it."""
        self.lesson.note(NoteAbout(LESSON), words, NoteKind.MEMORY)
        self.notes.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typing(self, typed: str) -> None:
        lesson = self.lesson.lesson
        if lesson is not None:
            self.notes.show_about(about_whom(typed, lesson.students, lesson.plan)[0].name)

    def start_note(self) -> None:
        """The keyboard goes to the note."""
        if self.is_on:
            if self.notes.parentWidget() is not self._screen:
                self.notes.setParent(self._screen)
            self.notes.show()
            self.moved_on.emit()
            self.notes.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- showing --------------------------------------------------------------------------

    def _show(self) -> None:
        """Everything; asked again since."""
        self.line.setVisible(self.is_on)
        (self._ticking.start if self.is_on else self._ticking.stop)()
        lesson = self.lesson.lesson
        if self.is_on and lesson is not None:
            names = [row.name for row in lesson.students]
            words = [line.identity.word for line in lesson.plan.groups]
            self.notes.offer_names(list(dict.fromkeys([*names, *words])))
            self.notes.show_notes(self.lesson.notes)
            self.line.show_here(names, self.lesson.away)
        self._tick()
        self._show_over()

    def _look_at_the_day(self) -> None:
        if self._stage.choice.day == self._stage.clock().date() and not self.is_on:
            self.lesson.refresh()

    def _tick(self) -> None:
        times, moment = self.lesson.times, self.lesson.moment()
        if times is None or moment is None:
            self.timer.hide()
            self.over.show_now(None)
            self._told(())
            return
        still = (LessonPart.BEFORE, LessonPart.RETURN, LessonPart.CLOSE, LessonPart.OVER)
        runs = moment.part not in still and bool(times.rounds)
        # In the morning it is only in the way; in the last hour before the lesson it counts down.
        self.timer.setVisible(moment.part is not LessonPart.BEFORE or moment.left < _HOUR)
        self.timer.show_head(
            head_of(times, moment, 0),
            is_running=runs,
            is_paused=moment.is_paused,
            is_last=runs and moment.ends_at == times.rounds[-1].ends_at,
        )
        lesson = self.lesson.lesson
        if lesson is not None:
            kept = lesson.draft is None
            self.line.show_part(moment.part, lesson.plan.state, is_kept=kept)
        self.over.show_now(
            (moment.round_number, moment.gone if moment.part is LessonPart.ROUND else 0.0)
            if moment.round_number is not None
            else None
        )
        notes = self.lesson.notes
        done = moment.part in (LessonPart.CLOSE, LessonPart.OVER)
        self.notes.reflection.setVisible(done and all(row.about != LESSON for row in notes))
        is_own = lesson is not None and lesson.plan.is_own_ways
        said = tuple(self.lesson.outcomes.items()) if is_own else ()  # it stands in the cells then
        away = tuple(self.lesson.away.items())
        self._told((moment.part, moment.round_number, times, away, said))

    def _told(self, on: tuple[object, ...]) -> None:
        """Tell when the plan looks different; of a mere second nobody needs to know."""
        if on != self._on:
            self._on = on
            self._show_over()
            self.moved_on.emit()

    def _show_over(self) -> None:
        times, lesson = self.lesson.times, self.lesson.lesson
        if not self.is_on or times is None or lesson is None or lesson.draft is not None:
            self.over.show_past((), {}, {})
            return
        past = past_rounds(times, clock_of(times, self._stage.clock()))
        cells = cells_over(lesson.plan, past)
        if lesson.plan.is_own_ways:  # thirty times three buttons would bury the plan
            here = self._grid.currentIndex().row()
            cells = {cell: words for cell, words in cells.items() if cell[0] == here}
        said = outcomes_by_line(lesson.plan, self.lesson.outcomes)
        self.over.show_past(list(cells), cells, said)

    def _go_along(self, _line: int) -> None:
        """Of students only the one whose line it is is asked about."""
        lesson = self.lesson.lesson
        if self.is_on and lesson is not None and lesson.plan.is_own_ways:
            self._show_over()

    def _connect(self) -> None:
        timer, notes, lesson = self.timer, self.notes, self.lesson
        timer.minutes_wanted.connect(lesson.add_minutes)
        timer.pause_wanted.connect(lesson.toggle_pause)
        timer.next_wanted.connect(lesson.next_round)
        timer.lost_wanted.connect(self._ask_lost)
        notes.written.connect(self._write)
        notes.typed.connect(self._typing)
        notes.dropped.connect(lesson.drop_note)
        notes.reflection.said.connect(self._reflect)
        self.over.said.connect(self._say)
        self.line.away_wanted.connect(self.ask_who_is_away)
        self.line.marked.connect(lesson.mark)
        self._grid.group_opened.connect(self.ask_about_group)
        self._grid.cell_chosen.connect(self._go_along)
        lesson.refreshed.connect(self._show)
        self._ticking.ticked.connect(self._tick)
        self._midnight.timeout.connect(self._look_at_the_day)
        QShortcut(QKeySequence("Ctrl+N"), self._screen).activated.connect(self.start_note)
        slash = QShortcut(QKeySequence(Qt.Key.Key_Slash), self._screen)
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.ask_who_is_away)
