from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from plplanner.problems import Problem
from plplanner.rotation.fresh_draft import DayToDraft, fresh_draft
from plplanner.ui.screens.rotation.drafts import Drafts
from tests.rotation.lessons import a_lesson

FEW = DayToDraft(a_lesson(), 1, {})
MANY = DayToDraft(a_lesson((2, 1, 1, 0, 2, 1, 0)), 1, {})
NONE = DayToDraft(a_lesson(needs=(), stations=a_lesson().stations), 1, {})


@pytest.fixture
def drafts(grouped, stage_on, application):
    parent = QObject()
    yield Drafts(stage_on(grouped), parent)
    parent.deleteLater()


def test_few_groups_are_drafted_at_once_and_the_same_day_only_once(drafts):
    first = drafts.of(FEW)
    assert first == fresh_draft(FEW)
    assert drafts.of(replace(FEW)) is first


def test_many_are_thought_through_beside_and_are_there_when_ready(drafts, qtbot):
    with qtbot.waitSignal(drafts.ready, timeout=5_000):
        assert drafts.of(MANY) is None
        assert drafts.of(MANY) is None  # still the same job
    assert drafts.of(MANY) == fresh_draft(MANY)


def test_what_cannot_be_drafted_says_why_each_time(drafts):
    for _ in range(2):
        with pytest.raises(Problem, match="no groups to rotate"):
            drafts.of(NONE)


@pytest.mark.parametrize("asked", [FEW, MANY], ids=["few", "many"])
def test_a_draft_is_handed_over_when_it_is_there(drafts, qtbot, asked):
    handed = []
    drafts.hand(asked, handed.append)
    qtbot.waitUntil(lambda: handed != [], timeout=5_000)
    assert handed == [fresh_draft(asked)]


def test_what_cannot_be_handed_over_is_shown(drafts, qtbot):
    told = []
    drafts._stage.wishes.warn.connect(told.append)
    drafts.hand(NONE, told.append)
    qtbot.waitUntil(lambda: told != [])
    assert [problem.what for problem in told] == ["There are no groups to rotate."]
