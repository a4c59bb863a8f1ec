from dataclasses import replace
from datetime import time

import pytest

from plplanner.playlists.rows import PlaylistItemRow, PlaylistRow
from plplanner.rotation.pick_tasks import task_ideas
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    VisitRow,
)
from plplanner.rotation.stand_ins import (
    adults_of,
    adults_out,
    offline_ideas,
    plan_bs,
    still_waiting,
    tasks_alone,
    tasks_on_paper,
    tasks_without,
    waits_for_internet,
    without_adults_out,
    works_on_its_own,
)
from plplanner.terms import (
    GroupMode,
    ItemRole,
    PlanState,
    PlaylistUse,
    StationKind,
    group_identity,
)
from tests.builders import MONDAY

KNOWN = {"Lab": True, "Saved video": False, "Strips": False, "Pages 3–4": False, "Quiz": False}


def item(title, role=ItemRole.MUST, mode=GroupMode.ALONE, *, device=False):
    return PlaylistItemRow(0, role, title, None, "", None, mode, device, "", None)


LIST = PlaylistRow(
    1, "Sharing", PlaylistUse.PRACTISE, None,
    (
        item("Lab", device=True),
        item("Saved video", device=True),
        item("Think", mode=GroupMode.TEACHER),
        item("Quiz", ItemRole.CHECK),
        item("Show your teacher", ItemRole.CHECK_IN),
        item("Reteach page"),
        item("Strips", mode=GroupMode.PAIR),
        item(""),
        item("Pages 3–4", ItemRole.MAY),
    ),
)  # fmt: skip


def visit(number, kind, task, station=None, **more):
    return VisitRow(number, station or kind.value, kind, "Table", task, **more)


def a_plan(*visits, has_internet=True):
    rounds = tuple(RoundRow(n, time(9, 10 * n), 9) for n in range(1, len(visits) + 1))
    return PlanRow(
        1, 1, "Math", "Math", MONDAY, PlanState.READY, time(9), 60, rounds,
        (PlanGroupRow(5, group_identity("river"), (1, 2), visits),), "Read.",
        has_internet=has_internet,
    )  # fmt: skip


DIGITAL, ALONE, LED = StationKind.DIGITAL, StationKind.INDEPENDENT, StationKind.TEACHER_LED


@pytest.mark.parametrize(
    ("kind", "task", "waits"),
    [
        (DIGITAL, "Lab", True),
        (DIGITAL, "Words of my own", True),
        (DIGITAL, "Saved video", False),
        (DIGITAL, "", False),
        (ALONE, "Lab", True),
        (ALONE, "Words of my own", False),
    ],
)
def test_a_task_waits_for_internet_when_the_library_says_so_or_it_is_digital(kind, task, waits):
    assert waits_for_internet(visit(1, kind, task), KNOWN) is waits


def test_plan_b_is_an_item_of_the_group_s_own_playlist_that_it_does_not_do_already():
    plan = a_plan(visit(1, DIGITAL, "Lab"), visit(2, ALONE, "Strips"), visit(3, DIGITAL, "More"))
    assert plan_bs(plan, {5: LIST}, KNOWN) == {(5, 1): "Saved video", (5, 3): "Quiz"}
    assert plan_bs(plan, {5: LIST}, KNOWN, over=[1]) == {(5, 3): "Saved video"}
    assert plan_bs(plan, {}, KNOWN) == {}


def test_words_on_screen_that_nobody_chose_need_no_playlist_to_be_replaced():
    words, other = task_ideas(DIGITAL, ())
    paper = task_ideas(ALONE, ())[1:]
    plan = a_plan(visit(1, DIGITAL, words), visit(2, ALONE, paper[0]), visit(3, DIGITAL, other))
    assert plan_bs(plan, {}, {}) == {(5, 1): paper[1]}


def test_what_stands_in_already_is_left_and_a_task_without_a_plan_b_is_still_waiting():
    standing = visit(1, DIGITAL, "Strips", stand_in=NO_INTERNET, planned_task="Lab")
    plan = a_plan(standing, visit(2, DIGITAL, "Lab"), has_internet=False)
    assert [one.round_number for _, one in still_waiting(plan, KNOWN)] == [2]
    assert plan_bs(plan, {}, KNOWN) == {}
    assert list(still_waiting(replace(plan, has_internet=True), KNOWN)) == []


def test_ideas_without_internet_are_the_playlist_s_own_and_then_plain_words():
    ideas = offline_ideas(visit(1, DIGITAL, "Lab"), LIST, KNOWN)
    assert ideas[:3] == ("Strips", "Saved video", "Quiz")
    assert "Pages 3–4" in ideas
    assert not {"Lab", "Think", "Show your teacher", "Reteach page"} & set(ideas)
    plain = offline_ideas(visit(1, DIGITAL, "Lab"), None, KNOWN)
    assert plain
    assert not any("screen" in words for words in plain)


