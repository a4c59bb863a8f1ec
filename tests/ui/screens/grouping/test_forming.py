import pytest
from PySide6.QtCore import QCoreApplication

from plplanner.grouping.rows import GroupingProposal
from plplanner.ui.jobs import Jobs
from plplanner.ui.screens.grouping.forming import Forming
from tests.grouping.builders import a_problem, apart

PROBLEM = a_problem(1, 2, 3, 4, 5, 5, groups=2, smallest=2, largest=4)


@pytest.fixture
def forming(application):
    """Forming with what it was told: (problem, answer) quickly, and proofs."""
    jobs, quick, proofs = Jobs(), [], []
    made = Forming(jobs)
    made.formed.connect(lambda *told: quick.append(told))
    made.proved.connect(lambda *told: proofs.append(told))
    yield made, quick, proofs
    made.cancel()
    jobs.cancel_all()
    jobs.wait()
    QCoreApplication.processEvents()


def test_the_answer_comes_with_its_problem(forming, qtbot):
    made, quick, _ = forming
    made.form(PROBLEM)
    assert made.is_thinking
    qtbot.waitUntil(lambda: bool(quick))
    ((problem, answer),) = quick
    assert problem is PROBLEM
    assert len(answer.groups) == 2
    assert not made.is_thinking


def test_the_newest_problem_wins(forming, qtbot):
    made, quick, _ = forming
    newest = a_problem(5, 5, 1, 1, groups=2, smallest=2, largest=2)
    made.form(PROBLEM)
    made.form(newest)
    qtbot.waitUntil(lambda: bool(quick))
    assert [problem for problem, _ in quick] == [newest]


def test_in_a_quiet_moment_the_proof_follows(forming, qtbot):
    made, quick, proofs = forming
    made.prove_after = 0
    made.form(a_problem(1, 2, 3, 4, 5, 5, rules=[apart(4, 5)], groups=2, smallest=2, largest=4))
    qtbot.waitUntil(lambda: bool(proofs), timeout=10_000)
    (_, answer), (_, proven) = quick[0], proofs[0]
    assert isinstance(proven, GroupingProposal)
    assert proven.objective <= answer.objective
    assert proven.bound is not None


def test_ended_before_anything_was_found_is_no_fault(forming, qtbot):
    made, quick, _ = forming
    faults = []
    made._jobs.failed.connect(faults.append)
    for _ in range(4):
        made.form(PROBLEM)
    qtbot.waitUntil(lambda: bool(quick))
    assert (len(quick), faults) == (1, [])


def test_what_is_forgotten_is_not_told(forming):
    made, quick, _ = forming
    made.form(PROBLEM)
    made.cancel()
    assert not made.is_thinking
    made.rest()
    assert quick == []
