from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.bound import bound_on_meetings
from plplanner.rotation.engine.day_prices import day_prices
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.meetings import ways_to_meet
from plplanner.rotation.engine.small_lesson import small_lesson
from tests.rotation.engine.small_lessons import a_small_lesson


def priced(seed, **more):
    layout = layout_of(a_small_lesson(seed, **more))
    return layout, day_prices(small_lesson(layout))


def test_no_plan_costs_less_than_the_bound():
    """The exact linear programme over all ways bounds what any prices can prove, but for rounds."""
    for seed in range(4):
        layout, prices = priced(seed, groups=5, rounds=2, days=3)
        bound = bound_on_meetings(layout, ways_to_meet(layout), Work(seconds(3)))
        assert prices.bound <= bound.value


def test_where_all_find_a_place_a_meeting_has_no_price():
    _, prices = priced(3, groups=3, rounds=4, days=5, spare=2)
    assert prices.of_day == (0, 0, 0, 0, 0)


def test_the_bound_is_what_groups_pay_less_what_places_bring_in():
    layout, prices = priced(5, groups=6, rounds=3, days=5)
    room = small_lesson(layout).room
    taken = sum(price * count for price, count in zip(prices.of_day, room, strict=True))
    assert prices.bound == sum(prices.least) - taken
    assert any(prices.of_day)
