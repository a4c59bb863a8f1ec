from datetime import UTC, datetime, timedelta

import pytest

from plplanner.rotation.commands import save_plan
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.lived.commands import write_note
from plplanner.rotation.lived.queries import lesson_times, notes_about, notes_on, outcomes_of
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_of_a_plan_nobody_touched_nothing_is_known_but_the_planned_times(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    assert planner.ask(lesson_times, plan=plan) == planned_times(plan)
    assert planner.ask(outcomes_of, plan_id=plan_id) == {}


def test_the_newest_note_of_a_day_comes_first(planner):
    class_id = saved_groups(planner).class_id
    for hour, words in ((9, "early"), (11, "late"), (33, "tomorrow")):
        moment = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hour)
        note = {"about": "Ada", "words": words, "written_at": moment}
        planner.do(write_note, class_id=class_id, **note)
    found = planner.ask(notes_on, class_id=class_id, day=MONDAY)
    assert [note.words for note in found] == ["late", "early"]


def test_what_was_noted_about_a_student_on_any_day_is_found_the_newest_first(planner):
    groups = saved_groups(planner)
    ada, ben = (member.student_id for member in groups.groups[0].members[:2])
    for day, student_id, words in ((23, ada, "early"), (24, ada, "late"), (24, ben, "other")):
        planner.do(
            write_note,
            class_id=groups.class_id,
            about="Ada",
            student_id=student_id,
            words=words,
            written_at=datetime(2026, 11, day, 9, tzinfo=UTC),
        )
    planner.do(
        write_note, class_id=groups.class_id, about="the class", words="all",
        written_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )  # fmt: skip
    found = planner.ask(notes_about, student_id=ada)
    assert [(note.words, note.day.day) for note in found] == [("late", 24), ("early", 23)]
