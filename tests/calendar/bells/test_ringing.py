from datetime import time, timedelta

from plplanner.calendar.bells.ringing import (
    lesson_on,
    of_weekday,
    periods_to_choose,
    special_lessons,
    weekdays_without_period,
)
from plplanner.calendar.rows import (
    BellPeriodRow,
    BellScheduleRow,
    ClassHabits,
    LessonTime,
    MeetingDays,
    SpecialDayRow,
)
from plplanner.terms import Weekday
from tests.builders import MONDAY

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


def bells(row_id, name, *periods, on=()):
    rows = (BellPeriodRow(place, *one) for place, one in enumerate(periods, start=10 * row_id))
    return BellScheduleRow(row_id, name, frozenset(on), tuple(rows))


USUAL = bells(1, "Regular day", ("Period 2", time(9), 50), ("Period 3", time(10), 50))
BLOCK = bells(2, "Block", ("Period 3", time(8), 90), on=[Weekday.TUESDAY])
OTHER_BLOCK = bells(3, "Other block", ("Period 2", time(8), 90), on=[Weekday.WEDNESDAY])
EARLY = bells(4, "Early release", ("period 2", time(8, 35), 30), ("Period 3", time(9, 10), 30))
KNOWN = {row.id: row for row in (USUAL, BLOCK, OTHER_BLOCK, EARLY)}
THIRD = ClassHabits(LessonTime(time(10), 50), MeetingDays(), "Period 3")
SECOND = ClassHabits(LessonTime(time(9), 50), MeetingDays(), "Period 2")


def special(day=MONDAY, bells=4, **hours):
    return SpecialDayRow(1, day, "Early release", None, **hours, bell_schedule_id=bells)


def test_a_class_moves_with_its_period():
    assert lesson_on(MONDAY, THIRD, None, KNOWN) == LessonTime(time(10), 50)
    assert lesson_on(TUESDAY, THIRD, None, KNOWN) == LessonTime(time(8), 90)
    assert lesson_on(WEDNESDAY, THIRD, None, KNOWN) == LessonTime(time(10), 0)
    assert of_weekday(Weekday.MONDAY, KNOWN) is None


def test_the_bells_of_a_special_day_ring_before_those_of_its_weekday():
    for day in (MONDAY, TUESDAY):
        assert lesson_on(day, THIRD, special(day), KNOWN) == LessonTime(time(9, 10), 30)
    assert lesson_on(MONDAY, SECOND, special(), KNOWN) == LessonTime(time(8, 35), 30)


def test_hours_of_a_special_day_cut_the_bells_of_its_weekday():
    early = special(TUESDAY, bells=None, closed_from=time(9))
    assert lesson_on(TUESDAY, THIRD, early, KNOWN) == LessonTime(time(8), 60)


def test_a_time_of_its_own_stays_as_far_as_the_bells_of_a_special_day_reach():
    own = ClassHabits(LessonTime(time(9, 20), 60), MeetingDays())
    assert lesson_on(TUESDAY, own, None, KNOWN) == LessonTime(time(9, 20), 60)
    assert lesson_on(MONDAY, own, special(), KNOWN) == LessonTime(time(9, 20), 20)
    late = ClassHabits(LessonTime(time(13), 60), MeetingDays())
    assert lesson_on(MONDAY, late, special(), KNOWN).minutes == 0


def test_days_of_the_week_without_its_period():
    assert weekdays_without_period(THIRD, KNOWN) == {Weekday.WEDNESDAY}
    assert weekdays_without_period(ClassHabits(THIRD.usual, MeetingDays()), KNOWN) == frozenset()


def test_the_bells_of_a_special_day_can_bring_a_lesson():
    rung = special(WEDNESDAY)
    assert special_lessons(THIRD, [rung], KNOWN) == {WEDNESDAY}
    assert special_lessons(SECOND, [rung], KNOWN) == frozenset()  # it meets then anyway
    on_mondays = ClassHabits(THIRD.usual, MeetingDays(frozenset([Weekday.MONDAY])), "Period 3")
    assert special_lessons(on_mondays, [rung], KNOWN) == frozenset()


def test_one_period_of_each_name_can_be_chosen():
    names = [row.name for row in periods_to_choose(KNOWN.values())]
    assert names == ["Period 2", "Period 3"]
    homeroom = bells(5, "With homeroom", ("Homeroom", time(7, 50), 8), ("Period 1", time(8), 50))
    offered = periods_to_choose([USUAL, homeroom])
    assert [row.name for row in offered] == ["Period 1", "Period 2", "Period 3"]


def test_the_period_a_class_is_in_can_be_chosen_as_it_is():
    chosen = BLOCK.periods[0]
    assert chosen in periods_to_choose(KNOWN.values(), chosen=chosen)
    assert len(periods_to_choose(KNOWN.values(), chosen=chosen)) == 2
