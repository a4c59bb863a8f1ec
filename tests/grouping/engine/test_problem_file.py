import pytest

from plplanner.grouping.engine.problem_file import (
    assignment_from,
    assignment_to,
    problem_from,
    report_to,
)
from plplanner.grouping.engine.rows import Answer, Assignment, Demand, Jigsaw, Status

SOURCE = {
    "name": "tiny",
    "mode": "jigsaw",
    "standards": 1,
    "students": [
        {"id": "a", "scores": [3], "tags": ["EL"], "ranks": [0, 1]},
        {"id": "b", "scores": [None], "present": False},
    ],
    "groups": [{"id": "g0", "min": 1, "max": 2, "target": 2, "pw": 3, "teacher_table": True}],
    "hard": {"apart": [["a", "b"]], "locked": [["a", "g0"]], "max_tag": {"EL": 2}},
    "weights": {"pair": 2, "tagbal": 5},
    "history": [[["a", "b"]]],
    "history_decay": [4],
    "topics": 2,
    "emin": 1,
    "emax": 3,
}


def test_a_problem_file_becomes_rows():
    problem = problem_from(SOURCE)
    assert [one.id for one in problem.here] == ["a"]
    assert problem.groups[0].pair_weight == 3
    assert problem.wishes.tag_balance == 5
    assert problem.weeks[0].weight == 4
    assert problem.jigsaw == Jigsaw(2, 1, 3)


def test_every_rule_of_a_file_has_a_name():
    rules = problem_from(SOURCE).rules
    assert {rule.demand for rule in rules} == {Demand.APART, Demand.LOCKED, Demand.MAX_TAG}
    assert [rule.name for rule in rules] == ["a and b apart", "a in g0", "at most 2 EL in a group"]


def test_a_file_without_weights_is_refused():
    with pytest.raises(KeyError):
        problem_from({"students": [], "groups": []})


def test_assignments_go_there_and_back():
    one = Assignment({"b": "g0", "a": "g1"}, {"a": 1, "b": 0})
    assert assignment_from(assignment_to(one)) == one


def test_a_report_says_whether_the_clock_was_needed():
    answer = Answer(Status.INFEASIBLE, reasons=("a and b apart",))
    report = report_to(answer, seconds=0.5, cut_by_clock=True)
    assert report["status"] == "infeasible"
    assert report["reasons"] == ["a and b apart"]
    assert report["cut_by_clock"] is True
