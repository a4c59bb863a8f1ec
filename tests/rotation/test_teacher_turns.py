from datetime import date, timedelta

from plplanner.rotation.teacher_turns import neutral_draw, order_of_the_day

MONDAY = date(2026, 11, 23)


def test_draws_are_the_same_for_ever():
    assert neutral_draw(0, "place", "river") == neutral_draw(0, "place", "river")
    assert neutral_draw(1, "place", "river") != neutral_draw(0, "place", "river")


def test_everyone_has_every_place_of_the_week_once():
    keys = ["a", "b", "c", "d", "e"]
    week = [
        order_of_the_day(keys, purpose="place", day=MONDAY + timedelta(days=n), seed=3)
        for n in range(5)
    ]
    for key in keys:
        assert sorted(day[key] for day in week) == [0, 1, 2, 3, 4]
