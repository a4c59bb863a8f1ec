"""The school week around the chosen day: which days have plans, and who meets the teacher."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from plplanner.calendar.queries import days_without_lesson, special_days
from plplanner.grouping.saved.queries import newest_groups
from plplanner.library.queries import resources
from plplanner.records import record
from plplanner.roster.queries import absent_on, arrivals_on, pull_outs_on, students_of_class
from plplanner.rotation.lived.queries import lesson_times, outcomes_of
from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.pulled_out import minutes_out
from plplanner.rotation.queries import plans_between
from plplanner.rotation.rows import PlanGroupRow, PlanRow, TimedRound
from plplanner.rotation.spread_days import part_words
from plplanner.rotation.week_minutes import DayOfWeek, StudentWeek, TaskFacts, student_weeks
from plplanner.rotation.who_was_met import came_too_late
from plplanner.terms import (
    GroupIdentity,
    PlanState,
    StationKind,
    VisitOutcomeKind,
    own_identity,
)
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screen import ViewModel
from plplanner.ui.screens.rotation.grid_rows import names_in_order
from plplanner.ui.screens.rotation.planned_lesson import PLAN_TABLES
from plplanner.ui.screens.rotation.words import clock, counted, listed
from plplanner.ui.stage import Stage

if TYPE_CHECKING:
    from plplanner.ui.jobs import Job
    from plplanner.ui.screens.rotation.week.planning import OfferedWeek

_SCHOOL_DAYS = 5
_NOT_KEPT = "Draft, not kept yet"
OWN_WAYS = own_identity("Student by student")
_STATE_WORDS = {PlanState.DRAFT: "Draft", PlanState.READY: "Ready", PlanState.TAUGHT: "Taught"}


@record(frozen=True)
class WeekDay:
    """One column: the day, how far its plan has come, or why there is none."""

    day: date
    state: str
    is_off: bool
    has_plan: bool


@record(frozen=True)
class WeekCell:
    """What one group does with the teacher on one day; `words` is empty for a day without it."""

    words: str
    task: str
    meets: bool


@record(frozen=True)
class WeekLine:
    """One group through the week; a cell per day, None where the group is in no plan."""

    identity: GroupIdentity
    cells: tuple[WeekCell | None, ...]


class WeekModel(ViewModel):
    """Monday to Friday of the week of the chosen day."""

    watches = PLAN_TABLES | {"lesson_run", "lived_round", "visit_outcome", "tag", "resource_tag"}

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Nothing is asked before the screen is shown."""
        super().__init__(stage, parent)
        self.days: tuple[WeekDay, ...] = ()
        self.lines: tuple[WeekLine, ...] = ()
        self._plans: dict[date, PlanRow] = {}
        self._kept: frozenset[date] = frozenset()
        self._names: dict[int, str] = {}
        self._has_groups = False
        self._looked_at: OfferedWeek | None = None
        self._job: Job | None = None

    @property
    def monday(self) -> date:
        """The first day of the week shown."""
        day = self.stage.choice.day
        return day - timedelta(days=day.weekday())

    @property
    def _offered(self) -> "OfferedWeek | None":
        """The drafts looked at, in the week they are of, as long as nothing else was saved."""
        looked_at = self._looked_at
        return looked_at if looked_at is not None and looked_at.ground == self._ground() else None

    def refresh(self) -> None:
        """Ask for the plans of the week."""
        desk, class_id = self.stage.desk, self.stage.choice.class_id
        week = [self.monday + timedelta(days=ahead) for ahead in range(_SCHOOL_DAYS)]
        if class_id is None:
            found, self._names, self._has_groups = [], {}, False
        else:
            found = desk.ask(plans_between, class_id=class_id, first=week[0], last=week[-1])
            newest = desk.ask(newest_groups, class_id=class_id)
            self._has_groups = newest is not None and bool(newest.groups)
            students = desk.ask(students_of_class, class_id=class_id)
            self._names = {row.id: row.name for row in students}
        self._plans = {plan.day: plan for plan in found}
        self._kept = frozenset(self._plans)
        if self._offered is not None:
            self._plans |= self._offered.plans
        without = desk.ask(days_without_lesson, class_id=class_id)
        labels = {day: "No lesson" for day in week if day in without}
        labels |= {row.day: row.label for row in desk.ask(special_days) if row.minutes == 0}
        self.days = tuple(self._day(day, labels) for day in week)
        self.lines = lines_of(self._plans, week)
        self.refreshed.emit()

    def detail(self, line: int, column: int) -> str:
        """A group and its whole day in one sentence, for below the table."""
        day, group = self.days[column].day, self.lines[line].identity
        cell = self.lines[line].cells[column]
        if group == OWN_WAYS and cell is not None:
            return f"{day_words(day)} is planned student by student: {cell.words}."
        row = self._row(day, group)
        if row is None:
            return f"{group.word} is in no plan on {day_words(day)}."
        names = names_in_order(row.student_ids, self._names)
        rounds = [
            f"round {visit.round_number} {visit.station_name}, {visit.task or 'no task yet'}"
            for visit in row.visits
            if visit is not None
        ]
        return f"{group.word}, {day_words(day)}: {'; '.join(rounds)}. {listed(names)}."

    def student_weeks(self) -> dict[int, StudentWeek]:
        """Minutes of every student, by id; asked for when they are looked at."""
        ask = self.stage.desk.ask
        facts = {
            row.title: TaskFacts(
                row.needs_device,
                next((value for facet, value in row.tags if facet.casefold() == "bloom"), ""),
            )
            for row in ask(resources)
        }
        days = [self._held(self._plans.get(day.day)) for day in self.days]
        return {one: week for one, week in student_weeks(days, facts).items() if one in self._names}

    @property
    def names(self) -> Mapping[int, str]:
        """The students of the class by id."""
        return self._names

    def groups_of(self) -> dict[int, GroupIdentity]:
        """In which group each student was last in this week."""
        return {
            one: line.identity
            for plan in self._plans.values()
            for line in plan.together
            for one in line.student_ids
        }

    def _held(self, plan: PlanRow | None) -> DayOfWeek | None:
        """A day as it was held, or as it is planned."""
        if plan is None:
            return None
        ask = self.stage.desk.ask
        rounds = ask(lesson_times, plan=plan).rounds
        outcomes = ask(outcomes_of, plan_id=plan.id)
        came = ask(arrivals_on, class_id=plan.class_id, day=plan.day)
        missed = {
            (student_id, row.number)
            for student_id, came_at in came.items()
            for row in rounds
            if came_too_late(came_at, row.starts_at, row.ends_at)
        }
        not_done = {cell for cell, said in outcomes.items() if said is VisitOutcomeKind.NOT}
        return DayOfWeek(
            plan,
            {row.number: minutes_of(row) for row in rounds},
            away=ask(absent_on, class_id=plan.class_id, day=plan.day),
            not_done=frozenset(not_done),
            missed=frozenset(missed),
            out=minutes_out(ask(pull_outs_on, class_id=plan.class_id, day=plan.day), rounds),
        )

    # -- the whole week -------------------------------------------------------------------

    @property
    def offer(self) -> str:
        """What the drafts that are looked at come to, in words; empty while there are none."""
        if self._offered is None:
            return ""
        from plplanner.ui.screens.rotation.week.planning import offer_words  # noqa: PLC0415

        return offer_words(self._offered, self._plans)

    def days_to_plan(self) -> list[date]:
        """The days of this week that could be planned now; none without groups."""
        class_id = self.stage.choice.class_id
        if class_id is None or not self._has_groups:
            return []
        # Looking at a week does not wait for what plans it.
        from plplanner.ui.screens.rotation.week.planning import days_to_plan  # noqa: PLC0415

        free = [one.day for one in self.days if not one.has_plan and not one.is_off]
        return days_to_plan(self.stage.desk, class_id, free, self.stage.clock())

    def plan_week(self) -> None:
        """Draft every day that has no plan, off the main thread, and show the drafts."""
        from plplanner.ui.screens.rotation.week.planning import think_of_week  # noqa: PLC0415

        of, days = self.stage.choice.school_class, self.days_to_plan()
        if of is None or not days:
            return
        planned = sorted(self._kept)
        think = think_of_week(self.stage, of, days, planned, self._ground())
        if think is not None:
            if self._job is not None:
                self._job.cancel()
            warn = self.stage.wishes.warn.emit
            self._job = self.stage.jobs.think(think, then=self._look_at, on_problem=warn)

    def keep_week(self) -> None:
        """Keep the drafts that are looked at, as one step."""
        from plplanner.ui.screens.rotation.week.planning import keep_week  # noqa: PLC0415

        offered, self._looked_at = self._offered, None
        said = keep_week(self.stage.desk, offered) if offered is not None else None
        if said is not None:
            self.stage.wishes.say.emit(said)

    def leave_week(self) -> None:
        """Leave the week as it was."""
        self._looked_at = None
        self.refresh()

    def _look_at(self, offered: "OfferedWeek") -> None:
        self._job = None
        self._looked_at = offered
        self.refresh()

    def _ground(self) -> object:
        """What drafts of a week rest on: the class, the week, and all that is saved."""
        planner = self.stage.desk.planner
        return planner, planner.sequence, self.stage.choice.school_class, self.monday

    def open_day(self, column: int) -> None:
        """Open a day on Tomorrow: its plan, or a draft for it."""
        day = self.days[column]
        if self._offered is not None and day.has_plan and day.day not in self._kept:
            self.stage.wishes.tell.emit("Keep these days first, then each of them can be changed.")
            return
        self.stage.choice.choose_day(self.days[column].day)
        self.stage.wishes.go_to.emit("tomorrow")

    def turn_week(self, step: int) -> None:
        """Show the week after, or with −1 the one before."""
        self.stage.choice.choose_day(self.stage.choice.day + timedelta(days=7 * step))

    def _day(self, day: date, labels: dict[date, str]) -> WeekDay:
        plan = self._plans.get(day)
        if plan is not None and day not in self._kept:
            state = _NOT_KEPT
        elif plan is not None:
            rounds = counted(len(plan.rounds), "round")
            said = (_STATE_WORDS[plan.state], part_words(plan) or rounds)
            state = " · ".join(said)
        elif day == self.stage.choice.day and day not in labels and self._has_groups:
            state = _NOT_KEPT  # what Tomorrow shows
        else:
            state = labels.get(day, "No plan yet") or "No school"
        return WeekDay(day, state, plan is None and day in labels, plan is not None)

    def _row(self, day: date, group: GroupIdentity) -> PlanGroupRow | None:
        plan = self._plans.get(day)
        lines = plan.groups if plan is not None else ()
        return next((line for line in lines if line.identity == group), None)


