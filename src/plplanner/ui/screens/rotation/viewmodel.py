"""What Tomorrow shows, and what the teacher can do with the plan of a day."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from plplanner.calendar.queries import days_without_lesson
from plplanner.calendar.school_days import next_school_day, school_day_before
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.problems import Problem
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.carry_over import CarriedOver
from plplanner.rotation.commands import set_plan_state, set_task, set_tasks, swap_rounds
from plplanner.rotation.drafting.commands import keep_draft, keep_draft_and
from plplanner.rotation.drafting.queries import day_to_draft
from plplanner.rotation.fresh_draft import FreshDraft
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.locked_cells import as_planned, lost_words
from plplanner.rotation.plan_checks import EmptyCell, PlanCheck
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rounds import RoundChoice
from plplanner.rotation.rows import NO_INTERNET, PlanDraft, PlanRow, TimedRound
from plplanner.rotation.stand_ins import waits_for_internet
from plplanner.rotation.swaps import RoundSwap
from plplanner.terms import PlanState
from plplanner.ui.kit.moments import weekday
from plplanner.ui.kit.plan_grid_rows import GridRound, PlanGridRows
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.grid_rows import TeacherTurn, closing_of, turns_of
from plplanner.ui.screens.rotation.page_count import PageCount
from plplanner.ui.screens.rotation.planned_lesson import (
    PLAN_TABLES,
    NoLesson,
    PlannedLesson,
)
from plplanner.ui.screens.rotation.shown_cells import (
    grid_of_lesson,
    rounds_to_choose,
)
from plplanner.ui.screens.rotation.swapping import swap_in, swap_words, swapped_words
from plplanner.ui.screens.rotation.waiting import Waiting
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage

if TYPE_CHECKING:
    from plplanner.ui.kit.popover import Offer as StationOffer
    from plplanner.ui.screens.rotation.offered_day import Offer
    from plplanner.ui.screens.rotation.to_pick import ToPick

_MOST_ROUNDS = 5
_DRAFTING = NoLesson("Drafting this day", "Many groups take a moment.", "")


class TomorrowModel(ViewModel):
    """The plan of the chosen day: drafted, kept as soon as it is touched, marked as ready."""

    watches = PLAN_TABLES

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.lesson: PlannedLesson | None = None
        self.missing: NoLesson | None = None
        self.paper = PageCount(stage, self)
        self.plans = DayPlans(stage, self)
        self.plans.ready.connect(self._move_ground)
        self.waiting = Waiting(stage, self)
        self.waiting.changed.connect(self.refresh)
        self._offer: tuple[Offer, tuple[int, date, PlanRow | None]] | None = None

    def be_shown(self, is_shown: bool) -> None:
        """Off screen nothing is counted."""
        super().be_shown(is_shown)
        self.paper.be_shown(is_shown)

    # -- what is shown --------------------------------------------------------------------

    def refresh(self) -> None:
        """Open the plan of the day, or draft one."""
        school_class = self.stage.choice.school_class
        found = (self._find(school_class) or _DRAFTING) if school_class is not None else None
        found = self.waiting.says or found
        self.lesson = found if isinstance(found, PlannedLesson) else None
        self.missing = found if isinstance(found, NoLesson) else None
        if self.lesson is not None:
            self.paper.count(self.lesson.to_print())
        self.refreshed.emit()

    def grid(self, held: Sequence[TimedRound] | None = None) -> PlanGridRows:
        """Groups × rounds; `held` are the rounds as they are held today, None as planned."""
        return grid_of_lesson(self._lesson(), held)

    def closing(self) -> GridRound:
        """When the lesson closes."""
        return closing_of(self._lesson().plan)

    def turns(self) -> tuple[TeacherTurn, ...]:
        """Who meets the teacher when."""
        lesson = self._lesson()
        planned = {plan.day for plan in lesson.planned_ahead}
        return turns_of(lesson.plan, lesson.next_turns, planned=planned)

    def stations(self, line: int, round_index: int) -> "Sequence[StationOffer]":
        """Where else a student could be sent in a round; nowhere for a group."""
        if not self._lesson().plan.groups[line].is_own_way:
            return ()
        from plplanner.ui.screens.rotation.own_ways_day import station_offers  # noqa: PLC0415

        return station_offers(self._lesson(), line, round_index)

    def to_pick(self, line: int, round_index: int) -> "ToPick":
        """Everything that could stand in this cell, with what is known of it."""
        # Opening the screen does not wait for what only picking needs.
        from plplanner.ui.screens.rotation.to_pick import to_pick  # noqa: PLC0415

        return to_pick(self.stage.desk, self._lesson(), line, round_index)

    def round_choices(self) -> tuple[RoundChoice, ...]:
        """How many rounds the lesson could have; shorter than ten minutes is not offered."""
        return rounds_to_choose(self._lesson())

    # -- what can be done -----------------------------------------------------------------

    def write_task(self, line: int, round_index: int, task: str) -> None:
        """Put words into a cell; none at all empty it."""
        lesson = self._lesson()
        visit = lesson.plan.groups[line].visits[round_index]
        if visit is None or visit.task == task.strip():
            return
        cell = (lesson.plan.groups[line].group_id, visit.round_number)
        # Without internet what is picked stands in for the day; the task comes back with it.
        waits = not lesson.plan.has_internet and waits_for_internet(visit, lesson.needing_internet)
        if why := visit.stand_in or (NO_INTERNET if waits else ""):
            said = {"why": why, "says": "Change a task"}
            self.change("Change a task", let_stand_in, tasks={cell: task.strip()}, **said)
        else:
            where = dict(zip(("group_id", "round_number"), cell, strict=True))
            self.change("Change a task", set_task, task=task, **where)

    def take(self, line: int, round_index: int, key: str) -> None:
        """What was picked for a cell: a task, or another station for a student."""
        if not self._lesson().plan.groups[line].is_own_way:
            self.write_task(line, round_index, key)
            return
        from plplanner.rotation.own_way.commands import send_to_station  # noqa: PLC0415 - as above
        from plplanner.ui.screens.rotation.own_ways_day import sending  # noqa: PLC0415 - as above

        sent = sending(self._lesson(), line, round_index, key)
        if sent is None:
            self.write_task(line, round_index, key)
        elif self.change(
            f"Send {sent.name} to {sent.station.name}", send_to_station, station=sent.station,
            group_id=sent.group_id, round_number=sent.round_number, task=sent.task, name=sent.name,
        ):  # fmt: skip
            self.stage.wishes.say.emit(sent.says)

    def swap(self, line: int, first_index: int, second_index: int) -> None:
        """Swap two rounds of a group; whoever is in the way swaps along."""
        lesson = self._lesson()
        swap = swap_in(lesson.plan, lesson.problem, line, first_index, second_index)
        where = lesson.plan.groups[line].group_id, lesson.plan.rounds[second_index].number
        self.carry_out(swap, locked=[where])

    def carry_out(self, swap: RoundSwap, *, locked: Collection[tuple[int, int]] = ()) -> None:
        """Swap rounds and say who swapped; what she put somewhere by hand is `locked` there."""
        rounds = {"first": swap.first, "second": swap.second}
        label, plan = f"Swap rounds {swap.first} and {swap.second}", self._lesson().plan
        if self.change(label, swap_rounds, group_ids=swap.group_ids, locked=locked, **rounds):
            asked = {group_id for group_id, _ in locked}
            self.stage.wishes.say.emit(swapped_words(plan, swap, asked=asked))

    def swap_words(self, check: PlanCheck, swap: RoundSwap) -> str:
        """What the button of a mending swap says; the check itself names the other group."""
        return swap_words(self._lesson().plan, check, swap)

    def cell_of(self, empty: EmptyCell) -> tuple[int, int]:
        """Line and round index of a cell."""
        plan = self._lesson().plan
        line = [group.group_id for group in plan.groups].index(empty.group_id)
        return line, [row.number for row in plan.rounds].index(empty.round_number)

    def mark(self, state: PlanState) -> None:
        """Mark the plan as ready or taught, or take that back."""
        plan = self._lesson().plan
        if plan.state is PlanState.TAUGHT:
            self.stage.desk.do_together(
                "Mark the lesson as not taught",
                partial(set_plan_state, plan_id=plan.id, state=state),
            )
        else:
            self.change(f"Mark the plan as {state}", set_plan_state, state=state)

    def draft_again(self, rounds: int | None = None) -> None:
        """Make the plan anew from the newest groups, with so many rounds."""
        if not self._lesson().plan.is_own_ways:
            self.draft_for_groups(rounds)
            return
        self.draft_student_by_student(rounds)

    def draft_student_by_student(self, rounds: int | None = None) -> None:
        """Make the plan anew with a way of its own for each student."""
        # Few days are planned so: the others do not wait for it.
        from plplanner.ui.screens.rotation.own_ways_day import plan_own_ways  # noqa: PLC0415

        chosen = self.stage.choice.school_class
        if chosen is not None:
            plan_own_ways(self.stage, self.waiting, self._lesson(), chosen, rounds)

    def draft_for_groups(self, rounds: int | None = None) -> None:
        """Make the plan anew for groups, even where each student went her own way."""
        lesson, chosen = self._lesson(), self.stage.choice.school_class
        if lesson.newest is None or chosen is None:
            return
        if lesson.plan.part and rounds is None:
            # Few lessons are a day of several: the others do not wait for it.
            from plplanner.ui.screens.rotation.spread_again import (  # noqa: PLC0415
                spread_again,
            )

            spread_again(self.stage, lesson)
            return
        asked = self.stage.desk.ask(
            day_to_draft, class_id=chosen.id, day=lesson.plan.day, groups=lesson.newest,
            rounds=rounds,
        )  # fmt: skip
        problem = as_planned(asked.problem, lesson.plan)
        # So many rounds of the menu are all alike.
        problem = problem if rounds is None else replace(problem, lengths=())
        asked = replace(asked, problem=problem)
        self.plans.drafts.hand(asked, partial(self._put_anew, chosen, lesson))

    def _put_anew(self, of: SchoolClassRow, lesson: PlannedLesson, made: FreshDraft) -> None:
        before = lesson.plan if lesson.draft is None else None
        like = f" and “{made.template}”" if made.template else ""
        self._put_in_place(
            of, made.draft, lesson.newest, before, label=f"Draft {weekday(lesson.plan.day)} again",
            says=f"Drafted again from your newest groups{like}. Undo brings back what was there."
            f"{lost_words(made.draft)}{_by_itself(lesson.plan)}",
        )  # fmt: skip

    def carry_over(self, carried: CarriedOver) -> None:
        """Plan once more what a group left open in the last lesson."""
        says = f"Plan again what {carried.word} left open"
        if self.change(says, set_tasks, tasks=carried.tasks, says=says):
            tasks = listed([f"“{task}”" for task in carried.tasks.values()])
            goes_on = f"{carried.word} goes on with {tasks}."
            many = f"{carried.word} go on with what they left open."
            self.stage.wishes.say.emit(many if carried.is_many else goes_on)

    def look_at(self, offer: "Offer") -> None:
        """Show another day's plan or a template as a draft of the day; say so if it cannot be."""
        chosen, day = self.stage.choice.school_class, self.stage.choice.day
        if chosen is not None:
            saved = self.stage.desk.ask(plan_on, class_id=chosen.id, day=day)
            self._offer = offer, (chosen.id, day, saved)
            self.refresh()

    def keep_offer(self) -> None:
        """Keep what is looked at in place of the plan of the day, as one step."""
        lesson, of = self._lesson(), self.stage.choice.school_class
        if of and lesson.draft and lesson.offered and self._offer:
            before, label = self._offer[1][2], lesson.offered.label
            self._put_in_place(of, lesson.draft, lesson.newest, before, label=label)

    def leave_offer(self) -> None:
        """Go back to the day as it was."""
        self._offer = None
        self.refresh()

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
        if self.waiting.cancel():
            self.refresh()
        elif missing is not None and missing.day is not None:
            self.stage.choice.choose_day(missing.day)
        elif missing is not None:
            self.stage.wishes.go_to.emit(missing.room)

    def turn_page(self, step: int) -> None:
        """Go to the next school day, or with −1 to the one before."""
        choice = self.stage.choice
        find = next_school_day if step > 0 else school_day_before
        try:
            without = self.stage.desk.ask(days_without_lesson, class_id=choice.class_id)
            choice.choose_day(find(choice.day, without))
        except Problem as problem:
            self.stage.wishes.warn.emit(problem)

    # -- inside ---------------------------------------------------------------------------

    def _find(self, of: SchoolClassRow) -> PlannedLesson | NoLesson | None:
        """What is looked at, as long as the day's own plan is as it was; else that plan.

        None while it is drafted.
        """
        desk, day, zone = self.stage.desk, self.stage.choice.day, self.stage.clock().tzinfo
        if self._offer is not None:
            offer, then = self._offer
            if then == (of.id, day, desk.ask(plan_on, class_id=of.id, day=day)):
                try:
                    return offer.on(desk, of, day, zone=zone)
                except Problem as problem:
                    self.stage.wishes.warn.emit(problem)
            self._offer = None
        return self.plans.of(of, day, zone=zone)

    def _put_in_place(
        self, of: SchoolClassRow, draft: PlanDraft, groups: GroupSetRow | None,
        before: PlanRow | None, *, label: str, says: str = "",
    ) -> None:  # fmt: skip
        # Opening the screen does not wait for what only an act needs.
        from plplanner.ui.screens.rotation.redrafting import put_in_place  # noqa: PLC0415

        stays = groups and put_in_place(
            self.stage.desk, draft, of=of, groups=groups, before=before, label=label
        )
        if stays is not None and (says or stays):
            self.stage.wishes.say.emit(f"{says}{stays}".strip())

    def _lesson(self) -> PlannedLesson:
        if self.lesson is None:
            raise LookupError("no lesson is shown")
        return self.lesson

    def change(self, label: str, command: Callable[..., object], **arguments: Any) -> bool:  # noqa: ANN401
        """One step on the plan; a draft is kept by the same step. False when it was refused."""
        lesson, desk = self._lesson(), self.stage.desk
        before = desk.planner.sequence
        if lesson.draft is None:
            desk.do(command, plan_id=lesson.plan.id, **arguments)
        else:
            desk.do(
                keep_draft_and, label=label, class_id=lesson.plan.class_id, draft=lesson.draft,
                then=command, said=arguments,
            )  # fmt: skip
        return desk.planner.sequence != before


def _by_itself(before: PlanRow) -> str:
    """That a day drafted with other rounds is no longer one of several, to stand after another."""
    if not before.part:
        return ""
    from plplanner.rotation.spread_days import part_words  # noqa: PLC0415 - as above

    return f" It is no longer “{part_words(before)}” of a rotation."
