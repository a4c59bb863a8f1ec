"""Students new to the class get their line in a day that is planned student by student."""

from collections.abc import Sequence

from plplanner.problems import Problem
from plplanner.rotation.draft import draft_of
from plplanner.rotation.drafting.queries import lesson_of_plan, needing_internet
from plplanner.rotation.newcomers import ways_for_newcomers
from plplanner.rotation.own_way.commands import add_own_ways
from plplanner.rotation.own_way.queries import newcomers_to_plan
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.rows import PlanRow
from plplanner.ui.desk import StepSession
from plplanner.ui.screens.rotation.own_ways_day import stand_in_again
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.words import counted, listed
from plplanner.ui.stage import Stage


def names_of(lesson: PlannedLesson, student_ids: Sequence[int]) -> str:
    """Who it is in few words: a name or two, else how many."""
    names = [row.name for row in lesson.students if row.id in student_ids]
    return listed(names) if len(names) < 3 else counted(len(names), "student")


def add_newcomers(stage: Stage, lesson: PlannedLesson, student_ids: Sequence[int]) -> None:
    """Give each a way around those planned already, in one step; say so if there is no seat."""
    desk, plan, who = stage.desk, lesson.plan, names_of(lesson, student_ids)
    asked = desk.ask(newcomers_to_plan, plan=plan, groups=lesson.newest, student_ids=student_ids)
    whole = desk.ask(lesson_of_plan, plan=plan)
    try:
        found = ways_for_newcomers(
            whole, plan.rounds, visits_of_plan(plan, whole), asked.problem.groups,
            begun=_begun(stage, plan),
        )  # fmt: skip
    except Problem as problem:
        stage.wishes.warn.emit(problem)
        return
    draft = draft_of(
        asked.problem, found, group_set_id=asked.group_set_id, playlists=asked.playlists
    )
    known = desk.ask(needing_internet)

    def keep(session: StepSession) -> bool:
        lines = add_own_ways(session, plan_id=plan.id, draft=draft, levels=asked.levels, names=who)
        stand_in_again(session, plan, asked, known, only=lines)
        return True

    if desk.do_together(f"Add {who} to the plan", keep):
        stage.wishes.say.emit(said_of(who, len(student_ids), len(found.no_teacher)))


def _begun(stage: Stage, plan: PlanRow) -> set[int]:
    """The rounds that cannot be joined from their start any more."""
    now = stage.clock()
    if plan.day != now.date():
        return set()
    return {row.number for row in plan.rounds if row.starts_at <= now.time()}


def said_of(who: str, new: int, waiting: int) -> str:
    """What is said of so many new students, of whom some do not meet the teacher."""
    met = new - waiting
    if new == 1:
        return f"{who} is in the plan{' and meets you' if met else ''}."
    return f"{who} are in the plan. {met} of them {'meets' if met == 1 else 'meet'} you."
