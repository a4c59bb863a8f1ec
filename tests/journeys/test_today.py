"""The morning of the day itself, through the whole window, with posted events only, and counted."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.printing.pieces import pieces_printed
from plplanner.roster.commands import mark_absent
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.queries import plan_on
from plplanner.rotation.stations.commands import set_stations
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import Paper, StationKind
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MORNING = datetime.combine(MONDAY, time(7, 45), tzinfo=UTC)
PAPER = PaperWishes(Paper.LETTER)


@pytest.fixture
def morning(window_on, qtbot, monkeypatch, planned, tmp_path):
    """The teacher on Monday morning; the sheets were printed the evening before."""
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PAPER, tuple(Sheet))
    planned.note(note_printed, class_id=1, day=MONDAY, printed=printed)
    monkeypatch.setattr("plplanner.ui.assembly.documents", lambda: tmp_path)
    window = window_on(planned, clock=lambda: MORNING)
    teacher = Teacher(window, qtbot, monkeypatch)
    teacher.sees("Today")
    return teacher


def pages(tmp_path):
    """The PDF that was saved: pages and words."""
    (path,) = tmp_path.glob("*changed.pdf")
    pdf = pypdfium2.PdfDocument(path)
    return len(pdf), "".join(page.get_textpage().get_text_range() for page in pdf)


def type_name(teacher, letters):
    """Slash and a few letters of a name: one action."""
    grid = teacher.window.screen_of("tomorrow").grid
    teacher.qtbot.keyClick(grid, Qt.Key.Key_Slash)
    teacher.qtbot.keyClicks(QApplication.activePopupWidget().field, letters)
    teacher.actions += 1


def click_name(teacher, name):
    """Click where a name is written in the plan."""
    grid = teacher.window.screen_of("tomorrow").grid
    for line, group in enumerate(grid.table.rows.groups):
        if name in group.names:
            place = group.names.index(name)
            cell = grid.visualRect(grid.table.index(line, 0))
            point = next(
                QPoint(x, y)
                for y in range(cell.top() + 40, cell.bottom(), 6)
                for x in range(cell.left() + 18, cell.right(), 6)
                if grid.name_under(QPoint(x, y)) == place
            )
            teacher.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
            teacher.actions += 1


def press_in_popup(teacher, key):
    popup = QApplication.activePopupWidget()
    teacher.qtbot.keyClick(popup.focusWidget() or popup, key)
    teacher.actions += 1


def be_active(teacher):
    """After a popup the window is the active one again, but not at once."""
    window = teacher.window
    teacher.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    window.activateWindow()
    teacher.qtbot.waitUntil(
        lambda: window.isActiveWindow() and QApplication.focusWidget() is not None
    )


def reprint(teacher):
    be_active(teacher)
    teacher.press(Qt.Key.Key_P, CONTROL | SHIFT)
    changes = teacher.window.screen_of("print").changes
    teacher.qtbot.waitUntil(lambda: not changes._is_under_way, timeout=10_000)


def test_j4_absent_this_morning_by_typing_three_actions(morning, planned, tmp_path):
    type_name(morning, "may")
    press_in_popup(morning, Qt.Key.Key_Return)
    reprint(morning)
    assert morning.actions == 3
    count, words = pages(tmp_path)
    assert count == 1
    assert "Maya" in words
    assert "While you were away" in words
    assert planned.undo_label == "Mark Maya absent"


@pytest.mark.long
def test_j4_absent_this_morning_by_a_click_three_actions(morning, planned, tmp_path):
    click_name(morning, "Maya")
    press_in_popup(morning, Qt.Key.Key_A)
    assert planned.undo_label == "Mark Maya absent"
    reprint(morning)
    assert morning.actions == 3
    assert pages(tmp_path)[0] == 1
    planned.undo()
    assert planned.undo_label is None


@pytest.mark.long
def test_j4_when_only_one_of_a_group_is_left_another_group_takes_her_in(morning, planned, tmp_path):
    group = planned.ask(plan_on, class_id=1, day=MONDAY).groups[3]
    for student_id in group.student_ids[1:]:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    morning.click("Do it")
    now = planned.ask(plan_on, class_id=1, day=MONDAY)
    assert now.groups[3].student_ids == group.student_ids[1:]
    reprint(morning)
    assert morning.actions == 2
    count, words = pages(tmp_path)
    assert count == 2
    assert words.count("While you were away") == len(group.student_ids) - 1


@pytest.mark.long
def test_last_monday_is_copied_and_kept_by_keyboard_alone(window_on, planned, qtbot, monkeypatch):
    teacher = Teacher(window_on(planned), qtbot, monkeypatch)
    teacher.sees("Tomorrow")
    screen = teacher.window.screen_of("tomorrow")
    teacher.window.stage.choice.choose_day(MONDAY + timedelta(days=7))
    teacher.press(Qt.Key.Key_D, CONTROL)
    assert screen.banner.state.text() == "Copied."
    teacher.press(Qt.Key.Key_Return)
    assert teacher.actions == 2
    assert planned.undo_label == "Copy the plan of Mon 23 Nov"
    assert screen.grid.hasFocus()
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert planned.ask(plan_on, class_id=1, day=MONDAY + timedelta(days=7)) is None


def choose_in_menu(teacher, says):
    """Open the menu of the day by its key and choose a line by keys: two actions."""
    more = teacher.window.screen_of("tomorrow").bar.more

    def choose():
        menu = more.menu()
        for _ in menu.actions():
            teacher.qtbot.keyClick(menu, Qt.Key.Key_Down)
            if menu.activeAction().text().startswith(says):
                break
        teacher.qtbot.keyClick(menu, Qt.Key.Key_Return)

    be_active(teacher)
    QTimer.singleShot(50, choose)
    more.setFocus()
    teacher.qtbot.waitUntil(more.hasFocus)
    teacher.press(Qt.Key.Key_Return)
    teacher.actions += 1


@pytest.mark.long
def test_without_internet_every_task_has_a_plan_b_and_only_that_is_printed_again(
    morning, planned, tmp_path
):
    choose_in_menu(morning, "No internet today")
    morning.qtbot.waitUntil(lambda: planned.undo_label == "No internet today")
    screen = morning.window.screen_of("tomorrow")
    visits = [visit for line in screen.model.lesson.plan.groups for visit in line.visits]
    stand_ins = [visit for visit in visits if visit.stand_in]
    assert len(stand_ins) == 3
    assert all(visit.station_kind is StationKind.INDEPENDENT for visit in stand_ins)
    cells = [cell for line in screen.model.grid().cells for cell in line]
    shown = [cell for cell in cells if cell.note.startswith("Not ")]
    assert len(shown) == 2, "where Maya is out that is what stands there"
    reprint(morning)
    assert morning.actions == 3
    assert 0 < pages(tmp_path)[0] < 12
    morning.press(Qt.Key.Key_Z, CONTROL)
    assert planned.undo_label is None


@pytest.mark.long
def test_when_an_adult_is_out_the_groups_work_alone_there(morning, planned):
    first, station, *rest = planned.ask(stations_of_class, class_id=1)
    helped = [first, replace(station, adult="Ms. R"), *rest]
    morning.window.stage.desk.do(set_stations, class_id=1, wanted=helped, groups=1, says="Help")
    choose_in_menu(morning, "Ms. R is out")
    morning.qtbot.waitUntil(lambda: planned.undo_label == "Mark Ms. R as out")
    words = f"Ms. R is out: {station.name} without an adult"
    assert words in morning.window.screen_of("tomorrow").model.lesson.checks.quiet
    choose_in_menu(morning, "Ms. R is out")
    morning.qtbot.waitUntil(lambda: planned.undo_label == "Mark Ms. R as back")


@pytest.mark.long
def test_a_day_is_planned_student_by_student_and_changed_by_keyboard_alone(
    window_on, planned, qtbot, monkeypatch
):
    teacher = Teacher(window_on(planned), qtbot, monkeypatch)
    teacher.sees("Tomorrow")
    screen = teacher.window.screen_of("tomorrow")
    groups = planned.ask(plan_on, class_id=1, day=MONDAY).together
    choose_in_menu(teacher, "Student by student")
    qtbot.waitUntil(lambda: screen.model.lesson.plan.is_own_ways)
    assert len(planned.ask(plan_on, class_id=1, day=MONDAY).alone) == 28
    screen.grid.setFocus()
    screen.grid.setCurrentIndex(screen.grid.table.index(3, 1))
    before = screen.model.lesson.plan.groups[3]
    teacher.press(Qt.Key.Key_Return)
    type_in_popup = QApplication.activePopupWidget()
    qtbot.keyClicks(type_in_popup.field, "go to")
    press_in_popup(teacher, Qt.Key.Key_Down)
    press_in_popup(teacher, Qt.Key.Key_Return)
    after = planned.ask(plan_on, class_id=1, day=MONDAY).alone[3]
    assert after.visits[0].station_name != before.visits[0].station_name
    be_active(teacher)
    teacher.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    teacher.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert planned.ask(plan_on, class_id=1, day=MONDAY).together == groups
