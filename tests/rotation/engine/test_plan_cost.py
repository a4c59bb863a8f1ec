from dataclasses import replace

from plplanner.rotation.engine.plan_cost import costs
from plplanner.rotation.engine.plan_visits import judged_plan
from plplanner.rotation.engine.rows import CarryOver, CatchUp, Cell, LessonWishes, PullOut
from tests.rotation.engine.made_up_lessons import NOTHING, group, lesson, station

ONES = LessonWishes(**dict.fromkeys(LessonWishes.__dataclass_fields__, 1))


def cost(term, cells, **more):
    problem = lesson(**{"wishes": ONES, "groups": (group("a"),), **more})
    return costs(judged_plan(problem, cells))[term]


def at(*days):
    """Group a's cells: t for the teacher, q for the quiet table, d for digital, . for none."""
    words = {"t": "teacher", "q": "quiet", "d": "digital", ".": None}
    return {"a": tuple(tuple(words[letter] for letter in day) for day in days)}


def days(count):
    return lesson().days * count


def test_minutes_with_the_teacher_are_weighed_against_the_wish():
    groups = (group("a", minutes_wanted=40, minutes_owed=10, minutes_had=4),)
    terms = {
        name: cost(name, at("tqd"), groups=groups, move=3)
        for name in ("short", "far_short", "excess")
    }
    assert terms == {"short": 46 - 12, "far_short": 23 - 12, "excess": 0}
    assert cost("excess", at("tqd"), move=3) == 12


def test_settling_at_a_station_takes_from_the_minutes():
    stations = (station("teacher", settle=5), station("quiet"), station("digital"))
    assert cost("excess", at("tqd"), stations=stations) == 10


def test_students_who_step_out_during_a_meeting_are_missed_but_not_those_at_home():
    outs = (PullOut("a0", 0, 550, 551), PullOut("a1", 0, 555, 560))
    assert cost("miss", at("tqd"), pull_outs=outs) == 1
    day = replace(lesson().days[0], away=("a0",))
    assert cost("miss", at("tqd"), pull_outs=outs, days=(day,)) == 0


def test_order_and_turn_look_at_the_place_in_the_day():
    groups = (group("a", minutes_wanted=30, turns=(0,)),)
    assert cost("order", at("qdt"), groups=groups) == 60
    assert cost("turn", at("qdt"), groups=groups) == 2


def test_two_days_in_a_row_without_the_teacher_are_a_gap():
    assert cost("gap", at("qd.", "d..", "t..", "q.."), days=days(4)) == 1


def test_the_same_station_in_the_same_round_on_two_days_is_counted():
    assert cost("same", at("qdt", "qtd", "dqt"), days=days(3)) == 1


def test_a_day_counts_as_unseen_once_a_group_has_waited_too_long():
    def unseen(cells, count, **more):
        return cost("unseen", cells, days=days(count), longest_wait=1, **more)

    assert unseen(at("qd.", "q.."), 2) == 1
    assert unseen(at("qd.", "q.."), 2, groups=(group("a", waited=1),)) == 2
    assert unseen(at("t..", "q.."), 2, groups=(group("a", waited=None),)) == 0
    assert cost("unseen", at("q.."), groups=(group("a", waited=9),)) == 0


def test_a_student_who_waited_otherwise_counts_like_a_group():
    groups = (group("a", students_waited=(("a0", 2), ("a1", 0))),)
    out = (PullOut("a0", 0, 540, 541),)
    assert cost("unseen", at("tqd"), groups=groups, longest_wait=2) == 0
    assert cost("unseen", at("tqd"), groups=groups, longest_wait=2, pull_outs=out) == 1
    assert cost("unseen", at("qqd"), groups=groups, longest_wait=2) == 1


def test_a_student_who_was_absent_catches_up_with_a_meeting_she_is_there_for():
    wish = (CatchUp("a0", 0), CatchUp("a0", 0), CatchUp("nobody", 0))
    assert cost("catch", at("tqd"), catch_ups=wish) == 0
    assert cost("catch", at("qqd"), catch_ups=wish) == 2
    out = (PullOut("a0", 0, 540, 541),)
    assert cost("catch", at("tqd"), catch_ups=wish[:1], pull_outs=out) == 1


def test_a_student_on_a_pull_list_catches_up_there():
    called = replace(group("x", rotates=False), students=("a0",))
    cells = {**at("tqd"), "x": ((None, None, None),)}
    wish = (CatchUp("a0", 0),)
    assert cost("catch", cells, groups=(group("a"), called), catch_ups=wish) == 1


def test_missed_stations_and_moved_cells_are_counted():
    wish = (CarryOver("a", "quiet", 0), CarryOver("a", "sofa", 0))
    assert cost("carry", at("tdd"), carry_overs=wish) == 1
    before = (Cell("a", 0, 0, "teacher"), Cell("a", 0, 1, "quiet"), Cell("a", 7, 0, "quiet"))
    assert cost("stay", at("tdd"), before=before) == 1


def test_nothing_is_weighed_without_a_weight():
    problem = lesson(wishes=NOTHING)
    assert set(costs(judged_plan(problem, at("tqd"))).values()) == {0}
