import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from plplanner.grouping.engine.rows import Status
from plplanner.rotation.engine import plan_lesson as door
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import (
    Adult,
    Cell,
    ImpossibleLesson,
    LessonVerdict,
    LessonWishes,
)
from tests.rotation.engine.a_month import a_month
from tests.rotation.engine.made_up_lessons import group, lesson, station
from tests.rotation.engine.real_lessons import a_lesson, every_plan

ENGINE = Path(door.__file__).parent
HEAVY = {"meetings", "bound", "cheapest_meetings", "search", "impossible"}


def agrees_with_every_plan(problem):
    verdicts = (judged(problem, cells) for cells in every_plan(problem))
    best = min((one.objective for one in verdicts if not one.broken), default=None)
    answer = plan_lesson(problem)
    if best is None:
        assert isinstance(answer, ImpossibleLesson)
        assert answer.rules
    else:
        assert (answer.status, answer.objective, answer.bound) == (Status.OPTIMAL, best, best)


def test_lessons_with_any_mix_of_wishes_agree_with_trying_every_plan():
    for seed in (100, 101):
        agrees_with_every_plan(a_lesson(Random(seed)))


@pytest.mark.long
def test_many_lessons_with_any_mix_of_wishes_agree_with_trying_every_plan():
    for seed in range(103, 170):
        agrees_with_every_plan(a_lesson(Random(seed)))
    for seed in range(300, 304):
        agrees_with_every_plan(a_lesson(Random(seed), is_large=True))


def test_the_order_of_groups_stations_and_students_does_not_matter():
    problem = lesson(wishes=LessonWishes())
    groups = tuple(
        replace(one, students=one.students[::-1], minutes_wanted=30) for one in problem.groups[::-1]
    )
    forward = replace(problem, groups=tuple(replace(g, minutes_wanted=30) for g in problem.groups))
    backward = replace(problem, groups=groups, stations=problem.stations[::-1])
    assert plan_lesson(forward) == plan_lesson(backward)


def test_the_plan_says_who_leads_what():
    stations = ("teacher", "digital", station("small", adults=("p",)))
    answer = plan_lesson(lesson(stations=stations, adults=(Adult("p", "Ms. P"),)))
    assert answer.led_by == dict.fromkeys([(0, r, "small") for r in range(3)], "p")


def test_what_cannot_be_done_is_told_with_a_way_out():
    answer = plan_lesson(lesson("a", ("teacher",), (9, 9)))
    assert isinstance(answer, ImpossibleLesson)
    assert answer.is_fewest
    assert answer.ways_out


def test_a_day_fixed_against_a_rule_is_named():
    cells = (("a", 0, "digital"), ("b", 0, "digital"), ("c", 0, "teacher"))
    fixed = tuple(Cell(one, 0, index, where) for one, index, where in cells)
    answer = plan_lesson(lesson(lengths=(15,), fixed=fixed))
    assert isinstance(answer, ImpossibleLesson)
    assert "digital takes 1 group at once" in answer.rules


def test_in_a_hurry_a_conflict_is_not_named():
    answer = plan_lesson(lesson("a", ("teacher",), (9, 9)), in_a_hurry=True)
    assert isinstance(answer, ImpossibleLesson)
    assert not answer.rules


def test_a_stop_at_once_gives_no_plan_and_says_so():
    answer = plan_lesson(lesson(), stop=lambda: True)
    assert answer.stopped
    assert answer.status in (Status.UNKNOWN, Status.FEASIBLE)


def test_a_plan_the_checker_refuses_is_never_shown(monkeypatch):
    wrong = LessonVerdict((), {"short": 77})
    monkeypatch.setattr(door, "judged", lambda problem, cells: wrong)
    with pytest.raises(RuntimeError, match="costs 77"):
        plan_lesson(lesson(groups=(group("a"),)))


def test_what_screens_import_loads_neither_numpy_nor_highs():
    """Thinking loads them; heavy modules are imported inside functions alone."""
    for path in sorted(ENGINE.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        imports = re.findall(r"^(?:from|import) ([\w.]+)", text, re.MULTILINE)
        assert "highspy" not in text.replace("HiGHS", "")
        if path.stem not in HEAVY:
            assert "numpy" not in imports
            assert not {f"plplanner.rotation.engine.{one}" for one in HEAVY} & set(imports), path
        assert "plplanner.grouping.engine.highs" not in imports


def keeps_every_promise(lived):
    """Nobody here is unseen for a week; no seat, device or adult is asked for twice."""
    cells, here = lived.plan.cells, lived.here
    assert judged(lived.problem, cells).broken == ()
    assert max(lived.unseen.values()) <= 4, lived.day
    for index in range(len(lived.problem.days[0].rounds)):
        at = {name: days[0][index] for name, days in cells.items()}
        taken = list(at.values())
        assert all(taken.count(one.id) <= one.groups_at_once for one in lived.problem.stations)
        assert sum(here[name] for name, where in at.items() if where == "digital") <= 8


@pytest.mark.long
def test_a_month_keeps_every_promise():
    for seed in range(4):
        for lived in a_month(seed):
            keeps_every_promise(lived)


@pytest.mark.long
def test_where_nobody_is_pulled_out_the_place_in_the_day_is_whose_turn_it_is():
    for seed in range(3):
        meetings = [
            (days[0].index("table"), group.turns[0])
            for lived in a_month(seed, 10, pulled_out=())
            for group in lived.problem.groups
            for days in [lived.plan.cells[group.id]]
            if "table" in days[0]
        ]
        in_turn = sum(place == turn for place, turn in meetings)
        assert in_turn >= 0.8 * len(meetings) > 10