def a_lesson():
    stations = (
        StationToVisit(1, "Second table", LED, "Back", adult="Ms. R"),
        StationToVisit(2, "Hands-on", StationKind.HANDS_ON, "Side", adult="Ms. R"),
        StationToVisit(3, "On my own", ALONE, "Desk", adult="Mr. B"),
        StationToVisit(4, "Teacher table", LED, "Front"),
    )
    return RotationProblem(MONDAY, time(9), 60, (), stations)


def test_without_its_adult_a_led_table_gets_work_to_do_alone_and_other_work_stays():
    plan = a_plan(
        visit(1, LED, "Think", "Second table"),
        visit(2, StationKind.HANDS_ON, "Build", "Hands-on"),
        visit(3, LED, "Think", "Teacher table"),
    )
    assert adults_of(a_lesson()) == ("Mr. B", "Ms. R")
    assert tasks_without("Ms. R", plan, a_lesson(), {5: LIST}) == {
        (5, 1): "Quiz", (5, 2): "Build",
    }  # fmt: skip
    assert tasks_without("Ms. R", plan, a_lesson(), {5: LIST}, over=[1]) == {(5, 2): "Build"}
    assert tasks_without("Mr. B", plan, a_lesson(), {}) == {}
    assert tasks_without("Ms. R", plan, a_lesson(), {})[5, 1]


def test_without_the_adult_it_needs_other_work_is_replaced_too():
    lesson = a_lesson()
    needed = replace(
        lesson, stations=tuple(replace(one, needs_adult=True) for one in lesson.stations)
    )
    plan = a_plan(visit(2, StationKind.HANDS_ON, "Build", "Hands-on"))
    assert tasks_without("Ms. R", plan, needed, {5: LIST}) == {(5, 2): "Quiz"}
    out = a_plan(visit(2, StationKind.HANDS_ON, "Lab", "Hands-on", stand_in="Ms. R"))
    assert [one.needs_adult for one in without_adults_out(out, needed).stations] == [
        False, False, True, True,
    ]  # fmt: skip


def test_a_table_whose_adult_is_out_is_no_teacher_table_that_day():
    plan = a_plan(visit(1, ALONE, "Lab", "Second table", stand_in="Ms. R"))
    kinds = [one.kind for one in without_adults_out(plan, a_lesson()).stations]
    assert kinds == [ALONE, ALONE, ALONE, LED]
    present = a_plan(visit(1, LED, "Think", "Second table"))
    assert without_adults_out(present, a_lesson()) == a_lesson()


def test_who_is_out_is_told_from_the_visits():
    plan = a_plan(
        visit(1, ALONE, "Lab", stand_in="Ms. R"), visit(2, ALONE, "Read", stand_in=NO_INTERNET)
    )
    assert adults_out(plan) == {"Ms. R"}
    assert tasks_without("Ms. R", plan, a_lesson(), {}) == {}


def test_while_the_adult_is_not_there_a_group_has_work_of_its_own_and_she_is_not_out():
    plan = a_plan(visit(1, LED, "Lab"), visit(2, DIGITAL, "More"))
    assert tasks_alone([(5, 1)], plan, {5: LIST}) == {(5, 1): "Quiz"}
    assert tasks_alone([(5, 2)], plan, {5: LIST}) == {(5, 2): "Saved video"}, "devices are there"
    assert tasks_alone([(5, 1), (5, 2)], plan, {}) == {
        (5, 1): task_ideas(ALONE, ())[0],
        (5, 2): task_ideas(ALONE, ())[1],
    }
    assert adults_out(a_plan(visit(1, ALONE, "Read", stand_in=OUTSIDE_HOURS))) == frozenset()


def test_who_lacks_devices_has_work_without_one_must_do_first_and_nothing_twice():
    plan = a_plan(visit(1, DIGITAL, "Lab"), visit(2, DIGITAL, "More"), visit(3, ALONE, "Strips"))
    assert tasks_on_paper([(5, 1), (5, 2)], plan, {5: LIST}) == {
        (5, 1): "Quiz",
        (5, 2): "Pages 3–4",
    }
    (plain,) = tasks_on_paper([(5, 2)], plan, {}).values()
    assert plain in task_ideas(ALONE, ())
    on_paper = a_plan(visit(1, ALONE, "Read", stand_in=NO_DEVICES))
    assert adults_out(on_paper) == frozenset()


@pytest.mark.parametrize(
    ("kind", "why", "on_device", "alone"),
    [
        (DIGITAL, NO_INTERNET, False, True),
        (DIGITAL, NO_INTERNET, True, False),
        (StationKind.TEACHER_LED, NO_INTERNET, False, False),
        (StationKind.TEACHER_LED, "Ms. R", True, True),
    ],
)
def test_who_works_alone_where_something_stands_in(kind, why, on_device, alone):
    assert works_on_its_own(kind, why, on_device=on_device) is alone
