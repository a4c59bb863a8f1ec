from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from plplanner.roster.commands import mark_absent
from plplanner.rotation.commands import set_plan_state
from plplanner.rotation.lived.commands import set_outcome, write_note
from plplanner.rotation.queries import plan_on
from plplanner.terms import NoteKind, PlanState, VisitOutcomeKind
from plplanner.ui.kit.plan_grid import CELL_ROLE
from plplanner.ui.screens.rotation.shown_checks import shown_remarks
from plplanner.ui.screens.rotation.side_panel import Remark
from plplanner.ui.screens.rotation.today.past_day import as_lived, note_cards
from plplanner.ui.screens.rotation.view import TomorrowScreen
from tests.builders import MONDAY

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def screen(planned, stage_on, qtbot):
    """Monday's lesson, looked at on Tuesday: a group came through, one student was absent."""
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    line = plan.groups[0]
    planned.do(
        set_outcome, plan_id=plan.id, group_id=line.group_id, round_number=1,
        outcome=VisitOutcomeKind.PARTLY, name="Quilt",
    )  # fmt: skip
    planned.do(mark_absent, student_id=line.student_ids[0], day=MONDAY, name="Ana")
    planned.do(
        write_note, class_id=1, about="Ben", student_id=line.student_ids[1], words="shades 2/4",
        kind=NoteKind.RECORD, written_at=datetime.combine(MONDAY, time(9, 20), tzinfo=UTC),
    )  # fmt: skip
    stage = stage_on(planned)
    stage.choice.today = TUESDAY
    made = TomorrowScreen(stage)
    qtbot.addWidget(made)
    stage.choice.choose_day(MONDAY)
    made.show()
    made.come_up()
    yield made
    made.step_back()


def test_a_day_that_is_over_shows_what_became_of_it(screen):
    lesson = screen.model.lesson
    assert screen.title == "Looking back"
    assert (lesson.checks.to_look_at, screen.side.heading.text()) == ((), "Notes")
    rows = as_lived(screen.model.grid(), lesson, lesson.lived)
    assert (rows.cells[0][0].note, rows.cells[0][0].note_icon) == ("Partly", "")
    assert all(cell.is_past for cells in rows.cells for cell in cells)
    assert rows.cells[1][0].note == ""
    assert rows.groups[0].absent == 1
    assert screen.grid.table.index(0, 1).data(CELL_ROLE).note == "Partly"


def test_its_notes_can_be_read_again(screen):
    lesson = screen.model.lesson
    (card,) = note_cards(lesson.lived)
    assert card.text.endswith(": shades 2/4")
    assert card.next_step == "For the record."
    assert shown_remarks(screen.model, lesson, open_panel=print)[0] == card
    shown = next(one for one in screen.findChildren(Remark) if one.accessibleName() == card.text)
    assert shown.findChildren(QPushButton) == [], "there is nothing to press"


def test_a_day_to_come_and_a_taught_one_of_today(screen):
    screen.stage.choice.today = MONDAY - timedelta(days=3)
    screen.model.plans._newest = None
    screen.model.refresh()
    assert (screen.model.lesson.lived, screen.title) == (None, "Tomorrow")
    plan_id = screen.model.lesson.plan.id
    screen.stage.desk.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    assert screen.model.lesson.lived is not None


def test_no_line_of_now_is_drawn_on_another_day(screen):
    assert screen.today.over._now is None
