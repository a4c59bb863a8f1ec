from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.meetings import how_many_ways, ways_to_meet
from plplanner.rotation.engine.rows import Cell, LessonDay, LessonWishes, Order, PullOut
from tests.rotation.engine.made_up_lessons import NOTHING, group, lesson, rounds, station

ROOMY = ("teacher", station("quiet", most_per_day=3, groups_at_once=3))


def ways(**more):
    """The ways of group a by rounds per day, with what each costs."""
    problem = lesson(**{"groups": (group("a"),), "stations": ROOMY, **more})
    layout = layout_of(problem)
    (own,) = ways_to_meet(layout)
    assert len(own.cost) <= how_many_ways(layout)
    return {
        tuple(
            tuple(index for index, _ in own.options[day][option])
            for day, option in enumerate(choice)
        ): int(cost)
        for choice, cost in zip(own.choice, own.cost, strict=True)
    }


def test_a_day_has_no_meeting_or_one_in_any_round():
    assert set(ways()) == {((),), ((0,),), ((1,),), ((2,),)}


def test_days_are_combined():
    days = (LessonDay(rounds(15)),) * 2
    assert set(ways(days=days)) == {((), ()), ((0,), ()), ((), (0,)), ((0,), (0,))}


def test_two_meetings_a_day_need_a_table_that_allows_them():
    assert ((0, 1),) not in ways(meetings_per_day=2)
    twice = station("teacher", most_per_day=2)
    assert ((0, 1),) in ways(meetings_per_day=2, stations=(twice, ROOMY[1]))


def test_rules_about_one_group_leave_only_some_ways():
    assert ((),) not in ways(groups=(group("a", least_meetings=1),))
    assert set(ways(groups=(group("a", 7),), stations=(station("teacher", seats=6), ROOMY[1]))) == {
        ((),)
    }
    seen = ways(groups=(group("a", each_student_seen=1),), pull_outs=(PullOut("a0", 0, 540, 541),))
    assert set(seen) == {((1,),), ((2,),)}
    assert set(ways(fixed=(Cell("a", 0, 1, "teacher"),))) == {((1,),)}
    assert ((0,),) not in ways(orders=(Order("quiet", "teacher"),))
    asked = ways(stations=(station("teacher", least=1), ROOMY[1]))
    assert ((),) not in asked
    assert set(ways(stations=("teacher", "quiet", "digital"))) == {((0,),), ((1,),), ((2,),)}


def test_a_way_costs_what_the_checker_counts():
    groups = (group("a", minutes_wanted=20, turns=(2,), waited=4),)
    cost = ways(groups=groups, wishes=LessonWishes(order=1), longest_wait=4)
    assert cost == {
        ((),): 10 * 20 + 10 * 10 + 2000,
        ((0,),): 10 * 5 + 2,
        ((1,),): 10 * 5 + 20 + 1,
        ((2,),): 10 * 5 + 40,
    }


def test_nothing_costs_without_a_wish():
    assert set(ways(wishes=NOTHING).values()) == {0}
