from dataclasses import replace

from plplanner.rotation.engine.check import judged, leaders_of
from plplanner.rotation.engine.rows import (
    Adult,
    Cell,
    Hours,
    LessonDay,
    Order,
    PullOut,
    Rule,
)
from tests.rotation.engine.made_up_lessons import group, lesson, rounds

LATIN = {
    "a": (("teacher", "digital", "quiet"),),
    "b": (("digital", "quiet", "teacher"),),
    "c": (("quiet", "teacher", "digital"),),
}


def changed(problem, name, **changes):
    """The problem with one station changed."""
    stations = tuple(replace(s, **changes) if s.id == name else s for s in problem.stations)
    return replace(problem, stations=stations)


def broken(problem, cells=LATIN):
    return [(one.rule, one.subject, one.round) for one in judged(problem, cells).broken]


def texts(problem, cells=LATIN):
    return [one.text for one in judged(problem, cells).broken]


def test_a_plan_that_keeps_all_rules_breaks_none():
    assert broken(lesson()) == []


def test_an_empty_cell_and_an_unknown_station_are_named():
    cells = {**LATIN, "a": (("teacher", None, "sofa"),)}
    assert broken(lesson(), cells) == [(Rule.SHAPE, "a", 1), (Rule.SHAPE, "a", 2)]
    assert texts(lesson(), cells)[0] == "a has no station in round 2."


def test_a_sketch_day_and_a_pull_list_only_meet_the_teacher():
    sketch = lesson(days=(LessonDay(rounds(15, 15, 15), sketch=True),))
    met = {**LATIN, "a": (("teacher", None, "quiet"),)}
    assert (Rule.SHAPE, "a", 2) in broken(sketch, met)
    called = lesson(groups=(group("x", rotates=False),))
    assert broken(called, {"x": ((None, "teacher", None),)}) == []
    assert broken(called, {"x": (("quiet", None, None),)}) == [(Rule.SHAPE, "x", 0)]


def test_two_groups_need_a_station_that_takes_two():
    cells = {**LATIN, "b": (("digital", "digital", "teacher"),)}
    problem = changed(lesson(), "digital", most_per_day=2)
    assert broken(problem, cells) == [(Rule.GROUPS_AT_ONCE, "digital", 1)]
    assert texts(problem, cells) == ["a and b are at digital in round 2; it takes 1 at once."]
    assert broken(changed(problem, "digital", groups_at_once=2), cells) == []


def test_seats_count_who_is_there_for_some_of_the_round():
    problem = changed(lesson(), "digital", seats=3)
    assert broken(problem) == [(Rule.SEATS, "digital", index) for index in range(3)]
    away = replace(problem, days=(replace(problem.days[0], away=("a0", "b0", "c0")),))
    assert broken(away) == []
    # From the first minute to the last, or she needs her chair.
    out = replace(problem, pull_outs=(PullOut("b0", 0, 540, 555), PullOut("a0", 0, 555, 569)))
    assert broken(out) == [(Rule.SEATS, "digital", 1), (Rule.SEATS, "digital", 2)]


def test_devices_are_counted_over_all_stations_and_pairs_share():
    problem = lesson()
    for name in ("digital", "quiet"):
        problem = changed(problem, name, uses_devices=True)
    problem = replace(problem, days=(replace(problem.days[0], devices=6),))
    assert broken(problem) == [(Rule.DEVICES, "0", index) for index in range(3)]
    assert texts(problem)[0] == "8 devices are needed in round 1, and there are 6."
    assert broken(changed(problem, "quiet", students_per_device=2)) == []


def test_no_internet_a_short_round_and_a_closed_station_are_named():
    problem = changed(lesson(), "digital", internet=True, shortest=20, closed=((0, 0),))
    problem = replace(problem, days=(replace(problem.days[0], internet=False),))
    rules = [rule for rule, _, index in broken(problem) if index == 0]
    assert rules == [Rule.OPEN, Rule.INTERNET, Rule.LENGTH]
    assert (Rule.LENGTH, "digital", 0) in broken(changed(lesson(), "digital", longest=10))


