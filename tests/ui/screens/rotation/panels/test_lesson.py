from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from plplanner.calendar.rows import BellPeriodRow, LessonTime, MeetingDays
from plplanner.rotation.rows import LessonFrame
from plplanner.terms import Weekday
from plplanner.ui.lesson_time import MeetsAt
from plplanner.ui.screens.rotation.panels.lesson import LessonPanel
from plplanner.ui.screens.rotation.panels.lesson_set_up import LessonSetUp
from tests.builders import MONDAY

NINE = LessonTime(time(9), 60)
USUAL = LessonSetUp(MeetsAt(NINE), None, MeetingDays(), LessonFrame())


@pytest.fixture
def open_on(qtbot, qapp):
    """Opens the panel on what is known; gives it and what it kept or told."""
    parent, made, kept = QWidget(), [], []
    qtbot.addWidget(parent)

    def opened(known=USUAL, **more):
        panel = LessonPanel(
            known, class_name="Math 3", day=MONDAY, on_set=kept.append, on_lost=kept.append,
            parent=parent, **more,
        )  # fmt: skip
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        panel.open_below(parent)
        made.append(panel)
        return panel, kept

    yield opened
    for panel in made:
        panel.close()


def choose(panel, start):
    """The scope whose words begin so."""
    texts = [panel.scope.itemText(place) for place in range(panel.scope.count())]
    panel.scope.setCurrentIndex(next(n for n, text in enumerate(texts) if text.startswith(start)))


def test_what_is_known_is_shown_and_kept_as_it_is(open_on):
    known = LessonSetUp(
        MeetsAt(NINE), LessonTime(time(10), 40), MeetingDays(frozenset({Weekday.MONDAY}), MONDAY),
        LessonFrame(10, 4, 1, 3),
    )  # fmt: skip
    panel, kept = open_on(known)
    assert panel.scope.currentText() == "On Mon 23 Nov only"
    assert panel.fields.lesson == known.on_day
    panel.set.click()
    assert kept == [known]
    assert not panel.isVisible()


def test_enter_in_a_field_sets_the_time_from_now_on(open_on, qtbot):
    panel, kept = open_on()
    panel.fields.minutes.setValue(50)
    qtbot.keyClick(panel.fields.minutes, Qt.Key.Key_Return)
    assert [one.usual.lesson for one in kept] == [LessonTime(time(9), 50)]
    assert kept[0].on_day is None


def test_a_time_for_one_day_leaves_the_others(open_on):
    panel, kept = open_on()
    choose(panel, "On Mon")
    panel.fields.minutes.setValue(35)
    panel.set.click()
    assert (kept[0].usual.lesson, kept[0].on_day) == (NINE, LessonTime(time(9), 35))


def test_a_day_without_a_lesson_has_no_time_to_choose(open_on):
    panel, kept = open_on()
    choose(panel, "No lesson")
    assert not panel.fields.minutes.isEnabled()
    panel.set.click()
    assert (kept[0].usual.lesson, kept[0].on_day.minutes) == (NINE, 0)
    again, kept = open_on(kept[0])
    assert again.scope.currentText() == "No lesson on Mon 23 Nov"
    choose(again, "From now on")
    assert again.fields.minutes.isEnabled()
    again.set.click()
    assert kept[-1] == USUAL


def test_the_days_of_the_week_and_one_at_least(open_on):
    panel, kept = open_on()
    for day in (Weekday.TUESDAY, Weekday.THURSDAY):
        panel.days[day].click()
    panel.set.click()
    assert kept[0].meeting == MeetingDays(
        frozenset({Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY})
    )
    panel, _ = open_on()
    for box in panel.days.values():
        box.click()
    panel.set.click()
    assert (len(kept), panel.isVisible()) == (1, True)
    assert panel.error.text() == "Choose a day of the week on which it meets."
    panel.close()  # as Qt does at a click beside a popup
    assert kept[1].startswith("The lesson time stays as it was. Choose a day")


def test_every_other_day_begins_with_the_day_shown_when_it_is_ticked(open_on):
    panel, kept = open_on()
    panel.alternates.click()
    assert panel.alternates.text().endswith("(A/B days); Mon 23 Nov is one")
    panel.set.click()
    assert kept[0].meeting.alternates_from == MONDAY
    before = MONDAY - timedelta(days=3)
    panel, _ = open_on(
        LessonSetUp(MeetsAt(NINE), None, MeetingDays(alternates_from=before), LessonFrame())
    )
    panel.set.click()
    assert kept[1].meeting.alternates_from == before
    panel, _ = open_on(kept[1])
    panel.alternates.click()
    panel.set.click()
    assert kept[2].meeting.alternates_from is None


def test_launch_close_moves_and_setting_up_are_kept(open_on, qtbot):
    panel, kept = open_on()
    for box, minutes in (
        (panel.launch, 10), (panel.close_, 4), (panel.move_, 1), (panel.set_up, 3),
    ):  # fmt: skip
        box.setValue(minutes)
    panel.close()
    assert kept[0].frame == LessonFrame(10, 4, 1, 3)
    panel, _ = open_on()
    panel.launch.setValue(20)
    qtbot.keyClick(panel.launch, Qt.Key.Key_Escape)
    assert len(kept) == 1


def test_a_time_that_was_typed_stays_when_it_is_said_for_which_days(open_on):
    panel, kept = open_on()
    panel.fields.minutes.setValue(50)
    choose(panel, "On Mon")
    assert panel.fields.lesson == LessonTime(time(9), 50)
    choose(panel, "No lesson")
    choose(panel, "On Mon")
    panel.set.click()
    assert (kept[0].usual.lesson, kept[0].on_day) == (NINE, LessonTime(time(9), 50))
    again, _ = open_on(kept[0])
    choose(again, "From now on")
    assert again.fields.lesson == NINE


THIRD = BellPeriodRow(7, "Period 3", time(9, 50), 50)


def test_a_period_writes_its_times_and_other_times_are_the_classs_own(open_on, qtbot):
    panel, kept = open_on(periods=[THIRD])
    assert panel.fields.period.isVisible()
    qtbot.keyClick(panel.fields.period, Qt.Key.Key_Down)
    assert panel.fields.lesson == THIRD.lesson
    panel.set.click()
    assert kept[0].usual == MeetsAt(THIRD.lesson, 7)
    again, kept = open_on(kept[0], periods=[THIRD])
    assert again.fields.period.currentText() == "Period 3, 9:50–10:40"
    again.fields.minutes.setValue(45)
    assert again.fields.period.currentIndex() == 0
    again.set.click()
    assert kept[1].usual == MeetsAt(LessonTime(time(9, 50), 45))


def test_a_period_for_one_day_leaves_the_one_of_other_days(open_on, qtbot):
    known = LessonSetUp(MeetsAt(THIRD.lesson, 7), None, MeetingDays(), LessonFrame())
    panel, kept = open_on(known, periods=[THIRD, BellPeriodRow(8, "Period 4", time(11), 40)])
    choose(panel, "On Mon")
    qtbot.keyClick(panel.fields.period, Qt.Key.Key_Down)
    panel.set.click()
    assert (kept[0].usual, kept[0].on_day) == (known.usual, LessonTime(time(11), 40))


def test_where_no_bells_are_kept_no_period_is_asked_for(open_on):
    panel, _ = open_on(moved="Mon 23 Nov: 8:35, 30 minutes.")
    assert not panel.fields.period.isVisible()
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "Mon 23 Nov: 8:35, 30 minutes." in shown