def minutes_of(row: TimedRound) -> int:
    """The whole minutes a round lasted."""
    lasted = datetime.combine(date.min, row.ends_at) - datetime.combine(date.min, row.starts_at)
    return round(lasted.total_seconds() / 60)


def lines_of(plans: dict[date, PlanRow], week: list[date]) -> tuple[WeekLine, ...]:
    """One line per group of any plan of the week, in the order they first appear."""
    identities = dict.fromkeys(
        line.identity for day in week if day in plans for line in plans[day].together
    )
    lines = tuple(
        WeekLine(identity, tuple(_cell(plans.get(day), identity) for day in week))
        for identity in identities
    )
    own = tuple(_own_ways_cell(plans.get(day)) for day in week)
    return (*lines, WeekLine(OWN_WAYS, own)) if any(own) else lines


def _own_ways_cell(plan: PlanRow | None) -> WeekCell | None:
    """How many meet the teacher on a day on which students go their own way."""
    if plan is None or not plan.is_own_ways:
        return None
    words = f"{len(groups_with_teacher(plan))} of {len(plan.groups)} meet you"
    return WeekCell(words, "", meets=True)


def _cell(plan: PlanRow | None, identity: GroupIdentity) -> WeekCell | None:
    line = next((row for row in plan.groups if row.identity == identity), None) if plan else None
    if plan is None or line is None:
        return None
    starts = {row.number: row.starts_at for row in plan.rounds}
    met = [
        visit
        for visit in line.visits
        if visit is not None and visit.station_kind is StationKind.TEACHER_LED
    ]
    if not met:
        return WeekCell("No turn", "", meets=False)
    words = ", ".join(f"Round {v.round_number} · {clock(starts[v.round_number])}" for v in met)
    return WeekCell(words, ", ".join(visit.task for visit in met if visit.task), meets=True)
