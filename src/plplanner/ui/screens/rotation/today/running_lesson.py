"""The lesson as it runs: what is on now, who is here, and what the teacher does with the clock.

Today and the board show the same one: what is moved on one moves on the other.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject

from plplanner.roster.commands import mark_absent, mark_late, mark_present
from plplanner.roster.queries import attendance_on
from plplanner.rotation.commands import set_plan_state
from plplanner.rotation.drafting.commands import keep_draft_and
from plplanner.rotation.lesson_clock import (
    LessonMoment,
    add_minutes,
    go_on,
    minutes_over,
    moment_at,
    next_round_now,
    pause,
    planned_times,
)
from plplanner.rotation.lived.commands import keep_times, remove_note, set_outcome, write_note
from plplanner.rotation.lived.queries import lesson_times, notes_on, outcomes_of
from plplanner.rotation.lived.taught import is_closing
from plplanner.rotation.rows import LessonTimes, QuickNoteRow
from plplanner.store.step import step_label
from plplanner.terms import AttendanceKind, NoteKind, PlanState, VisitOutcomeKind
from plplanner.ui.desk import StepSession
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.planned_lesson import PLAN_TABLES, PlannedLesson
from plplanner.ui.screens.rotation.today.words import LESSON, NoteAbout, comes_in_words
from plplanner.ui.stage import Stage

CLOCK_TABLES = frozenset(
    {"lesson_run", "lived_round", "attendance_mark", "visit_outcome", "quick_note"}
)


_TAUGHT = "The lesson is marked as taught."


class RunningLesson(ViewModel):
    """The lesson of the class and day that are chosen, against the clock on the wall."""

    watches = PLAN_TABLES | CLOCK_TABLES

    def __init__(
        self,
        stage: Stage,
        plans: DayPlans,
        parent: QObject | None = None,
        *,
        only_today: bool = False,
    ) -> None:
        """Nothing is asked before it is shown; `only_today` asks for no other day at all."""
        super().__init__(stage, parent)
        self._plans = plans
        plans.ready.connect(self._move_ground)
        self._only_today = only_today
        self.lesson: PlannedLesson | None = None
        self.times: LessonTimes | None = None
        self.away: Mapping[int, AttendanceKind] = {}
        self.outcomes: Mapping[tuple[int, int], VisitOutcomeKind] = {}
        self.notes: Sequence[QuickNoteRow] = ()

    def refresh(self) -> None:
        """Ask for the clock of the lesson; for the plan too where that may have changed."""
        desk, choice = self.stage.desk, self.stage.choice
        if self._only_today and choice.day != self.stage.clock().date():
            self.lesson = None
        elif self.lesson is None or self.is_touched(PLAN_TABLES):
            found = choice.school_class and self._plans.of(
                choice.school_class, choice.day, zone=self.stage.clock().tzinfo
            )
            self.lesson = found if isinstance(found, PlannedLesson) else None
        if self.lesson is None:
            self.times, self.away, self.outcomes, self.notes = None, {}, {}, ()
        else:
            plan = self.lesson.plan
            kept = self.lesson.draft is None
            self.times = desk.ask(lesson_times, plan=plan) if kept else planned_times(plan)
            self.away = desk.ask(attendance_on, class_id=plan.class_id, day=plan.day)
            self.outcomes = desk.ask(outcomes_of, plan_id=plan.id) if kept else {}
            self.notes = desk.ask(notes_on, class_id=plan.class_id, day=plan.day)
        self.refreshed.emit()

    # -- what is shown --------------------------------------------------------------------

    @property
    def is_live(self) -> bool:
        """Whether the lesson is today's; one of another day is only looked at."""
        return self.times is not None and self.times.day == self.stage.clock().date()

    def moment(self) -> LessonMoment | None:
        """What is on now; None for a lesson of another day."""
        if self.times is None or not self.is_live:
            return None
        return moment_at(self.times, self.stage.clock())

    # -- what can be done -----------------------------------------------------------------

    def add_minutes(self, minutes: int) -> None:
        """The round that is on, or the way to the next, lasts longer or shorter."""
        says = "Add a minute" if minutes > 0 else "Take a minute off"
        self._move(says, lambda times, now: add_minutes(times, now, minutes))
        if minutes > 0 and self.times is not None and (words := eaten_words(self.times)):
            self.stage.wishes.say.emit(words)

    def toggle_pause(self) -> None:
        """Stop the timer, or let it go on."""
        paused = self.times is not None and self.times.paused_since is not None
        self._move("Go on" if paused else "Pause", go_on if paused else pause)

    def next_round(self) -> None:
        """The next round begins now."""
        self._move("Next round now", next_round_now)

    def _move(self, says: str, change: Callable[[LessonTimes, datetime], LessonTimes]) -> None:
        if self.times is not None and self.is_live:
            self.keep(says, change(self.times, self.stage.clock()))

    def keep(self, says: str, times: LessonTimes) -> None:
        """Keep the clock of the lesson as one step; a plan that is a draft is kept with it."""
        lesson, desk = self.lesson, self.stage.desk
        if lesson is None or times == self.times:
            return
        if lesson.draft is None:
            desk.do(keep_times, plan_id=lesson.plan.id, times=times, says=says)
            return
        desk.do(
            keep_draft_and,
            label=says,
            class_id=lesson.plan.class_id,
            draft=lesson.draft,
            then=lambda session, plan_id: keep_times(
                session, plan_id=plan_id, times=times, says=says
            ),
        )

    def mark_away(self, student_id: int, kind: AttendanceKind | None) -> None:
        """A student is absent, came late, or with None is here after all."""
        lesson = self.lesson
        if lesson is None:
            return
        commands = {AttendanceKind.ABSENT: mark_absent, AttendanceKind.LATE: mark_late}
        command = commands[kind] if kind is not None else mark_present
        is_now = kind is AttendanceKind.LATE and self.is_live
        since = {"came_at": self.stage.clock().time()} if is_now else {}
        name = next(row.name for row in lesson.students if row.id == student_id)
        done = self.stage.desk.planner.sequence
        self.stage.desk.do(command, student_id=student_id, day=lesson.plan.day, name=name, **since)
        moment = self.moment()
        is_kept = self.stage.desk.planner.sequence != done
        if is_kept and kind is AttendanceKind.LATE and moment and moment.round_number:
            words = comes_in_words(lesson.plan, student_id, moment.round_number)
            self.stage.wishes.say.emit(f"{name} is late. {words}".rstrip())

    def say_outcome(self, line: int, round_number: int, outcome: VisitOutcomeKind) -> None:
        """How far a group came; the same word again takes it back."""
        lesson = self.lesson
        if lesson is None or lesson.draft is not None:
            return
        group = lesson.plan.groups[line]
        same = self.outcomes.get((group.group_id, round_number)) is outcome
        keep = self.stage.desk.do if same else self._say_of_it
        keep(
            set_outcome,
            plan_id=lesson.plan.id,
            group_id=group.group_id,
            round_number=round_number,
            outcome=None if same else outcome,
            name=group.identity.word,
        )

    def note(self, about: NoteAbout, words: str, kind: NoteKind) -> bool:
        """Write a note down; False when it was refused."""
        lesson = self.lesson
        # How the lesson went says that it was held; what was seen of a student does not.
        keep = self._say_of_it if about.name == LESSON else self.stage.desk.do
        return lesson is not None and None is not keep(
            write_note,
            class_id=lesson.plan.class_id,
            about=about.name,
            words=words,
            written_at=self.stage.clock(),
            student_id=about.student_id,
            group_id=about.group_id,
            kind=kind,
        )

    def mark(self, state: PlanState) -> None:
        """Say how far the lesson has come: that it was taught."""
        if self.lesson is not None and self.lesson.draft is None:
            self.stage.desk.do(set_plan_state, plan_id=self.lesson.plan.id, state=state)
            if state is PlanState.TAUGHT and self.stage.desk.did_step:
                self.stage.wishes.say.emit(_TAUGHT)

    def _say_of_it(self, command: Callable[..., object], **arguments: Any) -> object:  # noqa: ANN401 - a command's own
        """One step; said once the rounds are done, it says too that the lesson was taught."""
        lesson, desk, now = self.lesson, self.stage.desk, self.stage.clock()
        if (
            lesson is None
            or lesson.draft is not None
            or lesson.plan.state is PlanState.TAUGHT
            or self.times is None
            or not is_closing(self.times, now)
        ):
            return desk.do(command, **arguments)

        def both(session: StepSession) -> object:
            answer = command(session, **arguments)
            set_plan_state(session, plan_id=lesson.plan.id, state=PlanState.TAUGHT)
            return answer if answer is not None else True

        label = f"{step_label(command, arguments)}, mark the lesson as taught"
        done = desk.do_together(label, both)
        if desk.did_step:
            self.stage.wishes.say.emit(_TAUGHT)
        return done

    def drop_note(self, note_id: int) -> None:
        """Remove a note."""
        self.stage.desk.do(remove_note, note_id=note_id)


def eaten_words(times: LessonTimes) -> str:
    """What longer rounds take of the close, or of the time after the bell; else nothing."""
    over = minutes_over(times)
    if not over:
        return ""
    if over > times.close + times.move:
        return "The rounds end after the bell. “Lost minutes” fits them in."
    left = max(0, times.close - over)
    return (
        f"{left} of {times.close} minutes are left for the close." if left else "No close is left."
    )
