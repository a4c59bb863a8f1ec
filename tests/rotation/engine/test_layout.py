from dataclasses import replace

import pytest

from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.rows import (
    Adult,
    CatchUp,
    Cell,
    Hours,
    LessonDay,
    PullOut,
)
from tests.rotation.engine.made_up_lessons import group, lesson, rounds, station


def open_ids(problem, name="a", slot=(0, 0)):
    layout = layout_of(problem)
    number = layout.group_number(name)
    return [layout.stations[one].id for one in layout.open[number, *slot]]


def with_station(**changes):
    return replace(lesson(), stations=(station("digital", **changes), station("teacher")))


def test_groups_and_stations_are_numbered_by_id_whatever_their_order():
    problem = lesson()
    turned = replace(problem, groups=problem.groups[::-1], stations=problem.stations[::-1])
    for one in (problem, turned):
        layout = layout_of(one)
        assert [row.id for row in layout.groups] == ["a", "b", "c"]
        assert [row.id for row in layout.stations] == ["digital", "quiet", "teacher"]
        assert layout.led == (2,)


def test_a_station_is_open_when_nothing_stands_against_it():
    assert open_ids(with_station()) == ["digital", "teacher"]
    for changes in (
        {"closed": ((0, 0),)},
        {"shortest": 16},
        {"longest": 14},
        {"adults": ("p",)},
    ):
        assert open_ids(with_station(**changes)) == ["teacher"]
    offline = replace(with_station(internet=True), days=(LessonDay(rounds(15), internet=False),))
    assert open_ids(offline) == ["teacher"]


def test_an_adult_opens_a_station_only_for_whole_rounds():
    adults = (Adult("p", "Ms. P", (Hours(0, 540, 560),)),)
    problem = replace(with_station(adults=("p",)), adults=adults)
    assert open_ids(problem) == ["digital", "teacher"]
    assert open_ids(problem, slot=(0, 1)) == ["teacher"]


def test_a_fixed_cell_leaves_one_station_and_two_leave_none():
    fixed = (Cell("a", 0, 0, "quiet"), Cell("b", 0, 0, "quiet"), Cell("b", 0, 0, "digital"))
    problem = lesson(fixed=fixed)
    assert open_ids(problem) == ["quiet"]
    assert open_ids(problem, "b") == []
    assert open_ids(problem, "c") == ["digital", "quiet", "teacher"]


def test_a_sketch_day_and_a_pull_list_are_open_to_the_teacher_alone():
    sketch = lesson(days=(LessonDay(rounds(15), sketch=True),))
    called = lesson(groups=(group("x", rotates=False),))
    assert open_ids(sketch) == ["teacher"]
    assert open_ids(called, "x") == ["teacher"]
    assert not layout_of(sketch).is_filled((0, 0, 0))
    assert layout_of(replace(sketch, fixed=(Cell("a", 0, 0, "teacher"),))).must_meet((0, 0, 0))


def test_who_is_out_for_a_whole_round_needs_no_seat():
    outs = (PullOut("a0", 0, 540, 555), PullOut("a1", 0, 554, 560))
    layout = layout_of(lesson(pull_outs=outs))
    assert [layout.here[0, 0, index] for index in range(3)] == [3, 4, 4]
    assert layout.missing[0, 0, 0] == {"a0", "a1"}
    assert layout.pulled_out((0, 0, 1)) == 1


def test_devices_are_shared_and_seats_are_not():
    problem = lesson(
        groups=(group("a", 5),), stations=("teacher",), days=(LessonDay(rounds(15), devices=2),)
    )
    pairs = station("digital", uses_devices=True, students_per_device=2)
    layout = layout_of(replace(problem, stations=(pairs, station("quiet", seats=4))))
    assert layout.devices_taken((0, 0, 0), 0) == 3
    assert not layout.fits_alone((0, 0, 0), 0)
    assert not layout.fits_alone((0, 0, 0), 1)


def test_minutes_leave_out_moving_and_settling():
    layout = layout_of(replace(with_station(settle=3), move=2))
    assert layout.minutes((0, 0), 0) == 10


def test_so_many_groups_must_be_with_the_teacher_when_the_rest_is_full():
    layout = layout_of(lesson())
    assert layout.fewest_meetings((0, 0)) == 1
    assert layout.fewest_on_day(0, 0) == 1
    roomy = layout_of(lesson(stations=("teacher", "quiet", "digital", "more")))
    assert roomy.fewest_meetings((0, 0)) == 0
    assert roomy.fewest_on_day(0, 0) == 0


def test_a_student_catches_up_in_her_pull_list_before_her_group():
    called = replace(group("x", rotates=False), students=("a0",))
    layout = layout_of(
        lesson(groups=(group("a"), called), catch_ups=(CatchUp("a0", 0), CatchUp("a1", 0)))
    )
    assert layout.catching_up(0) == (("a1", 0),)
    assert layout.catching_up(1) == (("a0", 0),)


def test_students_away_on_every_day_need_not_be_seen():
    problem = lesson(groups=(group("a", 2, each_student_seen=1),))
    away = replace(problem, days=(replace(problem.days[0], away=("a0",)),))
    assert layout_of(away).to_be_seen(0) == ("a1",)
    assert layout_of(lesson()).to_be_seen(0) == ()


def test_a_group_never_met_has_waited_long_enough():
    problem = lesson(
        groups=(group("a", waited=None), group("b", waited=2, students_waited=(("b0", 3),))),
        longest_wait=4,
    )
    layout = layout_of(problem)
    assert layout.waiting(0) == ((None, 4),)
    assert layout.waiting(1) == ((None, 2), ("b0", 3))


def test_the_plan_so_far_counts_on_days_that_are_filled():
    before = (Cell("a", 0, 0, "quiet"),)
    problem = lesson(before=before)
    assert layout_of(problem).was_at((0, 0, 0)) == "quiet"
    sketch = replace(problem, days=(replace(problem.days[0], sketch=True),))
    assert layout_of(sketch).was_at((0, 0, 0)) is None


@pytest.mark.parametrize(
    "groups",
    [
        (group("a"), group("a")),
        (group("a"), replace(group("b"), students=("a0",))),
    ],
)
def test_two_of_one_id_and_a_student_in_two_groups_are_refused(groups):
    with pytest.raises(ValueError, match="one id"):
        layout_of(lesson(groups=groups))