def test_an_adult_must_be_in_for_the_whole_round():
    problem = changed(lesson(), "quiet", adults=("p",))
    para = Adult("p", "Ms. P", (Hours(0, 540, 584),))
    assert broken(replace(problem, adults=(para,))) == [(Rule.ADULT, "quiet", 2)]


def test_one_adult_leads_one_station_at_a_time():
    problem = changed(changed(lesson(), "quiet", adults=("p", "v")), "digital", adults=("p",))
    alone = replace(problem, adults=(Adult("p", "Ms. P"),))
    assert [rule for rule, _, _ in broken(alone)] == [Rule.ADULT] * 3
    both = replace(problem, adults=(Adult("p", "Ms. P"), Adult("v", "Mr. V")))
    assert broken(both) == []
    assert leaders_of(both, LATIN)[0, 0, "digital"] == "p"
    assert leaders_of(both, LATIN)[0, 0, "quiet"] == "v"


def test_visits_are_counted_by_day_and_in_all():
    cells = {**LATIN, "a": (("teacher", "digital", "digital"),)}
    problem = changed(changed(lesson(), "quiet", least=1), "digital", groups_at_once=2)
    assert [(rule, subject) for rule, subject, _ in broken(problem, cells)] == [
        (Rule.MOST_PER_DAY, "digital"),
        (Rule.LEAST, "quiet"),
    ]
    assert texts(problem, cells)[1] == "a comes to quiet never, not once."
    own = lesson(groups=(group("a", least=(("quiet", 2),)), group("b"), group("c")))
    assert broken(own) == [(Rule.LEAST_OF_GROUP, "a/quiet", None)]


def test_meetings_are_counted_for_groups_and_for_each_student():
    problem = lesson(groups=(group("a", least_meetings=2, each_student_seen=1),))
    cells = {"a": LATIN["a"]}
    assert broken(problem, cells) == [(Rule.LEAST_MEETINGS, "a", None)]
    out = replace(problem, pull_outs=(PullOut("a1", 0, 550, 551),))
    assert broken(out, cells)[1] == (Rule.EACH_STUDENT_SEEN, "a", None)
    away = replace(problem, days=(replace(problem.days[0], away=("a1",)),))
    assert len(broken(away, cells)) == 1
    twice = {"a": (("teacher", "quiet", "teacher"),)}
    rules = [rule for rule, _, _ in broken(problem, twice)]
    assert rules == [Rule.MOST_PER_DAY, Rule.MEETINGS_PER_DAY]


def test_what_must_come_first_comes_earlier_the_same_day():
    problem = lesson(orders=(Order("digital", "teacher"),))
    assert broken(problem) == [
        (Rule.ORDER, "digital/teacher", 0),
        (Rule.ORDER, "digital/teacher", 1),
    ]


def test_a_fixed_cell_is_kept():
    problem = lesson(fixed=(Cell("a", 0, 0, "teacher"), Cell("b", 0, 1, "digital")))
    assert broken(problem) == [(Rule.FIXED, "b/0/1/digital", 1)]
    sketch = replace(problem, days=(replace(problem.days[0], sketch=True),))
    nowhere = dict.fromkeys("abc", ((None,) * 3,))
    assert broken(sketch, nowhere) == [(Rule.FIXED, "a/0/0/teacher", 0)]


def test_a_student_is_not_wanted_in_two_places():
    called = replace(group("x", rotates=False), students=("a0", "b0"))
    groups = (*lesson().groups, called)
    problem = changed(lesson(groups=groups), "teacher", groups_at_once=2)
    cells = {**LATIN, "x": (("teacher", None, None),)}
    assert broken(problem, cells) == [(Rule.ONE_PLACE, "a0", 0)]
    kept = changed(problem, "digital", keeps_students=True)
    assert broken(kept, cells) == [(Rule.ONE_PLACE, "a0", 0), (Rule.ONE_PLACE, "b0", 0)]


def test_days_are_named_where_there_are_several():
    problem = lesson(days=(LessonDay(rounds(15)), LessonDay(rounds(15), name="Tuesday")))
    cells = {one: ((at,), (None,)) for one, at in zip("abc", "ttt", strict=True)}
    assert texts(problem, cells)[1] == "a has no station in round 1 on Tuesday."
