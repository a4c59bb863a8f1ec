"""What goes wrong on a school day, each through the whole window with posted events.

Absences, no internet, an adult who is out and a substitute have journeys of their own in
`test_today.py` and `test_substitute.py`; here is the rest.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.calendar.commands import mark_special_day
from plplanner.grouping.commands import add_rule
from plplanner.printing.compose import board_of, slips_of
from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.printing.pieces import pieces_printed
from plplanner.roster.commands import add_students, mark_absent
from plplanner.roster.queries import attendance_on, students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.rotation.commands import set_task
from plplanner.rotation.lived.queries import lesson_times
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.commands import add_stations
from plplanner.terms import Paper, PlanState, RuleKind, StationKind
from plplanner.ui.screens.printing.printers import PrinterRow, PrinterSilent
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher
from tests.journeys.test_today import be_active, press_in_popup, reprint, type_name

pytestmark = pytest.mark.long
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def teacher_at(window_on, qtbot, monkeypatch):
    """`teacher_at(planner, time(9, 31))`: on Monday at that time, else on the Friday before."""

    def build(planner, at=None, room="tomorrow"):
        clock = {} if at is None else {"clock": lambda: datetime.combine(MONDAY, at, tzinfo=UTC)}
        teacher = Teacher(window_on(planner, room=room, **clock), qtbot, monkeypatch)
        teacher.sees({"tomorrow": "Tomorrow" if at is None else "Today"}.get(room, room.title()))
        return teacher

    return build


def planner_screen(teacher):
    return teacher.window.screen_of("tomorrow")


def texts_of(lesson):
    return [check.text for check in lesson.checks.to_look_at]


def test_who_was_marked_absent_by_mistake_is_back_by_the_same_two_actions(teacher_at, planned):
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), tuple(Sheet))
    planned.note(note_printed, class_id=1, day=MONDAY, printed=printed)
    teacher = teacher_at(planned, time(8, 40))
    for expected in (1, 0):
        type_name(teacher, "may")
        press_in_popup(teacher, Qt.Key.Key_Return)
        be_active(teacher)
        assert len(planned.ask(attendance_on, class_id=1, day=MONDAY)) == expected
    assert teacher.actions == 4
    teacher.qtbot.wait(400)  # what changed on paper is looked for when she pauses
    assert planner_screen(teacher).paper.offer is None


def test_who_was_absent_yesterday_is_looked_after_today(teacher_at, planned):
    group = planned.ask(plan_on, class_id=1, day=MONDAY).groups[0]
    for student_id in group.student_ids:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    teacher = teacher_at(planned)
    teacher.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    lesson = planner_screen(teacher).model.lesson
    assert lesson.plan.day == MONDAY + timedelta(days=1)
    line = next(one for one in lesson.plan.groups if one.group_id == group.group_id)
    assert StationKind.TEACHER_LED in {visit.station_kind for visit in line.visits}
    teacher.click_primary()  # Print
    teacher.sees("Print")
    notes = teacher.window.screen_of("print").viewmodel.notes
    assert any("to catch up first" in note for note in notes)


def test_a_fire_drill_costs_two_clicks_and_one_undo_gives_the_minutes_back(teacher_at, planned):
    teacher = teacher_at(planned, time(9, 31))
    before = planned.ask(lesson_times, plan=planned.ask(plan_on, class_id=1, day=MONDAY))
    teacher.click("Lost minutes")
    popup = QApplication.activePopupWidget()
    teacher.qtbot.mouseClick(popup.go, Qt.MouseButton.LeftButton)
    teacher.actions += 1
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    after = planned.ask(lesson_times, plan=plan)
    assert (teacher.actions, after.rounds[0]) == (2, before.rounds[0])
    lengths = [datetime.combine(MONDAY, row.ends_at) - datetime.combine(MONDAY, row.starts_at)
               for row in after.rounds]  # fmt: skip
    assert lengths[2] < lengths[0]
    be_active(teacher)
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert planned.ask(lesson_times, plan=plan) == before


def test_early_release_makes_a_shorter_day_and_says_when_rounds_are_too_short(teacher_at, grouped):
    grouped.do(mark_special_day, day=MONDAY, label="Early release", minutes=35)
    teacher = teacher_at(grouped)
    lesson = planner_screen(teacher).model.lesson
    assert (lesson.plan.minutes, len(lesson.plan.rounds)) == (35, 1)
    assert lesson.plan.rounds[-1].starts_at < time(9, 35)
    assert not any("minutes are short" in text for text in texts_of(lesson))
    grouped.do(mark_special_day, day=MONDAY, label="Early release", minutes=28)
    planner_screen(teacher).model.refresh()
    shorter = planner_screen(teacher).model.lesson
    assert any(text.endswith("minutes are short.") for text in texts_of(shorter)), texts_of(shorter)
    grouped.undo()
    planner_screen(teacher).model.refresh()
    teacher.click("Mark as ready")
    assert grouped.ask(plan_on, class_id=1, day=MONDAY).minutes == 35


def stations(**changes):
    made = [
        StationToVisit(-1, "Teacher table", StationKind.TEACHER_LED, "Back", 8, "Read."),
        StationToVisit(-2, "Digital", StationKind.DIGITAL, "Chromebooks", 8, "Read."),
        StationToVisit(-3, "Together", StationKind.COLLABORATIVE, "Table 3", 8, "Read."),
        StationToVisit(-4, "On my own", StationKind.INDEPENDENT, "Desk", 8, "Read."),
    ]
    return [replace(one, **changes) if one.name == "Digital" else one for one in made]


def test_too_few_devices_are_said_before_anything_is_printed(teacher_at, grouped):
    grouped.do(add_stations, class_id=1, stations=stations(seats=3))
    teacher = teacher_at(grouped)
    missing = planner_screen(teacher).model.missing
    assert "3 of the stations have so many seats" in missing.title
    assert missing.reason.startswith("Add seats to a station, or make the groups smaller")
    teacher.button("Go to groups")


def test_a_station_without_a_when_done_is_said_for_those_who_finish_early(teacher_at, grouped):
    grouped.do(add_stations, class_id=1, stations=stations(when_done=""))
    teacher = teacher_at(grouped)
    assert any("when done" in text for text in texts_of(planner_screen(teacher).model.lesson))


def test_what_a_group_left_open_is_planned_again_the_day_after_by_one_click(teacher_at, planned):
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    line, number = next(
        (line, visit.round_number)
        for line, group in enumerate(plan.groups)
        for visit in group.visits
        if visit.station_kind is StationKind.INDEPENDENT
    )
    cell = {"group_id": plan.groups[line].group_id, "round_number": number}
    planned.do(set_task, plan_id=plan.id, task="Fact game", **cell)
    teacher = teacher_at(planned, time(9, 57))
    screen = planner_screen(teacher)
    partly = screen.today.over.segments[line, number].buttons["partly"]
    teacher.qtbot.mouseClick(partly, Qt.MouseButton.LeftButton)
    assert planned.ask(plan_on, class_id=1, day=MONDAY).state is PlanState.TAUGHT
    teacher.window.stage.choice.choose_day(MONDAY + timedelta(days=1))
    assert len(screen.model.lesson.carried) == 1
    teacher.click("Plan it again")
    assert screen.model.lesson.carried == ()
    assert "Fact game" in {visit.task for visit in screen.model.lesson.plan.groups[line].visits}


def test_nobody_is_at_the_teacher_table_while_she_is_out(teacher_at, planned):
    teacher = teacher_at(planned)
    lesson = planner_screen(teacher).model.lesson
    assert "Nobody is out during the teacher table" in lesson.checks.quiet
    outs = {row.student_id: row for row in lesson.pull_outs}
    assert outs
    for line in lesson.plan.groups:
        for row, visit in zip(lesson.plan.rounds, line.visits, strict=True):
            if visit.station_kind is StationKind.TEACHER_LED:
                for one in set(outs) & set(line.student_ids):
                    assert outs[one].ends_at <= row.starts_at or outs[one].starts_at > row.starts_at


def test_a_new_student_waits_for_a_group_and_has_one_after_two_clicks(teacher_at, planned):
    new = NewStudent(last="Okoro", first="Ngozi")
    planned.do(add_students, class_id=1, students=[new], entered_on=MONDAY)
    teacher = teacher_at(planned, room="groups")
    screen = teacher.window.screen_of("groups")
    teacher.click("Propose new groups")
    teacher.qtbot.waitUntil(lambda: not screen.model.is_thinking, timeout=20_000)
    piles = {one.name: pile for pile in screen.model.shown.piles for one in pile.students}
    assert "Ngozi" in piles
    teacher.click("Use ")
    assert teacher.actions == 2


def test_two_who_must_not_sit_together_do_not(teacher_at, planned):
    students = {row.name: row.id for row in planned.ask(students_of_class, class_id=1)}
    pair = [students["Maya"], students["Ivy"]]
    planned.do(add_rule, class_id=1, kind=RuleKind.APART, student_ids=pair)
    teacher = teacher_at(planned, room="groups")
    screen = teacher.window.screen_of("groups")
    teacher.click("Propose new groups")
    teacher.qtbot.waitUntil(lambda: not screen.model.is_thinking, timeout=20_000)
    piles = {one.name: pile.identity for pile in screen.model.shown.piles for one in pile.students}
    assert piles["Maya"] != piles["Ivy"]


def test_a_printer_that_is_silent_costs_nothing_the_pages_are_a_pdf(
    teacher_at, planned, tmp_path, monkeypatch
):
    monkeypatch.setattr("plplanner.ui.assembly.documents", lambda: tmp_path)
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), tuple(Sheet))
    planned.note(note_printed, class_id=1, day=MONDAY, printed=printed)
    teacher = teacher_at(planned, time(8, 40))
    changes = teacher.window.screen_of("print").changes

    def silent(_pdfs, _ticket):
        raise PrinterSilent

    changes._find_printers = lambda: (PrinterRow("Workroom", True, True),)
    changes._send = silent
    said = []
    changes.saved.connect(said.append)
    type_name(teacher, "may")
    press_in_popup(teacher, Qt.Key.Key_Return)
    reprint(teacher)
    assert teacher.actions == 3
    assert said[0][0].startswith("The printer did not answer.")
    assert said[0][1].parent == tmp_path


def test_who_needs_a_seat_of_her_own_has_one_and_her_slip_says_what_she_does(
    teacher_at, planned, qtbot
):
    teacher = teacher_at(planned)
    grid = planner_screen(teacher).grid
    before = planned.ask(plan_on, class_id=1, day=MONDAY).groups[0]
    grid.setFocus()
    grid.setCurrentIndex(grid.table.index(0, 0))
    teacher.press(Qt.Key.Key_Return)
    panel = QApplication.activePopupWidget()
    name = panel.student.currentText()
    panel.task.setFocus()
    panel.task.selectAll()
    qtbot.keyClicks(panel.task, "Build fractions")
    press_in_popup(teacher, Qt.Key.Key_Return)
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    (alone,) = lesson.plan.alone
    assert (alone.identity.word, teacher.actions) == (name, 2)
    assert len(lesson.plan.groups[0].student_ids) == len(before.student_ids) - 1
    (slip,) = slips_of(lesson.plan, [one for one in lesson.students if one.name == name], ())
    assert {(row.station_name, row.task) for row in slip.rounds} == {
        ("Own seat", "Build fractions")
    }
    board = board_of(lesson.plan, lesson.playlists)
    assert len(board.lines) == len(lesson.plan.together)
    be_active(teacher)
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert planned.ask(plan_on, class_id=1, day=MONDAY).groups[0] == before
