from dataclasses import replace

from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.rows import Cell, Order, PullOut
from plplanner.rotation.engine.small_lesson import small_lesson
from tests.rotation.engine.small_lessons import a_small_lesson

USUAL = a_small_lesson(1, groups=4, rounds=3, days=5, spare=0)


def small(problem):
    return small_lesson(layout_of(problem))


def test_every_way_of_the_usual_lesson_is_listed():
    found = small(USUAL)
    assert [len(own) for own in found.choices] == [4 * 2**4] * 4
    assert found.room == (3, 3, 3, 3, 3)
    assert found.fewest == (1, 1, 1)


def test_a_way_says_on_which_days_it_meets():
    for choice in small(USUAL).choices[0]:
        assert (choice.meeting is not None) == bool(choice.days & 1)


def test_a_pull_out_makes_its_round_dearer():
    group, out = USUAL.groups[0], PullOut("g0s1", 0, 550, 553)
    plain = replace(USUAL, pull_outs=(), groups=(replace(group, turns=()), *USUAL.groups[1:]))
    today = {c.meeting[0]: c.cost for c in small(plain).choices[0] if c.days == 1}
    moved = replace(plain, pull_outs=(out,))
    costs = {c.meeting[0]: c.cost for c in small(moved).choices[0] if c.days == 1}
    assert len(set(today.values())) == 1
    assert costs[0] == today[0] + USUAL.wishes.miss
    assert (costs[1], costs[2]) == (today[1], today[2])


def test_what_is_not_plain_is_left_to_others():
    table = USUAL.stations[0]
    for other in (
        replace(USUAL, meetings_per_day=2),
        replace(USUAL, orders=(Order("t1", "t0"),)),
        replace(USUAL, before=(Cell("g0", 0, 0, "t1"),)),
        replace(USUAL, pull_outs=(PullOut("g0s1", 2, 550, 553),)),
        replace(USUAL, groups=(replace(USUAL.groups[0], least_meetings=1), *USUAL.groups[1:])),
        replace(USUAL, stations=(replace(table, adults=("p",)), *USUAL.stations[1:])),
        replace(USUAL, days=(*USUAL.days, USUAL.days[1])),
        replace(USUAL, days=(USUAL.days[0],) * 2),
    ):
        assert small(other) is None


def test_a_meeting_fixed_today_is_kept_in_every_way():
    found = small(replace(USUAL, fixed=(Cell("g0", 0, 2, "t0"),)))
    assert {choice.meeting for choice in found.choices[0]} == {(2, 0)}


def test_rounds_of_unequal_length_ahead_are_plain_where_minutes_count_for_nothing():
    day = USUAL.days[0]
    first, *rest = day.rounds
    longer = replace(first, start=first.start - 5)
    days = tuple(replace(one, rounds=(longer, *rest)) for one in USUAL.days)
    free = replace(USUAL.wishes, short=0, far_short=0, excess=0)
    uneven = replace(USUAL, days=days, pull_outs=())
    assert small(uneven) is None
    assert small(replace(uneven, wishes=free)) is not None
