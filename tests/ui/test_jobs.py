import gc
import threading
from functools import partial
from io import StringIO

import pytest
from PySide6.QtCore import QObject, Signal
from shiboken6 import delete, isValid

from plplanner.problems import Problem
from plplanner.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.wait()


def test_the_answer_comes_back_on_the_main_thread(jobs, qtbot):
    heard = []
    jobs.think(
        lambda: threading.current_thread() is threading.main_thread(),
        then=lambda answer: heard.append(
            (answer, threading.current_thread() is threading.main_thread())
        ),
    )
    qtbot.waitUntil(lambda: heard == [(False, True)])


def test_a_cancelled_job_answers_nobody(jobs, qtbot):
    heard = []
    go_on = threading.Event()
    job = jobs.think(go_on.wait, then=heard.append)
    job.cancel()
    with qtbot.waitSignal(jobs.busy) as busy:
        go_on.set()
    assert busy.args == [False]
    assert heard == []


def test_what_can_be_ended_is_ended_when_it_is_cancelled(jobs, qtbot):
    heard = []
    ended = threading.Event()
    job = jobs.think(ended.wait, then=heard.append, end=ended.set)
    with qtbot.waitSignal(jobs.busy):
        job.cancel()
    assert (ended.is_set(), heard) == (True, [])


def test_a_problem_is_handed_to_who_asked_else_told(jobs, qtbot):
    def refuse():
        raise Problem("No.", "Do this.")

    heard = []
    jobs.think(refuse, then=heard.append, on_problem=heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0].what == "No."
    with qtbot.waitSignal(jobs.problem):
        jobs.think(refuse, then=heard.append)
    assert len(heard) == 1


def test_a_fault_of_ours_is_told_and_the_next_job_runs(jobs, qtbot):
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.think(lambda: 1 // 0, then=lambda answer: None)
    assert isinstance(told.args[0], ZeroDivisionError)
    heard = []
    jobs.think(lambda: 7, then=heard.append)
    qtbot.waitUntil(lambda: heard == [7])


def test_everything_under_way_can_be_dropped_at_once(jobs, qtbot):
    heard = []
    go_on = threading.Event()
    jobs.think(go_on.wait, then=heard.append)
    jobs.think(lambda: 1, then=heard.append)
    jobs.cancel_all()
    go_on.set()
    jobs.wait()
    qtbot.wait(1)
    assert heard == []


def test_no_garbage_is_collected_while_a_job_runs(jobs, qtbot):
    heard = []
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda is_busy: not is_busy):
        jobs.think(gc.isenabled, then=heard.append)
    assert (heard, gc.isenabled()) == ([False], True)


def test_an_answer_for_a_screen_that_is_gone_is_dropped(jobs, qtbot):
    class Listener(QObject):
        heard = Signal(object)

        def take(self, answer):
            self.heard.emit(answer)

    listener, go_on = Listener(), threading.Event()
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda is_busy: not is_busy):
        jobs.think(go_on.wait, then=listener.take)
        delete(listener)
        go_on.set()
    assert not isValid(listener)


@pytest.mark.parametrize("kind", ["partial of a method", "partial with it", "function around it"])
def test_an_answer_that_leans_on_what_is_gone_is_dropped(jobs, qtbot, kind):
    class Listener(QObject):
        pass

    listener, go_on, heard = Listener(), threading.Event(), []

    def around(answer):
        heard.append((listener, answer))

    acts = {
        "partial of a method": partial(listener.setProperty, "answer"),
        "partial with it": partial(lambda of, answer: heard.append((of, answer)), listener),
        "function around it": around,
    }
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda is_busy: not is_busy):
        jobs.think(go_on.wait, then=acts[kind])
        delete(listener)
        go_on.set()
    qtbot.wait(1)
    assert heard == []


def test_an_answer_is_heard_whatever_it_is_handed_to(jobs, qtbot):
    heard, here = [], QObject()
    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda is_busy: not is_busy):
        jobs.think(lambda: 1, then=partial(lambda of, answer: heard.append((of, answer)), here))
    qtbot.waitUntil(lambda: heard == [(here, 1)])


def test_what_a_job_leans_on_is_let_go_of_on_the_main_thread(jobs, qtbot):
    # A widget that went with it on another thread would take the program along.
    let_go = []

    class LeanedOn:
        def __del__(self):
            let_go.append(threading.current_thread() is threading.main_thread())

    for _ in range(30):
        jobs.think(partial(id, LeanedOn()), then=partial(print, LeanedOn(), file=StringIO()))
    qtbot.waitUntil(lambda: len(let_go) == 60)
    assert all(let_go)
