from datetime import date, timedelta

from plplanner.rotation.fallen_days import SpreadDay, fallen_day, moved_on, run_of

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=n) for n in range(12)]
FIRST, SECOND, CATCH_UP = (SpreadDay(n, DAYS[n - 1], n, 2) for n in (1, 2, 3))
RUN = (FIRST, SECOND, CATCH_UP)
OTHER = SpreadDay(9, DAYS[7], 1, 2)


def test_the_days_of_one_rotation_are_found_by_any_of_them():
    assert run_of([OTHER, CATCH_UP, FIRST, SECOND], 2) == RUN
    assert run_of([OTHER, *RUN], 9) == (OTHER,)
    assert run_of(RUN, 77) == ()


def test_a_day_off_moves_it_and_what_follows_to_the_next_school_days():
    found = fallen_day(RUN, days_off=[DAYS[1]], taken=DAYS[:3])
    assert found.fallen == SECOND
    assert found.days == ((2, DAYS[2]), (3, DAYS[3]))
    assert fallen_day(RUN, days_off=[DAYS[4]], taken=DAYS[:3]) is None


def test_weekends_and_days_with_other_plans_are_passed_over():
    found = moved_on(RUN, FIRST, days_off=[DAYS[1]], taken=[*DAYS[:3], DAYS[3]])
    assert found.days == ((1, DAYS[2]), (2, DAYS[4]), (3, DAYS[7]))


def test_what_was_taught_stays_where_it_was():
    taught = SpreadDay(1, DAYS[0], 1, 2, is_taught=True)
    found = fallen_day((taught, SECOND, CATCH_UP), days_off=DAYS[:2], taken=DAYS[:3])
    assert [plan_id for plan_id, _ in found.days] == [2, 3]
