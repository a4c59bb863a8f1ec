import pytest
from PySide6.QtCore import Qt

from plplanner.roster.commands import rename_student
from plplanner.ui.screens.roster.view import StudentsScreen


@pytest.fixture
def screen(stage_on, planned, qtbot):
    made = StudentsScreen(stage_on(planned))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    made.first_focus().setFocus()
    qtbot.waitUntil(lambda: made.side.name.text() == made.model.details.line.student.name)
    return made


def test_the_row_comes_first_and_what_stands_beside_follows(screen, qtbot):
    before = screen.side.name.text()
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Down)
    assert screen.side.name.text() == before
    after = screen.model.page_of([screen.pane.view.current_id()])[0].student.name
    assert after != before
    qtbot.waitUntil(lambda: screen.side.name.text() == after)


def test_only_the_row_that_changed_is_painted_again(screen):
    changed = []
    screen.pane.table.dataChanged.connect(lambda first, last: changed.append(first.row()))
    screen.pane.table.modelReset.connect(lambda: changed.append("all"))
    line = screen.model.page_of(screen.pane.table.ids)[2]
    student = line.student
    screen.stage.desk.do(
        rename_student, student_id=line.id, last=student.last, first=student.first, nickname="Bee"
    )
    assert changed == [2]


def test_a_second_click_on_a_heading_turns_the_order_round(screen):
    screen.model.sort_by("first")
    rising = screen.model.ids
    screen.model.sort_by("first")
    assert (screen.model.ids, screen.model.is_down) == (tuple(reversed(rising)), True)
