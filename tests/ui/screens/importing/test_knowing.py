import pytest

from plplanner.importing.queries import known_planner
from plplanner.ui.screens.importing import knowing
from plplanner.ui.screens.importing.knowing import Knowing


@pytest.fixture
def known(stage_on, sample_planner):
    return Knowing(stage_on(sample_planner).desk)


def gathered(known, qtbot, names):
    answers = []
    known.ask(names, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_slices_give_what_one_question_gives(known, qtbot, monkeypatch, sample_planner):
    monkeypatch.setattr(knowing, "_AT_MOST", 25)
    whole = gathered(known, qtbot, ["Math 3"]).whole()
    assert whole == sample_planner.ask(known_planner, names=["Math 3"])
    assert whole.classes[0].scores


def test_the_same_classes_are_not_asked_twice(known, qtbot):
    first = gathered(known, qtbot, ["Math 3"])
    answers = []
    known.ask(["Math 3"], answers.append)
    assert answers[0] is first
    known.forget()
    assert gathered(known, qtbot, ["Math 3"]) is not first


def test_nobody_hears_of_what_was_stopped(known, qtbot):
    answers = []
    known.ask(["Math 3"], answers.append)
    assert known.is_under_way
    known.stop()
    assert not known.is_under_way
    gathered(known, qtbot, ["Math 3"])
    assert answers == []


def test_a_class_nobody_knows_needs_no_scores(known):
    answers = []
    known.ask(["Nowhere"], answers.append)
    assert answers[0].stored == ()
    assert known.people().students
