"""Groups for some weeks ahead: asked for, looked at week by week, kept in one step."""

from collections.abc import Container
from datetime import date, timedelta
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from plplanner.calendar.queries import days_without_lesson
from plplanner.calendar.school_days import is_school_day, next_school_day
from plplanner.grouping import commands
from plplanner.grouping.draft import Draft
from plplanner.grouping.engine.work import seconds
from plplanner.grouping.rows import ImpossibleGrouping, WeeksAhead
from plplanner.grouping.week_words import said_of_week
from plplanner.grouping.weeks_ahead import weeks_ahead
from plplanner.problems import Problem
from plplanner.terms import GroupingStrategy, GroupSetState
from plplanner.ui.desk import StepSession
from plplanner.ui.jobs import Job
from plplanner.ui.kit.moments import day_words
from plplanner.ui.screens.grouping.saving import what_to_save
from plplanner.ui.screens.grouping.viewmodel import GroupsModel

USUAL_WEEKS, MOST_WEEKS = 4, 6
_WORK = seconds(2)
_WAYS = (GroupingStrategy.MIXED, GroupingStrategy.RANDOM)


class Weeks(QObject):
    """The weeks planned from one draft; another draft forgets them."""

    told = Signal()

    def __init__(self, model: GroupsModel) -> None:
        """None until `ask`."""
        super().__init__(model)
        self._model = model
        self.plan: WeeksAhead | None = None
        self.refused = ""
        self.count = USUAL_WEEKS
        self._for: object = None
        self._job: Job | None = None

    @property
    def is_thinking(self) -> bool:
        """Whether weeks are being planned."""
        return self._job is not None

    @property
    def is_free(self) -> bool:
        """Whether the draft is of a kind that can be planned for weeks."""
        model = self._model
        has_draft = model.is_draft and model.draft is not None
        return has_draft and model.asked.strategy in _WAYS and self._for is None

    @property
    def is_open(self) -> bool:
        """Whether weeks are planned, or were refused."""
        return self._for is not None

    @property
    def days(self) -> tuple[date, ...]:
        """The first school day of each week, from the day planned for on."""
        stage = self._model.stage
        first = stage.choice.day
        off = stage.desk.ask(days_without_lesson, class_id=stage.choice.class_id)
        days = [first + timedelta(weeks=number) for number in range(1, self.count)]
        return (first, *(_held_on(day, off) for day in days))

    @property
    def at(self) -> int:
        """Which week is on the table; -1 when it is none of them."""
        draft = self._model.draft
        weeks = self.plan.weeks if self.plan is not None else ()
        formed = draft.formed if draft is not None else None
        return next((n for n, one in enumerate(weeks) if one is formed), -1)

    @property
    def says(self) -> str:
        """How often pairs meet again, in all weeks and in the one on the table."""
        if self.is_thinking:
            return f"Planning {self.count} weeks of groups."
        if self.plan is None:
            return self.refused
        if self.at < 1:
            return self.plan.note
        week = said_of_week(self.plan, self.at, self._model.name_of)
        return f"{self.plan.note} {day_words(self.days[self.at])}: {week}"

    def ask(self, count: int = USUAL_WEEKS) -> None:
        """Plan so many weeks like the groups on the table."""
        draft = self._model.draft
        if draft is None:
            return
        self.forget()
        self._model.forming.rest()
        stop = Event()
        self._for, self.count = draft.problem, count
        self._job = self._model.stage.jobs.think(
            partial(weeks_ahead, draft.problem, weeks=count, work=_WORK, stop=stop.is_set),
            then=self._take,
            end=stop.set,
        )
        self.told.emit()

    def look_at(self, place: int) -> None:
        """Put one of the weeks on the table; moves by hand stay where they were made."""
        draft, plan = self._model.draft, self.plan
        if draft is not None and plan is not None and 0 <= place < len(plan.weeks):
            if place != self.at:
                self._model.draft = Draft(draft.problem, plan.weeks[place])
            self._model.show()

    def forget(self) -> None:
        """Put the weeks away; the one on the table stays."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._for, self.plan, self.refused = None, None, None, ""
        self.told.emit()

    def keep_up(self) -> None:
        """Weeks for groups that are not asked for any more are put away."""
        model = self._model
        problem = model.draft.problem if model.draft is not None and model.is_draft else None
        if self._for is not None and problem is not self._for:
            self.forget()

    def keep(self) -> None:
        """Use the first week now, and keep the others as drafts with the day they start."""
        model, plan, draft, days = self._model, self.plan, self._model.draft, self.days
        if plan is None or draft is None:
            return
        on_table = self.at
        made = [draft if n == on_table else Draft(draft.problem, one)
                for n, one in enumerate(plan.weeks)]  # fmt: skip
        saved = [what_to_save(model, one) for one in made]

        def act(session: StepSession) -> int:
            # The first week last: what is saved last is the newest of its day.
            for place in range(len(saved) - 1, 0, -1):
                later, start = GroupSetState.DRAFT, days[place]
                commands.save_groups(session, **saved[place], state=later, starts_on=start)
            return commands.save_groups(session, **saved[0], state=GroupSetState.IN_USE)

        model.forming.cancel()
        model.is_draft, model.draft = False, None
        if model.stage.desk.do_together(f"Keep {len(saved)} weeks of groups", act) is None:
            model.is_draft, model.draft = True, draft
            model.show()
            return
        model.steps.forget()
        self.forget()
        others = len(saved) - 1
        word = "week is" if others == 1 else "weeks are"
        said = f"Groups saved. The next {others} {word} in the history, ready to use."
        model.stage.wishes.say.emit(said)

    def _take(self, answer: WeeksAhead | ImpossibleGrouping) -> None:
        self._job = None
        if isinstance(answer, ImpossibleGrouping):
            self.refused = answer.explanation
            self.told.emit()
        else:
            self.plan = answer
            self.look_at(0)


def _held_on(day: date, off: Container[date]) -> date:
    """The day itself, or the school day after it."""
    try:
        return day if is_school_day(day, off) else next_school_day(day, off)
    except Problem:
        return day
