from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from plplanner.terms import AttendanceKind, NoteKind
from plplanner.ui.kit.popover import Popover
from plplanner.ui.screens.rotation.today.attendance import GroupAttendance
from plplanner.ui.screens.rotation.today.lost_minutes import LostMinutes
from plplanner.ui.screens.rotation.view import TomorrowScreen
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student

AT_WORK = datetime.combine(MONDAY, time(9, 31, 12), tzinfo=UTC)


@pytest.fixture
def screen_at(planned, stage_on, qtbot):
    """`screen_at(moment)`: the screen with the plan of Monday, and a clock that can be set."""
    made = []

    def build(moment=AT_WORK, size=(1206, 662)):
        clock = [moment]
        screen = TomorrowScreen(replace(stage_on(planned), clock=lambda: clock[0]))
        screen.set_clock = lambda now: clock.__setitem__(0, now)
        made.append(screen)
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.come_up()
        screen.activateWindow()
        screen.grid.setFocus()
        qtbot.waitUntil(screen.grid.hasFocus)
        return screen

    yield build
    for screen in made:
        screen.step_back()


def press_undo(screen):
    screen.stage.desk.undo()


@pytest.mark.long
def test_on_the_day_itself_tomorrow_is_today_and_the_lesson_runs(screen_at):
    screen = screen_at()
    today = screen.today
    assert screen.title == "Today"
    assert today.timer.timer.text() == "6:48"
    assert today.line.pill.isVisible()
    assert today.notes.isVisible()
    assert not screen.side.isVisible()
    assert {column for _, column in today.over.segments} == {1}
    today.timer.next.click()
    assert today.timer.title.text() == "Round 3 of 3"
    assert {column for _, column in today.over.segments} == {1, 2}
    press_undo(screen)
    assert today.timer.title.text() == "Round 2 of 3"


@pytest.mark.long
def test_next_in_the_launch_begins_round_one_on_timer_and_table_alike(screen_at):
    screen = screen_at(AT_WORK.replace(hour=9, minute=5))
    today = screen.today
    assert today.timer.title.text() == "Launch"
    for _ in range(2):
        today.timer.next.click()
    assert today.timer.title.text() == "Round 1 of 3"
    assert today.timer.timer.text() == "13:00"
    shown = screen.grid.table.rows
    assert [head.is_now for head in shown.rounds] == [True, False, False]
    assert shown.launch.time == "done 9:05"
    press_undo(screen)
    assert today.timer.title.text() == "Launch"


def test_after_a_visit_to_another_room_the_timer_has_gone_on_and_goes_on(screen_at):
    screen = screen_at()
    screen.step_back()
    assert not screen.today._ticking.is_on
    screen.set_clock(AT_WORK.replace(minute=33))
    screen.come_up()
    assert screen.today.timer.timer.text() == "4:48"
    assert screen.today._ticking.is_on


@pytest.mark.long
def test_in_the_morning_the_checks_are_still_there_and_at_nine_the_timer(screen_at):
    screen = screen_at(AT_WORK.replace(hour=7))
    assert screen.title == "Today"
    assert screen.side.isVisible()
    assert not screen.today.timer.isVisible()
    screen.set_clock(AT_WORK.replace(hour=9, minute=0))
    screen.today._tick()
    assert screen.today.timer.title.text() == "Launch"
    assert not screen.side.isVisible()


@pytest.mark.long
def test_the_evening_before_nothing_of_today_is_shown_until_midnight(screen_at):
    screen = screen_at(datetime.combine(MONDAY - timedelta(1), time(19), tzinfo=UTC))
    assert screen.title == "Tomorrow"
    assert not screen.today.line.isVisible()
    assert not screen.today._ticking._timer.isActive()
    screen.set_clock(datetime.combine(MONDAY, time(0, 0, 30), tzinfo=UTC))
    screen.today._look_at_the_day()
    assert screen.title == "Today"
    assert screen.today.line.isVisible()


def test_a_name_typed_after_a_slash_marks_absent_and_again_takes_it_back(screen_at, qtbot):
    screen = screen_at()
    for expected in ("27 here · 1 absent", "28 here"):
        qtbot.keyClick(screen.grid, Qt.Key.Key_Slash)
        field = screen.findChildren(Popover)[-1].field
        qtbot.keyClicks(field, "may")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        screen.grid.setFocus()
        assert screen.today.line.here.text() == expected


def test_a_slash_asks_for_a_name_wherever_the_focus_is_on_the_screen(screen_at, qtbot):
    screen = screen_at()
    lost = screen.today.timer.lost
    lost.setFocus()
    qtbot.waitUntil(lost.hasFocus)
    qtbot.keyClick(lost, Qt.Key.Key_Slash)
    assert screen.findChildren(Popover)[-1].isVisible()
    screen.findChildren(Popover)[-1].close()
    note = screen.today.notes.field
    qtbot.keyClicks(note, "2/4")
    assert note.text() == "2/4"


