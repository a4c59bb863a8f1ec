from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from plplanner.roster.queries import arrivals_on
from plplanner.rotation.lesson_clock import LessonPart
from plplanner.rotation.lived.queries import lesson_times
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import LessonTimes, TimedRound
from plplanner.terms import AttendanceKind, NoteKind, PlanState, VisitOutcomeKind
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.today.running_lesson import RunningLesson, eaten_words
from plplanner.ui.screens.rotation.today.words import LESSON, NoteAbout
from tests.builders import MONDAY

AT_WORK = datetime.combine(MONDAY, time(9, 31, 12), tzinfo=UTC)


def lesson_at(now, stage):
    """The running lesson on a stage whose clock stands still."""
    at = replace(stage, clock=lambda: now)
    return RunningLesson(at, DayPlans(at, at.desk))


@pytest.fixture
def lesson(planned, stage_on):
    made = lesson_at(AT_WORK, stage_on(planned))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_on_its_day_a_lesson_runs_and_on_another_it_is_only_looked_at(lesson):
    assert lesson.is_live
    assert lesson.moment().part is LessonPart.ROUND
    lesson.stage.choice.choose_day(MONDAY + timedelta(days=1))
    assert not lesson.is_live
    assert lesson.moment() is None
    before = lesson.times
    lesson.next_round()
    lesson.add_minutes(1)
    assert lesson.times == before


def test_what_is_done_to_the_clock_is_a_step_each(lesson):
    desk, left = lesson.stage.desk, lesson.moment().left
    lesson.add_minutes(1)
    assert (desk.undo_label, lesson.moment().left) == ("Add a minute", left + 60)
    lesson.toggle_pause()
    assert (desk.undo_label, lesson.moment().is_paused) == ("Pause", True)
    lesson.toggle_pause()
    assert (desk.undo_label, lesson.moment().is_paused) == ("Go on", False)
    lesson.next_round()
    assert (desk.undo_label, lesson.moment().round_number) == ("Next round now", 3)
    for _ in range(4):
        desk.undo()
    assert lesson.moment().left == left


def test_next_during_the_launch_begins_round_one_for_good_and_only_once(planned, stage_on):
    launch = datetime.combine(MONDAY, time(9, 5, 0, 700_000), tzinfo=UTC)
    lesson = lesson_at(launch, stage_on(planned))
    lesson.be_shown(True)
    lesson.next_round()
    lesson.next_round()
    asked = lesson.stage.desk.ask(lesson_times, plan=lesson.lesson.plan)
    assert (asked.launched_at, asked.rounds[0].starts_at) == (time(9, 5), time(9, 5))
    assert (lesson.moment().part, lesson.moment().round_number) == (LessonPart.ROUND, 1)
    lesson.stage.desk.undo()
    assert (lesson.moment().part, lesson.times.launched_at) == (LessonPart.LAUNCH, None)
    lesson.be_shown(False)


@pytest.mark.long
def test_a_draft_is_kept_by_the_first_thing_done_to_its_clock(grouped, stage_on):
    lesson = lesson_at(AT_WORK, stage_on(grouped))
    lesson.be_shown(True)
    assert lesson.lesson.draft is not None
    lesson.toggle_pause()
    assert lesson.lesson.draft is None
    assert lesson.moment().is_paused
    lesson.stage.desk.undo()
    assert grouped.ask(plan_on, class_id=1, day=MONDAY) is None
    lesson.be_shown(False)


@pytest.fixture
def after_class(planned, stage_on):
    over = AT_WORK.replace(hour=9, minute=57)
    made = lesson_at(over, stage_on(planned))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def state_of(lesson):
    return lesson.lesson.plan.state


def test_what_is_said_after_the_rounds_marks_the_lesson_as_taught_in_the_same_step(after_class):
    lesson, desk, said = after_class, after_class.stage.desk, []
    lesson.stage.wishes.say.connect(said.append)
    before = state_of(lesson)
    lesson.say_outcome(0, 1, VisitOutcomeKind.DONE)
    assert state_of(lesson) is PlanState.TAUGHT
    assert said == ["The lesson is marked as taught."]
    assert desk.undo_label.startswith("Say how far")
    assert desk.undo_label.endswith("mark the lesson as taught")
    desk.undo()
    assert (state_of(lesson), lesson.outcomes) == (before, {})
    lesson.note(NoteAbout(LESSON), "It went well.", NoteKind.MEMORY)
    assert state_of(lesson) is PlanState.TAUGHT
    lesson.mark(PlanState.READY)
    assert (state_of(lesson), desk.undo_label) == (PlanState.READY, "Mark the plan as ready")


@pytest.mark.long
def test_a_note_on_a_student_or_an_outcome_during_the_rounds_says_nothing_of_that(lesson):
    before = state_of(lesson)
    lesson.say_outcome(0, 1, VisitOutcomeKind.DONE)
    lesson.note(NoteAbout("Class"), "Loud today.", NoteKind.MEMORY)
    assert state_of(lesson) is before


def test_who_comes_late_is_told_to_the_round_that_is_on(lesson):
    said, plan = [], lesson.lesson.plan
    lesson.stage.wishes.say.connect(said.append)
    line = plan.groups[0]
    lesson.mark_away(line.student_ids[0], AttendanceKind.LATE)
    assert f"is late. Round 2: {line.visits[1].station_name}" in said[0]
    lesson.mark_away(line.student_ids[0], None)
    assert len(said) == 1


def test_who_comes_late_has_missed_what_was_over(planned, stage_on):
    lesson = lesson_at(AT_WORK, stage_on(planned))
    lesson.be_shown(True)
    late = lesson.lesson.students[0]
    lesson.mark_away(late.id, AttendanceKind.LATE)
    came = planned.ask(arrivals_on, class_id=1, day=MONDAY)
    assert came == {late.id: time(9, 31)}
    lesson.be_shown(False)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        (time(9, 53), ""),
        (time(9, 55), "3 of 5 minutes are left for the close."),
        (time(9, 58), "No close is left."),
        (time(10, 3), "The rounds end after the bell. “Lost minutes” fits them in."),
    ],
)
def test_minutes_added_that_the_close_pays_for_are_told(ends, words):
    times = LessonTimes(
        day=MONDAY, starts_at=time(9), ends_at=time(10), launch=8, close=5, move=2,
        rounds=(TimedRound(1, time(9, 10), ends),),
    )  # fmt: skip
    assert eaten_words(times) == words
