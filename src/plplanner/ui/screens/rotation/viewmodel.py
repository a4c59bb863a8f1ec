"""What Tomorrow shows, and what the teacher can do with the plan of a day."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from plplanner.calendar.queries import days_off
from plplanner.calendar.rows import LessonTime
from plplanner.calendar.school_days import next_school_day, school_day_before
from plplanner.printing.lesson_paper import PaperWishes, Sheet, paper_pdf
from plplanner.problems import Problem
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.commands import (
    keep_draft,
    keep_draft_and,
    set_plan_state,
    set_task,
    swap_rounds,
)
from plplanner.rotation.fill_tasks import tasks_of_playlist
from plplanner.rotation.pick_tasks import library_tasks, task_ideas
from plplanner.rotation.plan_checks import EmptyCell, PlanCheck, visits_of_plan
from plplanner.rotation.queries import needing_internet, plan_on
from plplanner.rotation.rounds import RoundChoice, RoundLength, round_choices
from plplanner.rotation.rows import (
    NO_INTERNET,
    LessonToPrint,
    PlanGroupRow,
    PlanRow,
    VisitRow,
)
from plplanner.rotation.stand_ins import (
    offline_ideas,
    still_waiting,
    waits_for_internet,
)
from plplanner.rotation.swaps import RoundSwap, swap_of
from plplanner.terms import Paper, PlanState, StationKind
from plplanner.ui.jobs import Job
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.plan_grid_rows import GridRound, PlanGridRows
from plplanner.ui.lesson_time import keep_lesson_time
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.rotation.grid_rows import TeacherTurn, closing_of, grid_of, turns_of
from plplanner.ui.screens.rotation.planned_lesson import (
    PLAN_TABLES,
    NoLesson,
    PlannedLesson,
    copied_on,
    fresh_draft,
    lesson_on,
)
from plplanner.ui.screens.rotation.words import listed, pages_in
from plplanner.ui.stage import Stage

_MOST_ROUNDS = 5
_CALM_MILLISECONDS = 500


class TomorrowModel(ViewModel):
    """The plan of the chosen day: drafted, kept as soon as it is touched, marked as ready."""

    watches = PLAN_TABLES
    pages_counted = Signal()

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.lesson: PlannedLesson | None = None
        self.missing: NoLesson | None = None
        self.pages: Mapping[Sheet, int] = {}
        self._copying: tuple[int, date, PlanRow | None] | None = None
        self._counted: LessonToPrint | None = None
        self._counting: Job | None = None
        # Half a second of work for a number on a button: only when the teacher pauses.
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self._start_counting)

    def be_shown(self, is_shown: bool) -> None:
        """Off screen nothing is counted."""
        super().be_shown(is_shown)
        if not is_shown:
            self._calm.stop()
        elif self._counted is not None and not self.pages:
            self._calm.start()

    # -- what is shown --------------------------------------------------------------------

    def refresh(self) -> None:
        """Open the plan of the day, or draft one."""
        school_class = self.stage.choice.school_class
        self.lesson = self.missing = None
        if school_class is not None:
            found = self._find(school_class)
            if isinstance(found, PlannedLesson):
                self.lesson = found
                self._count_pages(found.to_print())
            else:
                self.missing = found
        self.refreshed.emit()

    def grid(self) -> PlanGridRows:
        """Groups × rounds."""
        lesson = self._lesson()
        names = {row.id: row.name for row in lesson.students}
        counts = {
            (line.group_id, visit.round_number): len(self._ideas(line, visit))
            for line in lesson.plan.groups
            for visit in line.visits
            if visit is not None and not visit.task
        }
        waiting = {
            (line.group_id, visit.round_number)
            for line, visit in still_waiting(lesson.plan, lesson.needing_internet)
        }
        return grid_of(lesson.plan, lesson.problem, names, counts, waiting=waiting)

    def closing(self) -> GridRound:
        """When the lesson closes."""
        return closing_of(self._lesson().plan)

    def turns(self) -> tuple[TeacherTurn, ...]:
        """Who meets the teacher when."""
        lesson = self._lesson()
        return turns_of(lesson.plan, lesson.next_turns)

    def ideas(self, line: int, round_index: int) -> tuple[str, ...]:
        """What fits this cell, the best first: playlist items, then plain words."""
        group = self._lesson().plan.groups[line]
        visit = group.visits[round_index]
        return self._ideas(group, visit) if visit is not None else ()

    def library(self) -> tuple[str, ...]:
        """What else there is in Resources for any cell of this day."""
        known = self.stage.desk.ask(needing_internet)
        return library_tasks(known, has_internet=self._lesson().plan.has_internet)

    def round_choices(self) -> tuple[RoundChoice, ...]:
        """How many rounds the lesson could have; shorter than ten minutes is not offered."""
        plan = self._lesson().plan
        found = round_choices(
            minutes=plan.minutes, launch=plan.launch, close=plan.close, move=plan.move,
            most=min(_MOST_ROUNDS, len(plan.groups)),
        )  # fmt: skip
        kept = [row for row in found if row.length is not RoundLength.TOO_SHORT]
        return tuple(kept or found[:1])

    # -- what can be done -----------------------------------------------------------------

    def write_task(self, line: int, round_index: int, task: str) -> None:
        """Put words into a cell; none at all empty it."""
        lesson = self._lesson()
        visit = lesson.plan.groups[line].visits[round_index]
        if visit is None or visit.task == task.strip():
            return
        where = {"group_id": lesson.plan.groups[line].group_id, "round_number": visit.round_number}
        # Without internet what is picked stands in for the day; the task comes back with it.
        waits = not lesson.plan.has_internet and waits_for_internet(visit, lesson.needing_internet)
        why = visit.stand_in or (NO_INTERNET if waits else "")
        self.change("Change a task", set_task, task=task, stand_in=why, **where)

    def swap(self, line: int, first_index: int, second_index: int) -> None:
        """Swap two rounds of a group; whoever is in the way swaps along."""
        lesson = self._lesson()
        rounds = lesson.plan.rounds
        self.carry_out(
            swap_of(
                visits_of_plan(lesson.plan, lesson.problem),
                group_id=lesson.plan.groups[line].group_id,
                first=rounds[first_index].number,
                second=rounds[second_index].number,
            )
        )

    def carry_out(self, swap: RoundSwap) -> None:
        """Swap rounds and say who swapped."""
        words = self._words_of(swap.group_ids)
        if self.change(
            f"Swap rounds {swap.first} and {swap.second}",
            swap_rounds,
            first=swap.first,
            second=swap.second,
            group_ids=swap.group_ids,
        ):
            self.stage.wishes.say.emit(f"Swapped rounds {swap.first} and {swap.second} of {words}.")

    def swap_words(self, check: PlanCheck, swap: RoundSwap) -> str:
        """What the button of a mending swap says; the check itself names the other group."""
        groups = self._lesson().plan.groups
        others = [
            line.identity.word
            for line in groups
            if line.group_id in swap.group_ids and line.identity.word not in check.text
        ]
        if len(swap.group_ids) == 2 and len(others) == 1:
            return f"Swap rounds with {others[0]}"
        return f"Swap rounds {swap.first} and {swap.second}"

    def cell_of(self, empty: EmptyCell) -> tuple[int, int]:
        """Line and round index of a cell."""
        plan = self._lesson().plan
        line = [group.group_id for group in plan.groups].index(empty.group_id)
        return line, [row.number for row in plan.rounds].index(empty.round_number)

    def mark(self, state: PlanState) -> None:
        """Mark the plan as ready, or take that back."""
        self.change(f"Mark the plan as {state}", set_plan_state, state=state)

    def draft_again(self, rounds: int | None = None) -> None:
        """Make the plan anew from the newest groups, with so many rounds."""
        lesson, choice = self._lesson(), self.stage.choice
        if lesson.newest is None or choice.class_id is None:
            return
        try:
            draft = fresh_draft(
                self.stage.desk, class_id=choice.class_id, day=lesson.plan.day,
                groups=lesson.newest, rounds=rounds,
            )  # fmt: skip
        except Problem as problem:
            self.stage.wishes.warn.emit(problem)
            return
        if self.stage.desk.do(keep_draft, class_id=choice.class_id, draft=draft) is not None:
            self.stage.wishes.say.emit("Drafted again from your newest groups.")

    def copy_last(self) -> None:
        """Show the last plan of this weekday as a draft of the day; say so if there is none."""
        chosen, day = self.stage.choice.school_class, self.stage.choice.day
        if chosen is not None:
            saved = self.stage.desk.ask(plan_on, class_id=chosen.id, day=day)
            self._copying = chosen.id, day, saved
            self.refresh()

    def keep_copy(self) -> None:
        """Keep the copy that is shown in place of the plan of the day, as one step."""
        lesson = self._lesson()
        if lesson.draft is not None and lesson.copied_from is not None:
            self.stage.desk.do(
                keep_draft_and,
                label=f"Copy the plan of {day_words(lesson.copied_from)}",
                class_id=lesson.plan.class_id,
                draft=lesson.draft,
                then=lambda _session, _plan_id: None,
            )

    def leave_copy(self) -> None:
        """Go back to the day as it was."""
        self._copying = None
        self.refresh()

    def set_time(self, wanted: LessonTime) -> None:
        """When the class meets from now on; a plan that is kept can be drafted again for it."""
        if keep_lesson_time(self.stage, wanted) and self._lesson().draft is None:
            says = "The lesson time is set. This plan keeps its times until it is drafted again."
            again = ("Draft again", self.draft_again)
            self.stage.wishes.show_banner.emit(("news", says, again))

    def print(self) -> None:
        """Keep the plan and go to the printer."""
        lesson = self.lesson
        if lesson is not None and lesson.draft is not None:
            kept = self.stage.desk.do(keep_draft, class_id=lesson.plan.class_id, draft=lesson.draft)
            if kept is None:
                return
        self.stage.wishes.go_to.emit("print")

    def go_on(self) -> None:
        """Do what the empty screen offers."""
        missing = self.missing
        if missing is not None and missing.day is not None:
            self.stage.choice.choose_day(missing.day)
        elif missing is not None:
            self.stage.wishes.go_to.emit(missing.room)

    def turn_page(self, step: int) -> None:
        """Go to the next school day, or with −1 to the one before."""
        choice = self.stage.choice
        find = next_school_day if step > 0 else school_day_before
        try:
            choice.choose_day(find(choice.day, self.stage.desk.ask(days_off)))
        except Problem as problem:
            self.stage.wishes.warn.emit(problem)

    # -- inside ---------------------------------------------------------------------------

    def _find(self, of: SchoolClassRow) -> PlannedLesson | NoLesson:
        """The copy looked at, as long as the day's own plan is as it was; else that plan."""
        desk, day, zone = self.stage.desk, self.stage.choice.day, self.stage.clock().tzinfo
        if self._copying is not None:
            saved = desk.ask(plan_on, class_id=of.id, day=day)
            if self._copying == (of.id, day, saved):
                try:
                    return copied_on(desk, of, day, zone=zone)
                except Problem as problem:
                    self.stage.wishes.warn.emit(problem)
            self._copying = None
        return lesson_on(desk, of, day, zone=zone)

    def _lesson(self) -> PlannedLesson:
        if self.lesson is None:
            raise LookupError("no lesson is shown")
        return self.lesson

    def _ideas(self, line: PlanGroupRow, visit: VisitRow) -> tuple[str, ...]:
        lesson = self._lesson()
        playlist = lesson.playlists.get(line.group_id)
        if not lesson.plan.has_internet and visit.station_kind is StationKind.DIGITAL:
            return offline_ideas(visit, playlist, lesson.needing_internet)
        return task_ideas(
            visit.station_kind,
            tasks_of_playlist(playlist) if playlist else (),
            playlist_title=playlist.title if playlist else None,
        )

    def _words_of(self, group_ids: tuple[int, ...]) -> str:
        groups = self._lesson().plan.groups
        return listed([one.identity.word for one in groups if one.group_id in group_ids])

    def change(self, label: str, command: Callable[..., object], **arguments: Any) -> bool:  # noqa: ANN401
        """One step on the plan; a draft is kept by the same step. False when it was refused."""
        lesson, desk = self._lesson(), self.stage.desk
        before = desk.planner.sequence
        if lesson.draft is None:
            desk.do(command, plan_id=lesson.plan.id, **arguments)
        else:
            desk.do(
                keep_draft_and,
                label=label,
                class_id=lesson.plan.class_id,
                draft=lesson.draft,
                then=lambda session, plan_id: command(session, plan_id=plan_id, **arguments),
            )
        return desk.planner.sequence != before

    def _count_pages(self, lesson: LessonToPrint) -> None:
        # Whether the plan is saved, and how far it has come, is not on paper.
        same = replace(lesson, plan=replace(lesson.plan, id=0, state=PlanState.DRAFT))
        if same == self._counted:
            return
        if self._counting is not None:
            self._counting.cancel()
        self._counted, self.pages = same, {}
        self._calm.start()

    def _start_counting(self) -> None:
        if self._counted is not None:
            count = partial(pages_of, self._counted, self.stage.preferences.paper)
            self._counting = self.stage.jobs.think(
                count, then=self._take_pages, on_problem=lambda _: None
            )

    def _take_pages(self, pages: Mapping[Sheet, int]) -> None:
        self._counting = None
        self.pages = pages
        self.pages_counted.emit()


def pages_of(lesson: LessonToPrint, paper: Paper) -> dict[Sheet, int]:
    """How many pages each sheet takes, counted on the real paper."""
    wishes = PaperWishes(paper)
    return {sheet: pages_in(paper_pdf(lesson, wishes, sheets=(sheet,))) for sheet in Sheet}
