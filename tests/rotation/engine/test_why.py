from dataclasses import replace

import pytest

from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import LessonDay, LessonWishes, Order, PullOut
from plplanner.rotation.engine.why import why_not_today, why_this_order
from tests.rotation.engine.made_up_lessons import NOTHING, group, lesson, rounds, station

ROOMY = station("quiet", groups_at_once=3, most_per_day=3)


def a_lesson(**more):
    """One round with the teacher today and one tomorrow, for two groups."""
    days = (
        LessonDay(rounds(15), name="Monday"),
        LessonDay(rounds(15), name="Tuesday", sketch=True),
    )
    known = {"stations": ("teacher", ROOMY), "days": days, "wishes": LessonWishes()}
    return lesson(**{"groups": (group("a"), group("b")), **known, **more})


def told(problem, name):
    return why_not_today(problem, plan_lesson(problem).cells, group=name)


def test_a_group_left_out_today_hears_when_and_what_stands_against_today():
    groups = (group("a", waited=4), group("b", waited=3))
    answer = told(a_lesson(groups=groups, longest_wait=4), "b")
    assert (answer.term, answer.next_day, answer.next_round) == ("unseen", 1, 0)
    assert answer.words == (
        "If b met the teacher today, another group would wait too long. "
        "b meets the teacher on Tuesday, round 1."
    )


def test_equal_groups_take_turns():
    problem = a_lesson(wishes=replace(NOTHING, gap=1))
    cells = plan_lesson(problem).cells
    left_out = next(one for one in "ab" if cells[one][0] == ("quiet",))
    answer = why_not_today(problem, cells, group=left_out)
    assert answer.words.startswith("Another group was as good a choice, and it was its turn.")


@pytest.mark.long
def test_who_waits_for_others_hears_that_they_wait_more():
    stations = (station("teacher"), station("quiet", groups_at_once=2, most_per_day=9))
    groups = (group("a", claim=9), group("b", claim=1))
    wishes = replace(NOTHING, wait=1)
    problem = lesson(groups=groups, stations=stations, lengths=(15,), wishes=wishes)
    told = why_not_today(problem, plan_lesson(problem).cells, group="b")
    assert told.term == "wait"
    assert "others would wait who need the teacher more" in told.words


def test_what_forbids_a_meeting_today_is_named():
    stations = (station("teacher", seats=3, least=0), ROOMY)
    answer = told(a_lesson(groups=(group("a", 4), group("b", 2)), stations=stations), "a")
    assert (answer.term, answer.next_day) == (None, None)
    assert answer.words == "a cannot meet the teacher today: teacher seats 3."


def test_the_order_is_explained_by_pull_outs_tasks_and_turns():
    problem = lesson(
        groups=(group("a", minutes_wanted=15), group("b", minutes_wanted=15)),
        stations=("teacher", station("video", groups_at_once=2), ROOMY),
        pull_outs=(PullOut("a1", 0, 550, 560),),
        orders=(Order("video", "teacher"),),
        wishes=LessonWishes(),
    )
    assert why_this_order(problem, plan_lesson(problem).cells) == (
        "teacher needs video first, so no group can start at teacher. Where groups start "
        "anywhere, tasks that do not build on each other are easier to plan.",
        "a meets the teacher in round 3, because somebody is out of the room in rounds 1 and 2.",
        "The order at the teacher’s table moves on every day; need does not decide it.",
    )
