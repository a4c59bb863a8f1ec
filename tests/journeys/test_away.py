"""A whole group is away: another comes to the teacher, by mouse or keys, and Undo takes it back."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.printing.lesson_paper import PaperWishes, Sheet
from plplanner.printing.pieces import changed_since, pieces_printed
from plplanner.roster.commands import mark_absent
from plplanner.rotation.printed.commands import note_printed
from plplanner.rotation.printed.queries import lesson_to_print, printed_pieces
from plplanner.rotation.queries import plan_on
from plplanner.terms import Paper
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher
from tests.ui.screens.rotation.long_waits import let_one_wait

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = "Teacher table"


def plan_of(planned):
    return planned.ask(plan_on, class_id=1, day=MONDAY)


def with_teacher(plan, index):
    """The group that is with the teacher in a round."""
    return next(line for line in plan.groups if line.visits[index].station_name == TABLE)


@pytest.fixture
def opened(window_on, qtbot, monkeypatch, planned):
    """`opened(at, size)`: a teacher on Monday; nobody is here who comes to her in round 2.

    All sheets are on paper as they are with these students away.
    """
    for student_id in with_teacher(plan_of(planned), 1).student_ids:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    printed = pieces_printed(lesson, PaperWishes(Paper.LETTER), tuple(Sheet))
    planned.note(note_printed, class_id=1, day=MONDAY, printed=printed)

    def build(at, size=(1366, 740)):
        now = datetime.combine(MONDAY, at, tzinfo=UTC)
        teacher = Teacher(window_on(planned, size=size, clock=lambda: now), qtbot, monkeypatch)
        teacher.sees("Today")
        return teacher

    return build


def test_before_the_lesson_one_click_and_only_who_moves_needs_paper(opened, planned):
    before, away = plan_of(planned), with_teacher(plan_of(planned), 1)
    teacher = opened(time(7, 45))
    teacher.click("Let ")
    assert teacher.actions == 1
    after = plan_of(planned)
    comes = with_teacher(after, 1)
    assert comes.group_id != away.group_id
    assert planned.undo_label == f"Let {comes.identity.word} come in round 2"
    stay = {line.group_id for line in before.groups} - {comes.group_id, away.group_id}
    kept = [line for line in after.groups if line.group_id in stay]
    assert kept == [line for line in before.groups if line.group_id in stay]
    lesson = planned.ask(lesson_to_print, class_id=1, day=MONDAY)
    changed = changed_since(lesson, planned.ask(printed_pieces, class_id=1, day=MONDAY))
    # The slips of who is away say what she missed; everyone else keeps the paper she has.
    assert changed.slips == set(comes.student_ids) | set(away.student_ids)
    assert (changed.board, changed.cards) == (True, frozenset())
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert plan_of(planned) == before


def test_in_the_lesson_the_line_above_the_plan_says_so_and_keys_do_it(opened, planned):
    teacher = opened(time(9, 3), size=(1280, 680))
    before = plan_of(planned)
    teacher.tab_to("Do it")
    comes = with_teacher(plan_of(planned), 1)
    assert planned.undo_label == f"Let {comes.identity.word} come in round 2"
    teacher.press(Qt.Key.Key_Z, CONTROL)
    assert plan_of(planned) == before


@pytest.mark.long
def test_once_the_round_is_over_nothing_is_offered(opened):
    teacher = opened(time(9, 50))
    assert teacher.window.screen_of("tomorrow").alone.isHidden()


@pytest.mark.long
def test_who_has_waited_too_long_is_named_and_comes(window_on, qtbot, monkeypatch, planned):
    waits = let_one_wait(planned)
    teacher = Teacher(window_on(planned), qtbot, monkeypatch)
    teacher.sees("Tomorrow")
    teacher.tab_to("Name who you must see")
    panel = QApplication.activePopupWidget()
    assert panel.names.chosen == (waits.group_id,)
    qtbot.keyClick(panel.draft, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: planned.undo_label == f"See {waits.identity.word}")
    plan = plan_of(planned)
    assert waits.group_id in {with_teacher(plan, place).group_id for place in range(3)}
    assert teacher.actions == 2


@pytest.mark.long
def test_who_is_left_alone_where_work_is_for_several_gets_a_task_for_one(
    window_on, qtbot, monkeypatch, planned
):
    alone = next(
        line for line in plan_of(planned).groups
        if line.visits[1].station_name == "Together"
    )  # fmt: skip
    for student_id in alone.student_ids[1:]:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    teacher = Teacher(window_on(planned), qtbot, monkeypatch)
    teacher.sees("Tomorrow")
    teacher.click("Pick a task for one")
    picker = QApplication.activePopupWidget()
    qtbot.keyClicks(picker.field, "Draw it alone")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    line = next(one for one in plan_of(planned).groups if one.group_id == alone.group_id)
    assert line.visits[1].task == "Draw it alone"
    teacher.press(Qt.Key.Key_Z, CONTROL)
    teacher.click("Work with ")
    assert planned.undo_label.startswith("Let ")


@pytest.mark.long
def test_who_is_back_is_named_and_one_click_shows_what_was_missed(
    window_on, qtbot, monkeypatch, planned
):
    let_one_wait(planned)
    friday = MONDAY - timedelta(days=3)
    one = plan_of(planned).groups[0].student_ids[0]
    planned.do(mark_absent, student_id=one, day=friday, name="Ada")
    teacher = Teacher(window_on(planned), qtbot, monkeypatch)
    teacher.sees("Tomorrow")
    teacher.tab_to("See that lesson")
    assert teacher.actions == 2  # going there, and pressing
    assert teacher.window.stage.choice.day == friday


@pytest.mark.long
def test_the_last_of_a_group_is_marked_absent_and_the_line_follows(
    window_on, qtbot, monkeypatch, planned
):
    *others, last = with_teacher(plan_of(planned), 1).student_ids
    for student_id in others:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    now = datetime.combine(MONDAY, time(9, 3), tzinfo=UTC)
    teacher = Teacher(window_on(planned, clock=lambda: now), qtbot, monkeypatch)
    teacher.sees("Today")
    screen = teacher.window.screen_of("tomorrow")
    assert screen.alone.banner.label.text().startswith("Only ")
    name = next(row.name for row in screen.model.lesson.students if row.id == last)
    teacher.click("Absent or late")
    qtbot.keyClicks(QApplication.activePopupWidget().field, name)
    qtbot.keyClick(QApplication.activePopupWidget().field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: " has no students today. " in screen.alone.banner.label.text())
    teacher.click("Do it")
    assert planned.undo_label.endswith(" come in round 2")
    assert screen.alone.isHidden()
