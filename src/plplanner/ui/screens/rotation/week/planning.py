"""The days of a week that have no plan, drafted at once and looked at before they are kept."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial

from plplanner.calendar.queries import lesson_time
from plplanner.grouping.saved.queries import newest_groups
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.records import record
from plplanner.roster.rows import SchoolClassRow
from plplanner.rotation.draft import draft_as_plan
from plplanner.rotation.draft_days import DraftedDay, draft_days
from plplanner.rotation.drafting.queries import day_to_draft
from plplanner.rotation.fresh_draft import DayToDraft
from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.rows import PlanRow
from plplanner.rotation.week_words import week_words
from plplanner.ui.desk import Desk
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.screens.rotation.redrafting import ToDraft, put_days_in_place
from plplanner.ui.screens.rotation.words import listed
from plplanner.ui.stage import Stage


@record(frozen=True)
class OfferedWeek:
    """Drafts of days that have no plan, as they would be kept; `ground` is what they rest on."""

    of: SchoolClassRow
    groups: GroupSetRow
    days: tuple[DraftedDay, ...]
    ground: object

    @property
    def plans(self) -> dict[date, PlanRow]:
        """Each day's draft as it would read once kept."""
        return {
            one.day: draft_as_plan(one.made.draft, groups=self.groups, of=self.of)
            for one in self.days
            if one.made is not None
        }


def days_to_plan(desk: Desk, class_id: int, days: Sequence[date], now: datetime) -> list[date]:
    """Those of `days` whose lesson has not begun; `now` has its time zone."""
    return [
        day
        for day in days
        if day > now.date()
        or (
            day == now.date()
            and now.time() < desk.ask(lesson_time, class_id=class_id, day=day).starts_at
        )
    ]


def think_of_week(
    stage: Stage, of: SchoolClassRow, days: Sequence[date], planned: Sequence[date], ground: object
) -> "partial[OfferedWeek] | None":
    """What drafts these days, to be called off the main thread; None without groups.

    `planned` are the days of the week that have a plan.
    """
    groups = stage.desk.ask(newest_groups, class_id=of.id)
    if groups is None or not groups.groups:
        return None
    asked = [stage.desk.ask(day_to_draft, class_id=of.id, day=day, groups=groups) for day in days]
    return partial(_drafted, of, groups, asked, planned, ground)


def _drafted(
    of: SchoolClassRow,
    groups: GroupSetRow,
    asked: Sequence[DayToDraft],
    planned: Sequence[date],
    ground: object,
) -> OfferedWeek:
    return OfferedWeek(of, groups, draft_days(asked, planned=planned), ground)


def offer_words(offered: OfferedWeek, week: Mapping[date, PlanRow]) -> str:
    """What the line above the week says; `week` are its plans, those offered among them."""
    plans = offered.plans
    days = _weekdays(list(plans))
    met = Counter(one for plan in week.values() for one in groups_with_teacher(plan))
    names = {group.id: group.identity.word for group in offered.groups.groups}
    problem = offered.days[0].asked.problem
    needs = {group.name: group.need for group in problem.groups}
    says = week_words({word: met[one] for one, word in names.items()}, needs)
    not_planned = [
        f"{day_words(one.day)} has no plan: {one.why_not.what}"
        for one in offered.days
        if one.why_not is not None
    ]
    kept = [f"{days}, not kept yet. {says}"] if plans else []
    return " ".join([*kept, *not_planned])


def keep_week(desk: Desk, offered: OfferedWeek) -> str | None:
    """Keep all the days as one step; what to say of it, None when it was refused."""
    days = [
        (ToDraft(offered.of, offered.groups, one.asked.problem, one.asked.playlists, None, None),
         one.made.draft)
        for one in offered.days
        if one.made is not None
    ]  # fmt: skip
    words = _weekdays([draft.problem.day for _, draft in days])
    if put_days_in_place(desk, days, label=f"Plan {words}") is None:
        return None
    return f"{words} {'is' if len(days) == 1 else 'are'} planned."


def _weekdays(days: Sequence[date]) -> str:
    """`Monday to Thursday` for days in a row, else each by its name."""
    if len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1:
        return f"{weekday(days[0])} to {weekday(days[-1])}"
    return listed([weekday(day) for day in days])
