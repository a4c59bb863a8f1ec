import pytest
from PySide6.QtWidgets import QWidget

from plplanner.printing.lesson_paper import Sheet
from plplanner.ui.screens.printing.choices import CHOSEN
from plplanner.ui.screens.printing.side_panel import SidePanel
from plplanner.ui.screens.printing.viewmodel import PrintViewModel


@pytest.fixture
def model(stage_on, planned, known_pages, settled):
    made = PrintViewModel(
        stage_on(planned), find_printers=lambda: (), send=lambda *_: None, known=known_pages
    )
    made.be_shown(True)
    settled(made)
    yield made
    settled(made)
    made.be_shown(False)


def test_students_are_named_one_by_one_only_where_that_is_chosen(model, theme, qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    panel = SidePanel(model, theme=theme, parent=room)
    model.set(selected=Sheet.CARDS)
    panel.show_rows()
    assert not panel.students.isVisibleTo(panel)
    model.set(who=CHOSEN)
    panel.show_rows()
    assert panel.students.isVisibleTo(panel)
    assert (panel.students.count(), panel.students.chosen) == (28, ())
    first = model.lesson.students[0]
    model.choose_student(first.id, True)
    panel.show_rows()
    assert panel.students.chosen == (first.id,)
