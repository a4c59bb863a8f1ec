"""Days that are not the usual rotation, each through the whole window with posted events."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from plplanner.calendar.commands import mark_special_day
from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.queries import plan_on, plans_between
from plplanner.rotation.templates.queries import templates_of_class
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher
from tests.journeys.test_today import be_active

pytestmark = pytest.mark.long
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def teacher(window_on, planned, qtbot, monkeypatch):
    made = Teacher(window_on(planned), qtbot, monkeypatch)
    made.sees("Tomorrow")
    return made


def screen_of(teacher):
    return teacher.window.screen_of("tomorrow")


def open_from(teacher, button, says):
    """Open the menu of a button by its key, choose a line by keys; the panel it opens."""

    def choose():
        menu = button.menu()
        if not menu.isVisible():  # on a slow machine the key has not opened it yet
            QTimer.singleShot(50, choose)
            return
        for _ in menu.actions():
            teacher.qtbot.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text().startswith(says):
                break
        teacher.qtbot.keyClick(menu, Qt.Key.Key_Return)

    be_active(teacher)
    QTimer.singleShot(50, choose)
    button.setFocus()
    teacher.qtbot.waitUntil(button.hasFocus)
    teacher.press(Qt.Key.Key_Return)
    teacher.actions += 1
    teacher.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def press_in(teacher, widget, key):
    teacher.qtbot.keyClick(widget, key)
    teacher.actions += 1


def plans(planned):
    return planned.ask(plans_between, class_id=1, first=MONDAY, last=MONDAY + timedelta(days=11))


def undo(teacher):
    be_active(teacher)
    teacher.press(Qt.Key.Key_Z, CONTROL)


def test_a_day_becomes_a_template_and_another_day_has_its_shape_by_keyboard_alone(
    teacher, planned, qtbot
):
    bar, tuesday = screen_of(teacher).bar, MONDAY + timedelta(days=1)
    panel = open_from(teacher, bar.more, "Templates")
    qtbot.keyClicks(panel.name, "Math Monday")
    press_in(teacher, panel.name, Qt.Key.Key_Return)
    assert [row.name for row in planned.ask(templates_of_class, class_id=1)] == ["Math Monday"]
    be_active(teacher)
    teacher.press(Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: screen_of(teacher).model.lesson.plan.day == tuesday)
    panel = open_from(teacher, bar.more, "Templates")
    press_in(teacher, panel.lines[0].use, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen_of(teacher).model.lesson.offered is not None)
    be_active(teacher)
    teacher.tab_to("Keep")
    assert planned.ask(plan_on, class_id=1, day=tuesday) is not None
    undo(teacher)
    assert planned.ask(plan_on, class_id=1, day=tuesday) is None


def test_a_rotation_is_spread_over_days_and_moves_on_when_one_falls_out(teacher, planned, qtbot):
    before = plans(planned)
    panel = open_from(teacher, screen_of(teacher).bar.rounds, "Spread it over days")
    press_in(teacher, panel.spread, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(plans(planned)) == 2, timeout=10_000)
    assert [plan.part for plan in plans(planned)] == [1, 2]
    assert teacher.actions == 3
    planned.do(mark_special_day, day=MONDAY + timedelta(days=1), label="Snow", minutes=0)
    screen_of(teacher).model.refresh()
    be_active(teacher)
    teacher.click("Move the rest")
    assert [plan.day for plan in plans(planned)] == [MONDAY, MONDAY + timedelta(days=2)]
    for _ in range(3):  # the move, the day off, the spread
        undo(teacher)
    assert plans(planned) == before


def test_who_must_be_seen_is_named_and_comes_to_the_table(teacher, planned, qtbot):
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    left_out = next(line for line in plan.groups if line.group_id not in groups_with_teacher(plan))
    panel = open_from(teacher, screen_of(teacher).bar.rounds, "Name who you must see")
    listed = [panel.names.item(row).text() for row in range(panel.names.count())]
    place = next(n for n, says in enumerate(listed) if says.startswith(left_out.identity.word))
    panel.names.setCurrentRow(place)
    press_in(teacher, panel.names, Qt.Key.Key_Space)
    press_in(teacher, panel.draft, Qt.Key.Key_Space)
    asked = f"See {left_out.identity.word}"
    qtbot.waitUntil(lambda: planned.undo_label == asked, timeout=10_000)
    assert teacher.actions == 4
    now = planned.ask(plan_on, class_id=1, day=MONDAY)
    assert left_out.group_id in groups_with_teacher(now)
    undo(teacher)
    assert planned.ask(plan_on, class_id=1, day=MONDAY) == plan
