from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.rotation.pick_tasks import CARD_TASK
from plplanner.ui.kit.day_field import day_in
from plplanner.ui.screens.rotation.panels.own_seat import OwnSeatPanel, OwnSeats, open_own_seat
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(planned, stage_on):
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def panel(model, qtbot):
    """`panel()` opens it anew for the third student."""
    parent = QWidget()
    qtbot.addWidget(parent)
    seats = OwnSeats(model.stage, 1, MONDAY)
    made = []

    def build():
        students = {row.id: row.name for row in model.lesson.students}
        made.append(
            OwnSeatPanel(seats, seats.known(students), parent=parent, student_id=list(students)[2])
        )
        made[-1].setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made[-1].open_below(parent)
        return made[-1]

    yield build
    for one in made:
        one.close()


def told(model):
    found = []
    model.stage.wishes.say.connect(found.append)
    return found


def test_enter_gives_a_seat_for_this_lesson_and_one_undo_takes_it_back(panel, model, qtbot):
    said, made = told(model), panel()
    name = made.student.currentText()
    assert (made.task.text(), made.card.currentText()) == (CARD_TASK, "Card of the group")
    made.task.setText("Build it")
    qtbot.keyClick(made.task, Qt.Key.Key_Return)
    assert said == [f"{name} works at an own seat."]
    (line,) = model.lesson.plan.alone
    assert line.identity.word == name
    assert f"At an own seat: {name}" in model.lesson.checks.quiet
    assert model.stage.desk.undo_label == f"Own seat for {name}"
    model.stage.desk.undo()
    assert model.lesson.plan.alone == ()


def test_until_a_day_and_back_to_the_group(panel, model):
    made, said = panel(), told(model)
    assert made.back.isHidden()
    made.span.setCurrentIndex(1)
    assert day_in(made.last) == MONDAY + timedelta(days=4)
    made.give.click()
    again = panel()
    name = again.student.currentText()
    assert (again.span.currentText(), again.back.isHidden()) == ("Until", False)
    again.back.click()
    assert said == [
        f"{name} works at an own seat until Fri 27 Nov.", f"{name} works with the group again.",
    ]  # fmt: skip
    assert model.lesson.plan.alone == ()


def test_it_opens_for_whom_the_teacher_meant(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    meant = model.lesson.students[4]
    open_own_seat(model.stage, model.lesson, parent, parent, meant.id)
    (made,) = parent.findChildren(OwnSeatPanel)
    assert made.student.currentText() == meant.name
    made.close()
