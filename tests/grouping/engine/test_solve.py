import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.brute_force import compared
from benchmarks.small_problems import brute_force, random_problem
from plplanner.grouping.engine.rows import Jigsaw, Status
from plplanner.grouping.engine.solve import solve
from tests.grouping.engine.small_problems import groups, learners, like_with_like, rule

SOURCE = Path(__file__).parents[3] / "src" / "plplanner"


def test_random_small_problems_agree_with_brute_force():
    for seed in range(4):
        problem = random_problem(Random(seed))
        best = brute_force(problem)
        answer = solve(problem, work=10**6)
        assert answer.status is (Status.INFEASIBLE if best is None else Status.OPTIMAL)
        assert answer.objective == best


@pytest.mark.long
def test_a_thousand_small_problems_agree_with_brute_force():
    assert [number for number in range(1_000) if compared(number).says] == []


@pytest.mark.long
def test_a_hundred_small_jigsaws_agree_with_brute_force():
    assert [number for number in range(100) if compared(number, is_jigsaw=True).says] == []


def test_prices_and_lists_lead_to_the_same_proof(monkeypatch):
    problem = like_with_like(
        *[n * n % 23 for n in range(14)], count=3, smallest=4, largest=6,
        rules=[rule("apart", "s0", "s1"), rule("together", "s3", "s9")],
    )  # fmt: skip
    listed = solve(problem, work=10**6)
    monkeypatch.setattr("plplanner.grouping.engine.solve._LISTED_ANYWAY", 0)
    sifted = solve(problem, work=10**6)
    assert listed.status is sifted.status is Status.OPTIMAL
    assert listed.objective == sifted.objective


def test_a_bound_that_is_enough_ends_the_work():
    problem = like_with_like(*[n * n % 23 for n in range(14)], count=3, smallest=4, largest=6)
    best = solve(problem, work=10**6)
    asked = solve(problem, work=10**6, enough=best.objective // 2)
    assert asked.bound >= best.objective // 2
    assert best.objective <= asked.objective
    above = solve(problem, work=10**6, enough=best.objective + 1)
    assert (above.status, above.objective) == (Status.OPTIMAL, best.objective)


def test_the_order_of_students_and_rules_does_not_matter():
    problem = like_with_like(
        *range(12), count=3, smallest=4, largest=4, rules=[rule("apart", "s1", "s2")]
    )
    turned = replace(problem, students=problem.students[::-1], rules=problem.rules[::-1])
    assert solve(problem, work=10**6) == solve(turned, work=10**6)


def test_nobody_and_no_room_are_answered():
    assert solve(replace(like_with_like(1), students=())).status is Status.INFEASIBLE
    empty = replace(like_with_like(1, smallest=0), students=())
    assert solve(empty).status is Status.OPTIMAL
    assert solve(like_with_like(1, 2, 3, largest=1)).status is Status.INFEASIBLE


def test_a_stop_keeps_the_best_so_far():
    asked = iter(range(10**9))
    problem = like_with_like(*range(30), count=6, smallest=5, largest=5)
    answer = solve(problem, work=10**7, stop=lambda: next(asked) > 8)
    assert answer.stopped
    assert answer.status is Status.FEASIBLE


def test_more_groups_than_can_be_listed_are_searched():
    problem = replace(like_with_like(1), students=learners(*range(70)), groups=groups(14, 4, 6))
    answer = solve(problem, work=60_000)
    assert answer.status is Status.FEASIBLE


def test_a_jigsaw_too_large_to_list_still_has_every_topic_at_home():
    students = tuple(replace(one, ranks=(0, 1)) for one in learners(*range(40)))
    problem = replace(
        like_with_like(1), students=students, groups=groups(4, 9, 11), jigsaw=Jigsaw(2, 15, 25)
    )
    answer = solve(problem, work=20_000)
    assert answer.status is Status.FEASIBLE
    assert answer.bound is None


def test_better_answers_are_told_on_the_way():
    told = []
    solve(like_with_like(3, 1, 2, 9), work=10**5, on_better=lambda cost, _: told.append(cost))
    assert told == sorted(told, reverse=True)


@pytest.mark.long
def test_nothing_outside_loads_the_engine_at_start():
    """Only what is itself loaded when thinking starts; whoever imports one of these is one too."""
    assert _loading_the_engine() == {
        "grouping/conflicts.py",
        "grouping/impossible.py",
        "grouping/thinking.py",
        "grouping/ways_out.py",
    }


ENGINE = "plplanner.grouping.engine"
LIGHT = {f"{ENGINE}.{name}" for name in ("rows", "check", "problem_file", "work", "strategies")}
LIGHT |= {f"{ENGINE}.hitting"}


def _loading_the_engine():
    """Files outside the engine that load numpy or HiGHS as soon as they are imported."""
    found = re.compile(r"^from (plplanner[\w.]*) import (\(?[\w, \n]*)", re.MULTILINE)
    imports = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if not path.is_relative_to(SOURCE / "grouping" / "engine"):
            named = found.findall(path.read_text(encoding="utf-8"))
            imports[path.relative_to(SOURCE).as_posix()] = {module for module, _ in named} | {
                f"{module}.{name}" for module, names in named for name in re.findall(r"\w+", names)
            }
    heavy = {
        f"{ENGINE}.{path.stem}" for path in (SOURCE / "grouping" / "engine").glob("*.py")
    } - LIGHT
    loading = set()
    while True:
        more = {name for name, modules in imports.items() if modules & heavy} - loading
        if not more:
            return loading
        loading |= more
        heavy |= {f"plplanner.{name[:-3].replace('/', '.')}" for name in more}


def test_what_counts_as_light_loads_neither_numpy_nor_highs():
    for module in sorted(LIGHT):
        text = (SOURCE / "grouping" / "engine" / f"{module.rsplit('.', 1)[1]}.py").read_text()
        assert "import numpy" not in text
        assert "highspy" not in text
        inner = re.findall(rf"^from ({ENGINE}\.\w+) import", text, re.MULTILINE)
        assert set(inner) <= LIGHT
