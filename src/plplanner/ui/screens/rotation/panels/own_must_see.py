"""Who must be seen on a day that is planned student by student."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from plplanner.rotation.few_names import few_names
from plplanner.rotation.must_see import draft_own_must_see
from plplanner.rotation.own_way.queries import OwnWaysToDraft
from plplanner.rotation.table_turns import table_turns
from plplanner.ui.screens.rotation.own_ways_day import ask_own_ways, think_own_ways
from plplanner.ui.screens.rotation.panels.must_see import MustSeePanel
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


def open_own_must_see(
    model: TomorrowModel,
    lesson: PlannedLesson,
    parent: QWidget,
    anchor: QWidget,
    *,
    ticked: int | None = None,
) -> None:
    """Open the panel for the students who are expected; `ticked` is the id of a line."""
    of, rounds = model.stage.choice.school_class, len(lesson.plan.rounds)
    asked = ask_own_ways(model.stage, lesson, of, rounds) if of is not None else None
    coming = [one for one in asked.problem.groups if one.size] if asked is not None else []
    if asked is None or not coming:
        return
    names = [row.name for row in lesson.students]
    students = {one.group_id: one.student_ids[0] for one in lesson.plan.groups if one.is_own_way}
    MustSeePanel(
        sorted(coming, key=lambda one: names.index(one.name) if one.name in names else len(names)),
        room=(rounds, table_turns(asked.problem, rounds)),
        on_draft=partial(_draft, model, lesson, asked),
        ticked=-students[ticked] if ticked in students else None,
        parent=parent,
    ).open_below(anchor)


def _draft(
    model: TomorrowModel,
    lesson: PlannedLesson,
    asked: OwnWaysToDraft,
    chosen: Sequence[int],
    others_choose: bool,
) -> None:
    of = model.stage.choice.school_class
    if of is None:
        return
    words = few_names([one.name for one in asked.problem.groups if one.group_id in chosen])
    think_own_ways(
        model.stage, model.waiting, lesson, of, asked,
        how=partial(draft_own_must_see, must_see=chosen, others_choose=others_choose),
        label=f"See {words}",
        says=f"{words} {'comes' if len(chosen) == 1 else 'come'} to you.",
    )  # fmt: skip
