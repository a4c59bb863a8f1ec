"""Who is left alone of a group works with another that day: who with whom, and doing it."""

from collections.abc import Callable
from functools import partial

from plplanner.grouping.queries import rules_of_class
from plplanner.roster.queries import absent_on
from plplanner.rotation.lived.commands import let_work_with
from plplanner.rotation.lone_groups import LoneGroup, lone_groups
from plplanner.terms import RuleKind
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from plplanner.ui.screens.rotation.words import listed


def left_alone(desk: Desk, lesson: PlannedLesson) -> tuple[LoneGroup, ...]:
    """Each group of which one student is here, with the group that could take her in."""
    plan = lesson.plan
    absent = desk.ask(absent_on, class_id=plan.class_id, day=plan.day)
    rules = desk.ask(rules_of_class, class_id=plan.class_id, students=lesson.students, on=plan.day)
    apart = [frozenset(rule.student_ids) for rule in rules if rule.kind is RuleKind.APART]
    return lone_groups(plan, lesson.problem, absent, apart=apart)


def names_of(lesson: PlannedLesson, found: LoneGroup) -> str:
    """Who is left."""
    names = {row.id: row.name for row in lesson.students}
    return listed([names[one] for one in found.student_ids if one in names])


def company_of(model: TomorrowModel, group_id: int) -> list[tuple[str, Callable[[], object]]]:
    """The button that lets who is left of a group work with another; none where none has room."""
    lesson = model.lesson
    if lesson is None:
        return []
    found = left_alone(model.stage.desk, lesson)
    return [
        (f"Work with {one.host_word}", partial(merge, model, one))
        for one in found
        if one.group_id == group_id
    ]


def merge(model: TomorrowModel, found: LoneGroup) -> None:
    """Let who is left work with the other group for this lesson."""
    if model.lesson is None:
        return
    who, word = names_of(model.lesson, found), found.host_word
    told = {"names": who, "word": word}
    if model.change(
        f"Let {who} work with {word}", let_work_with,
        student_ids=found.student_ids, group_id=found.host_id, **told,
    ):  # fmt: skip
        model.stage.wishes.say.emit(f"{who} works with {word} today.")
