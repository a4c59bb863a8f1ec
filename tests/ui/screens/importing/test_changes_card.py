import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from plplanner.importing.rows import PlannedStudent, ScoreRead, StudentRead
from plplanner.importing.score_changes import ChangedScore
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.changes_card import change_words, changes_card
from tests.ui.screens.importing.drawers import a_drawer, a_file

MANY = "Name,Quiz /9\n" + "".join(f"Ann Li{chr(97 + n)},{{}}\n" for n in range(8))


@pytest.fixture
def preview(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    a_drawer(stage, qtbot, a_file(tmp_path, MANY.replace("{}", "3"))).import_now()
    return a_drawer(stage, qtbot, a_file(tmp_path, MANY.replace("{}", "4"))).preview


def test_a_change_says_what_was_and_what_becomes():
    ann = PlannedStudent(1, StudentRead("Li", "Ann"), (0,))
    three, four = (ScoreRead(points=n, possible=5, status=ScoreStatus.SCORED) for n in (3.0, 4.0))
    change = ChangedScore(ann, "Quiz", three, four)
    assert change_words(change) == "Ann Li, Quiz: was 3 of 5, becomes 4 of 5"
    later = ChangedScore(ann, "Quiz", three, four, is_new_attempt=True)
    assert change_words(later) == "Ann Li, Quiz: 3 of 5, and 4 of 5 as a later try"


def test_the_first_ones_are_shown_and_all_on_demand(preview, theme, qtbot):
    opened = []
    first = changes_card(preview, theme=theme, is_open=False, on_open=lambda: opened.append(1))
    qtbot.addWidget(first)
    lines = [one.text() for one in first.findChildren(QLabel) if ": was" in one.text()]
    assert len(lines) == 5
    (button,) = first.findChildren(QPushButton)
    assert button.text() == "Show all 8"
    button.click()
    assert opened == [1]
    whole = changes_card(preview, theme=theme, is_open=True, on_open=opened.clear)
    qtbot.addWidget(whole)
    assert len([one for one in whole.findChildren(QLabel) if ": was" in one.text()]) == 8
