from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import QObject

from plplanner.printing.lesson_paper import Sheet, sheets_of
from plplanner.roster.queries import classes
from plplanner.terms import Paper
from plplanner.ui.screens.printing.choices import PrintChoices, choices_when
from plplanner.ui.screens.rotation import page_count
from plplanner.ui.screens.rotation.page_count import PageCount
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from tests.builders import MONDAY


@pytest.fixture
def stage(grouped, stage_on, application):
    return stage_on(grouped)


def lesson_of(stage):
    of = stage.desk.ask(classes)[0]
    return lesson_on(stage.desk, of, MONDAY, zone=UTC).to_print()


def test_the_same_lesson_is_not_counted_twice_and_nothing_is_off_screen(stage):
    parent = QObject()
    paper, lesson = PageCount(stage, parent), lesson_of(stage)
    paper.count(lesson)
    assert paper._calm.isActive()
    paper.be_shown(False)
    paper.count(lesson)
    assert not paper._calm.isActive()
    paper.be_shown(True)
    assert paper._calm.isActive()
    paper.be_shown(False)


def test_on_a_substitutes_day_those_are_counted_that_print_ticks_by_itself(stage, monkeypatch):
    lesson = lesson_of(stage)
    handed = replace(lesson, plan=replace(lesson.plan, has_substitute=True))
    monkeypatch.setattr(page_count, "paper_pdf", lambda *_, sheets: sheets)
    monkeypatch.setattr(page_count, "pages_in", len)
    for one in (lesson, handed):
        chosen = choices_when(
            PrintChoices(paper=Paper.LETTER), was_out=False, is_out=one.plan.has_substitute
        )
        counted = page_count.pages_of(one, Paper.LETTER)
        assert set(counted) == {sheet for sheet in sheets_of(one) if sheet in chosen.ticked}


@pytest.mark.long
def test_pages_are_counted_on_the_real_paper(stage, qtbot):
    parent = QObject()
    paper = PageCount(stage, parent)
    with qtbot.waitSignal(paper.counted, timeout=5000):
        paper.count(lesson_of(stage))
    assert paper.pages[Sheet.BOARD] == 1
    assert set(paper.pages) == {Sheet.BOARD, Sheet.SLIPS, Sheet.CARDS}