@pytest.mark.long
def test_lost_minutes_shorten_the_rounds_in_two_clicks_and_say_so(screen_at):
    screen, said = screen_at(), []
    screen.stage.wishes.say.connect(said.append)
    screen.today.timer.lost.click()
    screen.findChild(LostMinutes).go.click()
    assert said == ["Shorten rounds 2 and 3: 10 minutes each. The close stays."]
    assert screen.today.lesson.moment().left == 408 + 180


@pytest.mark.long
def test_ctrl_n_writes_a_note_about_the_student_it_begins_with(screen_at, qtbot):
    screen = screen_at()
    qtbot.keyClick(screen.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    field = screen.today.notes.field
    qtbot.keyClicks(field, "Noor shades 2/4")
    assert screen.today.notes.about.text() == "About Noor"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    note = screen.today.lesson.notes[0]
    assert (note.about, note.words, note.kind) == ("Noor", "shades 2/4", NoteKind.MEMORY)
    press_undo(screen)
    assert screen.today.lesson.notes == []


@pytest.mark.long
def test_the_same_word_again_takes_back_how_far_a_group_came(screen_at):
    screen = screen_at()
    done = screen.today.over.segments[0, 1].buttons["done"]
    done.click()
    assert list(screen.today.lesson.outcomes.values()) == ["done"]
    done.click()
    assert screen.today.lesson.outcomes == {}
    assert not done.isChecked()


@pytest.mark.long
def test_in_a_small_window_notes_lie_over_the_plan_until_escape(screen_at, qtbot):
    screen = screen_at(size=(1037, 534))
    assert not screen.today.notes.isVisible()
    qtbot.keyClick(screen.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.today.notes.geometry().right() == screen.width() - 1
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.today.notes.isVisible()


@pytest.mark.long
def test_j12_and_j4_a_whole_lesson_is_lived_by_keys_and_clicks(screen_at, qtbot):
    screen = screen_at(AT_WORK.replace(hour=8, minute=55))
    qtbot.keyClick(screen.grid, Qt.Key.Key_Slash)
    qtbot.keyClicks(screen.findChild(Popover).field, "may")
    qtbot.keyClick(screen.findChild(Popover).field, Qt.Key.Key_Return)
    for minute in range(60):
        screen.set_clock(AT_WORK.replace(hour=9, minute=minute, second=0))
        screen.today._tick()
        if minute == 12:
            screen.today.timer.pause.click()
        if minute == 18:  # a fire drill: the timer stood still for six minutes
            screen.today.timer.go_on.click()
            screen.today.timer.lost.click()
            screen.findChild(LostMinutes).go.click()
    lesson = screen.today.lesson
    assert lesson.times.rounds[-1].ends_at <= time(9, 53)
    assert {column for _, column in screen.today.over.segments} == {1, 2, 3}
    assert set(lesson.away.values()) == {AttendanceKind.ABSENT}
    assert screen.stage.desk.own.findings() == []


def test_after_class_two_taps_say_how_it_went_and_undo_asks_again(screen_at):
    screen = screen_at(AT_WORK.replace(hour=9, minute=56))
    asked, desk = screen.today.notes.reflection, screen.stage.desk
    assert asked.isVisible()
    asked.felt.buttons["well"].click()
    asked.time.buttons["short"].click()
    note = screen.today.lesson.notes[0]
    assert (note.about, note.words) == ("Lesson", "It went well. The time was too short.")
    assert not asked.isVisible()
    desk.undo()
    assert asked.isVisible()


@pytest.mark.long
def test_while_the_lesson_runs_nobody_asks_how_it_went(screen_at):
    assert not screen_at().today.notes.reflection.isVisible()


@pytest.mark.long
def test_the_name_meant_in_the_plan_is_the_one_the_panel_stands_on(screen_at):
    screen = screen_at()
    for line, group in enumerate(screen.grid.table.rows.groups):
        for place, name in enumerate(group.names):
            screen.grid.group_opened.emit(line, place)
            panel = screen.findChildren(GroupAttendance)[-1]
            assert panel.list.currentItem().text() == name
            panel.close()


@pytest.mark.long
def test_student_by_student_only_the_line_one_stands_on_asks_how_far_she_came(
    screen_at, planned, qtbot
):
    plan_student_by_student(planned)
    screen = screen_at()
    asked = screen.today.over.segments
    line = screen.grid.currentIndex().row()
    assert set(asked) == {(line, 1)}
    screen.grid.setCurrentIndex(screen.grid.table.index(5, 1))
    assert set(asked) == {(5, 1)}
    qtbot.keyClick(screen.grid, Qt.Key.Key_P)
    assert screen.grid.table.rows.cells[5][0].note == "Partly"
    name = screen.model.lesson.plan.groups[5].identity.word
    assert screen.stage.desk.undo_label == f"Say how far {name} came in round 1"


def test_a_round_that_is_not_held_is_over_like_one_that_has_ended(screen_at):
    screen = screen_at()
    today = screen.today
    assert today.rounds_over() == [1]
    times = today.lesson.times
    today.lesson.keep("Drop a round", replace(times, rounds=times.rounds[:2]))
    assert today.rounds_over() == [1, 3]
