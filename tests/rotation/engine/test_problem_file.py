import json

import pytest

from benchmarks.solve import main
from plplanner.grouping.engine.rows import Status
from plplanner.rotation.engine.problem_file import cells_from, lesson_from, report_to, solution_to
from plplanner.rotation.engine.rows import CatchUp, ImpossibleLesson, LessonPlan, Order, PullOut
from tests.rotation.engine.made_up_lessons import tiny


def a_file(**more):
    return {**tiny(3), "prereq": [["device", "teacher"]], **more}


def test_a_problem_file_becomes_rows():
    source = a_file(catchup=[{"student": "s001", "day": 1}], smin=1)
    problem = lesson_from(source)
    table = problem.stations[0]
    assert [one.id for one in problem.groups] == ["g0", "g1"]
    assert (table.teacher_led, table.least, table.closed) == (True, 0, ((0, 0),))
    assert problem.groups[0].each_student_seen == 1
    assert problem.orders == (Order("device", "teacher"),)
    assert problem.catch_ups == (CatchUp("s001", 1),)
    assert problem.move == 3
    assert (problem.wishes.same, problem.wishes.far_short) == (2, 0)


def test_rounds_are_laid_end_to_end_and_who_is_out_is_out_for_all_of_one():
    source = a_file(pullouts=[{"student": "s000", "day": 0, "round": 1}])
    problem = lesson_from(source)
    first, second, _ = problem.days[0].rounds
    assert first.end == second.start
    assert problem.pull_outs == (PullOut("s000", 0, second.start, second.end),)


def test_the_aide_is_in_for_the_rounds_of_the_file():
    problem = lesson_from(a_file(aide=[[1, 0]]))
    (aide,) = problem.adults
    assert problem.stations[2].adults == (aide.id,)
    assert [(one.day, one.start) for one in aide.hours] == [(1, 540)]


def test_a_plan_becomes_a_solution_file_and_back():
    cells = {"g0": (("teacher", "device"),), "g1": (("device", "teacher"),)}
    assert cells_from(solution_to(cells)) == cells


def test_the_report_names_status_and_reasons():
    plan = report_to(LessonPlan(Status.OPTIMAL, {}, 7, 7), seconds=0.5, cut_by_clock=False)
    assert (plan["status"], plan["objective"], plan["bound"]) == ("optimal", 7, 7)
    none = ImpossibleLesson(("a rule",), (), is_fewest=True)
    told = report_to(none, seconds=0.5, cut_by_clock=True)
    assert (told["status"], told["reasons"], told["cut_by_clock"]) == (
        "infeasible",
        ["a rule"],
        True,
    )


def test_the_benchmark_writes_solution_and_report(tmp_path):
    problem, solution, report = (tmp_path / f"{name}.json" for name in "psr")
    problem.write_text(json.dumps(tiny(3)))
    assert main([str(problem), "-o", str(solution), "--report", str(report)]) == 0
    assert json.loads(report.read_text())["status"] == "optimal"
    assert set(json.loads(solution.read_text())["station"]) == {"g0", "g1"}


@pytest.mark.long
def test_the_benchmark_names_what_is_impossible(tmp_path, capsys):
    problem = tmp_path / "p.json"
    problem.write_text(json.dumps({**tiny(5), "laptops": 0, "aide": [], "prereq": []}))
    assert main([str(problem), "-o", str(tmp_path / "s.json")]) == 1
    assert json.loads(capsys.readouterr().out)["reasons"]
