from datetime import UTC, timedelta

import pytest

from plplanner.roster.commands import rename_student
from plplanner.rotation.fresh_draft import FreshDraft, fresh_draft
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.planned_lesson import NoLesson, PlannedLesson
from tests.builders import MONDAY


@pytest.fixture
def stage(grouped, stage_on):
    return stage_on(grouped)


@pytest.fixture
def plans(stage):
    return DayPlans(stage, stage.desk)


def asked(plans, stage, day=MONDAY):
    return plans.of(stage.choice.school_class, day, zone=UTC)


def test_everyone_who_asks_sees_the_same_plan(plans, stage):
    first = asked(plans, stage)
    assert isinstance(first, PlannedLesson)
    assert asked(plans, stage) is first


def test_a_step_and_its_undo_ask_again(plans, stage):
    before = asked(plans, stage)
    student = before.students[0]
    stage.desk.do(rename_student, student_id=student.id, last="Zulu", first="Zelda")
    assert "Zelda" in [row.name for row in asked(plans, stage).students]
    stage.desk.undo()
    assert [row.name for row in asked(plans, stage).students] == [
        row.name for row in before.students
    ]


def test_another_day_is_asked_for(plans, stage):
    monday = asked(plans, stage)
    assert asked(plans, stage, MONDAY + timedelta(days=1)).plan.day == MONDAY + timedelta(days=1)
    assert isinstance(asked(plans, stage, MONDAY - timedelta(days=1)), NoLesson)
    assert asked(plans, stage) == monday


def test_while_a_draft_is_thought_through_there_is_none_and_then_all_hear_of_it(
    plans, stage, monkeypatch
):
    heard, thought = [], []
    plans.ready.connect(lambda: heard.append(asked(plans, stage)))

    def slowly(of) -> FreshDraft | None:
        return fresh_draft(of) if thought else None

    monkeypatch.setattr(plans.drafts, "of", slowly)
    assert asked(plans, stage) is None
    thought.append(True)
    plans.drafts.ready.emit()
    assert [type(one) for one in heard] == [PlannedLesson]
